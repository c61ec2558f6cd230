"""What README takes from the lessons: numbers, the syllabus, and pictures of charts."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from .notebooks import exercise_lessons, lesson_names, marks, read_notebook, solutions_folder
from .prose import Fact, renew

PICTURES = ".readme"
PICTURE = re.compile(rf"!\[[^\]]*\]\({re.escape(PICTURES)}/([\w.-]+)\.png\)")
SYLLABUS = re.compile(r"(?<=<!--syllabus-->\n).*?(?=<!--/syllabus-->)", re.DOTALL)


def renew_readme(root: Path, known: dict[str, Fact]) -> Iterator[Path]:
    """Bring README and its pictures up to date with the lessons; yields each file that changed."""
    path = root / "README.md"
    for picture in PICTURE.findall(path.read_text(encoding="utf-8")):
        target, drawn = root / PICTURES / f"{picture}.png", base64.b64decode(chart(picture, root)["data"]["image/png"])
        if not target.is_file() or target.read_bytes() != drawn:
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(drawn)
            yield target.relative_to(root)
    before = path.read_text(encoding="utf-8")
    after = readme(before, root, known)
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
        yield path.relative_to(root)


def readme(text: str, root: Path, known: dict[str, Fact]) -> str:
    """README with its numbers, its syllabus and the descriptions of its pictures as they have to be."""
    text = SYLLABUS.sub(lambda _: syllabus(root), renew(text, known))
    return PICTURE.sub(
        lambda match: f"![{chart(match[1], root)['metadata']['image/png']['alt']}]({PICTURES}/{match[1]}.png)", text)


def chart(picture: str, root: Path) -> NotebookNode:
    """The stored output that a picture shows: `05_trade.share-by-year` is the first picture
    under the cell `share-by-year` of the lesson `05_trade`."""
    name, cell_id = picture.split(".")
    notebook = read_notebook(root / "notebooks" / f"{name}.ipynb")
    outputs = next(cell.outputs for cell in notebook.cells if cell.id == cell_id)
    return next(output for output in outputs if "image/png" in output.get("data", {}))


def syllabus(root: Path) -> str:
    """The lessons with their questions and minutes, as a Markdown table."""
    rows = ["| lesson | question | lesson | exercises |", "|---|---|---:|---:|"]
    with_exercises = exercise_lessons(root)
    for name in lesson_names(root):
        notebook = read_notebook(root / "notebooks" / f"{name}.ipynb")
        question = re.sub(r"^# (?:\d+\. )?", "", notebook.cells[0].source.splitlines()[0])
        minutes = exercise_minutes(read_notebook(solutions_folder(root) / f"{name}.ipynb")) if name in with_exercises else ""
        rows.append(f"| [{name[:2]}](notebooks/{name}.ipynb) | {question} | "
                    f"{marks(notebook)['minutes']['teaching']} | {minutes} |")
    return "\n".join(rows) + "\n"


def exercise_minutes(solution: NotebookNode) -> int:
    """The minutes that a lesson's exercises take together."""
    return sum(marks(cell).get("minutes", 0) for cell in solution.cells)
