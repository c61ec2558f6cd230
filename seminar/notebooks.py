"""The notebooks as files: released to students, rebuilt for validation, run again."""

import copy
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from .course import course_folder
from .errors import SeminarError

SOLUTION = re.compile(r"^### BEGIN SOLUTION\n.*?^### END SOLUTION(?:\n|\Z)", re.DOTALL | re.MULTILINE)
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
# The roles of cells that come from the course pack and are never taken from a student.
GIVEN = ("question", "given", "check")


def read_notebook(path: Path) -> NotebookNode:
    """A notebook in the current format. Raises SeminarError with one sentence when it is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SeminarError(f"{path.name} was not found in {path.parent}.") from None
    except (OSError, UnicodeDecodeError):
        raise SeminarError(f"{path.name} cannot be read: it is not a notebook.") from None
    if not text.strip():
        raise SeminarError(f"{path.name} is empty: save the notebook in Jupyter and try again.")
    try:
        notebook = nbformat.reads(text, as_version=4)
        cells = notebook.cells
        if not all(isinstance(cell.source, str) and cell.cell_type for cell in cells):
            raise ValueError
    except Exception:  # nbformat raises many kinds of error for what is no notebook.
        raise SeminarError(
            f"{path.name} is not a notebook: download or save it again as .ipynb."
        ) from None
    return notebook


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Save as Jupyter does, with the same line ends on every system."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook, version=4) + "\n", encoding="utf-8", newline="\n")


def role(cell: NotebookNode) -> str:
    """The part a cell plays in an exercise notebook: question, answer, check, given or ""."""
    return str(marks(cell).get("role", ""))


def marks(node: NotebookNode) -> dict:
    """What the course pack has noted in the metadata of a cell or a notebook."""
    noted = node.get("metadata", {}).get("seminar", {})
    return noted if isinstance(noted, dict) else {}


def answer_name(exercise: str) -> str:
    """The variable that holds the answer: exercise "5.2" has `answer_5_2`."""
    return "answer_" + exercise.replace(".", "_")


# Where things are -----------------------------------------------------------------------


def lesson_names(folder=None) -> list[str]:
    """The lessons of the course, such as "05_trade", in order."""
    return sorted(path.stem for path in (course_folder(folder) / "notebooks").glob("[0-9]*.ipynb"))


def find_lesson(wanted: str, names: list[str]) -> str:
    """The lesson meant by "5", "05", "trade" or "05_trade". Raises SeminarError when unclear."""
    number = wanted.zfill(2) if wanted.isdecimal() else wanted
    for fits in (
        [name for name in names if name == wanted],
        [name for name in names if name.split("_")[0] == number],
        [name for name in names if wanted and wanted in name],
    ):
        if len(fits) == 1:
            return fits[0]
    raise SeminarError(f"There is no lesson {wanted!r}; the lessons are: {', '.join(names)}.")


def exercise_lessons(folder=None) -> list[str]:
    """The lessons that have exercises, in order."""
    return sorted(path.stem for path in solutions_folder(folder).glob("[0-9]*.ipynb")) or sorted(
        path.stem for path in reference_folder(folder).glob("[0-9]*.ipynb")
    )


def exercises_folder(folder=None) -> Path:
    return course_folder(folder) / "exercises"


def solutions_folder(folder=None) -> Path:
    return exercises_folder(folder) / "solutions"


def reference_folder(folder=None) -> Path:
    return exercises_folder(folder) / "reference"


# Release --------------------------------------------------------------------------------


def student_version(solution: NotebookNode) -> NotebookNode:
    """The notebook as students get it: answers blank, nothing run."""
    notebook = copy.deepcopy(solution)
    notebook.metadata["seminar"]["role"] = "student"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if role(cell) == "answer":
            cell.source = _blank(cell)
    return notebook


def reference_version(solution: NotebookNode) -> NotebookNode:
    """What a submission is rebuilt from: given and check cells, and what the checks show when right."""
    notebook = student_version(solution)
    notebook.metadata["seminar"]["role"] = "reference"
    for cell, solved in zip(notebook.cells, solution.cells, strict=True):
        if role(cell) == "check":
            cell.outputs = copy.deepcopy(solved.outputs)
            cell.execution_count = solved.execution_count
    return notebook


def _blank(cell: NotebookNode) -> str:
    blank, found = SOLUTION.subn("", cell.source)
    if not found:
        raise SeminarError(
            f"The answer cell {cell.id} of the solution has no ### BEGIN SOLUTION … ### END SOLUTION."
        )
    return blank.rstrip("\n")


def release(lesson: str, folder=None) -> list[Path]:
    """Write the student notebook and the reference of a lesson from its solution.

    A student notebook that holds answers is never overwritten: SeminarError says how to
    keep them. Returns the files written.
    """
    solution = read_notebook(solutions_folder(folder) / f"{lesson}.ipynb")
    target = exercises_folder(folder) / f"{lesson}.ipynb"
    student, reference = student_version(solution), reference_version(solution)
    former = reference_folder(folder) / target.name
    if target.is_file():
        there = read_notebook(target)
        blanks = [student] + ([read_notebook(former)] if former.is_file() else [])
        if not any(_same_cells(there, blank) for blank in blanks):
            held = work_in(there, reference) or ["cells that were changed"]
            raise SeminarError(
                f"exercises/{target.name} holds work ({', '.join(held)}) and was left alone: "
                "save it under another name, then run the command again."
            )
    written = [target, former]
    for notebook, path in zip((student, reference), written, strict=True):
        write_notebook(notebook, path)
    return written


def _same_cells(one: NotebookNode, other: NotebookNode) -> bool:
    """Whether two notebooks hold the same texts, whatever has been run; an attachment counts as text."""
    texts = [[(cell.cell_type, cell.source, cell.get("attachments")) for cell in notebook.cells]
             for notebook in (one, other)]
    return texts[0] == texts[1]


def work_in(notebook: NotebookNode, reference: NotebookNode) -> list[str]:
    """The exercises that are answered in a notebook, and "cells of its own" when it has any."""
    answers, added = _taken(notebook, reference)
    blank = {cell.id: cell.source.strip() for cell in reference.cells}
    held = [
        marks(cell)["exercise"] for cell in reference.cells
        if cell.id in answers and answers[cell.id].strip() not in (blank[cell.id], "")
    ]
    return held + ["cells of its own"] * any(source.strip() for sources in added.values() for source in sources)


# Rebuild --------------------------------------------------------------------------------


def rebuild(submitted: NotebookNode, reference: NotebookNode) -> NotebookNode:
    """The notebook that is run to validate a submission.

    Given and check cells come from the reference, answers from the submission, and cells
    that the student added are carried along in their place. So it does not matter what
    became of the check cells. Each answer starts as `...`, so that an answer cell that
    fails or is missing is simply not answered yet; each check makes its `check` anew, so
    that a student's own `check` is not asked.

    Raises SeminarError when the submission has no answer cell of this lesson.
    """
    answers, added = _taken(submitted, reference)
    if not answers:
        raise SeminarError(
            "The notebook has no answer cells of this lesson: start again from a fresh copy "
            "of the exercise notebook and paste your answers into it."
        )
    lesson = marks(reference)["lesson"]
    notebook = copy.deepcopy(reference)
    notebook.cells = [_code(source, "added") for source in added.get(None, [])]
    for cell in copy.deepcopy(reference.cells):
        exercise = marks(cell).get("exercise", "")
        if role(cell) == "answer":
            notebook.cells.append(_code(f"{answer_name(exercise)} = ...", "reset"))
            cell.source = answers.get(cell.id, "")
        elif role(cell) == "check":
            cell.source = f"from seminar import checker; check = checker({lesson!r})\n{cell.source}"
        notebook.cells.append(cell)
        notebook.cells += [_code(source, "added", exercise) for source in added.get(cell.id, [])]
    return notebook


def _code(source: str, part: str, exercise: str = "") -> NotebookNode:
    cell = nbformat.v4.new_code_cell(source)
    cell.metadata["seminar"] = {"role": part, "exercise": exercise}
    return cell


def _taken(submitted: NotebookNode, reference: NotebookNode) -> tuple[dict, dict]:
    """What is the student's in a notebook.

    Returns the source of each answer by the id of its cell, and the sources of added
    code cells by the id of the reference cell that they follow (None: before the first).
    """
    known = {cell.id: cell for cell in reference.cells}
    answers, chosen = {}, {}
    for cell in reference.cells:
        if role(cell) == "answer":
            found = _answer_cell(submitted, cell)
            if found is not None:
                answers[cell.id] = found.source
                chosen[id(found)] = cell.id
    given = {cell.source.strip() for cell in reference.cells if role(cell) in GIVEN}
    added, place = {}, None
    for cell in submitted.cells:
        if id(cell) in chosen:
            place = chosen[id(cell)]
        elif cell.get("id") in known and role(known[cell.id]) != "answer":
            place = cell.id
        elif cell.cell_type == "code" and role(cell) not in GIVEN and cell.source.strip() not in given:
            added.setdefault(place, []).append(cell.source)
    return answers, added


def _answer_cell(submitted: NotebookNode, wanted: NotebookNode) -> NotebookNode | None:
    """The cell that holds an answer: by id, else by its mark, else by the name it assigns.

    Of several the last is taken, as a run from top to bottom would.
    """
    exercise = marks(wanted)["exercise"]
    assigns = re.compile(rf"^{answer_name(exercise)}\s*=", re.MULTILINE)

    def candidates() -> Iterator[list[NotebookNode]]:
        yield [cell for cell in submitted.cells if cell.get("id") == wanted.id]
        yield [cell for cell in submitted.cells
               if role(cell) == "answer" and marks(cell).get("exercise") == exercise]
        yield [cell for cell in submitted.cells if role(cell) not in GIVEN and assigns.search(cell.source)]

    return next((cells[-1] for cells in candidates() if cells), None)


# Run again ------------------------------------------------------------------------------


def run_through(notebook: NotebookNode, folder: Path) -> None:
    """Run all cells from top to bottom in `folder` and keep their outputs, without times.

    Raises SeminarError when a cell fails or leaves a warning.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError) as error:
        last = str(error).strip().splitlines()[-1]
        raise SeminarError(f"A cell failed: {last}") from None
    for cell in notebook.cells:
        if any(output.get("name") == "stderr" for output in cell.get("outputs", [])):
            raise SeminarError(f"The cell {cell.id} left a warning: mend it, or run again if it is the machine's.")
    notebook.metadata["kernelspec"] = KERNEL
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)


def refresh(lessons=None, folder=None) -> Iterator[Path]:
    """Run lessons and their solutions again and store the outputs; yields each file done.

    First the keyed numbers in their prose are computed anew, and the nbgrader metadata of
    the solutions is renewed. At the end README is brought up to date with them.
    """
    from .prose import facts, renew
    from .readme import renew_readme

    root = course_folder(folder)
    names = lesson_names(root)
    chosen = [find_lesson(lesson, names) for lesson in lessons or names]
    known = facts(root)
    for name in chosen:
        for path in (root / "notebooks" / f"{name}.ipynb", solutions_folder(root) / f"{name}.ipynb"):
            if not path.is_file():
                continue
            notebook = read_notebook(path)
            for cell in notebook.cells:
                if cell.cell_type == "markdown":
                    cell.source = renew(cell.source, known)
                graded = nbgrader_marks(cell)
                if graded:
                    cell.metadata["nbgrader"] = graded
            run_through(notebook, path.parent)
            write_notebook(notebook, path)
            yield path.relative_to(root)
    yield from renew_readme(root, known)


def nbgrader_marks(cell: NotebookNode) -> dict | None:
    """The nbgrader (schema 3) metadata that goes with a cell's role, or None."""
    part, exercise = role(cell), marks(cell).get("exercise", "")
    written = marks(cell).get("kind") == "written"
    graded = part == "answer" if written else part == "check"
    if part == "answer":
        cell_type = {"grade": graded, "solution": True, "locked": False}
    elif part == "check":
        cell_type = {"grade": graded, "solution": False, "locked": True}
    else:
        return None
    points = {"points": marks(cell)["points"]} if graded else {}
    return {
        "schema_version": 3, "grade_id": f"{part}-{exercise.replace('.', '-')}",
        "cell_type": "code", "task": False, **cell_type, **points,
    }
