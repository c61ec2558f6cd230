"""`data/CODEBOOK.md`, written from the data package."""

from pathlib import Path

from .course import course_folder, descriptor
from .data import load, primary_key

INTRO = """\
# Codebook

{description}

This file is generated from `datapackage.json` by `seminar codebook`; change it there.
Read a table in Python with `load("name")`, follow a row with `trace("name:key")`.

**How paragraphs are counted.** {paragraphs}

**Empty cells** mean: not known, or not stated. They never mean 0 or no.

| table | one row is | rows |
|---|---|---:|
{overview}
"""


def write(folder=None) -> Path:
    """Write the codebook and return its path."""
    path = course_folder(folder) / "data" / "CODEBOOK.md"
    path.write_text(text(folder), encoding="utf-8", newline="\n")
    return path


def text(folder=None) -> str:
    """The codebook as Markdown."""
    package = descriptor(folder)
    tables = package["resources"]
    overview = "\n".join(
        f"| [{table['name']}](#{table['name']}) | {table['row']} | {len(load(table['name'], folder))} |"
        for table in tables
    )
    intro = INTRO.format(description=package["description"], paragraphs=package["paragraphs"], overview=overview)
    return intro + "".join(_section(table) for table in tables)


def _section(table: dict) -> str:
    links = {link["fields"]: link["reference"]["resource"] for link in table["schema"].get("foreignKeys", [])}
    columns = "\n".join(
        f"| `{field['name']}` | {_type(table, field)} | {_meaning(field, links)} |"
        for field in table["schema"]["fields"]
    )
    licence = ", ".join(licence["title"] for licence in table["licenses"])
    return (
        f"\n## {table['name']}\n\n**{table['title']}** (`{table['path']}`)\n\n{table['description']}\n\n"
        f"One row is {table['row']}.\n\n"
        f"*Good for:* {table['good_for']}\n\n*Not for:* {table['not_for']}\n\n"
        + (f"*Known gaps:* {table['gaps']}\n\n" if table.get("gaps") else "")
        + f"*Source:* {table['attribution']}. *Licence:* {licence}.\n\n"
        f"| column | type | meaning |\n|---|---|---|\n{columns}\n"
    )


def _type(table: dict, field: dict) -> str:
    key = ", key" if field["name"] == primary_key(table) else ""
    unit = f", {field['unit']}" if "unit" in field else ""
    return f"{field['type']}{unit}{key}"


def _meaning(field: dict, links: dict) -> str:
    meaning = field["description"]
    if "enum" in field.get("constraints", {}):
        meaning += " One of: " + ", ".join(f"`{choice}`" for choice in field["constraints"]["enum"]) + "."
    if field["name"] in links:
        target = links[field["name"]]
        meaning += f" Leads to [{target}](#{target})."
    return meaning.replace("|", "\\|")
