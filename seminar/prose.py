"""Numbers in prose that stay true: each carries an invisible key and is computed from the tables.

In Markdown, `90<!--fact:china_share_2022-->` shows as 90. `notebooks/facts.py` says how
each key is computed and what it rests on.
"""

import importlib.util
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .course import course_folder
from .errors import SeminarError

# A shown number is short; without that bound the search would crawl through long words.
KEYED = re.compile(r"(?P<shown>[^\s<>()\[\]|*_]{1,24})<!--fact:(?P<key>\w+)-->")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What may stand in prose without a key: names and labels that happen to hold digits.
UNKEYED = re.compile(
    "|".join((
        r"(?s:```.*?```)", r"`[^`\n]*`",  # code
        r"\]\([^)\s]*\)", r"https?://\S+", r"<[^>\n]+>",  # addresses and tags
        r"\bES-11(?:/\d+)?\b", r"\b\d+/\d+\b",  # General Assembly resolutions
        r"\b[A-Z]{1,2}-\d{2,3}\b", r"\b\d\d_\w+",  # claims, rows and lessons
        r"\b\d{1,2} (?:%s)\b" % MONTHS, r"\b(?:1[89]|20)\d\d(?:s\b|\b)",  # days and years
        r"(?i:\bresolutions? )\d{4}(?:(?:, | and | or )\d{4})*",  # Security Council resolutions
        r"(?i:\b(?:exercises?|lessons?|articles?|paragraphs?|rows?|no\.|step|Python) )"
        r"\d+(?:\.\d+)?(?:(?:, | to | and | or |–)\d+(?:\.\d+)?)*",  # places
        r"\b\d+ minutes", r"^\s*\d+\.\s", r"^#+ [^\n]*$",  # times (tested by themselves), lists, headings
        r"\b38 North\b", r"\bCOVID-19\b", r"\b19FortyFive\b", r"\bCC BY 4\.0\b",  # names
    )),
    re.MULTILINE,
)


@dataclass(frozen=True)
class Fact:
    """A number in prose: how it is computed, how it is written, and what it rests on.

    `rests_on` are ids that `trace` knows, or names of whole tables.
    """

    value: Callable[[], object]
    form: str | Callable[[object], str]
    rests_on: Sequence[str]

    def text(self) -> str:
        value = self.value()
        return self.form(value) if callable(self.form) else self.form.format(value)


def facts(folder=None) -> dict[str, Fact]:
    """The facts of the course, by key, from `notebooks/facts.py`."""
    path = course_folder(folder) / "notebooks" / "facts.py"
    spec = importlib.util.spec_from_file_location("seminar_facts", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.FACTS


def renew(text: str, known: dict[str, Fact]) -> str:
    """The text with every keyed number computed anew. Raises SeminarError for an unknown key."""
    def number(match: re.Match) -> str:
        if match["key"] not in known:
            raise SeminarError(f"notebooks/facts.py has no fact {match['key']!r}.")
        return f"{known[match['key']].text()}<!--fact:{match['key']}-->"

    return KEYED.sub(number, text)


def wrong_numbers(text: str, known: dict[str, Fact]) -> list[str]:
    """One sentence for each keyed number that no longer fits the tables."""
    return [
        f"{match['key']}: the text says {match['shown']}, the tables give {known[match['key']].text()}"
        if match["key"] in known else f"{match['key']}: notebooks/facts.py has no such fact"
        for match in KEYED.finditer(text)
        if match["key"] not in known or match["shown"] != known[match["key"]].text()
    ]


def loose_numbers(text: str) -> list[str]:
    """The numbers in prose that carry no key and are no name, year or label."""
    rest = UNKEYED.sub(" ", KEYED.sub(" ", text))
    return re.findall(r"\d[\d,.]*", rest)
