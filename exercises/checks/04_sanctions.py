"""Right answers and known mistakes of lesson 04, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

record = load("unsc_resolutions")
votes = load("unsc_votes")
countries = load("countries")
claims = load("claims")
claim_checks = load("claim_checks")

sanctions = record[record["kind"] == "sanctions"]

# 4.3 The longest time from one sanctions resolution to the next.
pauses = sanctions["date"].diff().dt.days
first_veto = record.loc[record["outcome"] == "vetoed", "date"].min()


def longest_pause(rows: pd.DataFrame) -> float:
    """The longest time from one row to the next, in days."""
    return rows["date"].diff().dt.days.max()


# 4.4 Who voted on all four steps about workers.
steps = record.loc[record["workers_step"] != "none known", "resolution"]
times = votes.loc[votes["resolution"].isin(steps), "iso3"].value_counts()
all_times = votes["iso3"].value_counts()

# 4.5 How many of the claims on sanctions were set against the record.
on_sanctions = claims[claims["theme"] == "sanctions"]
checked = on_sanctions["claim_id"].isin(claim_checks["claim_id"])
supported = claim_checks.loc[claim_checks["verdict"] == "supported", "claim_id"]

# 4.6 Members by region.
with_region = votes.merge(record[["resolution", "kind"]], on="resolution").merge(countries, on="iso3")
yes_to_sanctions = with_region[(with_region["kind"] == "sanctions") & (with_region["vote"] == "yes")]


def by_region(counts: pd.Series) -> pd.DataFrame:
    """A table with the columns region and members."""
    return counts.rename("members").rename_axis("region").reset_index()


def states(rows: pd.DataFrame) -> pd.DataFrame:
    """How many different states of each region the rows hold."""
    return by_region(rows.groupby("region")["iso3"].nunique())


# 4.7 Sanctions resolutions so far, by year.
every_year = range(2006, 2025)


def a_year(rows: pd.DataFrame) -> pd.Series:
    """How many of the rows fall in each year from 2006 to 2024."""
    return rows["date"].dt.year.value_counts().reindex(every_year, fill_value=0)


def drawing(values: pd.Series):
    """A function that draws values by year on given axes."""
    def draw(ax):
        ax.plot(values.index, values, marker="o")
        ax.set(xlabel="year", ylabel="sanctions resolutions adopted so far")
    return draw


so_far = a_year(sanctions).cumsum()

# 4.8 What an argument about the sanctions may rest on.
on_votes = claim_checks[claim_checks["rests_on"].isin(["unsc_resolutions", "unsc_votes"])]

EXERCISES = [
    choice(
        "4.1", right="b",
        wrong={
            "a": "The number says when, not how strict. What a resolution asks for stands only in its text.",
            "c": "The Council passes many resolutions in one month and few in another: look at two gaps in the lesson.",
            "d": "The mean of two labels is no label. The Council numbers all its subjects in one series.",
        },
        why="Labels of this kind have an order and nothing else: sort by them, but do not add, subtract or average.",
    ),
    choice(
        "4.2", right="c",
        wrong={
            "a": "A rule can be broken, so a ban does not show that there is no trade. Nothing here contradicts.",
            "b": "KS-064 says natural resources and names none, so banned and allowed ones may be meant.",
            "d": "No claim and no row of the record says that it ended. A rule can stand and be overlooked.",
        },
        why="What is forbidden and what is done are two questions; the author's first paragraph links them.",
    ),
    number(
        "4.3", right=pauses.max(),
        why="When Rinna wrote, the pause since Resolution 2397 was already longer than any before it.",
        otherwise="Keep the kind sanctions, take .diff() of the dates, the longest of it, and that in days.",
        mistakes=[
            (longest_pause(record),
             "This pause began with a resolution of 1993 that set no sanctions. Keep the kind first."),
            (longest_pause(record[record["kind"].isin(["sanctions", "vetoed draft"])]),
             "This pause ends with a vetoed draft. A draft that fails is no round of sanctions."),
            ((pd.Timestamp("2022-11-01") - sanctions["date"].max()).days,
             "This is the pause of which Rinna speaks. The question is about the pauses before it."),
            (pauses.mean(), "This is the mean of the pauses. Ask for the longest, with .max()."),
            (pauses.min(), "This is the shortest pause. Ask for the longest, with .max()."),
            (pauses.max() / 365.25, "This is in years. The question asks for days."),
            (pauses.sum(), "This is the time from the first sanctions resolution to the last, all pauses together."),
        ],
    ),
    members(
        "4.4", right=times.index[times == 4],
        why="Ukraine sat on the Council in those two years and voted with Russia for every step.",
        otherwise="Keep the votes on the four resolutions, count how often each state occurs, "
                  "and keep the states that occur four times.",
        mistakes=[
            (times.index, "These are all states that voted on any of the four. Keep those that voted on each of them."),
            (times.index[times >= 3],
             "Some of these joined in 2017, too late for the first step. Four votes are asked for."),
            (times.index[times == 3], "These came a step too late: they missed Resolution 2321."),
            (all_times.index[all_times == all_times.max()],
             "These voted on everything: they are the permanent members. Look at the four steps only."),
            (times.index[times < 4], "This is the rest, those that missed a step. Turn the comparison round."),
        ],
    ),
    number(
        "4.5", right=100 * checked.mean(), unit="percent",
        why="Nearly all that were checked are plain statements of fact, and no judgement or forecast is among them: "
            "the verdicts speak for those few alone.",
        otherwise="Take the claims on sanctions, ask with .isin which of them stand in claim_checks, "
                  "and turn the mean into percent.",
        mistakes=[
            (100 * (1 - checked.mean()), "This is the share that was not checked. Take the other part."),
            (100 * checked.sum() / len(claim_checks),
             "You divided by the number of checks. The question asks for a share of the claims on sanctions."),
            (100 * checked.sum() / len(claims),
             "You divided by all claims. The whole is the claims on sanctions only."),
            (100 * claims["claim_id"].isin(claim_checks["claim_id"]).mean(),
             "This is the share among claims of all themes. Keep the theme sanctions first."),
            (100 * on_sanctions["claim_id"].isin(supported).mean(),
             "These are the supported ones only. A claim that was found loose or wrong has been checked as well."),
            (checked.sum(), "This is how many were checked. Divide by how many there are, and give percent."),
        ],
    ),
    table(
        "4.6", right=states(yes_to_sanctions), key="region",
        why="States of every region voted for these sanctions. The penalties that Lukin (LU-015) "
            "and Rinna (RE-035) call Western or unilateral are others.",
        otherwise="Merge votes with the kinds and with the regions, keep yes votes on the kind sanctions, "
                  "and count different iso3 by region.",
        mistakes=[
            (by_region(yes_to_sanctions.groupby("region")["iso3"].count()),
             "You counted votes. A state that voted ten times counts once: use .nunique()."),
            (states(with_region[with_region["vote"] == "yes"]),
             "Renewals of the Panel and other resolutions are in. Keep the kind sanctions."),
            (states(with_region[with_region["kind"] == "panel renewal"]),
             "These voted on the Panel of Experts. Keep the kind sanctions."),
            (states(countries), "These are all UN members. Only those that sat on the Council and voted count."),
            (by_region(yes_to_sanctions.groupby("region")["resolution"].nunique()),
             "You counted resolutions. Count different states: the column iso3."),
            (states(yes_to_sanctions[yes_to_sanctions["resolution"] == sanctions["resolution"].iloc[-1]]),
             "These voted on the last of the ten only. Take all ten together."),
        ],
    ),
    chart(
        "4.7", right=drawing(so_far),
        why="A pile that stops growing is still a pile: no new sanctions since 2017 does not mean no sanctions.",
        otherwise="Count the resolutions of the kind sanctions by year, add the years without any as 0, "
                  "add up with .cumsum(), and plot against the year.",
        mistakes=[
            (drawing(a_year(sanctions)), "These are the new resolutions of each year. Add up with .cumsum()."),
            (drawing(so_far[a_year(sanctions) > 0]),
             "Years without a new resolution have no point. Use .reindex with fill_value=0 before you add up."),
            (drawing(a_year(sanctions)[a_year(sanctions) > 0]),
             "These are the new resolutions, in the years that had some. Add the other years as 0, then add up."),
            (drawing(a_year(record[record["outcome"] == "adopted"]).cumsum()),
             "Renewals of the Panel are in. They keep monitors at work and add no sanctions."),
            (drawing(a_year(record[record["kind"].isin(["sanctions", "vetoed draft"])]).cumsum()),
             "The vetoed drafts are in. What was vetoed was not adopted."),
            (drawing(a_year(record).cumsum()), "All votes are in, drafts and renewals too. Keep the kind sanctions."),
            (drawing(so_far.set_axis(range(len(so_far)))),
             "The x axis counts rows from 0. Plot against the years."),
        ],
    ),
    written(
        "4.8",
        about=set(claims.loc[claims["theme"].isin(["sanctions", "labour"]), "claim_id"])
        | set(on_votes["claim_id"]) | set(on_votes["second_claim_id"].dropna()) | {"RA-056", "RE-030"},
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
