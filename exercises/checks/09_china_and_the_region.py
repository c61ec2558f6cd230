"""Right answers and known mistakes of lesson 09, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

relations = load("relations")
claims = load("claims")
trade = load("trade")
votes = load("voting_agreement")

ACTORS = ["Russia", "DPRK", "China", "US", "Ukraine", "ROK"]
start, end = relations["from_actor"], relations["to_actor"]


def between(one: str, other: str) -> pd.DataFrame:
    """The rows between two actors, in both directions."""
    return relations[((start == one) & (end == other)) | ((start == other) & (end == one))]


# 9.3 Actors who are only acted on.
acting, acted_on = set(start), set(end)

# 9.4 Claims that state a tie of Russia and North Korea in both directions.
russia_dprk = between("Russia", "DPRK")
outward = set(relations.loc[(start == "Russia") & (end == "DPRK"), "claim_id"])
back = set(relations.loc[(start == "DPRK") & (end == "Russia"), "claim_id"])

# 9.5 The share of each reading's rows that touch China.
placed = relations.merge(claims[["claim_id", "reading_id"]], on="claim_id")
from_china, to_china = placed["from_actor"] == "China", placed["to_actor"] == "China"
touches = from_china | to_china


def per_reading(values: pd.Series) -> pd.DataFrame:
    """A table with the columns reading_id and percent."""
    return values.rename("percent").rename_axis("reading_id").reset_index()


def share_of_rows(chosen: pd.Series) -> pd.DataFrame:
    """For each reading, the percentage of its rows that are chosen."""
    return per_reading(100 * chosen.groupby(placed["reading_id"]).mean())


rows_of = placed["reading_id"].value_counts()
china_rows_of = placed.loc[touches, "reading_id"].value_counts()
claims_of = placed.groupby("reading_id")["claim_id"].nunique()
china_claims_of = placed[touches].groupby("reading_id")["claim_id"].nunique()

# 9.6 How much of what is said of China and Russia is stated plainly.
china_russia = between("China", "Russia")


def stated(rows: pd.DataFrame) -> float:
    """The percentage of rows that are stated plainly."""
    return 100 * (rows["status"] == "stated").mean()


asserted = 100 * china_russia.merge(claims, on="claim_id")["hedging"].eq("asserted").mean()

# 9.7 Do changes of the trade share and of the agreement in votes go together?
kotra = trade[(trade["counter"] == "KOTRA") & (trade["measure"] == "china_share")].set_index("year")["value"]
every_counter = trade[trade["measure"] == "china_share"].groupby("year")["value"].mean()
same = votes[votes["items"] == "all"].pivot(index="year", columns="partner", values="agreement")
changes = kotra.diff().corr(same["CHN"].diff())

# 9.8 Who acts and who is acted on.
six = relations[start.isin(ACTORS) & end.isin(ACTORS)]


def counts(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """For the six actors, the rows in which each is acted on and those in which it acts."""
    return tuple(rows[column].value_counts().reindex(ACTORS) for column in ("to_actor", "from_actor"))


def drawing(x: pd.Series, y: pd.Series):
    """A function that draws one dot for each actor on given axes."""
    def draw(ax):
        ax.plot(x, y, "o")
        ax.set(xlabel="rows in which it is acted on", ylabel="rows in which it acts")
    return draw


on, acts = counts(relations)
partners = (relations.groupby("to_actor")["from_actor"].nunique().reindex(ACTORS),
            relations.groupby("from_actor")["to_actor"].nunique().reindex(ACTORS))
everybody = sorted(acting | acted_on)
all_on, all_acts = (relations[column].value_counts().reindex(everybody, fill_value=0)
                    for column in ("to_actor", "from_actor"))

# 9.9 Claims about a bloc, or about China and the region.
about = set(claims.loc[claims["theme"].isin(["china-and-region", "treaty-2024"]), "claim_id"])
about |= set(relations.loc[(start == "China") | (end == "China"), "claim_id"])
about |= set(relations.loc[relations["relation"].str.contains("bloc|align|sphere"), "claim_id"])

EXERCISES = [
    choice(
        "9.1", right="c",
        wrong={
            "a": "The matrix holds what was written in five texts. What nobody wrote about may still happen.",
            "b": "No view of these authors is known from an empty cell. Silence is not an opinion.",
            "d": "A friendly tie would be a row, with a positive sign. An empty cell has no sign.",
        },
        why="An empty cell says that nothing was coded there: a fact about texts and coders, not about states.",
    ),
    choice(
        "9.2", right="b",
        wrong={
            "a": "Look at the actor in KS-008: it is not Russia.",
            "c": "Look at the actor in RA-045: it is not China.",
            "d": "Both can be true at once, since they speak of two different actors.",
        },
        why="The same idiom for another actor confirms nothing: compare who and what before you count voices.",
    ),
    members(
        "9.3", right=acted_on - acting,
        why="An alliance, a group of three and a buyer of arms: they are spoken of here, and never seen to act.",
        otherwise="Make one set of from_actor and one of to_actor, and subtract: set(...) - set(...).",
        mistakes=[
            (acting - acted_on, "These act and are never acted on. Turn the subtraction round."),
            (acting & acted_on, "These do both. Subtract the sets instead of joining them with &."),
            (acting ^ acted_on, "These are on one side only, either side. Keep those who are acted on."),
            (acted_on, "These are all who are acted on. Take away those who also act."),
            (acted_on - set(relations.loc[relations["sign"] == "negative", "from_actor"]),
             "Some of these do act, only never in an unfriendly way. Use all rows, whatever their sign."),
        ],
    ),
    number(
        "9.4", right=len(outward & back),
        why="Most claims see one side act. The two thick arrows are for the most part different sentences.",
        otherwise="Make a set of claim ids for each direction, then count the ids that are in both with &.",
        mistakes=[
            (len(russia_dprk), "These are rows. A claim that goes both ways has two of them: count claims."),
            (len(outward | back), "These are the claims with a row in either direction (or). Both were asked for: use &."),
            (2 * len(outward & back), "These are the rows of the right claims: two for each. Count the claims."),
            (len(outward), "These are the claims from Russia to North Korea only. Keep those that also go back."),
            (len(back), "These are the claims from North Korea to Russia only. Keep those that also go the other way."),
            (len(outward ^ back), "These are the claims that go one way only, the opposite of what was asked for."),
        ],
    ),
    table(
        "9.5", right=share_of_rows(touches), key="reading_id",
        why="China's weight depends on the text, not only on the author: Rinna has both the smallest share and a large one.",
        otherwise="Merge the reading into relations, mark the rows with China at either end, "
                  "and take the mean by reading, times 100.",
        mistakes=[
            (per_reading(china_rows_of), "These are counts. A long text has more rows of every kind: divide by its rows."),
            (per_reading(china_rows_of / rows_of), "These are fractions of 1. The column is called percent: times 100."),
            (per_reading(100 * china_rows_of / len(placed)),
             "You divided by the rows of all readings. Divide by the rows of the same reading."),
            (per_reading(100 * china_rows_of / china_rows_of.sum()),
             "You divided by all rows with China, so the column adds up to 100. Divide by each reading's own rows."),
            (share_of_rows(from_china), "Here China only acts. It may also stand in to_actor: join the two with |."),
            (share_of_rows(to_china), "Here China is only acted on. It may also stand in from_actor: join the two with |."),
            (per_reading(100 * china_claims_of / claims_of),
             "You counted claims. The question is about rows, and one claim may have several."),
        ],
    ),
    number(
        "9.6", right=stated(china_russia), unit="percent",
        why="Nearly all that the readings say between Beijing and Moscow is possible, expected, hedged or reported.",
        otherwise="Select the rows between China and Russia in both directions, "
                  "and take the share of those with the status stated.",
        mistakes=[
            (stated(relations), "This is the share in the whole table. First keep the rows between China and Russia."),
            (stated(china_russia[china_russia["from_actor"] == "Russia"]),
             "Here only Russia acts. The rows from China to Russia belong to it as well."),
            (stated(relations[(start == "China") | (end == "China")]),
             "These are all rows with China at one end. The other end must be Russia."),
            (100 - stated(china_russia), "This is the share that is not stated plainly. Take the rest."),
            ((china_russia["status"] == "stated").sum(), "This is a number of rows. Divide by all rows between the two."),
            (asserted, "You used hedging, which is coded for the whole claim. The status belongs to each row here."),
        ],
    ),
    number(
        "9.7", right=changes,
        why="Two lines that drift for thirty years nearly always correlate. From year to year these two hardly go together.",
        otherwise="Put both series on the index year, take .diff() of each, and then .corr(). Do not round.",
        mistakes=[
            (kotra.corr(same["CHN"]),
             "This correlates the levels: both drift, so it had to be large. Take .diff() of both first."),
            (kotra.diff().corr(same["CHN"]), "The agreement is still a level, the share a change. Take .diff() of both."),
            (kotra.corr(same["CHN"].diff()), "The share is still a level, the agreement a change. Take .diff() of both."),
            (kotra.diff().corr(same["RUS"].diff()), "This is the agreement with Russia. Take the column of China, CHN."),
            (every_counter.diff().corr(same["CHN"].diff()),
             "Several counters are mixed in the share, so it jumps from one to another. Keep KOTRA's rows."),
            (abs(changes), "The sign is lost. It tells whether the two move together or against each other."),
        ],
    ),
    chart(
        "9.8", right=drawing(on, acts),
        why="Who stands as subject and who as object is a choice of those who write, and it can be counted.",
        otherwise="Count each actor in to_actor for the x axis and in from_actor for the y axis, over the whole table.",
        mistakes=[
            (drawing(acts, on), "The axes are turned round: being acted on belongs on the x axis."),
            (drawing(*counts(six)), "You counted only rows among the six. Use every row of the table."),
            (drawing(*partners), "You counted different partners. The question asks for rows."),
            (drawing(all_on, all_acts), "More actors than the six are drawn. Keep those in the list actors."),
            (drawing(pd.Series(range(6)), acts), "The x axis counts the actors. It should show how often each is acted on."),
        ],
    ),
    written(
        "9.9", about=about,
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
