"""Right answers and known mistakes of lesson 05, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

trade = load("trade")
russia = load("trade_with_russia")
statements = load("trade_shares")
claims = load("claims")

kotra = trade[trade["counter"] == "KOTRA"].pivot(index="year", columns="measure", values="value")
customs = trade[(trade["counter"] == "China customs") & (trade["measure"] == "with_china")].set_index("year")["value"]
totals = russia[russia["measure"] == "total"]


def yearly_growth(start: float, end: float, years: int) -> float:
    """The constant growth in percent a year that leads from start to end."""
    return 100 * ((end / start) ** (1 / years) - 1)


# 5.2 How many years beat the "record" of 2024?
record = totals.loc[totals["year"] == 2024, "value"].item()
before = totals[totals["year"] < 2024]
larger = before[before["value"] > record]

# 5.3 The growth that the goal in dollars asked for.
value = russia.set_index("trade_id")["value"]
start = value["ru-russian-far-east-ministry-2013-total"]
start_kotra = value["ru-kotra-2013-total"]
goal = value["ru-russian-government-goal-2020-goal"]
growth = yearly_growth(start, goal, 7)

# 5.4 Years in which the share rose although trade with China fell.
change = kotra.diff()
share_up, china_down = change["china_share"] > 0, change["with_china"] < 0


def years(rows: pd.Series) -> set[int]:
    """The years for which a column of True and False is True."""
    return set(rows.index[rows])


# 5.5 The gap between two counters.
both = pd.DataFrame({"kotra": kotra["with_china"], "customs": customs}).dropna()


def gaps(values: pd.Series) -> pd.DataFrame:
    """A table with the columns year and gap."""
    return values.rename("gap").rename_axis("year").reset_index()


# 5.6 The least that the concentration can have been in 2005.
china = kotra.loc[2005, "china_share"] / 100
russian = value["ru-kotra-2005-total"] / kotra.loc[2005, "total"]
rest = 1 - china - russian
concentration = china**2 + russian**2

# 5.7 Trade with everybody but China.
without_china = (kotra["total"] - kotra["with_china"]).dropna()


def drawing(values: pd.Series, unit: str = "million US dollars"):
    """A function that draws values by year on given axes."""
    def draw(ax):
        ax.plot(values.index, values, marker="o")
        ax.set(xlabel="year", ylabel=unit)
    return draw


def joined_counters(ax):
    """The mistake of drawing KOTRA and China's customs in one go."""
    rows = trade[trade["measure"].isin(["total", "with_china"])].pivot_table(
        index="year", columns="measure", values="value")
    drawing(rows["total"] - rows["with_china"])(ax)


EXERCISES = [
    choice(
        "5.1", right="b",
        wrong={
            "a": "“Some” is part of the number, and no year is given. The text fixes neither 90.0 nor 2022.",
            "c": "The rest belongs to all other partners together. How much of it is Russia's the share does not tell.",
            "d": "A share compares parts at one time. Whether trade grew or shrank it cannot say.",
        },
        why="A share bounds what is left for all the others together, and says no more than that.",
    ),
    number(
        "5.2", right=larger["year"].nunique(),
        why="A record is a claim about every other year. One table is enough to test it.",
        otherwise="Take the rows with the measure total before 2024, keep those above the value of 2024, "
                  "and count different years with .nunique().",
        mistakes=[
            (len(larger), "You counted rows. Some years have several counters: count each year once, with .nunique()."),
            (larger.loc[larger["counter"] == "KOTRA", "year"].nunique(),
             "This is one counter only. The question asks for years in which any counter gives more."),
            (before["year"].nunique(), "These are all years before 2024. Keep only the values above that of 2024."),
            ((before["value"] <= record).sum(), "These are the values that are not larger. Turn the comparison round."),
        ],
    ),
    number(
        "5.3", right=growth, unit="percent",
        why="Growth multiplies: seven equal steps lead from the start to the goal, so take the seventh root.",
        otherwise="Divide the goal by the start, take the root that fits the number of steps, "
                  "subtract 1, and give percent.",
        mistakes=[
            (100 * (goal / start - 1) / 7,
             "You divided the whole growth by seven. Growth builds on growth: take the seventh root instead."),
            (yearly_growth(start, goal, 6), "From 2013 to 2020 there are seven steps, not six."),
            (yearly_growth(start, goal, 8), "From 2013 to 2020 there are eight years but seven steps between them."),
            (growth + 100, "This is the factor of a year in percent, last year's trade included. Subtract it."),
            (yearly_growth(1, 10, 7),
             "This is the rate for a factor of ten. The goal in dollars is a little less than ten times the start."),
            (yearly_growth(start_kotra, goal, 7),
             "This starts from KOTRA's value. The goal was named with the Russian one: do not mix counters."),
        ],
    ),
    members(
        "5.4", right=years(share_up & china_down),
        why="Dependence can grow while trade shrinks: it only takes the others to shrink faster.",
        otherwise="Take KOTRA's rows, .diff() of china_share and of with_china, and join the two conditions with &.",
        mistakes=[
            (years(share_up), "These are all years in which the share rose. In most of them trade with China rose too."),
            (years(china_down), "These are all years in which trade with China fell. In some the share fell with it."),
            (years(share_up & (change["total"] < 0)),
             "Here total trade fell. The question is about trade with China: use with_china."),
            (years(share_up & (change["with_china"] > 0)), "In these years both rose. Look for a rising share and falling trade."),
            (years(share_up | china_down), "You joined the conditions with | (or). Both must hold: use &."),
        ],
    ),
    table(
        "5.5", right=gaps(both["kotra"] - both["customs"]), key="year",
        why="The two counters agree before 2014 and part afterwards, when customs stop recording crude oil.",
        otherwise="Set the year as index in both selections, subtract, drop what is missing, and reset the index.",
        mistakes=[
            (gaps(both["customs"] - both["kotra"]), "The sign is turned round: KOTRA minus customs was asked for."),
            (gaps(both["kotra"] / both["customs"]), "This is a ratio. The gap is a difference, in million dollars."),
            (gaps(both["kotra"] + both["customs"]), "You added the counters. They count the same trade: subtract."),
            (gaps((both["kotra"] - both["customs"]).loc[2014:]),
             "Years before 2014 are missing. They matter: they show that the counters once agreed."),
            (gaps(kotra["with_china"] - customs.reindex(kotra.index)),
             "There are rows without a gap, for years that one counter lacks. Drop them with .dropna()."),
            (gaps(kotra["with_china"].sub(customs, fill_value=0)),
             "A missing count was taken for 0, so whole years of trade appear as a gap. Drop those years."),
        ],
    ),
    number(
        "5.6", right=concentration,
        why="Two known shares fix the least possible concentration; what is left over adds nothing if it is scattered.",
        otherwise="Turn both shares into fractions of 1, square each, and add the squares.",
        mistakes=[
            (china + russian, "You added the shares. The index adds their squares."),
            (china**2, "Russia is missing: its share is known too, so its square belongs in the sum."),
            (china**2 + russian**2 + rest**2,
             "This puts all the rest with one more partner. That is the most it can be; the least was asked for."),
            (1e4 * concentration, "You squared percent. Divide the shares by 100 first, so that the index ends at 1."),
            ((china + russian) ** 2, "You squared the sum. Square each share by itself, then add."),
        ],
    ),
    chart(
        "5.7", right=drawing(without_china),
        why="China's share rose above all because trade with everybody else all but vanished.",
        otherwise="For each year of KOTRA's, subtract with_china from total and plot the result against the year.",
        mistakes=[
            (drawing(kotra["with_china"].dropna()), "This is trade with China. Draw what is left of the total without it."),
            (drawing(kotra["total"].dropna()), "This is the total, China included. Subtract with_china."),
            (drawing(100 - kotra["china_share"].dropna(), "percent"),
             "This is the others' share in percent. Draw their trade in million dollars."),
            (drawing(without_china.set_axis(range(len(without_china)))),
             "The x axis counts rows from 0. Plot against the years."),
            (joined_counters, "Several counters are mixed here. Keep only the rows of KOTRA."),
        ],
    ),
    written(
        "5.8",
        about=set(claims.loc[claims["theme"].isin(["trade", "china-and-region"]), "claim_id"])
        | set(statements["claim_id"]),
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
