"""Right answers and known mistakes of lesson 11, computed from the tables."""

import numpy as np
import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

claims = load("claims")
readings = load("readings")
forecasts = load("predictions").merge(claims, on="claim_id").merge(readings, on="reading_id")
strength = forecasts["strength"].astype(str)

OURS = {"will": 0.95, "likely": 0.75, "possible": 0.40, "unlikely": 0.20}
CLEAR = {"came true": 1.0, "did not come true": 0.0}
AUTHORS = ["Rinna", "Lukin", "Lee", "Katzeff Silberstein"]
TREATY = "2024-06-19"


def scored(partly: float | None = None, turned: bool = True) -> pd.DataFrame:
    """The forecasts with an outcome: p, what happened; `partly` is what partly true counts as."""
    rows = forecasts.assign(p=strength.map(OURS))
    rows["happened"] = rows["verdict"].map(CLEAR | ({} if partly is None else {"partly true": partly}))
    if turned:
        rows["happened"] = rows["happened"].where(strength != "unlikely", 1 - rows["happened"])
    return rows[rows["happened"].notna()]


def brier(rows: pd.DataFrame) -> float:
    """The mean squared distance of p and what happened."""
    return ((rows["p"] - rows["happened"]) ** 2).mean()


# 11.2 Settled forecasts among those with a condition.
has_verdict = forecasts["verdict"].isin([*CLEAR, "partly true"])
with_condition = forecasts["conditional"]

# 11.3 Settled forecasts of somebody else.
borrowed = ~forecasts["made_by"].isin(AUTHORS)


def ids(chosen: pd.Series, column: str = "prediction_id") -> set[str]:
    """The ids of the chosen forecasts."""
    return set(forecasts.loc[chosen, column])


# 11.4 The score without the day of the treaty.
settled = scored()


def without_treaty(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that were not decided on the day of the treaty."""
    return rows[rows["decided_on"] != TREATY]


# 11.5 Three ways to count what was partly true.
def three_ways(score, coin=None) -> pd.DataFrame:
    """A table with the columns partly_as, score and coin, from functions of the three values."""
    coin = coin or (lambda value: ((0.5 - scored(value)["happened"]) ** 2).mean())
    return pd.DataFrame([(value, score(value), coin(value)) for value in (0.0, 0.5, 1.0)],
                        columns=["partly_as", "score", "coin"])


def only_partly(value: float) -> pd.DataFrame:
    """The rows that were partly true, counted as `value`."""
    rows = scored(value)
    return rows[rows["verdict"] == "partly true"]


# 11.6 Verdicts within a year of writing.
dated = forecasts[forecasts["decided_on"].notna()]


def within_a_year(rows: pd.DataFrame, written: str = "latest") -> pd.Series:
    """For each row, whether it was decided within 365 days of writing."""
    return (rows["decided_on"] - rows[written]).dt.days <= 365


# 11.7 The score for every probability heard in “likely”.
grid = np.linspace(0, 1, 21)


def curve(rows: pd.DataFrame, word: str = "likely", distance=np.square):
    """A function that draws the score of rows for every probability of a word."""
    scores = [distance(rows["p"].where(rows["strength"] != word, p) - rows["happened"]).mean() for p in grid]

    def draw(ax):
        ax.plot(grid, scores)
        ax.set(xlabel="probability heard in “likely”", ylabel="Brier score (small is good)")
    return draw


# 11.8 Claims about the future, claims that time passed, and the reasons given for them.
checks = load("claim_checks")
about = set(forecasts["claim_id"])
about |= set(checks.loc[checks["verdict"].isin(["early", "overtaken"]), "claim_id"])
about |= set(claims.loc[claims["theme"].isin(["arms-and-troops", "treaty-2024"]), "claim_id"])
about |= {"LU-073", "KS-032", "KS-033"}

EXERCISES = [
    choice(
        "11.1", right="b",
        wrong={
            "a": "Try to write the verdict “did not come true”: how much more, and by when? No day ever decides it.",
            "c": "“Unless” lets it out: whatever comes, something will have intervened.",
            "d": "It has a probability, which is good, but what is an important role? Two judges would not agree.",
        },
        why="An event, a place to look and a day: on the first morning of 2029 anybody can give the verdict.",
    ),
    number(
        "11.2", right=100 * has_verdict[with_condition].mean(), unit="percent",
        why="An if must first come true before the rest can be tested. Here even the one settled row leaves its if out: "
            "the record has nothing on Pakistan.",
        otherwise="Keep the rows in which conditional is True. How many of them have one of the three verdicts?",
        mistakes=[
            (100 * with_condition[has_verdict].mean(),
             "This is the share of conditions among the settled, the wrong way round: divide by the other total."),
            (100 * has_verdict[~with_condition].mean(),
             "This is the share for forecasts without a condition. Turn the selection round."),
            (100 * (forecasts["verdict"] != "open")[with_condition].mean(),
             "“Cannot be tested” is an answer, but it does not settle a forecast: leave it out."),
            (100 * with_condition.mean(), "This is the share of forecasts that have a condition, settled or not."),
            (100 * (has_verdict & with_condition).mean(),
             "This divides by all forecasts. Divide by those with a condition."),
        ],
    ),
    members(
        "11.3", right=ids(borrowed & has_verdict),
        why="Hopes, fears and plans of others fill the record of the five texts. "
            "Credit and blame belong to those who said it.",
        otherwise="Two conditions, joined with &: made_by is not one of the four names, and the verdict is one of three.",
        mistakes=[
            (ids(borrowed), "Some of these have not been settled: keep the three verdicts that settle a forecast."),
            (ids(~borrowed & has_verdict), "These are the authors' own. Turn that condition round with ~."),
            (ids(borrowed & has_verdict, "claim_id"),
             "These are the claims. The question asks for the forecasts: their ids begin with F."),
            (ids(borrowed & forecasts["verdict"].isin(CLEAR)),
             "Partly true settles a forecast too: its event was looked for and, in part, found."),
            (ids(borrowed | has_verdict), "These meet one condition or the other. Both must hold: join them with &."),
        ],
    ),
    number(
        "11.4", right=brier(without_treaty(settled)),
        why="Leave out a single signature, and forecasts that were worse than the coin are better than it. "
            "A verdict that one day can turn round is not a finding.",
        otherwise="Start from yes_no, leave out the rows decided on 2024-06-19, "
                  "and take the mean of the squared distances.",
        mistakes=[
            (brier(settled), "This is the score of all rows. Leave out those that were decided on 19 June 2024."),
            (brier(settled[settled["decided_on"] == TREATY]),
             "This is the score of the treaty's day alone. Turn the selection round."),
            (brier(settled[settled["linked_to"].isna()]),
             "This leaves out repeated forecasts only. Others, too, hang on the treaty: select by the day."),
            (brier(without_treaty(settled).dropna(subset="decided_on")),
             "Rows without a date went overboard as well. They were settled by something else than the treaty: keep them."),
            (brier(without_treaty(scored(turned=False))),
             "One forecast is counted the wrong way round: “unlikely that they come”, and they came. See the lesson's trap."),
            (brier(without_treaty(scored(0.5))),
             "Rows that were partly true are in this. The question asks for clear verdicts only."),
            ((without_treaty(settled)["p"] - without_treaty(settled)["happened"]).abs().mean(),
             "These are the distances, not squared. The Brier score squares them first."),
        ],
    ),
    table(
        "11.5", right=three_ways(lambda value: brier(scored(value))), key="partly_as",
        why="The best of the three scores is about half the worst, by a choice that no event dictates. "
            "Divide each by its coin: the best-looking row is hardly better than the worst.",
        otherwise="For each of the three values: give it to partly true, turn “unlikely” round, "
                  "and average the squared distances of ours, and of one half, to what happened.",
        mistakes=[
            (three_ways(lambda value: brier(scored(value, turned=False))),
             "The scores count one forecast the wrong way round: “unlikely that they come”, and they came."),
            (three_ways(lambda value: brier(only_partly(value)),
                        lambda value: ((0.5 - only_partly(value)["happened"]) ** 2).mean()),
             "Only the partly true rows are in this. Add them to those with a clear verdict."),
            (three_ways(lambda value: brier(scored(value)), lambda value: 0.25),
             "The coin scores the same in each row here. Score it against the same outcomes as the forecasts, one half included."),
            (three_ways(lambda value: (scored(value)["p"] - scored(value)["happened"]).abs().mean(),
                        lambda value: (0.5 - scored(value)["happened"]).abs().mean()),
             "These are distances, not squared. The Brier score squares each one before the mean."),
        ],
    ),
    number(
        "11.6", right=100 * within_a_year(dated).mean(), unit="percent",
        why="Whoever had closed the log after a year would have written “open” more often than anything else: "
            "a verdict has a date of its own.",
        otherwise="Subtract latest from decided_on, take .dt.days, compare with 365, and take the mean, times 100.",
        mistakes=[
            (100 * within_a_year(dated, "earliest").mean(),
             "This counts from the earliest day on which the text can have been written. Use the latest."),
            (100 * within_a_year(dated).sum() / has_verdict.sum(),
             "This divides by all settled forecasts. Some of them have no date: divide by those that have one."),
            (100 * within_a_year(dated).sum() / len(forecasts),
             "This divides by all statements about the future. Divide by those with a date of decision."),
            (100 * within_a_year(dated[dated["verdict"] == "came true"]).mean(),
             "This looks only at what came true. Every dated verdict counts."),
            (100 * (~within_a_year(dated)).mean(), "These were decided later than that. Turn the comparison round."),
        ],
    ),
    chart(
        "11.7", right=curve(settled),
        why="Whatever you hear in “likely”, the score stays above the coin. “May” could carry it across: "
            "the word with the most rows decides.",
        otherwise="For each p of the grid, put p in place of ours where the strength is “likely”, keep ours elsewhere, "
                  "and take the mean of all squared distances.",
        mistakes=[
            (curve(settled, "possible"), "This turns “may”, as the lesson did. Turn “likely”, and keep “may” at ours."),
            (curve(settled[settled["strength"] == "likely"]),
             "Only the likely forecasts are scored here. Keep all rows with a clear verdict in the mean."),
            (curve(scored(turned=False)),
             "One forecast is counted the wrong way round: “unlikely that they come”, and they came."),
            (curve(scored(0.5)), "Rows that were partly true are in this. Keep to the clear verdicts."),
            (curve(settled, distance=np.abs), "These are distances. Square each one before the mean."),
        ],
    ),
    written(
        "11.8", about=about,
        why="A person judges the argument by the rubric: a verdict with its date is worth more than a verdict.",
    ),
]
