"""Right answers and known mistakes of lesson 12, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, one_of, table, written
from seminar.course import resource
from seminar.data import primary_key

claims = load("claims").merge(load("readings")[["reading_id", "author", "earliest", "latest"]], on="reading_id")
checks = load("claim_checks")
references = load("references")


def column_of(name: str) -> pd.DataFrame:
    """The checks of the claims in one column, claim_id or second_claim_id."""
    return checks[[name, "verdict"]].dropna().set_axis(["claim_id", "verdict"], axis=1)


first = column_of("claim_id")
verdicts = pd.concat([first, column_of("second_claim_id")])
every = claims.merge(verdicts, on="claim_id", how="left")
has_verdict = every["verdict"].notna()

# 12.2 A draft to review. The same ids stand in the exercise; what is wrong with them is looked up.
draft = pd.DataFrame({"claim_id": ["KS-022", "RE-017", "RA-024", "LU-016", "LU-027", "LU-078", "LE-059", "RA-060",
                                   "KS-070", "KS-044"]})
looked_up = draft.merge(every, on="claim_id", how="left")
missing = looked_up["author"].isna()
gone_past = looked_up["verdict"].isin(["early", "overtaken"])
refuted = gone_past | (looked_up["verdict"] == "wrong")


def drafted(rows: pd.Series) -> set[str]:
    """The ids of the draft for which a column of True and False is True."""
    return set(looked_up.loc[rows, "claim_id"])


# 12.3 How much of each kind was checked?
def by_kind(values: pd.Series) -> pd.DataFrame:
    """A table with the columns kind and percent."""
    return values.rename("percent").rename_axis("kind").reset_index()


share = has_verdict.groupby(every["kind"]).mean()
checked_first = every["claim_id"].isin(first["claim_id"])

# 12.4 Stated as fact, and so?
decided = every[every["verdict"].isin(["supported", "loose", "early", "overtaken", "wrong"])]
asserted = every[every["hedging"] == "asserted"]


def supported(rows: pd.DataFrame) -> float:
    """The percentage of rows whose verdict is supported."""
    return 100 * (rows["verdict"] == "supported").mean()


# 12.5 Pages that many verdicts rest on.
pages = pd.concat([checks["reference_id"], checks["second_reference_id"]]).dropna()


def at_least(many: int, of: pd.Series = pages) -> set[str]:
    """The pages that stand behind so many checks or more."""
    counts = of.value_counts()
    return set(counts.index[counts >= many])


# 12.6 Voices behind a topic. The same topics stand in the exercise.
topics = {
    "recognition": "LE-042 LU-010",
    "who was more reluctant": "RA-021 RE-041",
    "loud or mild support": "KS-026 LE-041 LU-006 RA-007 RE-012",
    "the border closes": "LU-059 LU-060 RE-010 RE-011",
    "workers in the Donbas": "RA-053 RE-021 RE-022",
    "dependence on China": "KS-007 KS-060 KS-061 LE-072",
}
spoken = pd.DataFrame({"topic": list(topics), "claim_id": list(topics.values())})
spoken["claim_id"] = spoken["claim_id"].str.split()
spoken = spoken.explode("claim_id").merge(every, on="claim_id")


def by_topic(rows: pd.DataFrame = spoken, voices: str = "author", counts: str = "nunique") -> pd.DataFrame:
    """A table with the columns topic, authors and checked."""
    groups = rows.groupby("topic")
    return pd.DataFrame({"authors": groups[voices].agg(counts), "checked": groups["verdict"].count()}).reset_index()


only_first = spoken.assign(verdict=spoken["verdict"].where(spoken["claim_id"].isin(first["claim_id"])))
only_supported = spoken.assign(verdict=spoken["verdict"].where(spoken["verdict"] == "supported"))

# 12.7 Pages younger than the text that they judge.
def judged_by(column: str) -> pd.DataFrame:
    """Each check with the reading of its first claim and the page in one column."""
    rows = checks[["check_id", "claim_id", column]].rename(columns={column: "reference_id"})
    return rows.merge(claims, on="claim_id").merge(references, on="reference_id")


def known_day(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows whose page has a day of publication, not only a month or a year."""
    return rows[rows["published"].str.len() == 10]


behind = judged_by("reference_id")


def waiting(rows: pd.DataFrame, end: str = "latest") -> pd.Series:
    """The days from the end of writing until the page was published."""
    return (pd.to_datetime(rows["published"], format="ISO8601") - rows[end]).dt.days


def counted_up(days: pd.Series, start: int = 1, turned: bool = False):
    """A function that draws days, as they come, against a running count."""
    def draw(ax):
        count = range(start, start + len(days))
        ax.plot(*((count, days) if turned else (days, count)), "o")
        ax.set(xlabel="days from the end of writing to the page", ylabel="checks, counted up")
    return draw


days = waiting(known_day(behind))


# 12.8 The memo: for each question the themes, the words and the tables that are about it.
SUBJECTS = {
    "A": (["sanctions", "labour", "treaty-2024"], ["sanction", "veto"],
          ["unsc_resolutions", "unsc_votes", "workers_in_russia", "munitions_estimates", "treaty_articles"]),
    "B": (["motives-and-framing", "treaty-2024", "history", "arms-and-troops", "trade", "labour"], ["war", "last"],
          ["treaty_articles", "troop_estimates", "munitions_estimates", "trade_with_russia", "workers_in_russia",
           "voting_agreement"]),
    "C": (["trade", "labour", "arms-and-troops", "treaty-2024", "sanctions"], ["gain", "benefit", "profit", "need"],
          ["trade", "trade_with_russia", "workers_in_russia", "munitions_estimates", "troop_estimates",
           "treaty_articles", "unsc_resolutions"]),
    "D": (["labour", "arms-and-troops"], ["work", "soldier", "troop"],
          ["workers_in_russia", "troop_estimates", "unsc_resolutions"]),
    "E": (["china-and-region", "trade"], ["China", "Beijing", "bloc"],
          ["trade", "trade_with_russia", "voting_agreement", "vote_records", "unga_resolutions", "unsc_resolutions",
           "unsc_votes", "treaty_articles"]),
}


def record_rows(about: set[str], tables: list[str]) -> set[str]:
    """The rows that are about a subject, as table:key: all of some tables, all events,
    the checks of its claims, and the pages that any of these rest on."""
    rows, found = set(), set()
    for name in [*tables, "record_events", "claim_checks"]:
        those = load(name)
        if name == "claim_checks":
            those = those[those["claim_id"].isin(about) | those["second_claim_id"].isin(about)]
        rows |= {f"{name}:{key}" for key in those[primary_key(resource(name))]}
        for column in {"reference_id", "second_reference_id"} & set(those.columns):
            found |= {f"references:{key}" for key in those[column].dropna()}
    return rows | found


def memo_on(letter: str):
    """The check of a memo on one of the questions."""
    themes, words, tables = SUBJECTS[letter]
    spoken_of = claims["theme"].isin(themes) | claims["claim"].str.contains("|".join(words))
    about = set(claims.loc[spoken_of, "claim_id"])
    return written("12.8", about=about, why=MEMO_WHY, least_words=400, record=record_rows(about, tables))


MEMO_WHY = ("Every claim and row that you cite exists and is about your question. Whether each carries its sentence, "
            "and whether the argument holds, a person judges by the rubric.")

EXERCISES = [
    choice(
        "12.1", right="c",
        wrong={
            "a": "This puts a claim of 2022 into the present. The verdict early says that it did not last.",
            "b": "Early means that it was true when it was written. Lukin could not know the images of January 2023.",
            "d": "The verdict is not open: the record holds what was shown, by whom, and when.",
        },
        why="An expired claim can still be used, with its date and with what came after.",
    ),
    members(
        "12.2", right=drafted(missing | refuted),
        why="An id that does not exist, and a claim that the record has gone past: both look just like the good ones "
            "until somebody looks them up.",
        otherwise="Merge the draft with every, how=\"left\". An id without an author does not exist; then look at the "
                  "verdicts early, overtaken and wrong.",
        mistakes=[
            (drafted(refuted), "Ids that do not exist are not among them. A plain merge drops such rows: use how=\"left\"."),
            (drafted(missing), "These do not exist. Other claims exist, and the record contradicts them or went past them."),
            (drafted(looked_up["verdict"].isna()),
             "You took every id without a verdict. A claim that exists and was not checked may stay, as its author's word."),
            (drafted(looked_up["verdict"].isna() | refuted),
             "One claim too many: it exists, and has no verdict. Not checked is not wrong."),
            (drafted(looked_up["verdict"] != "supported"),
             "Not supported is more than was asked. Loose, open and unchecked claims may stay, with the right wording."),
            (drafted(missing | refuted | (looked_up["verdict"] == "loose")),
             "Loose means that the direction holds. Such a claim may stay, in the record's wording."),
            (drafted(missing | refuted | (looked_up["verdict"] == "open")),
             "Open means that too little was read, not that the claim is wrong. It may stay, as unknown."),
            (drafted(missing | gone_past), "The verdict wrong is missing from your selection."),
        ],
    ),
    table(
        "12.3", right=by_kind(100 * share), key="kind",
        why="Numbers and facts get checked, reasons and judgements do not: what is looked up is what somebody has counted.",
        otherwise="Take all claims of a kind as the whole, and those with a verdict as the part. The mean of True and "
                  "False, times 100, is the percentage.",
        mistakes=[
            (by_kind(share), "These are fractions of 1. The question asks for percent."),
            (by_kind(100 * checked_first.groupby(every["kind"]).mean()),
             "Claims that are only the second of a check are missing. every has both columns in it."),
            (by_kind(100 - 100 * share), "This is the part without a verdict. Turn it round."),
            (by_kind(100 * every.loc[has_verdict, "kind"].value_counts(normalize=True).reindex(share.index, fill_value=0)),
             "You asked how the checked claims divide into kinds. The question is how much of each kind was checked."),
            (by_kind(every.loc[has_verdict, "kind"].value_counts().reindex(share.index, fill_value=0)),
             "These are counts. Divide by the number of claims of each kind."),
            (by_kind(100 * (every["verdict"] == "supported").groupby(every["kind"]).mean()),
             "This is the part that is supported. Every verdict counts as checked."),
            (by_kind(100 * share[share > 0]), "A kind of which nothing was checked is missing. Zero is an answer too."),
        ],
    ),
    number(
        "12.4", right=supported(decided[decided["hedging"] == "asserted"]), unit="percent",
        why="About one in four needs a correction or a date. Claims put into somebody's mouth do better, but they are "
            "checked only for whether it was said.",
        otherwise="Keep the claims with the hedging asserted and one of the five verdicts; the part that is supported, "
                  "times 100.",
        mistakes=[
            (supported(asserted[asserted["verdict"].notna()]),
             "Untestable and open are in the whole. There the record did not decide: leave them out."),
            (supported(asserted), "The whole here has the claims that were never checked in it. Keep the five verdicts."),
            (supported(decided), "These are claims of every hedging. Keep those that are asserted."),
            (supported(decided[decided["hedging"] != "asserted"]), "These are all the others. Keep the asserted ones."),
            (100 - supported(decided[decided["hedging"] == "asserted"]), "This is the part that is not supported. Turn it round."),
            (100 * (decided.loc[decided["verdict"] == "supported", "hedging"] == "asserted").mean(),
             "You took the supported claims as the whole. The whole is the asserted ones."),
        ],
    ),
    members(
        "12.5", right=at_least(3),
        why="If one of these pages was misread, three verdicts or more fall at once. Read such pages twice.",
        otherwise="Put the two columns of page ids one below the other with pd.concat, count with .value_counts(), and "
                  "keep the index where the count is 3 or more.",
        mistakes=[
            (at_least(3, checks["reference_id"]), "Only the first column is counted. A second page carries a verdict too."),
            (at_least(3, checks["second_reference_id"].dropna()), "Only the second column is counted. Add the first."),
            (at_least(4), "More than three is not three or more: use >=."),
            (at_least(2), "Pages with two checks are among them. Three or more was asked."),
            (at_least(1), "These are all pages. Keep those that stand behind three checks or more."),
        ],
    ),
    table(
        "12.6", right=by_topic(), key="topic",
        why="Three claims can be one voice, and four voices can go unchecked: count both before you write “agree”.",
        otherwise="Group by topic. Different authors: .nunique(). Claims that have a verdict: .count(), which leaves "
                  "gaps out.",
        mistakes=[
            (by_topic(voices="reading_id"), "These are texts. Two of the five are by one author: count authors."),
            (by_topic(counts="count"), "These are claims. An author who says it twice is still one voice: .nunique()."),
            (by_topic(only_first), "Claims that are only the second of a check are missing. Use the verdict column of every."),
            (by_topic(only_supported), "You counted supported claims. Every verdict counts as checked."),
            (by_topic(spoken.dropna(subset=["verdict"])),
             "Claims without a verdict were dropped before counting, and some voices with them. Count over all claims."),
            (by_topic(spoken.fillna({"verdict": "not checked"})),
             "“Not checked” was counted as a verdict. Leave the gaps as gaps, or count without them."),
        ],
    ),
    chart(
        "12.7", right=counted_up(days.sort_values()),
        why="Every dot to the right of 0 judges an author by a page that could not be read yet. Fair for a forecast, "
            "and for a fact only if the fact was older than the page.",
        otherwise="Keep the pages whose date has ten characters, subtract latest from the day of publication, take "
                  ".dt.days, sort, and plot the days against 1, 2, 3 and so on.",
        mistakes=[
            (counted_up((-days).sort_values()), "The sign is turned round: publication minus the end of writing."),
            (counted_up(waiting(known_day(behind), "earliest").sort_values()),
             "This counts from the first possible day of writing. Take latest."),
            (counted_up(days), "The days are not sorted, so the count says nothing. Use .sort_values()."),
            (counted_up(days.sort_values(ascending=False)), "Sorted the wrong way: begin with the oldest page."),
            (counted_up(days.sort_values(), turned=True), "The axes are swapped: the days belong on the x axis."),
            (counted_up(days.sort_values(), start=0), "The count starts at 0. The first check is number 1."),
            (counted_up(waiting(behind[behind["published"].notna()]).sort_values()),
             "Pages known only to the month or year are among them, as if published on its first day. Leave them out."),
            (counted_up(waiting(known_day(judged_by("second_reference_id"))).sort_values()),
             "These are the second pages. Take reference_id."),
        ],
    ),
    one_of("12.8", {letter: memo_on(letter) for letter in SUBJECTS}, why=MEMO_WHY),
]
