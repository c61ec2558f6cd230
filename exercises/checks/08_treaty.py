"""Right answers and known mistakes of lesson 08, computed from the tables."""

from itertools import combinations

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

articles = load("treaty_articles")
said = load("treaty_provisions")
events = load("record_events")
claims = load("claims").merge(load("readings")[["reading_id", "author"]], on="reading_id")

# The lesson's coding scheme: a judgement, so it is written down and not computed.
transactional = ["LE-001", "LE-006", "LE-007", "LE-008", "LE-019", "LE-034",
                 "LU-050", "LU-051", "RA-003", "RA-011", "RA-020", "KS-054"]
strategic = ["LE-004", "LE-013", "LE-014", "LE-028", "LE-045", "LE-073",
             "LU-065", "LU-071", "RA-010", "RA-060", "KS-058"]
rejected = ["LE-001", "LE-006", "LE-007", "LE-008"]
side = dict.fromkeys(transactional, "transactional") | dict.fromkeys(strategic, "strategic")
coding = claims[claims["claim_id"].isin(side)]
coding = coding.assign(side=coding["claim_id"].map(side), held=~coding["claim_id"].isin(rejected))
own = coding[coding["held"]]

# 8.2 How many moves turn the lead round?
sides = own["side"].value_counts()
lead = int(sides["strategic"] - sides["transactional"])
moves = lead // 2 + 1

# 8.3 From the report on soldiers to the treaty's entry into force.
day = events.set_index("record_event_id")["earliest"]


def days_between(first: str, second: str) -> int:
    """Days from one event of the record to another."""
    return (day[second] - day[first]).days


# 8.4 What the interview leaves out.
read = articles["number_known"] == "read"
two_sources = articles["evidence"] == "two_sources"
named = articles["article"].isin(said["article"])
numbered = articles["article"] != "preamble"


def labels(rows: pd.Series) -> set[str]:
    """The articles for which a column of True and False is True."""
    return set(articles.loc[rows, "article"])


# 8.5 Who is in the bloc?
bloc = ["KS-010", "LE-015", "LE-030", "LE-046", "LE-047", "LE-049", "LU-074", "LU-077", "RE-046"]


def with_actors(*names: str, among=bloc) -> set[str]:
    """The claims among whose actors all these names stand."""
    rows = claims[claims["claim_id"].isin(among)] if among else claims
    return {row.claim_id for row in rows.itertuples() if set(names) <= set(row.actors.split(";"))}


# 8.6 The share without one author.
def leave_out(rows: pd.DataFrame, which: str = "strategic") -> pd.DataFrame:
    """For each author, the percentage of one side among the other authors' arguments."""
    return pd.DataFrame([
        (author, 100 * (rows.loc[rows["author"] != author, "side"] == which).mean())
        for author in rows["author"].unique()
    ], columns=["author", "share"])


alone = (own["side"] == "strategic").groupby(own["author"]).mean().mul(100).rename("share").reset_index()
right_shares = leave_out(own)

# 8.7 Every rule that the criteria allow.
treaties = pd.DataFrame({
    "talks or help": ["yes", "yes", "yes"],
    "military aid": ["yes", "no", "yes"],
    "both bound": ["yes", "yes", "yes"],
    "no reservation": ["yes", "no", "no"],
    "joint command": 3 * ["unknown"],
}, index=["1961", "2000", "2024"])
rules = [list(rule) for size in range(1, 6) for rule in combinations(treaties.columns, size)]


def certain(treaty: str) -> int:
    """By how many rules a treaty is an alliance with every criterion a yes."""
    return sum((treaties.loc[treaty, rule] == "yes").all() for rule in rules)


now = treaties.loc["2024"]
not_refused = sum((now[rule] != "no").all() for rule in rules)
refused = len(rules) - not_refused
partly = sum((now[rule] == "yes").any() for rule in rules)

# 8.8 From signing to force.
steps = ["X-61", "X-66", "X-67", "X-68", "X-69", "X-70"]
since = (day[steps] - day["X-61"]).dt.days.tolist()


def drawing(x, y, x_label: str = "days since the signing", y_label: str = "step"):
    """A function that draws dots on given axes."""
    def draw(ax):
        ax.plot(x, y, "o")
        ax.set(xlabel=x_label, ylabel=y_label)
    return draw


EXERCISES = [
    choice(
        "8.1", right="b",
        wrong={
            "a": "This is the interview's version: one-way, and a possibility. The known text binds both sides.",
            "c": "The text speaks of military and other aid, not of troops, and it names the laws of both as a limit.",
            "d": "The duty has a condition: the other side is attacked and at war. North Korea did name Article 4 "
                 "for its soldiers in Russia, but whether the article asks for that is a judgement.",
        },
        why="Who is bound, to what, on which condition, within which limits: a summary that drops one of "
            "the four changes the treaty.",
    ),
    number(
        "8.2", right=moves,
        why="A lead that a second coder could undo with so few strokes is not a finding; that is why "
            "the scheme must be printed with the result.",
        otherwise="Count both sides among the arguments with held True. One move takes one from the first "
                  "side and gives it to the second.",
        mistakes=[
            (lead, "This is the lead itself. One move counts twice: one side loses an argument, the other gains it."),
            (lead + 1, "So many arguments would have to be added. A move also takes one away from the other side."),
            (lead // 2, "After so many moves the strategic side still has more. Try the counts out on paper."),
            (lead / 2, "Arguments do not come in halves. How many whole moves are needed to get past the middle?"),
            (0, "All arguments are counted here. Keep only those that the authors hold: coding[coding[\"held\"]]."),
        ],
    ),
    number(
        "8.3", right=days_between("X-65", "X-70"),
        why="By South Korea's report the soldiers came while the treaty that North Korea named later as their "
            "ground was signed, but not yet in force.",
        otherwise="Take the dates of X-65 and X-70 from the column earliest, subtract the earlier from the "
                  "later, and take .days.",
        mistakes=[
            (days_between("X-70", "X-65"), "The sign is turned round: subtract the earlier day from the later one."),
            (days_between("X-61", "X-70"), "This starts at the signing. The question starts at the report, X-65."),
            (days_between("X-61", "X-65"), "This runs from the signing to the report. A signed treaty is not yet "
                                           "in force: take X-70."),
            (days_between("X-65", "X-66"), "This ends when the Duma ratifies. One state's ratification does not "
                                           "bring a treaty into force: take X-70."),
            (days_between("X-65", "X-74"), "This ends with North Korea's confirmation in 2025. Take the entry "
                                           "into force, X-70."),
            (days_between("X-65", "X-70") + 1, "Both end days are counted here. The difference of two dates "
                                               "counts the steps between them."),
        ],
    ),
    members(
        "8.4", right=labels(read & two_sources & ~named & numbered),
        why="An interview picks what answers its question: most of what is firmly known of the treaty, from "
            "the UN to trade and sanctions, lies outside the three articles that it names.",
        otherwise="Keep rows whose number_known is read and whose evidence is two_sources, without the "
                  "interview's articles and without the preamble.",
        mistakes=[
            (labels(read & two_sources & ~named), "The preamble is in your set. It is a part of the treaty but no article."),
            (labels(read & two_sources & numbered), "Articles that the interview names are still there: "
                                                    "leave out what stands in said[\"article\"]."),
            (labels(two_sources & ~named & numbered), "Some of these numbers were not read but follow from the order, "
                                                      "or are not verified. Add the condition on number_known."),
            (labels(~named & numbered), "These are all articles that the interview does not name. Keep those with a "
                                        "number that was read and with two sources."),
            (labels(read & two_sources & named), "You kept the articles that the interview names. The question "
                                                 "asks for the others: put ~ before .isin."),
            (labels(read & two_sources & ~named & numbered & (articles["mutual"] == "yes")),
             "A final clause is missing. It binds nobody to help, but it is an article whose number was read."),
        ],
    ),
    members(
        "8.5", right=with_actors("China", "DPRK", "Russia"),
        why="Lukin and Rinna see three partners, but in LE-049 China looks on from outside: a list of actors "
            "says who is in the sentence, not who is in the bloc.",
        otherwise="Keep the claims of the list, then ask three times whether a name stands in actors, and join with &.",
        mistakes=[
            (with_actors("China"), "China stands in all of these, but in one of them North Korea does not."),
            (with_actors("DPRK", "Russia"), "North Korea and Russia stand in all of these, but China in only some."),
            (with_actors("DPRK", "Russia") - with_actors("China"),
             "These are the claims without China. The question asks for those with all three."),
            (with_actors("China", "DPRK", "Russia", among=None),
             "You searched all claims. Keep only those of the list bloc."),
            (set(bloc), "This is the whole list. Perhaps the conditions are joined with | (or); all three must hold: use &."),
            (with_actors("China", "DPRK", "Russia") - {"LE-049"},
             "You have gone one step further and asked who is a member. First give all claims in which the three stand."),
        ],
    ),
    table(
        "8.6", right=right_shares, key="author",
        why="One author carries the lead: without Lee the strategic side falls below half, and no other "
            "author changes the answer.",
        otherwise="Keep the arguments with held True, leave one author out at a time, and take the share of "
                  "strategic among the rest, in percent.",
        mistakes=[
            (alone, "This is each author's own share. Leave the author out and look at the others: use !=."),
            (leave_out(coding), "Arguments that Lee only reports are counted here. Keep the rows with held True first."),
            (leave_out(own, "transactional"), "This is the transactional share. The strategic one was asked for."),
            (right_shares.assign(share=right_shares["share"] / 100), "These are fractions of 1. Give percent: times 100."),
            (right_shares.assign(share=[
                (own.loc[own["author"] != author, "side"] == "strategic").sum() for author in right_shares["author"]]),
             "This counts arguments. Without an author the total changes too, so take a share: .mean()."),
        ],
    ),
    number(
        "8.7", right=100 * certain("2024") / len(rules), unit="percent",
        why="The rules do not vote, and some are silly; but whoever says “clearly an alliance” has picked one "
            "of a minority of the rules that these five criteria allow, and should say which.",
        otherwise="For each rule test whether all its criteria are yes for 2024; count these rules, divide by "
                  "the number of rules, and give percent.",
        mistakes=[
            (100 * not_refused / len(rules), "You counted rules that do not say no. Where a criterion is unknown, "
                                             "the answer is not certain: all must be yes."),
            (100 * certain("2024") / (certain("2024") + refused),
             "The rules that cannot tell were left out of the total. They are rules too: divide by all."),
            (100 * certain("2000") / len(rules), "This is the row of 2000. Take treaties.loc[\"2024\"]."),
            (100 * partly / len(rules), "Here one fulfilled criterion is enough. A rule asks for all of them: use .all()."),
            (100 * refused / len(rules), "These are the rules that say no. Count those that say yes for certain."),
            (certain("2024"), "This is the number of rules. Divide by how many rules there are, and give percent."),
        ],
    ),
    chart(
        "8.8", right=drawing(since, range(1, 7)),
        why=f"For {since[1]} days nothing moves; then five steps fall within {since[-1] - since[1]} days, and the first "
            f"of them comes {days_between('X-65', 'X-66')} days after South Korea's report on soldiers in Russia.",
        otherwise="Subtract the day of the signing from each of the six dates, take .dt.days, and draw them "
                  "against 1 to 6.",
        mistakes=[
            (drawing(day[steps].tolist(), range(1, 7), "date"),
             "The x axis shows dates. Subtract day[\"X-61\"] and take .dt.days, so that the axis counts days."),
            (drawing(range(1, 7), since, "step", "days since the signing"),
             "The axes are exchanged: days to the right, steps upwards."),
            (drawing(since, range(6)), "Your steps begin with 0. The question counts them from 1 to 6."),
            (drawing(day[steps].diff().dt.days.fillna(0).tolist(), range(1, 7)),
             "These are the days from each step to the next. Count all of them from the signing."),
            (drawing([days_between("X-66", step) for step in steps], range(1, 7)),
             "You count from the Duma's vote. Count from the signing, X-61."),
        ],
    ),
    written(
        "8.9",
        about=set(claims.loc[claims["theme"].isin(["treaty-2024", "motives-and-framing", "china-and-region"]), "claim_id"])
        | set(side),
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
