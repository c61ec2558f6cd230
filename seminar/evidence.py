"""From an id to what it rests on: a claim, a row of any table, or a reference."""

from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

import pandas as pd

from .course import course_folder, descriptor, resource
from .data import claim_ids, load, primary_key
from .errors import SeminarError

HOW_SURE = {
    "asserted": "stated as fact",
    "attributed": "put in somebody else's mouth",
    "hedged": "weakened (seems, appears, likely)",
    "speculative": "a bare possibility (may, might, could)",
}
KNOWN_FROM = {
    "two_sources": "read in two sources",
    "one_source": "read in one source",
    "derived": "computed from what was read",
}


@dataclass(frozen=True)
class Card:
    """What an id stands for and what it rests on; shows as text or as a box in a notebook.

    `facts` are (label, text) pairs; `links` are (text, address) pairs.
    """

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...] = field(default=())

    def __str__(self):
        width = max(len(label) for label, _ in self.facts)
        lines = [f"{self.id}: {self.title}"]
        lines += [f"  {label:<{width}}  {text}" for label, text in self.facts]
        lines += [f"  {text}: {address}" for text, address in self.links]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self):
        rows = "".join(
            f'<tr><th scope="row" style="text-align:left;vertical-align:top;padding-right:1em">'
            f'{escape(label)}</th><td style="text-align:left">{escape(text)}</td></tr>'
            for label, text in self.facts
        )
        links = "".join(
            f'<p style="margin:.4em 0 0"><a href="{escape(address)}" target="_blank" rel="noopener">'
            f"{escape(text)}</a></p>"
            for text, address in self.links
        )
        return (
            '<div style="border-left:4px solid #0072B2;padding:.2em 1em;max-width:46em">'
            f"<p><strong>{escape(self.id)}</strong> {escape(self.title)}</p>"
            f"<table>{rows}</table>{links}</div>"
        )


def trace(row_id: str, folder=None) -> Card:
    """The evidence behind an id.

    `row_id` is a claim ("LE-058"), a row of any table ("trade:kotra-2022-china_share")
    or a reference ("reuters-2014-06"). The card of a claim gives author, outlet,
    paragraph, phrase, how sure it sounds and every row that rests on it. Where the
    article's address is known, a link opens it at the phrase.

    Raises SeminarError for an id that no table knows.
    """
    root = course_folder(folder)
    row_id = str(row_id).strip()
    if ":" in row_id:
        name, _, key = row_id.partition(":")
        return _row_card(root, name.strip(), key.strip())
    if claim_ids(row_id, root) == [row_id.upper()]:
        return _claim_card(root, row_id.upper())
    references = load("references", root)
    if row_id in set(references["reference_id"]):
        return _reference_card(root, row_id)
    raise SeminarError(
        f"{row_id!r} is neither a claim (such as LE-058) nor a row (such as trade:kotra-2022-total) "
        "nor a reference."
    )


def article_link(address: str, phrase: str) -> str:
    """The address of a page with a text fragment, which opens it at the phrase."""
    # A hyphen and a comma have a meaning of their own in a text fragment.
    return f"{address}#:~:text={quote(phrase, safe='').replace('-', '%2D')}"


def _row(root, name: str, key: str) -> tuple[dict, pd.Series]:
    table = resource(name, root)
    column = primary_key(table)
    rows = load(name, root)
    found = rows[rows[column] == key]
    if found.empty:
        raise SeminarError(f"The table {name!r} has no row {key!r} in its column {column!r}.")
    return table, found.iloc[0]


def _claim_card(root, claim_id: str) -> Card:
    _, claim = _row(root, "claims", claim_id)
    _, reading = _row(root, "readings", claim["reading_id"])
    place = "title, deck or caption" if claim["paragraph"] == 0 else f"paragraph {claim['paragraph']}"
    facts = [
        ("who", f"{reading['author']}, {reading['outlet']} ({_when(reading)})"),
        ("where", place),
        ("phrase", f"“{claim['anchor']}”"),
        ("how sure", f"{claim['hedging']}: {HOW_SURE[claim['hedging']]}"),
    ]
    if pd.notna(claim["attributed_to"]):
        facts.append(("said by", claim["attributed_to"]))
    if pd.notna(claim["note"]):
        facts.append(("note", claim["note"]))
    rows = list(_resting_on(root, "claims", claim_id))
    facts.append(("rows", ", ".join(rows) if rows else "no table row rests on this claim"))
    if pd.isna(reading["address"]):
        facts.append(("find it", reading["how_to_find"]))
        return Card(claim_id, claim["claim"], tuple(facts))
    link = ("Open the article at the phrase", article_link(reading["address"], claim["anchor"]))
    return Card(claim_id, claim["claim"], tuple(facts), (link,))


def _when(reading: pd.Series) -> str:
    if reading["date_precision"] == "day":
        return _day(reading["earliest"])
    if reading["date_precision"] == "month":
        return f"{reading['earliest']:%B %Y}"
    return f"written between {_day(reading['earliest'])} and {_day(reading['latest'])}"


def _day(date: pd.Timestamp) -> str:
    # strftime has no portable way to leave out the leading zero of a day.
    return f"{date.day} {date:%B %Y}"


def _reference_card(root, reference_id: str) -> Card:
    _, reference = _row(root, "references", reference_id)
    facts = [
        (label, str(reference[column]))
        for label, column in (
            ("publisher", "publisher"), ("published", "published"),
            ("read there", "read"), ("remark", "remark"),
        )
        if pd.notna(reference[column])
    ]
    rows = list(_resting_on(root, "references", reference_id))
    facts.append(("rows", _some(rows)))
    title = reference["title"] if pd.notna(reference["title"]) else "(title not seen)"
    return Card(reference_id, title, tuple(facts), (("Open the page", reference["address"]),))


def _row_card(root, name: str, key: str) -> Card:
    table, row = _row(root, name, key)
    links = {link["fields"]: link["reference"]["resource"] for link in table["schema"].get("foreignKeys", [])}
    facts, pages = [], []
    for field_ in table["schema"]["fields"]:
        column, value = field_["name"], row[field_["name"]]
        if pd.isna(value) or column == primary_key(table):
            continue
        text = _day(value) if isinstance(value, pd.Timestamp) else str(value)
        match links.get(column):
            case "claims":
                facts.append((column, f"{text}: {_row(root, 'claims', text)[1]['claim']}"))
            case "references":
                _, reference = _row(root, "references", text)
                facts.append((column, f"{text}: {reference['read']}"))
                pages.append((f"Open {text}", reference["address"]))
            case _:
                facts.append((column, KNOWN_FROM.get(text, text) if column == "evidence" else text))
    return Card(f"{name}:{key}", table["title"], tuple(facts), tuple(pages))


def _resting_on(root, target: str, key: str):
    """The ids of the rows in other tables that lead to this claim or reference."""
    for table in descriptor(root)["resources"]:
        columns = [
            link["fields"] for link in table["schema"].get("foreignKeys", [])
            if link["reference"]["resource"] == target
        ]
        if not columns or table["name"] == "second_coding":
            continue
        rows = load(table["name"], root)
        hits = rows[(rows[columns] == key).any(axis=1)]
        yield from (f"{table['name']}:{row}" for row in hits[primary_key(table)])


def _some(rows: list[str], most: int = 12) -> str:
    if not rows:
        return "no table row rests on this reference"
    more = f" and {len(rows) - most} more" if len(rows) > most else ""
    return ", ".join(rows[:most]) + more
