"""Where the course lies, and what its data package says of each table."""

import difflib
import json
from functools import lru_cache
from pathlib import Path

from .errors import SeminarError

PACKAGE_FILE = Path("data") / "datapackage.json"


def course_folder(start=None) -> Path:
    """The folder that holds `data/`, `notebooks/` and `exercises/`.

    Looks in `start` (default: the working folder) and in each folder above it, then
    beside this package, so that a notebook saved elsewhere still finds its tables.

    Raises SeminarError when there is none.
    """
    start = Path(start or Path.cwd()).resolve()
    for folder in (start, *start.parents, Path(__file__).resolve().parents[1]):
        if (folder / PACKAGE_FILE).is_file():
            return folder
    raise SeminarError(
        f"No data folder was found in {start} or above it: "
        "open the notebook inside the unpacked course folder and run it again."
    )


def descriptor(folder=None) -> dict:
    """The data package: every table with its columns, types, units, keys and licence."""
    path = course_folder(folder) / PACKAGE_FILE
    return _parsed(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _parsed(path: Path, stamp: int) -> dict:
    """The data package, parsed again only when the file has changed."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SeminarError(
            f"data/datapackage.json is not valid JSON (line {getattr(error, 'lineno', '?')}): "
            "put the file from the course pack back."
        ) from None


def table_names(folder=None) -> list[str]:
    """The names that `load` knows, in the order of the data package."""
    return [resource["name"] for resource in descriptor(folder)["resources"]]


def resource(name: str, folder=None) -> dict:
    """The description of one table; an unknown name is answered with the nearest ones."""
    resources = {r["name"]: r for r in descriptor(folder)["resources"]}
    if name not in resources:
        near = difflib.get_close_matches(str(name), resources, n=3, cutoff=0.4)
        hint = f"Did you mean {' or '.join(map(repr, near))}?" if near else (
            f"The tables are: {', '.join(resources)}."
        )
        raise SeminarError(f"There is no table named {name!r}. {hint}")
    return resources[name]
