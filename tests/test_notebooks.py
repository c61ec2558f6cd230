"""The notebooks as pages: their form, their numbers, their charts."""

import base64
import re
import subprocess
import sys

import nbformat
import pytest

from seminar import SeminarError, load, trace
from seminar.checks import exercises_of
from seminar.course import course_folder, table_names
from seminar.notebooks import (
    exercise_lessons,
    lesson_names,
    marks,
    nbgrader_marks,
    read_notebook,
    role,
)
from seminar.prose import KEYED, facts, loose_numbers, renew, wrong_numbers
from seminar.readme import PICTURE, PICTURES, chart, exercise_minutes, readme

ROOT = course_folder()
LESSONS = lesson_names()
EXERCISES = exercise_lessons()
FACTS = facts()
FOLDERS = {"lesson": ROOT / "notebooks", "solution": ROOT / "exercises" / "solutions"}
PAGES = [("lesson", name) for name in LESSONS] + [("solution", name) for name in EXERCISES]


@pytest.fixture(params=PAGES, ids=lambda page: " ".join(page))
def page(request):
    kind, name = request.param
    return read_notebook(FOLDERS[kind] / f"{name}.ipynb")


@pytest.fixture(params=LESSONS)
def lesson(request):
    return read_notebook(FOLDERS["lesson"] / f"{request.param}.ipynb")


def markdown(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


# Stored as refresh stores them ------------------------------------------------------------


def test_cells_were_run_in_order_without_errors(page):
    assert [cell.execution_count for cell in code(page)] == list(range(1, len(code(page)) + 1))
    assert not [output for cell in code(page) for output in cell.outputs if output.output_type == "error"]


def test_nothing_stored_depends_on_the_machine(page):
    text = nbformat.writes(page)
    assert not re.search(r" at 0x[0-9a-f]+", text), "a memory address"
    assert '"iopub.' not in text, "a time of execution"
    assert dict(page.metadata["language_info"]) == {"name": "python"}
    assert not re.search(r"/(?:home|Users|tmp|root)/\w", text), "a path of somebody's computer"


def test_ids_are_unique_and_speak(page):
    ids = [cell.id for cell in page.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9-]{3,40}", cell_id) for cell_id in ids)


def test_code_needs_no_magic_and_no_warning_was_left(page):
    for cell in code(page):
        assert not re.search(r"^\s*[%!]", cell.source, re.MULTILINE), cell.id
        assert not cell.source.rstrip().endswith(";"), cell.id
        assert not [output for output in cell.outputs if output.get("name") == "stderr"], cell.id
        assert not re.search(r"\.info\(\)|\.dtypes\b", cell.source), cell.id


# What a reader gets -----------------------------------------------------------------------


def test_front_matter_says_what_a_lesson_needs(lesson):
    first = lesson.cells[0].source
    assert first.startswith("# ") and first.splitlines()[0].endswith("?")
    for heading in ("**In this lesson**", "**Read first**", "**Tables**", "**Time**"):
        assert heading in first, heading
    named = set(re.findall(r"`(\w+)`", first.partition("**Tables**")[2].partition("**Time**")[0]))
    assert named <= set(table_names())


def test_a_lesson_ends_with_what_stays(lesson):
    headings = [cell.source.splitlines()[0] for cell in markdown(lesson)]
    for heading in ("## Key points", "## New words", "## Discuss", "## Exercises", "## Sources"):
        assert heading in headings, heading


def test_code_cells_are_short(lesson):
    lengths = sorted(len(cell.source.splitlines()) for cell in code(lesson))
    assert lengths[-1] <= 12
    assert lengths[len(lengths) // 2] <= 4
    assert max(len(line) for cell in code(lesson) for line in cell.source.splitlines()) <= 110


def test_there_is_more_prose_than_code(lesson):
    words = {kind: sum(len(cell.source.split()) for cell in lesson.cells if cell.cell_type == kind)
             for kind in ("markdown", "code")}
    assert words["markdown"] >= words["code"]


def test_every_table_that_is_loaded_exists(page):
    for name in re.findall(r'load\("(\w+)"\)', nbformat.writes(page).replace('\\"', '"')):
        assert name in table_names()


def test_links_between_files_lead_somewhere(page, request):
    kind, _ = request.node.callspec.params["page"]
    # A solution's links are meant for the student notebook that is made from it.
    folder = ROOT / ("notebooks" if kind == "lesson" else "exercises")
    for cell in markdown(page):
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", cell.source):
            assert (folder / target).exists(), f"{cell.id}: {target}"


def test_minutes_of_the_first_cell_are_those_of_the_metadata(lesson):
    name, minutes = marks(lesson)["lesson"], marks(lesson)["minutes"]
    said = re.search(r"\*\*Time\*\* (\d+) minutes(?:, and (\d+) minutes for the exercises)?", lesson.cells[0].source)
    assert int(said[1]) == minutes["teaching"]
    if name in EXERCISES:
        solution = read_notebook(FOLDERS["solution"] / f"{name}.ipynb")
        assert int(said[2]) == exercise_minutes(solution)


# Charts -----------------------------------------------------------------------------------


def pictures(notebook):
    return [output for cell in code(notebook) for output in cell.outputs
            if "image/png" in output.get("data", {})]


def test_every_chart_of_a_lesson_has_its_description_and_its_source(lesson):
    assert "plt." not in nbformat.writes(lesson) or pictures(lesson)
    for cell in code(lesson):
        drawn = [output for output in cell.outputs if "image/png" in output.get("data", {})]
        if not drawn:
            continue
        (chart,), told = drawn, cell.outputs[-1].data
        alt = chart.metadata["image/png"]["alt"]
        assert chart.data["text/plain"] == alt, cell.id
        assert alt in told["text/plain"] and "Source: table" in told["text/plain"], cell.id
        assert "show(" in cell.source, cell.id


def test_lessons_after_the_first_have_three_charts_or_more(lesson):
    least = 1 if marks(lesson)["lesson"].startswith("00") else 3
    if not marks(lesson)["lesson"].startswith("12"):
        assert len(pictures(lesson)) >= least


# Numbers in prose --------------------------------------------------------------------------


def test_no_number_in_prose_is_out_of_date(page):
    for cell in markdown(page):
        assert not wrong_numbers(cell.source, FACTS), cell.id


def test_no_number_in_a_lessons_prose_is_typed_by_hand(lesson):
    for cell in markdown(lesson):
        assert not loose_numbers(cell.source), f"{cell.id}: {loose_numbers(cell.source)}"


@pytest.mark.parametrize("key", FACTS)
def test_a_fact_rests_on_something(key):
    for row_id in FACTS[key].rests_on:
        if row_id not in table_names():
            trace(row_id)


def test_every_fact_is_used():
    text = "".join(cell.source for kind, name in PAGES
                   for cell in markdown(read_notebook(FOLDERS[kind] / f"{name}.ipynb")))
    text += (ROOT / "README.md").read_text(encoding="utf-8")
    assert {match["key"] for match in KEYED.finditer(text)} == set(FACTS)


def test_a_number_that_no_longer_fits_is_found(data, monkeypatch):
    """Change a copy of a table: the prose that rested on it is told to be wrong."""
    table = data / "data" / "record" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(
        "kotra-2022-china_share,2022,KOTRA,china_share,96.7", "kotra-2022-china_share,2022,KOTRA,china_share,91.7"),
        encoding="utf-8")
    monkeypatch.chdir(data)
    assert wrong_numbers("96.7<!--fact:china_share_2022-->%", FACTS) == [
        "china_share_2022: the text says 96.7, the tables give 91.7"]
    assert renew("96.7<!--fact:china_share_2022-->%", FACTS) == "91.7<!--fact:china_share_2022-->%"


def test_a_key_without_a_fact_is_told():
    assert wrong_numbers("3<!--fact:nothing-->", FACTS) == ["nothing: notebooks/facts.py has no such fact"]
    with pytest.raises(SeminarError, match="no fact 'nothing'"):
        renew("3<!--fact:nothing-->", FACTS)


@pytest.mark.parametrize(("text", "loose"), [
    ("China has 90% of it.", ["90"]),
    ("90<!--fact:share_printed-->% in 2022, see KS-060 and paragraph 9.", []),
    ("On 3 May 2022, Resolution 2371 and ES-11/1, exercise 5.2.", []),
    ("Some 20,000 workers and 4 envoys.", ["20,000", "4"]),
    ("`iloc[0]` and [here](../data/12.csv)", []),
])
def test_loose_numbers_are_found_and_labels_are_not(text, loose):
    assert loose_numbers(text) == loose


# Exercises as pages ------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXERCISES)
def test_exercises_are_complete(name):
    solution = read_notebook(FOLDERS["solution"] / f"{name}.ipynb")
    questions = [cell for cell in solution.cells if role(cell) == "question"]
    numbers = [marks(cell)["exercise"] for cell in questions]
    assert numbers == list(exercises_of(name))
    kinds = [marks(cell)["kind"] for cell in questions]
    assert len(kinds) >= 6 and kinds.count("choice") <= 2 and kinds.count("written") == 1
    assert sum(kind in ("number", "table", "members") for kind in kinds) >= 3 and "chart" in kinds
    for cell in questions:
        said = re.search(r"\*(\d+) minutes, (\d+) points?\*", cell.source)
        assert (int(said[1]), int(said[2])) == (marks(cell)["minutes"], marks(cell)["points"])
        assert "<details><summary>Hint</summary>" in cell.source
    for part in ("answer", "check"):
        assert [marks(cell)["exercise"] for cell in solution.cells if role(cell) == part] == numbers


@pytest.mark.parametrize("name", EXERCISES)
def test_nbgrader_finds_its_metadata(name):
    solution = read_notebook(FOLDERS["solution"] / f"{name}.ipynb")
    for cell in solution.cells:
        assert cell.metadata.get("nbgrader") == nbgrader_marks(cell)


# README ------------------------------------------------------------------------------------


def test_readme_is_up_to_date_with_the_lessons():
    """Numbers, syllabus, pictures and their descriptions are what `seminar refresh` writes."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text == readme(text, ROOT, FACTS)
    shown = PICTURE.findall(text)
    assert shown
    for picture in shown:
        drawn = base64.b64decode(chart(picture, ROOT)["data"]["image/png"])
        assert (ROOT / PICTURES / f"{picture}.png").read_bytes() == drawn


def test_every_reading_is_read_somewhere():
    text = "".join(nbformat.writes(read_notebook(FOLDERS["lesson"] / f"{name}.ipynb")) for name in LESSONS)
    for author in load("readings")["author"]:
        assert author.split()[-1] in text


def test_a_table_or_a_charts_description_that_no_longer_fits_fails_the_run(course):
    """Change one number in a copy of a table: nbval fails where it is printed and where it is drawn."""
    table = course / "data" / "record" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(
        "kotra-2024-china_share,2024,KOTRA,china_share,98", "kotra-2024-china_share,2024,KOTRA,china_share,89"),
        encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "05_trade.ipynb", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider"],
        cwd=course / "notebooks", capture_output=True, text=True, encoding="utf-8", check=False,
    )
    ids = [cell.id for cell in code(read_notebook(course / "notebooks" / "05_trade.ipynb"))]
    failed = {ids[int(number)] for number in re.findall(r"^FAILED .*::Cell (\d+)", done.stdout, re.MULTILINE)}
    assert failed == {"kotra", "share-by-year", "right-years"}
