"""Right answers and known mistakes of lesson 07, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

munitions = load("munitions_estimates")
troops = load("troop_estimates")
readings = load("readings").set_index("reading_id")
claims = load("claims")

for rows in (munitions, troops):
    rows["number"] = rows["best"].fillna(rows["low"]).fillna(rows["high"])

PARTIES = ["Russia", "Ukraine", "DPRK"]

# 7.2 Rows with a number that were in print before Lee spoke.
lee = readings.loc["lee-diplomat"]
certain = munitions[munitions["stated_on"] < lee["earliest"]]
possible = munitions[munitions["stated_on"] <= lee["latest"]]

# 7.3 South Korea's part of what was said before Russia acknowledged the soldiers.
acknowledged = troops.loc[troops["measure"] == "acknowledgement", "stated_on"].min()
earlier = troops[troops["stated_on"] < acknowledged]
numbered = earlier[earlier["number"].notna()]


def percent(rows: pd.Series) -> float:
    """How many percent of a column of True and False are True."""
    return 100 * rows.mean()


# 7.4 Rows on munitions by a party to the war that give a number.
by_party = munitions[munitions["side"].isin(PARTIES)]
has_number = by_party["number"].notna()


def ids(rows: pd.DataFrame) -> set[str]:
    """The keys of some estimates."""
    return set(rows["estimate_id"])


# 7.5 and 7.6 Rounds for each container.
boxes = munitions.loc[munitions["measure"] == "containers", ["stated_on", "who", "number"]]
pairs = munitions[munitions["measure"] == "shells"].merge(
    boxes, on=["stated_on", "who"], suffixes=("", "_containers"))
pairs["most"] = pairs["high"].fillna(pairs["best"]).fillna(pairs["low"])
several = pairs[pairs["calibre"].isin(["mixed", "not stated"])]


def filled(rows: pd.DataFrame, rounds: str = "most") -> pd.DataFrame:
    """A table with the columns estimate_id and per_container."""
    return rows.assign(per_container=rows[rounds] / rows["number_containers"])[["estimate_id", "per_container"]]


kept = several[several["estimate_id"] != "M-47"]
upside_down = filled(kept).assign(per_container=lambda rows: 1 / rows["per_container"])
small, large = (
    pairs.loc[pairs["calibre"] == calibre, "number"] / pairs.loc[pairs["calibre"] == calibre, "number_containers"]
    for calibre in ("122 mm", "152 mm")
)
printed = munitions.set_index("estimate_id")["number"]
count, capacity = printed["M-52"], printed["M-53"]

# 7.7 Killed and wounded as one measure, without the row for one week.
both = troops[troops["measure"] == "killed and wounded"]
totals = both[both["estimate_id"] != "T-18"]


def drawing(rows: pd.DataFrame, mark: str = "o", x: str = "stated_on"):
    """A function that draws the numbers of some estimates on given axes."""
    def draw(ax):
        days = range(len(rows)) if x == "rows" else rows[x]
        ax.plot(days, rows["number"], mark)
        ax.set(xlabel="day of the statement", ylabel="soldiers")
    return draw


EXERCISES = [
    choice(
        "7.1", right="d",
        wrong={
            "a": "“In Moscow's eyes” is what the author infers. No Russian source is cited: look at the note.",
            "b": "This is Lukin's own judgement of what Russia needs, and a weakened one. Nobody in Moscow is quoted.",
            "c": "This is somebody's word about Russia. Who is said to have said it?",
        },
        why="A view ascribed to a capital and a sentence said by its envoy look alike, but only one of them is a source.",
    ),
    number(
        "7.2", right=certain["number"].notna().sum(),
        why="Where only bounds are known, “certainly before” needs the earliest day and “possibly before” the latest.",
        otherwise="Take the rows stated before the earliest day of lee-diplomat and count those with a number.",
        mistakes=[
            (possible["number"].notna().sum(),
             "This counts up to the latest day. A row of that month may have come after the interview: use the earliest."),
            (len(certain), "You counted all statements. Some give no number: keep those where number is not missing."),
            (certain["best"].notna().sum(),
             "Only the column best is counted here. “More than” stands in low and “up to” in high: use number."),
            (munitions["number"].notna().sum(), "These are all numbers in the table. Keep those stated before the interview."),
            ((munitions["number"].notna() & (munitions["stated_on"] > lee["latest"])).sum(),
             "These came after the interview. Turn the comparison round."),
        ],
    ),
    number(
        "7.3", right=percent(numbered["side"] == "ROK"), unit="percent",
        why="More than half of the numbers came from one state, which faces North Korea across a border: many reports, few voices.",
        otherwise="Keep the rows before the first acknowledgement that have a number, and take the share with the side ROK.",
        mistakes=[
            (percent(earlier["side"] == "ROK"), "Rows without a number are still among them. Keep those where number is not missing."),
            (percent(troops.loc[troops["number"].notna(), "side"] == "ROK"),
             "This takes the whole table. Keep the rows stated before the first acknowledgement."),
            (100 * (numbered["side"] == "ROK").sum() / len(troops),
             "You divided by all rows of the table. Divide by the rows that are left after both conditions."),
            (percent(numbered["side"].isin(["ROK", "US"])), "The United States is counted in here. Take South Korea alone."),
            ((numbered["side"] == "ROK").sum(), "This is a number of rows. The question asks what percentage of the rows they are."),
        ],
    ),
    members(
        "7.4", right=ids(by_party[has_number]),
        why="All of them are Ukraine's: Russia and North Korea give no number that could be set against them.",
        otherwise="Choose the three sides with .isin, and join that with number being not missing.",
        mistakes=[
            (ids(by_party), "Denials and other statements without a number are among them. Keep rows where number is not missing."),
            (ids(by_party[by_party["best"].notna()]),
             "You looked at best alone. A row can give a number in low or high as well: use number."),
            (ids(munitions[munitions["side"].isin([*PARTIES, "US", "ROK"]) & munitions["number"].notna()]),
             "The United States and South Korea have an interest, but their soldiers do not fight: not parties, by the lesson's rule."),
            (ids(munitions[munitions["number"].notna()]), "These are all rows with a number. Keep those by the three parties."),
            (ids(by_party[~has_number]), "These are the rows without a number. Turn the condition round."),
            (ids(by_party[by_party["measure"] == "shells"]),
             "Only shells are here. Munitions are missiles and guns as well: take every measure."),
        ],
    ),
    table(
        "7.5", right=filled(kept), key="estimate_id",
        why="One service packs more into a container than any load of one calibre in the lesson, and ship trackers far less: "
            "the same boxes, other assumptions.",
        otherwise="Merge shells of mixed or not stated calibre with the containers on stated_on and who, "
                  "leave out the pair of unequal times, and divide.",
        mistakes=[
            (filled(several),
             "One pair sets the rounds of one year against containers of a longer time. Read says and note, and leave it out."),
            (filled(kept, "number"),
             "Where a row gives a range, its lower end was used. The most was asked for: begin with high."),
            (upside_down, "This is containers for each round. Divide the rounds by the containers."),
            (filled(kept[kept["calibre"] == "mixed"]), "The calibre that is not stated is missing: take both kinds of row."),
            (filled(pairs[pairs["estimate_id"] != "M-47"]),
             "The rows of one calibre are still in. Keep mixed and not stated."),
            (filled(kept.assign(number_containers=boxes["number"].max())),
             "One number of containers was used for all. Each row has its own: merge on the day and the speaker."),
        ],
    ),
    number(
        "7.6", right=count * small.min(),
        why="With both ends in view the famous number is the top of a wide range, and the range is one of assumptions.",
        otherwise="Work out rounds for each container in the rows of 122 mm, take the smallest, and multiply by the containers of M-52.",
        mistakes=[
            (count * small.max(), "This takes the fullest containers of 122 mm. The question asks for the fewest rounds in one."),
            (count * small.mean(), "This takes an average. The question asks for the smallest."),
            (count * large.min(), "These are rounds of 152 mm in a container. Use the rows of 122 mm."),
            (capacity * 122 / 152, "You scaled the printed number by the calibre's width. Rounds do not fill a container by their width: use the rows."),
            (capacity / 6, "You divided the printed capacity by a factor. Go by the containers and rounds for each of them."),
            (capacity / 5, "You divided the printed capacity by a factor. Go by the containers and the rounds in each."),
            (count * small.min() / 1e6, "This is in millions. The question asks for rounds."),
            (small.min(), "These are the rounds in one container. Multiply by the containers."),
        ],
    ),
    chart(
        "7.7", right=drawing(totals),
        why="Points of several speakers are several claims. A line would turn them into a course of events that nobody observed.",
        otherwise="Keep the measure killed and wounded, leave out the one row for a week, and plot number against stated_on.",
        mistakes=[
            (drawing(totals, "-o"),
             "A line joins numbers of different speakers, who did not count alike. Draw points only: ax.plot(x, y, \"o\").",
             lambda given: given.joined),
            (drawing(both), "One of these rows covers a single week, while the others count from the beginning. Leave it out."),
            (drawing(troops[troops["measure"] == "killed"]), "These are the killed alone. The measure asked for is killed and wounded."),
            (drawing(troops[troops["measure"].isin(["killed", "wounded"])]),
             "Killed and wounded as two measures are other rows. Take the measure that gives both in one number."),
            (drawing(troops[troops["measure"].isin(["killed", "wounded", "killed and wounded"])
                            & (troops["estimate_id"] != "T-18")]),
             "Three measures are mixed here, so that people appear twice. Keep killed and wounded."),
            (drawing(totals[totals["best"].notna()]),
             "Rows that say “more than” are missing: their number stands in low. Use the column number."),
            (drawing(totals, x="rows"), "The x axis counts rows from 0. Plot against the day of the statement."),
        ],
    ),
    written(
        "7.8",
        about=claims.loc[claims["theme"].isin(["arms-and-troops", "trade", "labour"]), "claim_id"],
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
