"""Right answers and known mistakes of lesson 01, computed from the tables."""

import pandas as pd

from seminar import load
from seminar.checks import chart, choice, members, number, table, written

readings = load("readings")
claims = load("claims")
claims["author"] = claims["reading_id"].map(readings.set_index("reading_id")["author"])

# 1.2 Rinna's part of the claims on sanctions.
sanctions = claims["theme"] == "sanctions"
rinna = claims["author"] == "Anthony V. Rinna"


def percent(part: pd.Series, whole: pd.Series) -> float:
    """How many percent of the rows that pass the mask `whole` pass `part` too."""
    return 100 * (part & whole).sum() / whole.sum()


# 1.3 Which readings can have been written after the first freight train.
trains = load("record_events").set_index("record_event_id")
train = trains.loc["X-48", "latest"]


def ids(mask: pd.Series) -> set[str]:
    """The readings that pass a mask."""
    return set(readings.loc[mask, "reading_id"])


# 1.4 Weapons in a text without the theme arms-and-troops.
his = claims["reading_id"] == "katzeff-sceeus"
nuclear, missile = claims["claim"].str.contains("nuclear"), claims["claim"].str.contains("missile")


def claim_set(mask: pd.Series) -> set[str]:
    """The claims that pass a mask."""
    return set(claims.loc[mask, "claim_id"])


# 1.5 Themes on which a voice has no claim.
by_voice = pd.crosstab(claims["theme"], claims["author"])
by_text = pd.crosstab(claims["theme"], claims["reading_id"])

# 1.6 Claims for every 100 words of the body.
of_reading = readings.set_index("reading_id")
words, paragraphs = of_reading["words"], of_reading["paragraphs"]
in_all = claims.groupby("reading_id").size()
in_body = claims[claims["paragraph"] > 0].groupby("reading_id").size()


def density(values: pd.Series) -> pd.DataFrame:
    """A table with the columns reading_id and per_100_words."""
    return values.rename("per_100_words").rename_axis("reading_id").reset_index()


# 1.7 Words and claims as dots.
def dots(x, y):
    """A function that draws dots on given axes, x and y taken in the order in which they stand."""
    def draw(ax):
        ax.scatter(list(x), list(y))
        ax.set(xlabel="words in the body", ylabel="claims in the body")
    return draw


def joined(ax):
    """The mistake of drawing a line through things that have no order."""
    ax.plot(words[in_body.index], in_body, marker="o")
    ax.set(xlabel="words", ylabel="claims")


EXERCISES = [
    choice(
        "1.1", right="c",
        wrong={
            "a": "These words stand in a headline, probably of the site that reprinted the text. "
                 "Rinna's own text has none of them.",
            "b": "Four texts touch the theme labour. Count the people who wrote them.",
            "d": "The year at the foot of the page belongs to the site. When can the text have been written?",
        },
        why="A sentence about a text can be no surer than what we know of its author, its date and its wording.",
    ),
    number(
        "1.2", right=percent(rinna, sanctions), unit="percent",
        why="Most of what this pack can tell about sanctions is told by one person, which a count of texts hides.",
        otherwise="Choose the rows with the theme sanctions, count how many of them are Rinna's, "
                  "divide by the number of rows chosen, and multiply by 100.",
        mistakes=[
            (percent(claims["reading_id"] == "rinna-eaf", sanctions),
             "This is Rinna's commentary only. He wrote two of the readings: go by author."),
            (percent(claims["reading_id"] == "rinna-apb", sanctions),
             "This is Rinna's policy brief only. He wrote two of the readings: go by author."),
            (percent(sanctions, rinna),
             "Here the whole is Rinna's claims: how much of his writing is about sanctions. "
             "Asked is the reverse: how much of the writing about sanctions is his."),
            (100 * rinna.mean(),
             "This is Rinna's part of all claims. Choose the rows with the theme sanctions first."),
            (100 * (rinna & sanctions).sum() / len(claims),
             "You divided by the number of all claims. The whole is the claims on sanctions."),
            ((rinna & sanctions).sum(), "This is a count of claims. Divide it by the whole and multiply by 100."),
            (100 / claims.loc[sanctions, "author"].nunique(),
             "You gave each author the same part. Count claims, not people."),
        ],
    ),
    members(
        "1.3", right=ids(readings["latest"] > train),
        why="Bounds answer “can it be?” and “must it be?” differently; only one of these texts must be later.",
        otherwise="A text can be later than a day if its latest possible day is. Compare the column latest.",
        mistakes=[
            (ids(readings["earliest"] > train),
             "These must have been written later: even their earliest day is. The question asks which can have been."),
            (ids(readings["latest"] <= train), "These cannot have been written later. Turn the comparison round."),
            (ids(readings["earliest"] <= train),
             "These can have been written before that day or on it. The question asks about after."),
            (ids((readings["earliest"] <= train) & (readings["latest"] > train)),
             "For these it is open on which side of the day they lie. Those that are later beyond doubt count too."),
        ],
    ),
    members(
        "1.4", right=claim_set(his & (nuclear | missile)),
        why="No claim has weapons as its theme, yet weapons are there, as the reason for sanctions: "
            "a zero in a table is not yet a silence.",
        otherwise="Join two masks with &: the reading is katzeff-sceeus, and claim contains “nuclear|missile”.",
        mistakes=[
            (claim_set(his & nuclear), "This finds only the first of the two words. Inside contains, | means or."),
            (claim_set(his & missile), "This finds only the second of the two words. Inside contains, | means or."),
            (claim_set(nuclear | missile), "These come from all readings. Add the mask for his, with &."),
            (claim_set(his), "These are all of his claims. Add the mask for the two words, with &."),
            (claim_set(his | nuclear | missile), "You joined the masks with | (or). Both must hold: use &."),
            (claim_set(claims["theme"] == "arms-and-troops"),
             "These have the theme arms and troops, and none is his. Search the words of his claims."),
        ],
    ),
    number(
        "1.5", right=(by_voice == 0).sum().sum(),
        why="One of Rinna's texts can speak where the other is silent, so voices have fewer silences than texts.",
        otherwise="Make the cross-tabulation with claims[\"author\"], ask where it is == 0, and sum twice.",
        mistakes=[
            ((by_text == 0).sum().sum(), "These are the silences of the five texts. Use the author for the columns."),
            ((by_voice > 0).sum().sum(), "These are the places with claims. Count those with none."),
            ((by_voice == 0).any(axis=1).sum(),
             "You counted themes that lack a voice. A theme may lack two: count every place with a 0."),
            ((by_voice == 0).sum().max(), "This is one author's count. Add up those of all four."),
            (by_voice.size, "This is the number of all places. Count only those with a 0."),
            ((by_voice.drop(index="treaty-2024") == 0).sum().sum(),
             "You left out the theme with a single voice. Its empty places count too."),
        ],
    ),
    table(
        "1.6", right=density(100 * in_body / words), key="reading_id",
        why="Both numbers now cover the same text; a rate whose parts cover different things means nothing.",
        otherwise="Count the claims of the body by reading, divide by the words of the body, and multiply by 100.",
        mistakes=[
            (density(100 * in_all / words),
             "Claims of headlines and captions are counted, but their words are not. "
             "Leave out the rows whose paragraph is 0."),
            (density(in_body / words), "These are claims for each single word. Multiply by 100."),
            (density(100 * words / in_body), "This is turned round: words for each claim. Divide claims by words."),
            (density(in_body / paragraphs), "You divided by paragraphs. Paragraphs differ in length: use the words."),
            (density(in_body.astype(float)), "These are counts. Divide them by the words and multiply by 100."),
            (density(100 * in_body / words.sum()),
             "You divided by the words of all readings together. Each reading has its own."),
        ],
    ),
    chart(
        "1.7", right=dots(words[in_body.index], in_body),
        why="The shortest text has the most claims and the longest does not: length alone explains little here.",
        otherwise="x are the words of each reading, y its claims in the body, one dot for each reading.",
        mistakes=[
            (dots(words[in_all.index], in_all),
             "Claims of headlines and captions are counted, but their words are not. Use the claims of the body."),
            (dots(in_body, words[in_body.index]), "The axes have changed places: words belong on x, claims on y."),
            (dots(paragraphs[in_body.index], in_body), "These are paragraphs. Paragraphs differ in length: use words."),
            (dots(words[in_body.index], 100 * in_body / words[in_body.index]),
             "The y axis holds the rate from 1.6. Here the number of claims was asked for."),
            (dots(words, in_body),
             "The pairs are mixed up: the two columns have the readings in different orders. "
             "words[in_body.index] puts them into the same order."),
            (dots(range(len(in_body)), in_body), "The x axis counts readings from 0. Put their words there."),
            (joined, "A line says that one text leads to the next. They have no order: draw dots, with ax.scatter.",
             lambda given: given.joined),
        ],
    ),
    written(
        "1.8",
        about=claim_set(sanctions | claims["claim"].str.contains("sanction")),
        why="Your claims exist and are about the subject. A person will read the argument by the rubric above.",
    ),
]
