"""Tables of the course pack, read by the description in `data/datapackage.json`."""

import ast
import csv
import operator
import os
import re
from functools import lru_cache
from pathlib import Path

import pandas as pd

from .course import PACKAGE_FILE, course_folder, resource
from .errors import SeminarError


def load(name: str, folder=None) -> pd.DataFrame:
    """One table as a DataFrame with the types of its description.

    Whole numbers that may be missing become `Int64`, dates become `datetime64`, columns
    with an order of their own become ordered categories; what is not known is missing
    (NaN, NaT or NA), never 0 and never an empty text.

    Every cell is checked on the way, and so are the keys. Raises SeminarError with one
    sentence that names file, row and column. Rows are counted as a spreadsheet shows
    them: the header is row 1.
    """
    root = course_folder(folder)
    # Shallow is enough: pandas copies what is written to.
    return _loaded(root, resource(name, root)["name"], _stamp(root)).copy(deep=False)


@lru_cache(maxsize=128)
def _loaded(root: Path, name: str, stamp: int) -> pd.DataFrame:
    """A table, read and checked again only when a file of the data folder has changed."""
    table = resource(name, root)
    raw = _read(root, table)
    _check_keys(root, table, raw)
    return pd.DataFrame({field["name"]: _typed(table, field, raw[field["name"]]) for field in _fields(table)})


def _stamp(root: Path) -> int:
    """A number that changes with the files of the data folder."""
    files = sorted((root / "data").glob("*/*.csv"))
    return hash(tuple((path.name, path.stat().st_mtime_ns) for path in [*files, root / PACKAGE_FILE]))


def primary_key(table: dict) -> str:
    """The name of the column by which a row of this table is known."""
    return table["schema"]["primaryKey"]


def derived_value(formula: str, names: dict[str, float]) -> float:
    """The result of a derived row's formula: numbers, + - * / and brackets.

    `names` gives the other numbers that the formula may use, for a row of `trade` the
    measures of the same counter and year. Raises SeminarError when it cannot be read.
    """
    def value(node):
        match node:
            case ast.Expression(body=body):
                return value(body)
            case ast.Constant(value=int() | float() as number):
                return number
            case ast.Name(id=name) if name in names:
                return names[name]
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -value(operand)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                return _OPERATORS[type(op)](value(left), value(right))
        raise ValueError

    try:
        return value(ast.parse(formula, mode="eval"))
    except (ValueError, SyntaxError, ZeroDivisionError):
        raise SeminarError(f"The formula {formula!r} cannot be computed.") from None


_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _fields(table: dict) -> list[dict]:
    return table["schema"]["fields"]


def _read(root: Path, table: dict) -> pd.DataFrame:
    """The cells as text, checked for the columns that the description names."""
    path = root / "data" / table["path"]
    try:
        stamp = os.stat(path).st_mtime_ns
    except OSError:
        raise SeminarError(
            f"data/{table['path']} is missing: put the file from the course pack back."
        ) from None
    cells = _cells(path, stamp)
    if not cells:
        raise SeminarError(f"data/{table['path']} is empty: put the file from the course pack back.")
    header, *rows = cells
    expected = [field["name"] for field in _fields(table)]
    for column in expected:
        if column not in header:
            raise SeminarError(f"data/{table['path']}, row 1: the column {column!r} is missing.")
    for column in header:
        if column not in expected:
            raise SeminarError(
                f"data/{table['path']}, row 1: the column {column!r} is not in the data package."
            )
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            raise SeminarError(
                f"data/{table['path']}, row {number}: {len(row)} cells where "
                f"the header has {len(header)} columns."
            )
    return pd.DataFrame(rows, columns=header, dtype=str)


@lru_cache(maxsize=64)
def _cells(path: Path, stamp: int) -> list[list[str]]:
    """The rows of a CSV file; read again only when the file has changed."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _typed(table: dict, field: dict, column: pd.Series) -> pd.Series:
    """One column in the type that its description gives; a bad cell raises SeminarError."""
    kind, rules = field["type"], field.get("constraints", {})
    empty = column == ""
    if rules.get("required"):
        _refuse(table, field, empty, column, "is empty but must not be")
    if "enum" in rules:
        allowed = column.isin([str(choice) for choice in rules["enum"]]) | empty
        _refuse(table, field, ~allowed, column, f"is not one of: {', '.join(map(str, rules['enum']))}")
    if "pattern" in rules:
        fits = column.str.fullmatch(rules["pattern"]) | empty
        _refuse(table, field, ~fits, column, f"does not have the form {rules['pattern']}")
    text = column.mask(empty)
    match kind:
        case "integer" | "number" | "year":
            values = pd.to_numeric(text, errors="coerce")
            _refuse(table, field, values.isna() & ~empty, column, "is not a number")
            if kind != "number":
                _refuse(table, field, (values % 1).fillna(0) != 0, column, "is not a whole number")
                values = values.astype("Int64" if empty.any() else "int64")
            else:
                values = values.astype("float64")
            if "minimum" in rules:
                _refuse(table, field, (values < rules["minimum"]).fillna(False), column,
                        f"is below {rules['minimum']}")
            if "maximum" in rules:
                _refuse(table, field, (values > rules["maximum"]).fillna(False), column,
                        f"is above {rules['maximum']}")
            return values
        case "date":
            values = pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
            _refuse(table, field, values.isna() & ~empty, column, "is not a date like 2022-02-24")
            return values
        case "boolean":
            values = text.map({"true": True, "false": False})
            _refuse(table, field, values.isna() & ~empty, column, "is neither true nor false")
            return values.astype("boolean" if empty.any() else "bool")
    if "categories" in field:
        return pd.Series(pd.Categorical(text, field["categories"], ordered=True), index=column.index)
    return text.astype("str")


def _refuse(table: dict, field: dict, bad: pd.Series, column: pd.Series, why: str) -> None:
    """Raise for the first bad cell, naming file, row and column."""
    if bad.any():
        row = bad.idxmax()
        shown = column[row] if len(column[row]) <= 40 else column[row][:40] + "…"
        raise SeminarError(
            f"data/{table['path']}, row {row + 2}, column {field['name']!r}: {shown!r} {why}."
        )


def _check_keys(root: Path, table: dict, raw: pd.DataFrame) -> None:
    """Refuse a primary key that is repeated and a foreign key that leads nowhere."""
    key = primary_key(table)
    field = {"name": key}
    _refuse(table, field, raw[key] == "", raw[key], "is empty but is the row's key")
    _refuse(table, field, raw[key].duplicated(), raw[key], "is there twice but is the row's key")
    for link in table["schema"].get("foreignKeys", []):
        column, target = link["fields"], link["reference"]
        other = resource(target["resource"], root) if target["resource"] else table
        known = _read(root, other)[target["fields"]]
        lost = ~raw[column].isin(known) & (raw[column] != "")
        _refuse(table, {"name": column}, lost, raw[column], f"is not in data/{other['path']}")


def claim_ids(text: str, folder=None) -> list[str]:
    """The claim ids that stand in a text, in order, each once; letters may be small."""
    prefixes = "|".join(_read_prefixes(course_folder(folder)))
    found = re.findall(rf"\b((?:{prefixes})-\d{{3}})\b", text, flags=re.IGNORECASE)
    return list(dict.fromkeys(found_id.upper() for found_id in found))


def _read_prefixes(root: Path) -> list[str]:
    return list(_read(root, resource("readings", root))["prefix"])
