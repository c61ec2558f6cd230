"""Right answers and known mistakes of lesson 10, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, coding, members, number, table, written

claims = load("claims")
both = claims.merge(load("second_coding"), on="claim_id", suffixes=("", "_2"))
words = load("vocabulary")
length = load("readings").set_index("reading_id")["words"]

CODES = ["asserted", "attributed", "hedged", "speculative"]

# 10.1 Thirty claims: six of each reading, a third of them coded differently in the two passes.
THIRTY = """
RA-009 RA-023 RA-036 RA-045 RA-050 RA-063
RE-008 RE-019 RE-026 RE-037 RE-046 RE-053
LU-008 LU-021 LU-039 LU-041 LU-051 LU-077
LE-009 LE-015 LE-026 LE-036 LE-052 LE-067
KS-019 KS-020 KS-030 KS-045 KS-050 KS-060
""".split()

# 10.3 How often they say "will", and how often they hedge.
is_will = words["term"].str.startswith("will")
hedge_rows = words[words["kind"] == "hedge word"]
will = words[is_will].set_index("reading_id")["count"]
will_rate = will / length
hedge_rate = hedge_rows[~is_will[hedge_rows.index]].groupby("reading_id")["count"].sum() / length
all_rate = hedge_rows.groupby("reading_id")["count"].sum() / length


def lee_to_katzeff(values: pd.Series) -> float:
    """Lee's value divided by Katzeff Silberstein's."""
    return values["lee-diplomat"] / values["katzeff-sceeus"]


# 10.4 The upper end for Lukin's own claims.
lukin = claims.loc[claims["reading_id"] == "lukin-eaf", "hedging"]
soft = lukin.isin(["hedged", "speculative"]).sum()
own = (lukin != "attributed").sum()


def wilson(count: float, total: int, z: float = 1.96) -> tuple[float, float]:
    """Both ends of Wilson's interval, in percent."""
    share = count / total
    shrink = 1 + z**2 / total
    centre = (share + z**2 / (2 * total)) / shrink
    reach = z * (share * (1 - share) / total + z**2 / (4 * total**2)) ** 0.5 / shrink
    return 100 * (centre - reach), 100 * (centre + reach)


# 10.5 Claims on which the codings part in hedging and in kind.
hedging_apart = both["hedging"] != both["hedging_2"]
kind_apart = both["kind"] != both["kind_2"]
theme_apart = both["theme"] != both["theme_2"]


def ids(chosen: pd.Series) -> set[str]:
    """The ids of the claims for which a column of True and False is True."""
    return set(both.loc[chosen, "claim_id"])


# 10.6 Kappa of hedging by reading.
def luck(first: pd.Series, second: pd.Series) -> float:
    """The share of claims on which two coders would agree by luck."""
    return (first.value_counts(normalize=True) * second.value_counts(normalize=True)).sum()


def by_reading(measure) -> pd.DataFrame:
    """A table with the columns reading_id and kappa: `measure` of the rows of each reading."""
    pairs = [(reading, measure(rows)) for reading, rows in both.groupby("reading_id")]
    return pd.DataFrame(pairs, columns=["reading_id", "kappa"])


def agreement(rows: pd.DataFrame, column: str = "hedging") -> float:
    """The share of rows on which the codings agree."""
    return (rows[column] == rows[f"{column}_2"]).mean()


def kappa(rows: pd.DataFrame, column: str = "hedging", chance: float | None = None) -> float:
    """Cohen's kappa of the two codings of some rows; `chance` in place of these rows' own luck."""
    chance = luck(rows[column], rows[f"{column}_2"]) if chance is None else chance
    return (agreement(rows, column) - chance) / (1 - chance)


luck_of_all = luck(both["hedging"], both["hedging_2"])

# 10.7 Agreement on the theme, theme by theme.
same = both["theme"] == both["theme_2"]


def drawing(x: pd.Series, y: pd.Series):
    """A function that draws dots on given axes."""
    def draw(ax):
        ax.plot(x, y, "o")
        ax.set(xlabel="claims with the theme", ylabel="same theme in the second coding (%)")
    return draw


def joined(ax):
    """The mistake of a line through the themes."""
    drawing(of_theme, shared)(ax)
    ax.plot(of_theme, shared)


of_theme, shared = same.groupby(both["theme"]).size(), 100 * same.groupby(both["theme"]).mean()
of_second, shared_second = same.groupby(both["theme_2"]).size(), 100 * same.groupby(both["theme_2"]).mean()
kinds = both["kind"] == both["kind_2"]

EXERCISES = [
    coding(
        "10.1", claims=THIRTY, codes=CODES,
        why="Your coding is complete. Run the next cells: they show how far you and the two codings agree, and where not.",
    ),
    choice(
        "10.2", right="d",
        wrong={
            "a": "This is the plain agreement. Most of it is both saying no, which luck gives almost for nothing.",
            "b": "Compute the luck: 0.05 × 0.05 + 0.95 × 0.95. Is the agreement above it or below?",
            "c": "Zero would be as good as luck. By luck they would have shared a claim now and then; they shared none.",
        },
        why="Where a code is rare, agreement is high for nothing. On the code that mattered these two never agreed.",
    ),
    number(
        "10.3", right=lee_to_katzeff(will_rate),
        why="The text with the fewest hedges has the fewest “will”, too. Few hedges need not mean bold forecasts.",
        otherwise="Divide each count of “will” by the words of its reading, then Lee's rate by Katzeff Silberstein's.",
        mistakes=[
            (lee_to_katzeff(will), "You compared the counts. The texts differ in length: divide each by its words first."),
            (1 / lee_to_katzeff(will_rate), "The ratio is turned round: Lee's rate belongs above the line."),
            (1000 * (will_rate["lee-diplomat"] - will_rate["katzeff-sceeus"]),
             "This is a difference of two rates. “How many times” asks for one divided by the other."),
            (lee_to_katzeff(hedge_rate), "These are the hedges without “will”. The question is about “will” alone."),
            (lee_to_katzeff(all_rate), "These are all rows of the hedge list. Keep those whose term starts with “will”."),
            (1000 * will_rate["lee-diplomat"], "This is Lee's rate. Divide it by Katzeff Silberstein's."),
        ],
    ),
    number(
        "10.4", right=wilson(soft, own)[1], unit="percent",
        why="What one divides by is a decision: among his own claims Lukin sounds softer than among all that he prints.",
        otherwise="Keep Lukin's claims that are not attributed, count them and the soft ones among them, "
                  "and take the second end of wilson(...), in percent.",
        mistakes=[
            (wilson(soft, len(lukin))[1], "The attributed claims are still in the total. Leave them out before you count."),
            (wilson(soft, own)[0], "This is the lower end. The question asks for the upper one."),
            (100 * soft / own, "This is the share itself. The question asks for the upper end of its interval."),
            (100 * (soft / own + 1.96 * (soft / own * (1 - soft / own) / own) ** 0.5),
             "This is the plain textbook interval, share plus and minus. Use wilson, which allows for small counts."),
            (wilson((lukin == "hedged").sum(), own)[1],
             "Here only hedged counts as soft. Soft is hedged or speculative: use isin with both."),
            (wilson(len(lukin) - (lukin == "asserted").sum(), len(lukin))[1],
             "Here attributed claims count as soft. Another's words are not a hedge: leave them out."),
        ],
    ),
    members(
        "10.5", right=ids(hedging_apart & kind_apart),
        why="Most are one quarrel seen twice: whose words? So the kappas of two columns are not two independent proofs.",
        otherwise="Merge the codings, ask for hedging != hedging_2 and for kind != kind_2, and join the two with &.",
        mistakes=[
            (ids(hedging_apart | kind_apart), "You joined the conditions with | (or). Both must hold: use &."),
            (ids(hedging_apart), "These part in hedging. Keep those that also part in kind."),
            (ids(kind_apart), "These part in kind. Keep those that also part in hedging."),
            (ids(hedging_apart & theme_apart), "These part in hedging and theme. The question is about hedging and kind."),
            (ids(hedging_apart & ~kind_apart), "These part in hedging but agree in kind: the other half."),
            (ids(kind_apart & theme_apart), "These part in kind and theme. The question is about hedging and kind."),
        ],
    ),
    table(
        "10.6", right=by_reading(kappa), key="reading_id",
        why="One text comes out lowest. With some fifty claims its interval still meets the others': a hint, not yet a finding.",
        otherwise="For each reading call kappa on its rows of hedging and hedging_2, and keep the third number.",
        mistakes=[
            (by_reading(agreement), "This is the plain agreement. Kappa takes away what luck would give: the third number."),
            (by_reading(lambda rows: luck(rows["hedging"], rows["hedging_2"])),
             "This is the agreement by luck, the second number. You need the third."),
            (by_reading(lambda rows: kappa(rows, chance=luck_of_all)),
             "The luck of the whole table was used. Each reading has shares of its own, so compute the luck in each."),
            (by_reading(lambda rows: kappa(rows, "kind")), "This is the kappa of kind. The question is about hedging."),
            (by_reading(lambda rows: kappa(rows, "theme")), "This is the kappa of theme. The question is about hedging."),
            (by_reading(lambda rows: kappa(both)), "Every row has the kappa of the whole table. Use the rows of each reading."),
        ],
    ),
    chart(
        "10.7", right=drawing(of_theme, shared),
        why="Where a claim about the past is also about trade or votes, one theme is too few. The scheme is what is hard here.",
        otherwise="Group the agreement by the first coding's theme: size for the x axis, 100 times the mean for the y axis.",
        mistakes=[
            (drawing(shared, of_theme), "The axes are turned round: the number of claims belongs on the x axis."),
            (drawing(of_theme, shared / 100), "These are fractions of 1. The y axis asks for percent: times 100."),
            (drawing(of_second, shared_second), "You grouped by the theme of the second coding. Group by the first."),
            (drawing(of_theme, 100 - shared), "This is where the codings part. Draw where they agree."),
            (drawing(of_theme, of_theme * shared / 100), "These are numbers of claims. Divide by the claims of the same theme."),
            (drawing(of_theme, 100 * kinds.groupby(both["theme"]).mean()),
             "This is the agreement on kind, grouped by theme. Compare theme with theme_2."),
            (joined, "A line runs through the dots, but themes have no order. Draw dots only.",
             lambda given: given.joined),
        ],
    ),
    written(
        "10.8", about=claims.loc[claims["reading_id"].isin(["lee-diplomat", "katzeff-sceeus"]), "claim_id"],
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
