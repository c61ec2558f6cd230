"""The `seminar` command."""

import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .course import course_folder
from .errors import SeminarError

app = typer.Typer(
    help="Pyongyang and Moscow: a data seminar.", no_args_is_help=True,
    pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
)
console = Console()
FAILED, COULD_NOT_LOOK = 1, 2

LessonArgument = Annotated[str, typer.Argument(help="A lesson: 05, trade or 05_trade.", show_default=False)]
LessonsArgument = Annotated[
    list[str] | None, typer.Argument(help="Lessons, such as 05 or 05_trade; all when left out.", show_default=False)
]


@app.command()
def lab(
    lesson: Annotated[str, typer.Argument(help="The lesson to open: 05, trade or 05_trade.")] = "00",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address to open.")] = False,
    port: Annotated[int | None, typer.Option(help="The port to serve on.", show_default=False)] = None,
):
    """Open the course in JupyterLab, at its first page or at a lesson."""
    from .notebooks import find_lesson, lesson_names

    root = course_folder()
    page = f"notebooks/{find_lesson(lesson, lesson_names(root))}.ipynb"
    console.print(f"Opening [bold]{page}[/]. To stop: press Ctrl+C twice in this window.")
    from jupyterlab.labapp import LabApp

    # A file named plainly would make its folder the root, and the exercises would be out of reach.
    options = [f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{page}"]
    options += ["--no-browser"] * no_browser + [f"--ServerApp.port={port}"] * (port is not None)
    LabApp.launch_instance(options)


@app.command()
def check(
    lesson: Annotated[str, typer.Argument(help="A lesson (05, trade) or your notebook's file.", show_default=False)],
    notebook: Annotated[
        Path | None, typer.Argument(help="Your notebook, when it is not in exercises/.", show_default=False)
    ] = None,
):
    """Run your exercise notebook and say, exercise by exercise, what is right.

    Exit code 0: all correct or recorded. 1: not yet. 2: the notebook could not be read.
    """
    from .notebooks import exercise_lessons, exercises_folder, find_lesson
    from .validation import rebuilt

    name = None
    if notebook is None and Path(lesson).suffix.lower() == ".ipynb":
        notebook = Path(lesson)
    else:
        name = find_lesson(lesson, exercise_lessons())
        notebook = notebook or exercises_folder() / f"{name}.ipynb"
    rebuilt(notebook, name)  # Says in one sentence what is wrong with the file, if anything.
    with console.status(f"Running {escape(notebook.name)} …"), tempfile.TemporaryDirectory() as folder:
        scores = _validate(_plainly_named(notebook, Path(folder)))
    _scoreboard(notebook.name, scores)
    if not scores:
        raise SeminarError(f"{notebook.name} could not be run: try again, or restart your computer's Jupyter.")
    raise typer.Exit(0 if all(score.passed for score in scores) else FAILED)


def _plainly_named(notebook: Path, folder: Path) -> Path:
    """The notebook, or a copy where pytest would misread its name: "05_trade[1].ipynb" is one test to it."""
    if notebook.suffix == ".ipynb" and not re.search(r"\[|::", str(notebook)):
        return notebook
    return Path(shutil.copy(notebook, folder / "notebook.ipynb"))


def _validate(notebook: Path) -> list:
    """The scores of one notebook, from pytest run without a word."""
    import contextlib
    import io

    import pytest

    from .validation import SUBMISSION, score_of

    scores = []

    class Watch:
        def pytest_configure(self, config):
            config.stash[SUBMISSION] = notebook.resolve()

        def pytest_runtest_logreport(self, report):
            scores.extend(score for score in [score_of(report)] if score)

    # The course's own pytest settings and other plugins are of no use to a single notebook.
    plugins = ["--disable-plugin-autoload", "-p", "nbval.plugin", "-p", "seminar.validation", "-p", "no:cacheprovider"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        pytest.main([str(notebook), "-o", "addopts=", "--rootdir", str(notebook.parent), *plugins], plugins=[Watch()])
    return scores


def _scoreboard(title: str, scores: list) -> None:
    table = Table(title=escape(title), title_justify="left", show_lines=False, pad_edge=False)
    for heading in ("Exercise", "Verdict", "What to know"):
        table.add_column(heading)
    for score in scores:
        colour = {"correct": "green", "recorded": "blue"}.get(score.verdict, "red")
        table.add_row(score.exercise, f"[{colour}]{score.verdict}[/]", escape(score.message))
    console.print(table)
    done = sum(score.passed for score in scores)
    console.print(f"{done} of {len(scores)} done.")


@app.command()
def trace(row_id: Annotated[str, typer.Argument(
    metavar="ID", help="A claim (LE-058), a row (trade:kotra-2022-total) or a reference.", show_default=False)],
):
    """Show what a claim, a row of a table or a reference rests on."""
    from .evidence import trace as card

    print(card(row_id))


@app.command()
def refresh(lessons: LessonsArgument = None):
    """Run lessons and solutions from top to bottom and store their outputs.

    Numbers in prose that carry a key, in notebooks and README, are computed anew first.
    """
    from .notebooks import refresh as run_again

    for path in run_again(lessons):
        console.print(f"refreshed {path}")


@app.command()
def release(lessons: LessonsArgument = None):
    """Write the student notebooks and references from the solutions.

    A student notebook that holds answers is left alone.
    """
    from .notebooks import exercise_lessons, find_lesson
    from .notebooks import release as release_lesson

    names = exercise_lessons()
    for name in [find_lesson(lesson, names) for lesson in lessons or names]:
        for path in release_lesson(name):
            console.print(f"wrote {path.relative_to(course_folder())}")


@app.command()
def codebook():
    """Write data/CODEBOOK.md from the data package."""
    from .codebook import write

    console.print(f"wrote {write().relative_to(course_folder())}")


def main() -> None:
    """The command, with errors a user can mend shown as one sentence."""
    try:
        app()
    except SeminarError as error:
        Console(stderr=True).print(str(error), style="red", markup=False, highlight=False)
        sys.exit(COULD_NOT_LOOK)
