"""The pytest plugin that validates exercise notebooks with nbval.

`pytest exercises/05_trade.ipynb` rebuilds the notebook from its reference and the
student's answers, lets nbval run it and compare what the checks show, and ends with a
scoreboard. One test is one exercise. Other notebooks are left to nbval.

Students check themselves with this. It does not stop somebody who patches Python.
"""

import functools
import json
from collections import defaultdict
from dataclasses import astuple, dataclass
from pathlib import Path

import nbval.kernel
import pytest
from nbval.plugin import IPyNbCell, IPyNbFile, NbCellError

from .course import course_folder
from .errors import SeminarError
from .feedback import CORRECT, FEEDBACK_TYPE, NOT_YET, RECORDED
from .notebooks import marks, read_notebook, rebuild, reference_folder, role

NO_CHECK = (
    "Python stopped before this check could run: restart the kernel, run all cells, "
    "and see which cell ends it."
)
SCORE = "seminar score"  # The name of the test property that carries a score.
CELL_TIMEOUT = 60  # Seconds; nbval's own default is over half an hour.


@dataclass(frozen=True)
class Score:
    """One line of the scoreboard."""

    notebook: str
    exercise: str
    verdict: str
    message: str

    @property
    def passed(self) -> bool:
        return self.verdict in (CORRECT, RECORDED)


# A file to be taken for a submission whatever its role, such as a solution.
SUBMISSION = pytest.StashKey[Path]()


def pytest_configure(config):
    # Between choosing ports and using them another program may take one: then start again.
    start = nbval.kernel.start_new_kernel
    if not hasattr(start, "__wrapped__"):
        nbval.kernel.start_new_kernel = _twice(start)


def _twice(start):
    @functools.wraps(start)
    def start_again(*args, **kwargs):
        try:
            return start(*args, **kwargs)
        except RuntimeError:
            return start(*args, **kwargs)

    return start_again


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    collected = yield
    if file_path.suffix == ".ipynb" and _is_submission(file_path, parent.config):
        return [SubmittedNotebook.from_parent(parent, path=file_path)]
    return collected


def pytest_terminal_summary(terminalreporter):
    reports = [report for group in terminalreporter.stats.values() for report in group]
    scores = sorted((score for report in reports if (score := score_of(report))), key=astuple)
    if not scores:
        return
    terminalreporter.section("Exercises")
    for score in scores:
        terminalreporter.write_line(
            f"{score.exercise:<6}{score.verdict:<10}{score.message}",
            green=score.passed, red=not score.passed,
        )


def score_of(report) -> Score | None:
    """The score that a test report carries, if it is of an exercise and of its run."""
    if getattr(report, "when", None) != "call":
        return None
    return next((Score(*value) for name, value in report.user_properties if name == SCORE), None)


def _is_submission(path: Path, config) -> bool:
    """Whether a file is a student's notebook, or was meant to be one and cannot be read."""
    if config.stash.get(SUBMISSION, None) == path.resolve():
        return True
    try:
        noted = json.loads(path.read_text(encoding="utf-8-sig"))["metadata"].get("seminar")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        named = [Path(arg.split("::")[0]).resolve() for arg in config.args]
        return path.resolve() in named
    return isinstance(noted, dict) and noted.get("role") == "student"


class SubmittedNotebook(IPyNbFile):
    """A student's notebook, rebuilt. Collects one item for each exercise.

    `waiting` are the other code cells, with their numbers, that have not been run yet.
    """

    def collect(self):
        try:
            self.nb = rebuilt(Path(self.path))
        except SeminarError as error:
            raise self.CollectError(str(error)) from None
        self.waiting = []
        for number, cell in enumerate(cell for cell in self.nb.cells if cell.cell_type == "code"):
            if role(cell) != "check":
                self.waiting.append((number, cell))
                continue
            yield ExerciseItem.from_parent(
                self, name=marks(cell)["exercise"], cell_num=number, cell=cell, options=defaultdict(bool, check=True),
            )

    def setup(self):
        self.config.option.nbval_current_env = True
        self.config.option.nbval_cell_timeout = min(self.config.option.nbval_cell_timeout, CELL_TIMEOUT)
        super().setup()


def rebuilt(path: Path, lesson: str | None = None) -> object:
    """The notebook to run for a submission; `lesson` is the one it has to be of, if any.

    Raises SeminarError when the file is no notebook, has no answers or is of another lesson.
    """
    submitted = read_notebook(path)
    its_lesson = marks(submitted).get("lesson", lesson)
    if its_lesson is None:
        raise SeminarError(f"{path.name} does not say of which lesson it is: start from a fresh copy.")
    if lesson is not None and its_lesson != lesson:
        raise SeminarError(f"{path.name} is of lesson {its_lesson}, not of {lesson}.")
    reference = reference_folder(_course_of(path)) / f"{its_lesson}.ipynb"
    if not reference.is_file():
        raise SeminarError(f"{path.name} is of lesson {its_lesson}, which this course pack does not have.")
    return rebuild(submitted, read_notebook(reference))


def _course_of(path: Path) -> Path:
    """The course that a notebook belongs to: the one around it, else the one around the working folder."""
    try:
        return course_folder(path.parent)
    except SeminarError:
        return course_folder()


class ExerciseItem(IPyNbCell):
    """One exercise: all cells up to its check that have not run yet, then the check, compared by nbval."""

    def setup(self):
        pass  # nbval would expect every cell after a timeout to fail; here each stands for itself.

    def runtest(self):
        stopped = ""
        try:
            while self.parent.waiting and self.parent.waiting[0][0] < self.cell_num:
                number, cell = self.parent.waiting.pop(0)
                # A failing cell of the student's is no test of its own: its check tells.
                work = IPyNbCell.from_parent(
                    self.parent, name=f"cell {number}", cell_num=number, cell=cell,
                    options=defaultdict(bool, check_exception=True),
                )
                work.runtest()
                if role(cell) == "answer" and marks(cell)["exercise"] == self.name:
                    stopped = _why_it_stopped(work.test_outputs, self.config.option.nbval_cell_timeout)
            super().runtest()
        finally:
            self._record(stopped)

    def _record(self, stopped: str):
        told = [output["data"][FEEDBACK_TYPE] for output in self.test_outputs or []
                if FEEDBACK_TYPE in output.get("data", {})]
        verdict, message = (told[-1]["verdict"], told[-1]["message"]) if told else (NOT_YET, NO_CHECK)
        self.score = Score(Path(self.path).name, self.name, verdict, f"{stopped}{message}")
        # Properties of a test reach the report also when it ran in another process.
        self.user_properties.append((SCORE, astuple(self.score)))

    def repr_failure(self, excinfo):
        score = getattr(self, "score", None)
        if isinstance(excinfo.value, NbCellError) and score:
            return f"{score.exercise} {score.verdict}: {score.message}"
        return super().repr_failure(excinfo)

    def reportinfo(self):
        return self.path, 0, f"exercise {self.name}"


def _why_it_stopped(outputs, timeout: float) -> str:
    """A sentence on the error that an answer cell ended in, or ""."""
    for output in outputs or []:
        if output.output_type == "error":
            if output.ename == "KeyboardInterrupt":
                return f"The answer cell was stopped after {timeout:g} seconds. "
            return f"The answer cell stopped with {output.ename}. "
        if output.output_type == "stream" and output.text.startswith("UsageError"):
            return "The answer cell holds a % command that does not exist here. "
    return ""
