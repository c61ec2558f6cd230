"""The gates that every lesson's exercises pass."""

import math

import nbformat
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seminar import SeminarError
from seminar.checks import EMPTY, checker, exercises_of
from seminar.course import course_folder
from seminar.feedback import CORRECT, NOT_YET, RECORDED
from seminar.notebooks import (
    answer_name,
    exercise_lessons,
    marks,
    read_notebook,
    reference_version,
    release,
    role,
    student_version,
    write_notebook,
)

ROOT = course_folder()
LESSONS = exercise_lessons()
MODULES = sorted(path.stem for path in (ROOT / "exercises" / "checks").glob("[0-9]*.py"))
EXERCISES = [(lesson, exercise) for lesson in MODULES for exercise in exercises_of(lesson).values()]
ids = [f"{lesson} {exercise.id}" for lesson, exercise in EXERCISES]


class Liar:
    """Claims to equal everything and to be everything."""

    __class__ = float

    def __eq__(self, other):
        return True

    def __float__(self):
        return 90.0

    def __hash__(self):
        return 0

    def __len__(self):
        raise RuntimeError


class Leaver:
    """Leaves Python when it is looked at."""

    def __float__(self):
        raise SystemExit

    __str__ = __repr__ = __iter__ = __len__ = __float__


class LyingFrame(pd.DataFrame):
    """A table that says it is the right one."""

    def equals(self, other):
        return True


JUNK = [
    None, ..., math.nan, math.inf, pd.NA, pd.NaT, True, "", "ninety", b"90", [], {}, set(), object(), Liar(), Leaver(),
    LyingFrame({"year": [1]}), lambda: 1, print, pd, 3 + 4j, np.array([]), np.array([1, 2]), pd.Series(dtype=float),
    pd.DataFrame(), pd.DataFrame({"a": [Liar()], "year": [Leaver()]}), pd.DataFrame([[1, 2]], columns=["a", "a"]),
    [Liar()], [[1], [2]], {"a": 1}, type, ValueError("90"), np.datetime64("2022-02-24"), range(3), iter([1]),
]


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES, ids=ids)
class TestEachExercise:
    def test_the_right_answer_is_right(self, lesson, exercise):
        feedback = exercise.judge(exercise.sample(exercise.right))
        assert feedback.verdict in (CORRECT, RECORDED)
        assert feedback.message == exercise.why

    def test_every_known_mistake_gets_its_own_message(self, lesson, exercise):
        messages = [mistake.message for mistake in exercise.mistakes]
        assert len(set(messages)) == len(messages)
        for mistake in exercise.mistakes:
            feedback = exercise.judge(exercise.sample(mistake.answer))
            assert (feedback.verdict, feedback.message) == (NOT_YET, mistake.message)

    def test_computed_and_charted_exercises_know_three_mistakes(self, lesson, exercise):
        least = 2 if lesson.startswith("00") else 3
        assert len(exercise.mistakes) >= least

    def test_junk_is_refused_without_an_exception(self, lesson, exercise):
        for junk in JUNK:
            feedback = exercise.judge(junk)
            assert feedback.verdict == NOT_YET, repr(type(junk))
            assert feedback.message.strip()
        assert exercise.judge(...).message == EMPTY

    def test_messages_are_for_people(self, lesson, exercise):
        for message in (exercise.why, exercise.otherwise, *(mistake.message for mistake in exercise.mistakes)):
            assert message and message[-1] in ".?!" and len(message) <= 240, message


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.binary(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3) | st.tuples(inner),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(junk=ANYTHING)
def test_a_check_never_raises_and_never_repeats_the_answer(junk):
    for lesson, exercise in EXERCISES:
        feedback = exercise.judge(junk)
        if isinstance(junk, str) and len(junk) > 12:
            assert junk not in feedback.message, lesson


def test_an_exercise_that_does_not_exist_is_told():
    feedback = checker(MODULES[0])("99.9", 1)
    assert feedback.verdict == NOT_YET and "This lesson has the exercises" in feedback.message


def test_a_lesson_without_checks_is_told():
    with pytest.raises(SeminarError, match="There are no checks for the lesson '5'"):
        checker("5")


def test_only_nbgrader_gets_an_exception(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    check = checker("05_trade")
    assert check("5.1", "b").verdict == CORRECT
    with pytest.raises(AssertionError, match="Russia's"):
        check("5.1", "c")


# Release -----------------------------------------------------------------------------------


def solution_of(lesson, folder=ROOT):
    return read_notebook(folder / "exercises" / "solutions" / f"{lesson}.ipynb")


def stored(notebook) -> str:
    return nbformat.writes(notebook)


@pytest.mark.parametrize("lesson", LESSONS)
class TestRelease:
    def test_no_text_of_a_solution_is_left(self, lesson):
        solution = solution_of(lesson)
        for released in (student_version(solution), reference_version(solution)):
            # A hint may show a line on purpose; nothing else may.
            released.cells = [cell for cell in released.cells if role(cell) not in ("question", "given")]
            text = stored(released).replace('\\"', '"')
            for cell in solution.cells:
                solved = cell.source.partition("### BEGIN SOLUTION\n")[2] if role(cell) == "answer" else ""
                for line in solved.splitlines():
                    assert len(line) <= 24 or line.startswith("###") or line not in text, line
            assert "SOLUTION" not in text

    def test_the_reference_is_what_release_writes(self, lesson):
        committed = (ROOT / "exercises" / "reference" / f"{lesson}.ipynb").read_text(encoding="utf-8")
        assert committed == stored(reference_version(solution_of(lesson))) + "\n"

    def test_given_cells_of_the_student_notebook_are_what_release_writes(self, lesson):
        """A half-done notebook passes: answers and cells of the student's own are not looked at."""
        released = student_version(solution_of(lesson))
        there = {cell.id: cell for cell in read_notebook(ROOT / "exercises" / f"{lesson}.ipynb").cells}
        for cell in released.cells:
            if role(cell) != "answer":
                assert there[cell.id].source == cell.source, cell.id

    def test_committed_student_notebooks_are_blank(self, lesson, request):
        if not request.config.getoption("--committed"):
            pytest.skip("a student's own notebook may hold answers: asked only with --committed")
        committed = (ROOT / "exercises" / f"{lesson}.ipynb").read_text(encoding="utf-8")
        assert committed == stored(student_version(solution_of(lesson))) + "\n"

    def test_a_notebook_that_holds_answers_is_not_overwritten(self, lesson, course):
        release(lesson, course)  # Blank over blank, or over a copy of the student's.
        path = course / "exercises" / f"{lesson}.ipynb"
        notebook = read_notebook(path)
        first = next(cell for cell in notebook.cells if role(cell) == "answer")
        first.source = f"{answer_name(marks(first)['exercise'])} = 1"
        write_notebook(notebook, path)
        before = path.read_bytes()
        with pytest.raises(SeminarError, match=r"holds work \(\d+\.1\).*save it under another name"):
            release(lesson, course)
        assert path.read_bytes() == before


def test_a_helper_cell_counts_as_work(course):
    path = course / "exercises" / "05_trade.ipynb"
    write_notebook(student_version(solution_of("05_trade")), path)
    notebook = read_notebook(path)
    notebook.cells.insert(3, nbformat.v4.new_code_cell("mine = 1"))
    write_notebook(notebook, path)
    with pytest.raises(SeminarError, match="cells of its own"):
        release("05_trade", course)


def test_a_note_in_a_cell_of_any_kind_counts_as_work(course):
    path = course / "exercises" / "05_trade.ipynb"
    for change in (
        lambda cells: cells.append(nbformat.v4.new_markdown_cell("My notes.")),
        lambda cells: setattr(cells[0], "source", cells[0].source + " My notes."),
    ):
        notebook = student_version(solution_of("05_trade"))
        change(notebook.cells)
        write_notebook(notebook, path)
        with pytest.raises(SeminarError, match="cells that were changed"):
            release("05_trade", course)


def test_the_year_of_a_table_is_right_or_wrong():
    exercise = exercises_of("05_trade")["5.5"]
    shifted = exercise.right.assign(year=exercise.right["year"] + 1)
    assert exercise.judge(shifted).verdict == NOT_YET


@pytest.mark.parametrize("form", [list, tuple, frozenset, pd.Series, pd.Index, np.array, lambda v: pd.Series(v).unique(),
                                  lambda v: pd.Series(v).array, lambda v: dict.fromkeys(v).keys(),
                                  lambda v: pd.DataFrame({"x": v}), lambda v: pd.CategoricalIndex(v)])
def test_members_may_come_in_any_form(form):
    for lesson, exercise in (("05_trade", "5.4"), ("01_five_readings", "1.3")):
        exercise = exercises_of(lesson)[exercise]
        assert exercise.judge(form(sorted(exercise.right))).verdict == CORRECT


def test_release_twice_writes_the_same(course):
    write_notebook(student_version(solution_of("05_trade")), course / "exercises" / "05_trade.ipynb")
    first = [path.read_bytes() for path in release("05_trade", course)]
    assert [path.read_bytes() for path in release("05_trade", course)] == first


def test_a_solution_without_marks_is_told(course):
    path = course / "exercises" / "solutions" / "05_trade.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("### END SOLUTION", "### THE END"), encoding="utf-8")
    with pytest.raises(SeminarError, match="answer-5-1 of the solution has no ### BEGIN SOLUTION"):
        release("05_trade", course)
