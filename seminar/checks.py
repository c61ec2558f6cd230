"""Checks that say what went wrong: the kinds of exercise, and `checker`, which runs them.

A lesson's module in `exercises/checks/` lists its exercises in `EXERCISES`. Each exercise
knows the right answer, computed from the tables, and the mistakes that people really
make, computed the same way, with a message for each.
"""

import importlib.util
import math
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.category import StrCategoryFormatter
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer
from matplotlib.figure import Figure

from . import charts  # noqa: F401  A student's charts get the look of the lessons'.
from .course import course_folder, resource, table_names
from .data import claim_ids, load, primary_key
from .errors import SeminarError
from .feedback import CORRECT, NOT_YET, RECORDED, Feedback

EMPTY = "Nothing here yet: replace the three dots in the answer cell, run it, then run this cell again."


@dataclass(frozen=True)
class Mistake:
    """An answer that people give, and what to tell them.

    `when` recognises the mistake in an answer as the exercise reads it, before anything
    else is compared; without it, an answer is this mistake when it is the same as the
    sample, as right answers are compared.
    """

    answer: Any
    message: str
    when: Callable[[Any], bool] | None = None


class NotReadable(Exception):
    """An answer that is not of the kind asked for; the text tells the student why."""


@dataclass(frozen=True)
class Exercise:
    """One exercise: `right` answers it, `mistakes` are told apart, `otherwise` meets the rest.

    `why` is shown with a right answer: one sentence on why it matters.
    Subclasses say how an answer is read and when two readings are the same.
    """

    id: str
    right: Any
    why: str
    otherwise: str
    mistakes: Sequence[Mistake] = field(default=())

    verdict = CORRECT

    def judge(self, answer) -> Feedback:
        """The feedback on an answer. Never raises, whatever it is handed."""
        try:
            return self._judge(answer)
        except NotReadable as reason:
            return self._not_yet(str(reason))
        except (Exception, SystemExit):
            return self._not_yet(f"This answer cannot be read. {self.wanted}")

    def _judge(self, answer) -> Feedback:
        if answer is ... or answer is None:
            raise NotReadable(EMPTY)
        given = self.read(answer)
        for mistake in self.mistakes:
            if mistake.when and mistake.when(given):
                return self._not_yet(mistake.message)
        if self.same(given, self._expected(self.right)):
            return Feedback(self.id, self.verdict, self.why)
        for mistake in self.mistakes:
            if not mistake.when and self.same(given, self._expected(mistake.answer)):
                return self._not_yet(mistake.message)
        return self._not_yet(self.near_miss(given) or self.otherwise)

    def _expected(self, value):
        return self.read(self.sample(value))

    def _not_yet(self, message: str) -> Feedback:
        return Feedback(self.id, NOT_YET, message)

    wanted = ""

    def sample(self, value):
        """`right` or a mistake's `answer` as a student would hand it in."""
        return value

    def read(self, answer):
        """The answer as plain values. Raises NotReadable with a sentence for the student."""
        raise NotImplementedError

    def same(self, given, right) -> bool:
        raise NotImplementedError

    def near_miss(self, given) -> str:
        """A message for an answer that is neither right nor a known mistake, or ""."""
        return ""


# Choice ---------------------------------------------------------------------------------


class _Choice(Exercise):
    wanted = 'Give one letter in quotation marks, such as "a".'

    def read(self, answer):
        if type(answer) is not str or len(answer.strip()) != 1:
            raise NotReadable(self.wanted)
        return answer.strip().lower()

    def same(self, given, right):
        return given == right


def choice(id: str, right: str, wrong: dict[str, str], why: str) -> Exercise:
    """One letter among several; `wrong` maps every other letter to its message."""
    mistakes = [Mistake(letter, message) for letter, message in wrong.items()]
    letters = ", ".join(sorted([right, *wrong]))
    return _Choice(id, right, why, f"The letters to choose from are: {letters}.", mistakes)


# Number ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Number(Exercise):
    tolerance: float = 0.005

    wanted = "Give one number, not text, a list or a table."

    def read(self, answer):
        return plain_number(answer)

    def same(self, given, right):
        return math.isclose(given, right, rel_tol=self.tolerance, abs_tol=1e-9)


def number(id: str, right: float, why: str, otherwise: str, mistakes: Sequence[tuple[float, str]],
           unit: str = "", tolerance: float = 0.005) -> Exercise:
    """One number, right within `tolerance` (a share of it).

    `mistakes` are (value, message) pairs. With the unit "percent", a fraction given for
    a percentage and a percentage taken times a hundred are known mistakes too.
    """
    known = [Mistake(value, message) for value, message in mistakes]
    if unit == "percent":
        known += [
            Mistake(right / 100, "This is a fraction of 1. The question asks for percent: times 100."),
            Mistake(right * 100, "This is a hundred times too large: it was in percent already."),
        ]
    return _Number(id, right, why, otherwise, known, tolerance)


def plain_number(answer) -> float:
    """A number as a float. Raises NotReadable for anything else, and for NaN and infinity."""
    kind = type(answer)
    if kind is str:
        raise NotReadable("This is text. A number stands without quotation marks and without a unit.")
    if kind is bool or isinstance(answer, np.bool_):
        raise NotReadable("This is True or False: the result of a comparison, not a number.")
    if kind in (pd.Series, pd.Index, np.ndarray, list, tuple, pd.DataFrame):
        raise NotReadable(
            "This is a column or a list, not one number: pick the value that is asked for, "
            "for example with .iloc[0], .sum() or .max()."
        )
    if not (kind in (int, float) or (isinstance(answer, (np.integer, np.floating)) and kind.__module__ == "numpy")):
        raise NotReadable(_Number.wanted)
    value = float(answer)
    if not math.isfinite(value):
        raise NotReadable("This is not a finite number: a value is missing, or something was divided by 0.")
    return value


# Table ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Table(Exercise):
    key: tuple[str, ...] = ()
    tolerance: float = 0.005

    wanted = "Give a table: a DataFrame with the columns that the question names."

    def read(self, answer):
        if type(answer) is pd.Series:
            answer = answer.to_frame(answer.name if answer.name is not None else "value")
        if type(answer) is not pd.DataFrame:
            raise NotReadable(self.wanted)
        columns = list(self.right.columns)
        if any(name in columns and name not in answer.columns for name in answer.index.names):
            answer = answer.reset_index()
        for name in columns:
            if name not in answer.columns:
                raise NotReadable(f"The column {name!r} is missing. {self.wanted}")
        extra = [name for name in answer.columns if name not in columns]
        if extra or answer.columns.has_duplicates:
            raise NotReadable(f"There are more columns than asked for: keep {', '.join(columns)}.")
        answer = answer[columns]
        return answer.sort_values(list(self.key)).reset_index(drop=True) if self.key else answer.reset_index(drop=True)

    def same(self, given, right):
        return len(given) == len(right) and all(
            self._same_column(given[name], right[name], name) for name in right.columns
        )

    def _same_column(self, given, right, name):
        tolerance = 0 if name in self.key else self.tolerance  # A year is right or wrong.
        if pd.api.types.is_numeric_dtype(right):
            given = pd.to_numeric(given, errors="coerce").to_numpy(float, na_value=np.nan)
            return np.allclose(given, right.to_numpy(float, na_value=np.nan), tolerance, 1e-9, equal_nan=True)
        return [_plain_text(value) for value in given] == [_plain_text(value) for value in right]

    def near_miss(self, given):
        rows = len(self.right)
        if len(given) != rows:
            return f"{'More' if len(given) > rows else 'Fewer'} rows than there should be. {self.otherwise}"
        wrong = [name for name in self.right.columns
                 if not self._same_column(given[name], self.read(self.right)[name], name)]
        return f"The column {wrong[0]!r} does not hold what was asked. {self.otherwise}" if wrong else ""


def table(id: str, right: pd.DataFrame, key: str | Sequence[str], why: str, otherwise: str,
          mistakes: Sequence[tuple[pd.DataFrame, str]], tolerance: float = 0.005) -> Exercise:
    """A table with the columns of `right`, in any order of rows and columns.

    `key` names the column or columns that tell the rows apart; the student's may stand
    in the index. `mistakes` are (table, message) pairs with the same columns.
    """
    keys = (key,) if isinstance(key, str) else tuple(key)
    return _Table(id, right, why, otherwise, [Mistake(*pair) for pair in mistakes], keys, tolerance)


def _plain_text(value):
    return str(value) if type(value) in (str, np.str_) else object()  # An object equals nothing but itself.


# Members of a set -----------------------------------------------------------------------


class _Members(Exercise):
    wanted = "Give a list or a set, such as [1, 2] or {\"a\", \"b\"}, or one column of a table."

    def read(self, answer):
        if type(answer) is pd.DataFrame and answer.shape[1] == 1:
            answer = answer.iloc[:, 0]
        columns = (pd.Series, np.ndarray, pd.Index, pd.api.extensions.ExtensionArray)
        if type(answer) in (set, frozenset, list, tuple, type({}.keys())):
            values = answer
        elif isinstance(answer, columns) and type(answer).__module__.split(".")[0] in ("pandas", "numpy"):
            values = answer.tolist()
        else:
            raise NotReadable(self.wanted)
        members = frozenset(map(_plain_member, values))
        if not members:
            raise NotReadable("The list is empty. If a selection left nothing over, print each step of it.")
        return members

    def same(self, given, right):
        return given == right

    def near_miss(self, given):
        right = self.read(self.right)
        missing, extra = len(right - given), len(given - right)
        told = [f"{missing} missing"] * bool(missing) + [f"{extra} too many"] * bool(extra)
        return f"Not the same set: {' and '.join(told)}. {self.otherwise}"


def members(id: str, right, why: str, otherwise: str, mistakes: Sequence[tuple[Any, str]]) -> Exercise:
    """The members of a set, in any order; `mistakes` are (members, message) pairs."""
    return _Members(id, right, why, otherwise, [Mistake(*pair) for pair in mistakes])


def _plain_member(value):
    if type(value) in (str, np.str_):
        return str(value).strip()
    number_ = plain_number(value)
    return int(number_) if number_.is_integer() else number_


# Chart ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Drawing:
    """What a reader can see in the axes of a chart.

    `points` are the (x, y) pairs drawn as lines, dots or bars, rounded to six figures;
    `joined` tells whether a line runs through them.
    """

    points: frozenset[tuple[float, float]]
    joined: bool
    x_label: str
    y_label: str
    x_is_text: bool
    y_scale: str


class _Chart(Exercise):
    wanted = "Give the axes of your chart: begin with fig, ax = plt.subplots(), draw with ax, and end with ax as the answer."

    def sample(self, value):
        return drawn(value)

    def read(self, answer):
        return read_drawing(answer)

    def same(self, given, right):
        return given.points == right.points

    def near_miss(self, given):
        if given.x_is_text:
            return "The x axis holds text, so its values stand at equal distances: plot numbers."
        return f"The points are not the ones asked for. {self.otherwise}"


def chart(id: str, right: Callable[[Axes], None], why: str, otherwise: str,
          mistakes: Sequence[tuple]) -> Exercise:
    """A chart. `right` draws it on given axes.

    `mistakes` are (draw, message) or (draw, message, when): `draw` draws the mistake on
    given axes, `when` recognises it in a Drawing. An answer is right when it shows the
    same points, as line, dots or bars, names both axes, and is no known mistake.
    """
    def unlabelled(ax):
        right(ax)
        ax.set(xlabel="", ylabel="")

    points = read_drawing(drawn(right)).points
    nameless = Mistake(
        unlabelled,
        "Name both axes with ax.set_xlabel and ax.set_ylabel, the unit included.",
        lambda given: given.points == points and not (given.x_label and given.y_label),
    )
    return _Chart(id, right, why, otherwise, [*(Mistake(*mistake) for mistake in mistakes), nameless])


def drawn(draw: Callable[[Axes], None]) -> Axes:
    """The axes of a new figure on which `draw` has drawn; the figure is not shown."""
    fig, ax = plt.subplots()
    draw(ax)
    plt.close(fig)
    return ax


def read_drawing(answer) -> Drawing:
    """What the axes (or the only axes of a figure) show. Raises NotReadable."""
    if isinstance(answer, Figure) and len(answer.axes) == 1:
        answer = answer.axes[0]
    if not isinstance(answer, Axes) or not type(answer).__module__.startswith("matplotlib."):
        raise NotReadable(_Chart.wanted)
    ax = answer
    lines = [line for line in ax.lines if all(line.get_transform().contains_branch_seperately(ax.transData))]
    dots = [dots for dots in ax.collections if isinstance(dots, PathCollection)]
    bars = [bar for group in ax.containers if isinstance(group, BarContainer) for bar in group]
    points = [tuple(point) for line in lines for point in line.get_xydata()]
    points += [tuple(point) for group in dots for point in group.get_offsets()]
    points += [(bar.get_x() + bar.get_width() / 2, bar.get_height()) for bar in bars]
    points = {_rounded(point) for point in points if all(map(math.isfinite, point))}
    if not points:
        raise NotReadable("The axes are empty: draw on ax, then give ax as the answer.")
    return Drawing(
        points=frozenset(points),
        joined=any(line.get_linestyle() not in ("None", "", " ") for line in lines),
        x_label=ax.get_xlabel().strip(),
        y_label=ax.get_ylabel().strip(),
        x_is_text=isinstance(ax.xaxis.get_major_formatter(), StrCategoryFormatter),
        y_scale=ax.get_yscale(),
    )


def _rounded(point) -> tuple[float, float]:
    return tuple(float(f"{value:.6g}") for value in point)


# Coding ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Coding(Exercise):
    codes: tuple[str, ...] = ()

    verdict = RECORDED
    wanted = 'Give a dictionary with one code for each claim, such as {"LE-058": "asserted"}.'

    def read(self, answer):
        if type(answer) is not dict:
            raise NotReadable(self.wanted)
        if answer and all(code is ... for code in answer.values()):
            raise NotReadable(EMPTY)
        return answer

    def same(self, given, right):
        return not self.near_miss(given)

    def near_miss(self, given):
        codes = ", ".join(self.codes)
        unknown = len(given.keys() - self.right.keys())
        missing = [claim for claim in self.right if given.get(claim) is None or given[claim] is ...]
        coded = {claim: given[claim] for claim in self.right if claim not in missing}
        misspelt = [claim for claim, code in coded.items() if type(code) is not str or code not in self.codes]
        if unknown:
            return f"Ids that are not among the claims to be coded: {unknown}. Copy them from the question."
        if missing:
            return f"No code yet for {_listed(missing)}. Every claim needs one of: {codes}."
        if misspelt:
            return f"Not one of the codes, at {_listed(misspelt)}. Write, in small letters, one of: {codes}."
        if len(set(coded.values())) == 1:
            return "One code for everything tells no claim from another: read each again by the rule."
        return ""


def coding(id: str, claims: Sequence[str], codes: Sequence[str], why: str) -> Exercise:
    """A code for each of some claims, as a dictionary by claim id. Any honest coding is accepted.

    The check sees to it that every claim has one of `codes`, correctly spelt, and that not
    all have the same.
    """
    sample = {claim: codes[place % len(codes)] for place, claim in enumerate(claims)}
    first, *others = claims
    broken = (
        {claim: sample[claim] for claim in others},  # one missing
        sample | {"": codes[0]},  # an id that is not asked for
        sample | {first: codes[0].upper()},  # misspelt
        dict.fromkeys(claims, codes[0]),  # one code for everything
    )
    exercise = _Coding(id, sample, why, _Coding.wanted, (), tuple(codes))
    mistakes = [Mistake(answer, exercise.near_miss(answer), lambda given: False) for answer in broken]
    return _Coding(id, sample, why, _Coding.wanted, mistakes, tuple(codes))


def _listed(ids: Sequence[str], most: int = 5) -> str:
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + more


# Written argument -----------------------------------------------------------------------


@dataclass(frozen=True)
class _Written(Exercise):
    about: frozenset[str] = frozenset()
    least_words: int = 80
    record: frozenset[str] = frozenset()

    verdict = RECORDED
    wanted = 'Write your argument as text, between three quotation marks (""") on either side.'

    def read(self, answer):
        if type(answer) is not str:
            raise NotReadable(self.wanted)
        return answer

    def same(self, given, right):
        return not self.near_miss(given)

    def near_miss(self, given):
        claims = load("claims").set_index("claim_id")
        readings = load("readings").set_index("reading_id")
        cited = claim_ids(given)
        against = claim_ids("\n".join(re.findall(r"^\s*against:.*$", given, flags=re.IGNORECASE | re.MULTILINE)))
        unknown = [claim for claim in cited if claim not in claims.index]
        if len(given.split()) < self.least_words:
            return f"Too short for an argument: write {self.least_words} words or more."
        if not cited:
            return "No claim is cited: name the claims that you rest on by their ids, such as (KS-060)."
        if unknown:
            return "A claim id does not exist: look each one up with trace before you cite it."
        if set(cited) - self.about:
            return "A claim is not about the subject: the question says which themes count."
        cited_in = set(claims.loc[cited, "reading_id"])
        if len(cited_in) < 2:
            return "All claims come from one reading: bring in a second one."
        if readings.loc[sorted(cited_in), "author"].nunique() < 2:
            return "Two readings but one author, so one voice: bring in somebody else."
        if not against:
            return 'Nothing speaks against you yet: add a line that begins with "Against:" and cites a claim.'
        return self._record_miss(row_ids(given)) if self.record else ""

    def _record_miss(self, rows: list[str]) -> str:
        if not rows:
            return "No row of the record is cited: name one as table and key, such as trade:kotra-2022-total."
        if not all(map(_row_exists, rows)):
            return "A row id does not exist: look each one up with trace before you cite it."
        if set(rows) - self.record:
            return "A row of the record is not about the subject: the question says which tables count."
        return ""


def written(id: str, about: Sequence[str], why: str, least_words: int = 80, record: Sequence[str] = ()) -> Exercise:
    """An argument in the student's words. A person judges it; the check sees to its form.

    `about` are the claim ids that belong to the subject. The argument must cite claims of
    two authors or more, all of them about the subject, one of them in a line that begins
    with "Against:", and have `least_words` words or more. `record` are the row ids, such
    as "trade:kotra-2022-total" or "references:reuters-2014-06", that belong to it: where
    they are given, one or more must be cited, and no others.
    """
    about, record = frozenset(about), frozenset(record)
    claims = load("claims").merge(load("readings"), on="reading_id")
    ours = claims[claims["claim_id"].isin(about)]
    one = ours.iloc[0]
    other = ours[ours["author"] != one["author"]].iloc[0]
    off_subject = claims[~claims["claim_id"].isin(about)].iloc[0]
    words = " word" * least_words
    row = min(record, default="")
    sample = f"{one['claim_id']}{words} {row}\nAgainst: {other['claim_id']}"
    broken = (
        f"{one['claim_id']}\nAgainst: {other['claim_id']}",  # too short
        words,  # no claim
        sample.replace(one["claim_id"], f"{one['prefix']}-000"),
        sample.replace(one["claim_id"], off_subject["claim_id"]),
        sample.replace(other["claim_id"], one["claim_id"]),  # one reading
        sample.replace("Against:", ""),
        *_one_author(ours, sample, one, other),
        *(sample.replace(row, wrong) for wrong in _wrong_rows(record)),
    )
    exercise = _Written(id, sample, why, _Written.wanted, (), about, least_words, record)
    mistakes = [Mistake(text, exercise.near_miss(text), lambda given: False) for text in broken]
    return _Written(id, sample, why, _Written.wanted, mistakes, about, least_words, record)


def row_ids(text: str) -> list[str]:
    """The ids of table rows that stand in a text, such as trade:kotra-2022-total, each once."""
    return list(dict.fromkeys(re.findall(r"\b[a-z_]+:[A-Za-z0-9](?:[\w./-]*\w)?", text)))


def _row_exists(row_id: str) -> bool:
    name, _, key = row_id.partition(":")
    return name in table_names() and key in set(load(name)[primary_key(resource(name))])


def _wrong_rows(record: frozenset[str]) -> list[str]:
    """No row, one that does not exist and one off the subject; nothing where no rows are asked for."""
    others = (f"{name}:{load(name)[primary_key(resource(name))].iloc[0]}" for name in table_names())
    return ["", "trade:none", next(row for row in others if row not in record)] if record else []


@dataclass(frozen=True)
class _OneOf(_Written):
    questions: Mapping[str, Exercise] = field(default_factory=dict)

    def near_miss(self, given):
        named = re.findall(r"^\s*question:\s*(\w+)", given, flags=re.IGNORECASE | re.MULTILINE)
        if len(named) != 1 or named[0].upper() not in self.questions:
            return f'Which question? Add one line such as "Question: A". The letters are: {", ".join(self.questions)}.'
        return self.questions[named[0].upper()].near_miss(given)


def one_of(id: str, questions: Mapping[str, Exercise], why: str) -> Exercise:
    """A written answer to one of several questions, each made with `written`.

    `questions` are keyed by capital letters; a line such as "Question: A" says which one
    is answered, and what it asks of claims and rows is asked of the answer.
    """
    letter, first = next(iter(questions.items()))
    sample = f"Question: {letter}\n{first.right}"
    exercise = _OneOf(id, sample, why, _Written.wanted, questions=questions)
    texts = [first.right, *(f"Question: {letter}\n{mistake.answer}" for mistake in first.mistakes)]
    mistakes = [Mistake(text, exercise.near_miss(text), lambda given: False) for text in texts]
    return _OneOf(id, sample, why, _Written.wanted, mistakes, questions=questions)


def _one_author(ours: pd.DataFrame, sample: str, one: pd.Series, other: pd.Series) -> list[str]:
    """The sample with claims of two readings by one author, if the subject has any."""
    for _, claims in ours.groupby("author"):
        first = claims.groupby("reading_id")["claim_id"].first().tolist()
        if len(first) > 1:
            return [sample.replace(one["claim_id"], first[0]).replace(other["claim_id"], first[1])]
    return []


# Running them ---------------------------------------------------------------------------


def checks_folder(folder=None) -> Path:
    """Where the lessons' check modules lie."""
    return course_folder(folder) / "exercises" / "checks"


def exercises_of(lesson: str, folder=None) -> dict[str, Exercise]:
    """The exercises of a lesson such as "05_trade", by their number such as "5.2".

    Raises SeminarError when the lesson has no checks.
    """
    path = checks_folder(folder) / f"{lesson}.py"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in path.parent.glob("[0-9]*.py"))) or "none"
        raise SeminarError(f"There are no checks for the lesson {lesson!r}; there are checks for: {known}.")
    spec = importlib.util.spec_from_file_location(f"seminar_checks_{lesson}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {exercise.id: exercise for exercise in module.EXERCISES}


def checker(lesson: str, folder=None) -> Callable[[str, Any], Feedback]:
    """The check function of a lesson: `check = checker("05_trade")`, then `check("5.2", answer_5_2)`.

    It returns the Feedback and never raises, whatever the answer is. Only while nbgrader
    runs the notebook does it raise for an answer that is not right, since that is how
    nbgrader counts.
    """
    exercises = exercises_of(lesson, folder)

    def check(exercise: str, answer=...) -> Feedback:
        if exercise not in exercises:
            return Feedback(str(exercise), NOT_YET, f"This lesson has the exercises {', '.join(exercises)}.")
        feedback = exercises[exercise].judge(answer)
        if feedback.verdict == NOT_YET and os.environ.get("NBGRADER_EXECUTION"):
            raise AssertionError(feedback.message)
        return feedback

    return check
