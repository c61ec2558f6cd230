"""Validation of submissions: what nbval alone lets through does not get through."""

import copy
import os
import subprocess
import sys

import nbformat
import pytest

from seminar import SeminarError
from seminar.course import course_folder
from seminar.feedback import CORRECT, NOT_YET, RECORDED
from seminar.notebooks import marks, read_notebook, rebuild, role, student_version, write_notebook
from seminar.validation import rebuilt

ROOT = course_folder()
LESSON = "05_trade"


@pytest.fixture(scope="module")
def solution():
    return read_notebook(ROOT / "exercises" / "solutions" / f"{LESSON}.ipynb")


@pytest.fixture(scope="module")
def reference():
    return read_notebook(ROOT / "exercises" / "reference" / f"{LESSON}.ipynb")


@pytest.fixture
def solved(solution):
    """A student's notebook with the right answers in it."""
    notebook = student_version(solution)
    for cell, right in zip(notebook.cells, solution.cells, strict=True):
        if role(cell) == "answer":
            cell.source = right.source
    return notebook


@pytest.fixture
def released(solution):
    return student_version(solution)


def cell_of(notebook, part, exercise):
    return next(cell for cell in notebook.cells if role(cell) == part and marks(cell)["exercise"] == exercise)


def answer(notebook, exercise, source):
    cell_of(notebook, "answer", exercise).source = source


class Run:
    """What `pytest NOTEBOOK` and its scoreboard said."""

    def __init__(self, notebook, tmp_path, *options):
        self.path = tmp_path / "05_trade (1).ipynb"
        if isinstance(notebook, bytes):
            self.path.write_bytes(notebook)
        else:
            write_notebook(notebook, self.path)
        # From the course folder with its settings, as a student runs it.
        done = subprocess.run(
            [sys.executable, "-m", "pytest", str(self.path), "-p", "no:cacheprovider", "-n0", *options],
            cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=200, check=False,
            env=os.environ | {"COLUMNS": "300", "PYTHONIOENCODING": "utf-8"},
        )
        self.exit, self.text = done.returncode, done.stdout + done.stderr
        self.score, self.message = {}, {}
        for line in self.text.partition("= Exercises =")[2].partition("short test summary")[0].splitlines():
            exercise = line[:6].strip()
            if exercise[:1].isdigit():
                self.score[exercise] = line[6:16].strip()
                self.message[exercise] = line[16:].strip()


EVERYTHING_RIGHT = {f"5.{n}": CORRECT for n in range(1, 8)} | {"5.8": RECORDED}


def test_the_released_notebook_is_not_yet_done_and_has_no_error(released, tmp_path):
    run = Run(released, tmp_path)
    assert run.exit == 1
    assert run.score == dict.fromkeys(EVERYTHING_RIGHT, NOT_YET)
    assert "Traceback" not in run.text and " error" not in run.text


def test_right_answers_are_correct_or_recorded(solved, tmp_path):
    run = Run(solved, tmp_path)
    assert (run.exit, run.score) == (0, EVERYTHING_RIGHT)


def test_one_exercise_can_be_chosen(solved, tmp_path):
    """5.7 uses a name from the answer to 5.4, whose cell then runs too."""
    run = Run(solved, tmp_path, "-k", "5.7")
    assert (run.exit, run.score) == (0, {"5.7": CORRECT})


# Tampering ---------------------------------------------------------------------------------


def wrong(notebook):
    """Give a wrong answer to 5.1; every trick below tries to hide it."""
    answer(notebook, "5.1", 'answer_5_1 = "c"')


def overwrite_outputs(notebook, solution):
    for cell, right in zip(notebook.cells, solution.cells, strict=True):
        if role(cell) == "check":
            cell.outputs, cell.execution_count = copy.deepcopy(right.outputs), 1


def edit_check(notebook, solution):
    cell_of(notebook, "check", "5.1").source = 'check("5.1", "b")'


def delete_check(notebook, solution):
    notebook.cells.remove(cell_of(notebook, "check", "5.1"))


def duplicate_check(notebook, solution):
    twin = copy.deepcopy(cell_of(notebook, "check", "5.1"))
    twin.id, twin.source = "twin-of-check", 'check("5.1", "b")'
    notebook.cells.append(twin)


def check_to_markdown(notebook, solution):
    cell = cell_of(notebook, "check", "5.1")
    place = notebook.cells.index(cell)
    notebook.cells[place] = nbformat.v4.new_markdown_cell(cell.source, id=cell.id, metadata=cell.metadata)


def tag_check(notebook, solution):
    cell_of(notebook, "check", "5.1").metadata["tags"] = ["nbval-skip", "nbval-ignore-output", "raises-exception"]


def tag_answer(notebook, solution):
    cell_of(notebook, "answer", "5.1").metadata["tags"] = ["nbval-skip", "skip-execution"]


def skip_comment(notebook, solution):
    cell_of(notebook, "check", "5.1").source += "\n# NBVAL_SKIP"
    cell_of(notebook, "answer", "5.1").source += "\n# NBVAL_SKIP"


def exception_comment(notebook, solution):
    cell_of(notebook, "check", "5.1").source = '# NBVAL_RAISES_EXCEPTION\nraise ValueError'


@pytest.mark.parametrize("trick", [
    overwrite_outputs, edit_check, delete_check, duplicate_check, check_to_markdown, tag_check, tag_answer,
    skip_comment, exception_comment,
])
def test_tampering_leaves_no_trace_in_what_is_run(trick, solved, solution, reference):
    wrong(solved)
    honest = what_runs(rebuild(solved, reference))
    trick(solved, solution)
    assert what_runs(rebuild(solved, reference)) == honest


def what_runs(notebook):
    """All that nbval looks at; its comments in an answer cell are never read, so they are left out."""
    return [
        (cell.source.replace("\n# NBVAL_SKIP", ""), marks(cell), cell.outputs, cell.execution_count)
        for cell in notebook.cells if cell.cell_type == "code"
    ]


def test_tricks_that_run_are_not_believed(solved, tmp_path):
    answer(solved, "5.1", "class Yes(str):\n    def __eq__(self, other): return True\n"
                          "    __hash__ = str.__hash__\nanswer_5_1 = Yes('c')")
    answer(solved, "5.2", "%nosuchmagic\nanswer_5_2 = 25")
    answer(solved, "5.3", "answer_5_3 = 1\ncheck = lambda *_: '✓ 5.3 correct'\nchecker = lambda *_: check\n# NBVAL_SKIP")
    answer(solved, "5.6", "# NBVAL_RAISES_EXCEPTION\nanswer_5_6 = float('nan')")
    cell_of(solved, "answer", "5.6").metadata["tags"] = ["nbval-skip"]
    run = Run(solved, tmp_path)
    assert run.exit == 1
    assert run.score == EVERYTHING_RIGHT | dict.fromkeys(("5.1", "5.2", "5.3", "5.6"), NOT_YET)
    assert run.message["5.2"].startswith("The answer cell holds a % command that does not exist here.")


# What honest people do -----------------------------------------------------------------------


def test_what_honest_people_do_works(solved, tmp_path):
    """A helper cell, an answer cell that fails, one that was deleted, and a pasted copy that counts."""
    place = solved.cells.index(cell_of(solved, "answer", "5.2"))
    solved.cells.insert(place, nbformat.v4.new_code_cell("before = russia[russia['year'] < 2024]"))
    answer(solved, "5.2", "totals = before[before['measure'] == 'total']\n"
                          "answer_5_2 = totals.loc[totals['value'] > 34, 'year'].nunique()")
    answer(solved, "5.3", "answer_5_3 = no_such_name + 1")
    solved.cells.remove(cell_of(solved, "answer", "5.6"))
    original = cell_of(solved, "answer", "5.1")
    copied = copy.deepcopy(original)
    copied.id = "pasted-copy"
    original.source, original.id = 'answer_5_1 = "c"', "changed-by-an-editor"
    solved.cells.insert(solved.cells.index(original) + 1, copied)
    run = Run(solved, tmp_path)
    assert run.score == EVERYTHING_RIGHT | {"5.3": NOT_YET, "5.6": NOT_YET}
    assert run.message["5.3"].startswith("The answer cell stopped with NameError.")


def test_an_editor_that_drops_ids_and_marks_loses_no_answer(solved, reference):
    whole = rebuild(solved, reference)
    for cell in solved.cells:
        cell.metadata = nbformat.NotebookNode()
        cell.pop("id")
    assert what_runs(rebuild(solved, reference)) == what_runs(whole)


@pytest.mark.slow
def test_a_dead_kernel_ends_only_its_own_notebook(solved, tmp_path):
    answer(solved, "5.7", "import os; os._exit(1)")
    run = Run(solved, tmp_path)
    assert run.score == EVERYTHING_RIGHT | {"5.7": NOT_YET, "5.8": NOT_YET}
    assert run.message["5.7"].startswith("Python stopped before this check could run")


@pytest.mark.slow
def test_an_endless_loop_is_stopped(solved, tmp_path):
    answer(solved, "5.2", "while True: pass")
    run = Run(solved, tmp_path, "--nbval-cell-timeout=20")
    assert run.score == EVERYTHING_RIGHT | {"5.2": NOT_YET}
    assert run.message["5.2"].startswith("The answer cell was stopped after 20 seconds.")


# What is no submission -----------------------------------------------------------------------


def no_answers(solution):
    notebook = student_version(solution)
    notebook.cells = [cell for cell in notebook.cells if role(cell) != "answer"]
    return notebook


def other_lesson(solution):
    notebook = student_version(solution)
    notebook.metadata["seminar"]["lesson"] = "99_elsewhere"
    return notebook


NO_SUBMISSION = [
    (lambda solution: b"", "is empty: save the notebook in Jupyter"),
    (lambda solution: b"%PDF-1.7", "is not a notebook: download or save it again as .ipynb."),
    (lambda solution: b"[1, 2]", "is not a notebook"),
    (no_answers, "The notebook has no answer cells of this lesson: start again from a fresh copy"),
    (other_lesson, "is of lesson 99_elsewhere, which this course pack does not have."),
]


@pytest.mark.parametrize(("make", "told"), NO_SUBMISSION)
def test_what_is_no_submission_gets_one_sentence(make, told, solution, tmp_path):
    path = tmp_path / "mine.ipynb"
    made = make(solution)
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        write_notebook(made, path)
    with pytest.raises(SeminarError) as error:
        rebuilt(path)
    assert told in str(error.value) and "\n" not in str(error.value)


def test_pytest_tells_it_in_that_sentence(tmp_path):
    run = Run(b"%PDF-1.7", tmp_path)
    assert run.exit != 0 and "is not a notebook: download or save it again" in run.text
    assert "Traceback" not in run.text


def test_lessons_are_left_to_nbval(tmp_path):
    """A notebook that is no submission is collected by nbval as ever, cell by cell."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "notebooks/00_start_here.ipynb", "--collect-only", "-q", "-n0"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )
    assert "00_start_here.ipynb::Cell 0" in done.stdout
