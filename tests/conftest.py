"""Shared fixtures: the course, and copies of it that a test may break."""

import shutil
from pathlib import Path

import pytest

from seminar.data import course_folder


def pytest_addoption(parser):
    parser.addoption(
        "--readings", type=Path, metavar="DIR",
        help="A folder with your own copies of the readings as numbered text: katzeff-sceeus.txt and so on.",
    )
    parser.addoption(
        "--committed", action="store_true",
        help="Also ask that the student notebooks in exercises/ are blank, as they have to be when committed.",
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The course folder."""
    return course_folder(Path(__file__).parent)


@pytest.fixture
def course(root, tmp_path) -> Path:
    """A copy of the course in a temporary folder, without outputs of other tests."""
    for name in ("data", "exercises", "notebooks"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(root / "README.md", tmp_path)
    shutil.copytree(root / ".readme", tmp_path / ".readme")
    return tmp_path


@pytest.fixture
def data(root, tmp_path) -> Path:
    """A copy of the tables alone; the folder above them counts as a course."""
    shutil.copytree(root / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture(scope="session")
def readings(request) -> Path:
    """The folder with the texts of the readings, which are not part of the pack."""
    folder = request.config.getoption("--readings")
    if folder is None:
        pytest.skip("the readings are copyrighted and not part of the pack: give your copies with --readings=DIR")
    return folder.resolve()
