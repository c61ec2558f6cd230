"""Every number in the lessons' prose that comes from data: how it is computed and what it rests on.

In a notebook, `90<!--fact:share_printed-->` shows as 90. Tests compute each number anew;
`seminar refresh` writes it.
"""

import pandas as pd

from seminar import load
from seminar.checks import exercises_of
from seminar.prose import Fact


def trade(row_id: str) -> float:
    """The value of one row of `trade` or `trade_with_russia`, by its trade_id."""
    rows = load("trade_with_russia" if row_id.startswith("ru-") else "trade")
    return rows.set_index("trade_id").loc[row_id, "value"]


def statement(claim_id: str) -> float:
    """The number in `trade_shares` that rests on a claim."""
    return load("trade_shares").set_index("claim_id").loc[claim_id, "best"]


def years_in_band() -> list[int]:
    """The years in which China's share by KOTRA lay within five points of the printed one."""
    rows = load("trade")
    share = rows[(rows["counter"] == "KOTRA") & (rows["measure"] == "china_share")]
    return share.loc[(share["value"] - statement("KS-060")).abs() <= 5, "year"].tolist()


def published(row_id: str) -> pd.Timestamp:
    """The day on which the page behind a record row was published."""
    table, _, key = row_id.partition(":")
    reference = load(table).set_index("trade_id").loc[key, "reference_id"]
    return pd.Timestamp(load("references").set_index("reference_id").loc[reference, "published"])


def printed(reading_id: str) -> pd.Timestamp:
    """The day on which a reading was printed, if its day is known."""
    return load("readings").set_index("reading_id").loc[reading_id, "earliest"]


def in_words(number: float) -> str:
    """A whole number from 1 to 12, rounded, as a word."""
    words = "one two three four five six seven eight nine ten eleven twelve".split()
    return words[round(number) - 1]


FACTS = {
    # 05_trade
    "share_printed": Fact(lambda: statement("KS-060"), "{:.0f}", ["KS-060"]),
    "growth_six_years": Fact(lambda: 100 * (statement("KS-032") ** (1 / 6) - 1), "{:.1f}", ["KS-032"]),
    "growth_seven_years": Fact(lambda: 100 * (statement("KS-032") ** (1 / 7) - 1), "{:.1f}", ["KS-032"]),
    "increase": Fact(lambda: 100 * (statement("KS-032") - 1), "{:.0f}", ["KS-032"]),
    "increase_a_year": Fact(lambda: 100 * (statement("KS-032") - 1) / 6, "{:.0f}", ["KS-032"]),
    "years_in_band": Fact(lambda: len(years_in_band()), in_words, ["KS-060", "trade"]),
    "band_first": Fact(lambda: min(years_in_band()), "{}", ["trade"]),
    "band_last": Fact(lambda: max(years_in_band()), "{}", ["trade"]),
    "weeks_to_next_count": Fact(
        lambda: (published("trade:kotra-2021-china_share") - printed("katzeff-sceeus")).days / 7, in_words,
        ["trade:kotra-2021-china_share", "KS-060"]),
    "customs_2014": Fact(
        lambda: trade("ru-russian-customs-2014-total"), "{:.0f}",
        ["trade_with_russia:ru-russian-customs-2014-total"]),
    "customs_2020": Fact(
        lambda: trade("ru-russian-customs-2020-total"), "{:.0f}",
        ["trade_with_russia:ru-russian-customs-2020-total"]),
    "customs_2021_dollars": Fact(
        lambda: trade("ru-russian-customs-2021-total") * 1e6, "{:,.0f}",
        ["trade_with_russia:ru-russian-customs-2021-total"]),
    "china_share_2020": Fact(
        lambda: trade("kotra-2020-china_share"), "{:.1f}", ["trade:kotra-2020-china_share"]),
    "china_share_2022": Fact(
        lambda: trade("kotra-2022-china_share"), "{:.1f}", ["trade:kotra-2022-china_share"]),
    "china_share_2010_kotra": Fact(
        lambda: trade("kotra-2010-china_share"), "{:.1f}", ["trade:kotra-2010-china_share"]),
    "china_share_2010_kita": Fact(
        lambda: trade("kita-2010-china_share"), "{:.1f}", ["trade:kita-2010-china_share"]),
    "crude_2014": Fact(
        lambda: trade("kotra-2014-crude_oil_estimate"), "{:.0f}", ["trade:kotra-2014-crude_oil_estimate"]),
    "russia_2024": Fact(
        lambda: trade("ru-russian-exporters-association-2024-total"), "{:.0f}",
        ["trade_with_russia:ru-russian-exporters-association-2024-total"]),
    "times_2005_2024": Fact(
        lambda: trade("ru-kotra-2005-total") / trade("ru-russian-exporters-association-2024-total"), in_words,
        ["trade_with_russia:ru-kotra-2005-total",
         "trade_with_russia:ru-russian-exporters-association-2024-total"]),
    "exercises_05": Fact(lambda: len(exercises_of("05_trade")), lambda n: in_words(n).capitalize(), []),
}
