"""Right answers and known mistakes of lesson 03, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

votes = load("vote_records")
resolutions = load("unga_resolutions").set_index("resolution")
agreement = load("voting_agreement")
claims = load("claims")

names = load("countries").set_index("iso3")["name"]
grid = votes.assign(name=votes["iso3"].map(names)).pivot(index="name", columns="resolution", values="vote")
session = grid.drop(columns="68/262")


def voted(resolution: str, vote: str = "yes") -> set[str]:
    """The names of those that voted so on a resolution."""
    return set(grid.index[grid[resolution] == vote])


# 3.2 How many of those abstaining could have sunk ES-11/3?
yes, no, abstain = resolutions.loc["ES-11/3", ["yes", "no", "abstain"]].astype(int)
sinking = next(extra for extra in range(abstain + 1) if yes / (yes + no + extra) < 2 / 3)
switching = next(moved for moved in range(yes) if (yes - moved) / (yes + no) < 2 / 3)

# 3.3 Two texts on one day, with the same number of yes votes.
ours, theirs = voted("ES-11/7"), voted("ES-11/8")

# 3.4 What the mistaken vote does to the share of yes.
yes_5, no_5, abstain_5 = resolutions.loc["ES-11/5", ["yes", "no", "abstain"]].astype(int)
recorded = 100 * yes_5 / (yes_5 + no_5)
meant = 100 * yes_5 / (yes_5 + no_5 - 1)


# 3.5 Who stayed away.
def times(rows: pd.DataFrame, kinds: list[str], least: int = 3) -> pd.DataFrame:
    """The members that did one of these things `least` times or more, and how often."""
    counts = rows.isin(kinds).sum(axis=1)
    return counts[counts >= least].rename("times").reset_index()


# 3.6 What was taken out in 2022.
shares = agreement.set_index("agreement_id")


def left_out(partner: str, column: str) -> int:
    """How much smaller a number of 2022 is without the items on Ukraine and Crimea."""
    return shares.loc[f"2022-{partner}-all", column] - shares.loc[f"2022-{partner}-without-ukraine", column]


china = 100 * left_out("CHN", "same_vote") / left_out("CHN", "both_voted")
in_2022 = list(resolutions.index[resolutions["date"].dt.year == 2022])
ours_only = 100 * (grid.loc["China", in_2022] == grid.loc["North Korea", in_2022]).mean()

# 3.7 Russia's lead over China, by year.
by_year = agreement[agreement["items"] == "all"].pivot(index="year", columns="partner", values="agreement")
averaged = agreement.pivot_table(index="year", columns="partner", values="agreement")
opposite = agreement[agreement["items"] == "all"].pivot(index="year", columns="partner", values="opposite_vote")


def drawing(values: pd.Series, unit: str = "percentage points"):
    """A function that draws values by year on given axes."""
    def draw(ax):
        ax.plot(values.index, values, marker="o")
        ax.set(xlabel="year", ylabel=unit)
    return draw


def two_lines(ax):
    """The mistake of drawing both shares and not the difference."""
    drawing(100 * by_year["RUS"])(ax)
    drawing(100 * by_year["CHN"])(ax)


lead = 100 * (by_year["RUS"] - by_year["CHN"])

EXERCISES = [
    choice(
        "3.1", right="b",
        wrong={
            "a": "Those that did not vote no may have voted yes, abstained or not voted at all. Keep the four apart.",
            "c": "The sentence names one of the five. That Syria was among them comes from the record, not from here.",
            "d": "The sentence is about one resolution. How North Korea voted on others it does not say.",
        },
        why="A count with one name in it says how many others there were, and nothing of who they were.",
    ),
    number(
        "3.2", right=sinking,
        why="Where abstentions are not counted as votes, to abstain is to leave the decision to the others: "
            "these few could have turned it.",
        otherwise="Leave the yes votes as they are, add to the no votes one by one, and look when "
                  "yes / (yes + no) falls below 2 / 3.",
        mistakes=[
            (sinking - 1, "With so many more noes, yes still has two thirds. It takes one more."),
            (yes / 2 - no, "There are no half votes: find the first whole number at which it fails."),
            (sinking + no, "These are all the noes it takes. Take away those that were cast anyway."),
            (switching, "You moved members from yes to no. Here the new noes come from those that abstained, "
                        "so the number of yes votes stays."),
            (yes - no, "That makes as many noes as yeses. This vote needed two thirds, not a simple majority."),
            (yes - no + 1, "That is what a simple majority would take. This vote needed two thirds."),
            (0, "You counted abstentions as votes. Under the rule in the question only yes and no count."),
            (abstain, "These are all that abstained. It fails long before all of them vote no."),
        ],
    ),
    members(
        "3.3", right=ours ^ theirs,
        why="Two equal totals on one day hide that many members changed between them: a total is not a camp.",
        otherwise="Make one set for each resolution. What is in exactly one of two sets is `first ^ second`.",
        mistakes=[
            (ours & theirs, "These voted yes on both (&). The question asks for those in exactly one of the sets."),
            (ours | theirs, "These voted yes on one or on both (|). Leave out those that are in both."),
            (ours - theirs, "This is one direction: yes on ES-11/7 only. Those with yes on ES-11/8 only are missing."),
            (theirs - ours, "This is one direction: yes on ES-11/8 only. Those with yes on ES-11/7 only are missing."),
            (set(grid.index[grid["ES-11/7"] != grid["ES-11/8"]]),
             "These voted differently in any way, no and abstaining included. Look only at the yes votes."),
            (voted("ES-11/7", "no") ^ voted("ES-11/8", "no"), "These are the no votes. The question is about yes."),
            (set(names.index[names.isin(ours ^ theirs)]),
             "These are the right members as codes of three letters. Give their names, as in `grid`."),
        ],
    ),
    number(
        "3.4", right=meant - recorded,
        why="One mistaken vote among so many hardly moves the share: worth a note, but not the finding.",
        otherwise="Work out yes / (yes + no) twice, in percent: as recorded and as meant. Then subtract.",
        mistakes=[
            (meant, "This is the share as meant. The question asks by how much it differs from the recorded one."),
            (recorded, "This is the share as recorded. The question asks for the change."),
            (100 * (yes_5 + 1) / (yes_5 + no_5) - recorded,
             "You counted the Bahamas as a yes. They say that they meant to abstain."),
            (100 * (meant / recorded - 1),
             "This is the change in percent of the old share. Percentage points are the plain difference."),
            (recorded - meant, "The sign is turned round: subtract the recorded share from the one as meant."),
            (0, "The share does change. Divide by yes and no only: with abstentions in the sum it could not."),
            ((meant - recorded) / 100, "These are fractions of 1. Work out both shares in percent: times 100."),
        ],
    ),
    table(
        "3.5", right=times(session, ["not voting"]), key="name",
        why="The same few stay away again and again; whether by choice or for unpaid dues, the record does not say.",
        otherwise="Leave out the column 68/262, compare the grid with \"not voting\", and sum along each row.",
        mistakes=[
            (times(grid, ["not voting"]), "The vote of 2014 is in it. The question is about the eight since 2022."),
            (times(session, ["abstain"]), "You counted abstentions. Who abstains is there and says so."),
            (times(session, ["abstain", "not voting"]),
             "You put abstaining and not voting together. Only the second is staying away."),
            (times(session, ["not voting"], 4), "You kept those with more than three. Three times belongs to it: use >=."),
            (times(session, ["not voting"], 1), "These are all that ever stayed away. Keep those with three times or more."),
            (times(session, ["yes", "no", "abstain"]), "This counts votes that were cast. Count the ones that were not."),
        ],
    ),
    number(
        "3.6", right=china, unit="percent",
        why="A few items on which agreement is high or low can pull the share of a whole year.",
        otherwise="Subtract the counts, not the shares: same_vote for all less same_vote without, "
                  "and the same for both_voted. Then divide.",
        mistakes=[
            (100 * left_out("RUS", "same_vote") / left_out("RUS", "both_voted"),
             "This is Russia's. The question is about China."),
            (ours_only,
             "This uses the resolutions in vote_records. Another of 2022, on Crimea, is not in that table: "
             "use voting_agreement."),
            (100 * (shares.loc["2022-CHN-all", "agreement"] - shares.loc["2022-CHN-without-ukraine", "agreement"]),
             "You subtracted shares. Shares of different totals cannot be subtracted so: subtract the counts."),
            (left_out("CHN", "same_vote"), "This is a count of roll calls. Divide it by how many there were."),
            (left_out("CHN", "both_voted"), "This is how many items were left out. On how many did the two agree?"),
            (100 * shares.loc["2022-CHN-all", "agreement"], "This is the share of all roll calls of the year."),
            (100 * shares.loc["2022-CHN-without-ukraine", "agreement"],
             "This is the share of what remains. The question is about what was taken out."),
        ],
    ),
    chart(
        "3.7", right=drawing(lead),
        why="The gap closed over thirty years and not in one: 2022 is the end of a path as much as a break.",
        otherwise="Keep the rows with the items \"all\", pivot, subtract CHN from RUS, times 100, plot by year.",
        mistakes=[
            (drawing(by_year["RUS"] - by_year["CHN"]), "These are fractions of 1. Multiply by 100 for percentage points."),
            (drawing(-lead), "The sign is turned round: Russia less China was asked for."),
            (drawing(100 * (averaged["RUS"] - averaged["CHN"])),
             "The rows without Ukraine and Crimea are in it, and pivot_table averaged them with the rest. "
             "Keep only the items \"all\"."),
            (two_lines, "These are the two shares. Draw one line: their difference."),
            (drawing(opposite["RUS"] - opposite["CHN"]),
             "These are the votes of yes against no. Use the column agreement."),
            (drawing(100 * (by_year["RUS"] / by_year["CHN"])),
             "This is a ratio. Percentage points are a difference: subtract."),
            (drawing(lead.set_axis(range(len(lead)))), "The x axis counts rows from 0. Plot against the years."),
        ],
    ),
    written(
        "3.8",
        about=set(claims.loc[claims["theme"].isin(["diplomacy-and-votes", "recognition", "china-and-region"]),
                             "claim_id"]),
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
