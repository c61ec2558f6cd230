"""The command, as a user types it."""

import os
import re
import subprocess
import sys
import time
import urllib.request

import pytest

from seminar.cli import main
from seminar.course import course_folder
from seminar.notebooks import read_notebook, role, student_version, write_notebook

ROOT = course_folder()


@pytest.fixture
def seminar(monkeypatch, capsys):
    """Run the command in this process; returns exit code and what it printed."""
    def run(*arguments, cwd=ROOT):
        monkeypatch.chdir(cwd)
        monkeypatch.setenv("COLUMNS", "160")
        monkeypatch.setattr(sys, "argv", ["seminar", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        return stopped.value.code or 0, printed.out + printed.err
    return run


def seminar_check(path):
    """Run `seminar check` in a process of its own, since it runs pytest itself."""
    done = subprocess.run(
        [sys.executable, "-c", "from seminar.cli import main; main()", "check", str(path)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=200, check=False,
        env=os.environ | {"COLUMNS": "160", "PYTHONIOENCODING": "utf-8"},
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def solution():
    return read_notebook(ROOT / "exercises" / "solutions" / "05_trade.ipynb")


def test_check_says_not_yet_of_the_released_notebook(solution, tmp_path):
    path = tmp_path / "05_trade.ipynb"
    write_notebook(student_version(solution), path)
    code, text = seminar_check(path)
    assert code == 1
    assert text.count("not yet") == 8 and "0 of 8 done." in text


def test_check_says_correct_of_right_answers(solution, tmp_path):
    notebook = student_version(solution)
    for cell, right in zip(notebook.cells, solution.cells, strict=True):
        if role(cell) == "answer":
            cell.source = right.source
    path = tmp_path / "05_trade [1] é.IPYNB"  # As a browser or a learning platform may name it.
    write_notebook(notebook, path)
    code, text = seminar_check(path)
    assert code == 0
    assert text.count("correct") == 7 and text.count("recorded") == 1 and "8 of 8 done." in text


@pytest.mark.parametrize(("arguments", "told"), [
    (("check", "no-such.ipynb"), "no-such.ipynb was not found"),
    (("check", "README.md"), "There is no lesson 'README.md'"),
    (("check", "99"), "There is no lesson '99'; the lessons are:"),
    (("check", "07", "exercises/05_trade.ipynb"), "is of lesson 05_trade, not of 07_arms_and_troops."),
    (("trace", "XX-001"), "is neither a claim"),
    (("release", "nothing"), "There is no lesson 'nothing'"),
    (("lab", "nothing"), "There is no lesson 'nothing'"),
])
def test_what_cannot_be_done_is_one_sentence_and_exit_2(seminar, arguments, told):
    code, text = seminar(*arguments)
    assert code == 2
    assert told in " ".join(text.split())


def test_an_empty_file_is_one_sentence_and_exit_2(seminar, tmp_path):
    (tmp_path / "mine.ipynb").write_bytes(b"")
    code, text = seminar("check", tmp_path / "mine.ipynb")
    assert code == 2 and "is empty" in text


def test_trace_prints_the_card(seminar):
    code, text = seminar("trace", "LE-058")
    assert code == 0
    assert "Rachel Minyoung Lee" in text and "#:~:text=" in text


def test_codebook_is_written(seminar, course):
    (course / "data" / "CODEBOOK.md").unlink()
    code, _ = seminar("codebook", cwd=course)
    assert code == 0
    assert (course / "data" / "CODEBOOK.md").read_bytes() == (ROOT / "data" / "CODEBOOK.md").read_bytes()


def test_refresh_stores_what_is_stored(seminar, course):
    """A lesson run again gives the file that is committed, byte for byte but for its pictures."""
    code, text = seminar("refresh", "00", cwd=course)
    assert code == 0 and "refreshed" in text
    path = ("notebooks", "00_start_here.ipynb")
    assert without_pictures(course.joinpath(*path)) == without_pictures(ROOT.joinpath(*path))


def without_pictures(path):
    return re.sub(r'"image/png": "[^"]*"', "", path.read_text(encoding="utf-8"))


def test_release_tells_what_it_wrote(seminar, course, solution):
    write_notebook(student_version(solution), course / "exercises" / "05_trade.ipynb")
    code, text = seminar("release", "05", cwd=course)
    assert code == 0 and "wrote" in text


def test_help_names_the_commands(seminar):
    _, text = seminar("--help")
    for command in ("lab", "check", "trace", "refresh", "release", "codebook"):
        assert re.search(rf"\b{command}\b", text)


@pytest.mark.slow
def test_lab_serves_the_first_page(tmp_path):
    """JupyterLab comes up with the first notebook and passes the port through."""
    # Containers run tests as root, which Jupyter otherwise refuses.
    (tmp_path / "jupyter_server_config.json").write_text('{"ServerApp": {"allow_root": true}}')
    server = subprocess.Popen(
        [sys.executable, "-c", "from seminar.cli import main; main()", "lab", "--no-browser", "--port", "18899"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        env=os.environ | {"JUPYTER_TOKEN": "seminar", "JUPYTER_CONFIG_DIR": str(tmp_path)},
    )
    try:
        page = "http://127.0.0.1:18899/api/contents/notebooks/00_start_here.ipynb?token=seminar&content=0"
        for _ in range(60):
            try:
                with urllib.request.urlopen(page, timeout=5) as answer:
                    assert answer.status == 200
                    break
            except OSError:
                time.sleep(1)
        else:
            pytest.fail("JupyterLab did not come up within a minute")
    finally:
        server.terminate()
        text = server.communicate(timeout=30)[0]
    assert "Opening notebooks/00_start_here.ipynb" in text
    assert "/lab/tree/notebooks/00_start_here.ipynb" in text
