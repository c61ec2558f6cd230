"""Every number in the lessons' prose that comes from data: how it is computed and what it rests on.

In a notebook, `90<!--fact:share_printed-->` shows as 90. Tests compute each number anew;
`seminar refresh` writes it.
"""

import re
import runpy
from functools import lru_cache

import numpy as np
import pandas as pd

from seminar import load
from seminar.checks import checks_folder, exercises_of
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


def labour(claim_id: str, bound: str = "best") -> float:
    """A number (low, best or high) in `labour_estimates` that rests on a claim."""
    return load("labour_estimates").set_index("claim_id").loc[claim_id, bound]


def estimate(row_id: str) -> float:
    """The number in one row of `munitions_estimates` or `troop_estimates`, whichever bound it is."""
    rows = load("troop_estimates" if row_id.startswith("T-") else "munitions_estimates")
    row = rows.set_index("estimate_id").loc[row_id]
    return row[["best", "low", "high"]].dropna().iloc[0]


def stated(row_id: str) -> pd.Timestamp:
    """The day of a statement in `munitions_estimates` or `troop_estimates`."""
    rows = load("troop_estimates" if row_id.startswith("T-") else "munitions_estimates")
    return rows.set_index("estimate_id").loc[row_id, "stated_on"]


def days_until_stated(row_id: str, event: str) -> int:
    """The days from an event to a statement about it."""
    return (stated(row_id) - pd.Timestamp(event)).days


def on_arms() -> pd.DataFrame:
    """The claims on arms and soldiers."""
    claims = load("claims")
    return claims[claims["theme"] == "arms-and-troops"]


def arms_log() -> pd.DataFrame:
    """The statements on munitions and on soldiers, one table below the other."""
    return pd.concat([load("munitions_estimates"), load("troop_estimates")], ignore_index=True)


def rounds_per_container(calibre: str) -> pd.Series:
    """Rounds for each container, where one speaker gives both and assumes one calibre."""
    rows = load("munitions_estimates")
    rows["number"] = rows["best"].fillna(rows["low"]).fillna(rows["high"])
    containers = rows.loc[rows["measure"] == "containers", ["stated_on", "who", "number"]]
    shells = rows[(rows["measure"] == "shells") & (rows["calibre"] == calibre)]
    pairs = shells.merge(containers, on=["stated_on", "who"], suffixes=("", "_containers"))
    return pairs["number"] / pairs["number_containers"]


@lru_cache
def treaty_coding() -> pd.DataFrame:
    """The arguments of lesson 08 with side and held, as its exercises' checks have them."""
    return runpy.run_path(str(checks_folder() / "08_treaty.py"))["coding"]


def treaty_shares() -> list[float]:
    """The strategic share in percent by each of lesson 08's five rules for counting."""
    rows = treaty_coding()
    own, strategic = rows["held"], rows["side"] == "strategic"
    shares = [
        strategic.mean(),
        strategic[own].mean(),
        strategic[own & (rows["hedging"] == "asserted")].mean(),
        strategic[own].groupby(rows["author"]).mean().mean(),
        strategic[own & ~rows["author"].str.contains("Lee")].mean(),
    ]
    return [100 * share for share in shares]


def treaty_verdicts(verdict: str) -> int:
    """How many claims about the treaty have this verdict."""
    checks = load("claim_checks")
    ours = checks[(checks["rests_on"] == "treaty_articles") | (checks["claim_id"] == "LE-002")]
    return (ours["verdict"] == verdict).sum()


def treaty_numbers_read() -> int:
    """How many articles of the treaty have a number that was read; the preamble is none."""
    articles = load("treaty_articles")
    return ((articles["number_known"] == "read") & (articles["article"] != "preamble")).sum()


def treaty_articles_total() -> int:
    """How many articles the treaty has, as the check of LE-024 gives it."""
    record = load("claim_checks").set_index("check_id").loc["C45", "record"]
    return int(re.search(r"(\d+) articles", record)[1])


def arrows(start: str = None, end: str = None, **codes: str) -> pd.DataFrame:
    """The rows of `relations` from one actor, to another, with the codes given."""
    rows = load("relations")
    wanted = {"from_actor": start, "to_actor": end, **codes}
    for column, code in wanted.items():
        rows = rows if code is None else rows[rows[column] == code]
    return rows


def net_sign(start: str, end: str) -> int:
    """Friendly rows minus unfriendly ones from one actor to another."""
    return len(arrows(start, end, sign="positive")) - len(arrows(start, end, sign="negative"))


def both_ways(one: str, other: str) -> int:
    """The rows between two actors, in both directions together."""
    return len(arrows(one, other)) + len(arrows(other, one))


def agreement(row_id: str) -> float:
    """How often North Korea voted as a partner did, in percent, by the row's agreement_id."""
    return 100 * roll_calls(row_id, "agreement")


def ballots() -> pd.DataFrame:
    """The votes of all members: one row a member (ISO code), one column a resolution."""
    return load("vote_records").pivot(index="iso3", columns="resolution", values="vote")


def tally(resolution: str, kind: str) -> int:
    """The official number of votes of a kind (yes, no, abstain, not_voting) on a resolution."""
    return load("unga_resolutions").set_index("resolution").loc[resolution, kind]


def moved(before: str, after: str) -> int:
    """How many members voted `before` on ES-11/1 and `after` on ES-11/7."""
    votes = ballots()
    return ((votes["ES-11/1"] == before) & (votes["ES-11/7"] == after)).sum()


def roll_calls(row_id: str, column: str) -> float:
    """One number of a row of `voting_agreement`, by its agreement_id."""
    return load("voting_agreement").set_index("agreement_id").loc[row_id, column]


def council(resolution: str, column: str):
    """One value of a Security Council resolution, by its number."""
    return load("unsc_resolutions").set_index("resolution").loc[resolution, column]


def council_rows(**values) -> pd.DataFrame:
    """The rows of `unsc_resolutions` in which every named column has the given value."""
    rows = load("unsc_resolutions")
    for column, value in values.items():
        rows = rows[rows[column] == value]
    return rows


def council_mentions(topic: str | None = None) -> pd.DataFrame:
    """What the readings cite of the Security Council, on one topic or on all."""
    rows = load("resolution_mentions")
    rows = rows[rows["body"] == "UNSC"]
    return rows if topic is None else rows[rows["topic"] == topic]


def days_between(earlier: str, later: str) -> int:
    """Days between the votes on two resolutions."""
    return (council(later, "date") - council(earlier, "date")).days


MAY = {"ours": 0.40, "bold": 0.50, "timid": 0.50, "analysts": 0.50, "sceptic": 0.20}


FORECASTERS = ["Rinna", "Lukin", "Lee", "Katzeff Silberstein", "Lee (Moscow's view as she reads it)"]


TREATY, VETO, PANEL_ENDS = "2024-06-19", "2024-03-28", "2024-04-30"


def said_as(mapping: str = "ours") -> dict[str, float]:
    """One of lesson 11's mappings from the strength of a forecast to a probability."""
    others = {
        "bold": {"will": 0.99, "likely": 0.90, "unlikely": 0.10},
        "timid": {"will": 0.80, "likely": 0.65, "unlikely": 0.40},
        "analysts": {"will": 0.97, "likely": 0.68, "unlikely": 0.33},
    }
    ours = {"will": 0.95, "likely": 0.75, "unlikely": 0.20}
    return others.get(mapping, ours) | {"possible": MAY[mapping]}


def future_claims(verdict: str | None = None, **codes: str) -> pd.DataFrame:
    """The rows of `predictions` with their reading, by verdict and other codes."""
    rows = load("predictions").merge(load("claims")[["claim_id", "reading_id"]], on="claim_id")
    for column, code in ({"verdict": verdict} | codes).items():
        rows = rows if code is None else rows[rows[column] == code]
    return rows


def scored(half: bool = False, turned: bool = True) -> pd.DataFrame:
    """The forecasts with a clear verdict (and, with half, the partly true) and what happened."""
    outcome = {"came true": 1.0, "did not come true": 0.0} | ({"partly true": 0.5} if half else {})
    rows = future_claims()
    rows["happened"] = rows["verdict"].map(outcome)
    if turned:
        rows["happened"] = rows["happened"].where(rows["strength"] != "unlikely", 1 - rows["happened"])
    return rows[rows["happened"].notna()]


def brier(rows: pd.DataFrame, mapping: dict[str, float]) -> float:
    """The Brier score of scored forecasts under a mapping."""
    return ((rows["strength"].astype(str).map(mapping) - rows["happened"]) ** 2).mean()


def may_curve() -> pd.Series:
    """The Brier score for each probability heard in “may”, in 200 steps."""
    rows = scored()
    return pd.Series({step / 200: brier(rows, said_as() | {"possible": step / 200}) for step in range(201)})


def may_interval(without: str = "1900-01-01") -> tuple[float, float]:
    """Wilson's 95 percent interval for the share of “may” that happened, in percent."""
    rows = scored()
    happened = rows.loc[(rows["strength"] == "possible") & (rows["decided_on"] != without), "happened"]
    n, share, z = len(happened), happened.mean(), 1.96
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * (share * (1 - share) / n + z**2 / (4 * n**2)) ** 0.5 / (1 + z**2 / n)
    return 100 * (middle - half), 100 * (middle + half)


def days_after(reading_id: str, event_id: str) -> int:
    """The days from the last day on which a reading can have been written to an event of the record."""
    written = load("readings").set_index("reading_id").loc[reading_id, "latest"]
    return (load("record_events").set_index("record_event_id").loc[event_id, "latest"] - written).days


def decided(*days: str) -> int:
    """How many verdicts were decided on these days."""
    return future_claims()["decided_on"].isin(pd.to_datetime(list(days))).sum()


SOFT = ["hedged", "speculative"]


NO_HEDGE = {"katzeff-sceeus": 2, "rinna-eaf": 1, "lee-diplomat": 1}


def soft_share(reading_id: str) -> float:
    """The percentage of a reading's claims that are hedged or speculative."""
    rows = load("claims")
    return 100 * rows.loc[rows["reading_id"] == reading_id, "hedging"].isin(SOFT).mean()


def soft_interval(reading_id: str) -> tuple[float, float]:
    """Wilson's interval of that percentage."""
    rows = load("claims")
    soft = rows.loc[rows["reading_id"] == reading_id, "hedging"].isin(SOFT)
    total, share, z = len(soft), soft.mean(), 1.96
    shrink, centre = 1 + z**2 / total, share + z**2 / (2 * total)
    reach = z * (share * (1 - share) / total + z**2 / (4 * total**2)) ** 0.5
    return 100 * (centre - reach) / shrink, 100 * (centre + reach) / shrink


def soft_of_predictions(yes: bool) -> float:
    """The percentage of soft claims among predictions, or among all the others."""
    rows = load("claims")
    return 100 * rows.loc[(rows["kind"] == "prediction") == yes, "hedging"].isin(SOFT).mean()


@lru_cache
def shuffles_as_far() -> float:
    """The percentage of lesson 10's shuffles in which the shares lie as far apart as in the readings."""
    rows = load("claims")
    soft = rows["hedging"].isin(SOFT).to_numpy()

    def spread(codes):
        shares = pd.Series(codes).groupby(rows["reading_id"]).mean()
        return shares.max() - shares.min()

    dealer = np.random.default_rng(10)
    return 100 * np.mean([spread(dealer.permutation(soft)) >= spread(soft) for turn in range(1000)])


def hedge_hits() -> pd.Series:
    """How often words of the hedge list, "will" aside, stand in the body of each reading."""
    rows = load("vocabulary")
    rows = rows[(rows["kind"] == "hedge word") & ~rows["term"].str.startswith("will")]
    return rows.groupby("reading_id")["count"].sum()


def hedge_rates() -> pd.Series:
    """The same for each thousand words, from the lowest to the highest."""
    return (1000 * hedge_hits() / load("readings").set_index("reading_id")["words"]).sort_values()


def agreement_of_codings(column: str) -> tuple[float, float, float]:
    """Agreement of the two codings, agreement by luck, and Cohen's kappa."""
    first, second = load("claims")[column], load("second_coding")[column]
    agree = (first == second).mean()
    luck = (first.value_counts(normalize=True) * second.value_counts(normalize=True)).sum()
    return agree, luck, (agree - luck) / (1 - luck)


def hedging_apart() -> pd.DataFrame:
    """The claims whose hedging the two codings differ on, with the decision."""
    rows = load("claims").merge(load("second_coding"), on="claim_id", suffixes=("", "_2"))
    rows["decided"] = rows["adjudicated"].str.extract(r"hedging=(\w+)")
    return rows[rows["hedging"] != rows["hedging_2"]]


def coded(table: str = "claims") -> pd.DataFrame:
    """The claims with their author, with the themes of `claims` or of `second_coding`."""
    rows = load("claims")
    rows["author"] = rows["reading_id"].map(load("readings").set_index("reading_id")["author"])
    rows["theme"] = rows["claim_id"].map(load(table).set_index("claim_id")["theme"])
    return rows


def silences(table: str = "claims") -> pd.DataFrame:
    """True where a reading (column) has no claim with a theme (row)."""
    rows = coded(table)
    return pd.crosstab(rows["theme"], rows["reading_id"]) == 0


def heard() -> pd.DataFrame:
    """How many readings and how many authors have a claim with each theme."""
    return coded().groupby("theme")[["reading_id", "author"]].nunique()


def above_body(prefix: str = "") -> int:
    """How many claims stand in a title, deck or caption; of one reading by its prefix."""
    rows = load("claims")
    return ((rows["paragraph"] == 0) & rows["claim_id"].str.startswith(prefix)).sum()


def anchors_with(text: str) -> int:
    """How many anchors contain a text."""
    return load("claims")["anchor"].str.contains(text, regex=False).sum()


def with_verdicts() -> pd.DataFrame:
    """Every claim with the verdict of the check that names it first or second, if any."""
    checks = load("claim_checks")
    columns = ["claim_id", "second_claim_id"]
    verdicts = pd.concat(
        [checks[[column, "verdict"]].set_axis(["claim_id", "verdict"], axis=1) for column in columns]
    )
    return load("claims").merge(verdicts.dropna(), on="claim_id", how="left")


def on_theme(theme: str, checked: bool = False) -> int:
    """How many claims a theme has; with `checked`, how many of them have a verdict."""
    rows = with_verdicts().query("theme == @theme")
    return rows["verdict"].notna().sum() if checked else len(rows)


def event_day(row_id: str, bound: str = "earliest") -> pd.Timestamp:
    """The day (earliest or latest) of one row of `record_events`."""
    return load("record_events").set_index("record_event_id").loc[row_id, bound]


def assembly(resolution: str, vote: str) -> int:
    """How many members voted yes or no, or abstained, on a resolution of the General Assembly."""
    return load("unga_resolutions").set_index("resolution").loc[resolution, vote]


FACTS = {
    # 00_start_here, README
    "readings": Fact(lambda: len(load("readings")), lambda n: in_words(n).capitalize(), ["readings"]),
    "authors": Fact(lambda: load("readings")["author"].nunique(), in_words, ["readings"]),
    "claims": Fact(lambda: len(load("claims")), "{}", ["claims"]),
    "workers_flow": Fact(lambda: labour("KS-042", "low"), "{:,.0f}", ["KS-042"]),
    "workers_plan_low": Fact(lambda: labour("LU-057", "low"), "{:,.0f}", ["LU-057"]),
    "workers_plan_high": Fact(lambda: labour("LU-057", "high"), "{:,.0f}", ["LU-057"]),
    "workers_stock": Fact(lambda: labour("KS-044"), "{:,.0f}", ["KS-044"]),
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
        lambda: (published("trade:kotra-2021-china_share") - printed("katzeff-sceeus")).days / 7,
        in_words,
        ["trade:kotra-2021-china_share", "KS-060"],
    ),
    "customs_2014": Fact(
        lambda: trade("ru-russian-customs-2014-total"),
        "{:.0f}",
        ["trade_with_russia:ru-russian-customs-2014-total"],
    ),
    "customs_2020": Fact(
        lambda: trade("ru-russian-customs-2020-total"),
        "{:.0f}",
        ["trade_with_russia:ru-russian-customs-2020-total"],
    ),
    "customs_2021_dollars": Fact(
        lambda: trade("ru-russian-customs-2021-total") * 1e6,
        "{:,.0f}",
        ["trade_with_russia:ru-russian-customs-2021-total"],
    ),
    "china_share_2020": Fact(
        lambda: trade("kotra-2020-china_share"), "{:.1f}", ["trade:kotra-2020-china_share"]
    ),
    "china_share_2022": Fact(
        lambda: trade("kotra-2022-china_share"), "{:.1f}", ["trade:kotra-2022-china_share"]
    ),
    "china_share_2010_kotra": Fact(
        lambda: trade("kotra-2010-china_share"), "{:.1f}", ["trade:kotra-2010-china_share"]
    ),
    "china_share_2010_kita": Fact(
        lambda: trade("kita-2010-china_share"), "{:.1f}", ["trade:kita-2010-china_share"]
    ),
    "crude_2014": Fact(
        lambda: trade("kotra-2014-crude_oil_estimate"), "{:.0f}", ["trade:kotra-2014-crude_oil_estimate"]
    ),
    "russia_2024": Fact(
        lambda: trade("ru-russian-exporters-association-2024-total"),
        "{:.0f}",
        ["trade_with_russia:ru-russian-exporters-association-2024-total"],
    ),
    "times_2005_2024": Fact(
        lambda: trade("ru-kotra-2005-total") / trade("ru-russian-exporters-association-2024-total"),
        in_words,
        [
            "trade_with_russia:ru-kotra-2005-total",
            "trade_with_russia:ru-russian-exporters-association-2024-total",
        ],
    ),
    "exercises_05": Fact(lambda: len(exercises_of("05_trade")), lambda n: in_words(n).capitalize(), []),
    # 07_arms_and_troops
    "arms_claims": Fact(lambda: len(on_arms()), "{}", ["claims"]),
    "arms_lukin": Fact(lambda: (on_arms()["reading_id"] == "lukin-eaf").sum(), "{}", ["claims"]),
    "arms_days_monitors": Fact(
        lambda: days_until_stated("M-26", "2024-01-02"), "{}", ["munitions_estimates:M-26"]
    ),
    "arms_days_dprk": Fact(
        lambda: days_until_stated("T-28", "2024-10-13"),
        "{}",
        ["troop_estimates:T-28", "troop_estimates:T-04"],
    ),
    "arms_image_after_lukin": Fact(
        lambda: (stated("M-07") - load("readings").set_index("reading_id").loc["lukin-eaf", "latest"]).days,
        "{}",
        ["munitions_estimates:M-07", "readings:lukin-eaf"],
    ),
    "arms_days_to_acknowledged": Fact(
        lambda: (stated("T-27") - stated("T-01")).days, "{}", ["troop_estimates:T-27", "troop_estimates:T-01"]
    ),
    "arms_rows": Fact(lambda: len(arms_log()), "{}", ["munitions_estimates", "troop_estimates"]),
    "arms_rok_rows": Fact(
        lambda: (arms_log()["side"] == "ROK").sum(), "{}", ["munitions_estimates", "troop_estimates"]
    ),
    "arms_containers_us": Fact(lambda: estimate("M-20"), "{:,.0f}", ["munitions_estimates:M-20"]),
    "arms_containers_rok": Fact(lambda: estimate("M-21"), "{:,.0f}", ["munitions_estimates:M-21"]),
    "arms_152_least": Fact(lambda: rounds_per_container("152 mm").min(), "{:.0f}", ["munitions_estimates"]),
    "arms_152_most": Fact(lambda: rounds_per_container("152 mm").max(), "{:.0f}", ["munitions_estimates"]),
    "arms_122_least": Fact(lambda: rounds_per_container("122 mm").min(), "{:.0f}", ["munitions_estimates"]),
    "arms_122_most": Fact(lambda: rounds_per_container("122 mm").max(), "{:.0f}", ["munitions_estimates"]),
    "arms_calibre_factor": Fact(
        lambda: estimate("M-22") / estimate("M-23"),
        in_words,
        ["munitions_estimates:M-22", "munitions_estimates:M-23"],
    ),
    "arms_rounds_ukraine": Fact(lambda: estimate("M-54") / 1e6, "{:.1f}", ["munitions_estimates:M-54"]),
    "arms_rumour": Fact(
        lambda: load("quantities").set_index("quantity_id").loc["Q-30", "high"], "{:,.0f}", ["LU-022"]
    ),
    "arms_sent_least": Fact(lambda: estimate("T-04"), "{:,.0f}", ["troop_estimates:T-04"]),
    "arms_planned_most": Fact(lambda: estimate("T-05"), "{:,.0f}", ["troop_estimates:T-05"]),
    "arms_sent_april": Fact(lambda: estimate("T-30"), "{:,.0f}", ["troop_estimates:T-30"]),
    "arms_both_april": Fact(lambda: estimate("T-31"), "{:,.0f}", ["troop_estimates:T-31"]),
    "arms_killed_rok": Fact(lambda: estimate("T-40"), "{:,.0f}", ["troop_estimates:T-40"]),
    "arms_killed_rok_april": Fact(lambda: estimate("T-32"), "{:,.0f}", ["troop_estimates:T-32"]),
    "arms_killed_dprk": Fact(lambda: estimate("T-44"), "{:,.0f}", ["troop_estimates:T-44"]),
    "arms_both_rok": Fact(lambda: estimate("T-16"), "{:,.0f}", ["troop_estimates:T-16"]),
    "arms_both_ukraine": Fact(lambda: estimate("T-17"), "{:,.0f}", ["troop_estimates:T-17"]),
    "arms_containers_ships": Fact(lambda: estimate("M-43"), "{:,.0f}", ["munitions_estimates:M-43"]),
    "arms_containers_most": Fact(lambda: estimate("M-52"), "{:,.0f}", ["munitions_estimates:M-52"]),
    "arms_capacity": Fact(lambda: estimate("M-53") / 1e6, "{:.0f}", ["munitions_estimates:M-53"]),
    "arms_sent_ukraine": Fact(lambda: estimate("T-02"), "{:,.0f}", ["troop_estimates:T-02"]),
    "arms_checks": Fact(
        lambda: load("claim_checks")["claim_id"].isin(on_arms()["claim_id"]).sum(), in_words, ["claim_checks"]
    ),
    "arms_early": Fact(
        lambda: (load("claim_checks")["verdict"] == "early").sum(),
        lambda n: in_words(n).capitalize(),
        ["claim_checks"],
    ),
    "exercises_07": Fact(
        lambda: len(exercises_of("07_arms_and_troops")), lambda n: in_words(n).capitalize(), []
    ),
    # 08_treaty
    "treaty_transactional": Fact(
        lambda: (treaty_coding()["side"] == "transactional").sum(), "{}", ["claims"]
    ),
    "treaty_strategic": Fact(lambda: (treaty_coding()["side"] == "strategic").sum(), "{}", ["claims"]),
    "treaty_share_low": Fact(lambda: min(treaty_shares()), "{:.0f}", ["claims"]),
    "treaty_share_high": Fact(lambda: max(treaty_shares()), "{:.0f}", ["claims"]),
    "treaty_share_held": Fact(lambda: treaty_shares()[1], "{:.0f}", ["claims"]),
    "treaty_articles_total": Fact(treaty_articles_total, "{}", ["claim_checks:C45"]),
    "treaty_numbers_read": Fact(treaty_numbers_read, in_words, ["treaty_articles"]),
    "treaty_supported": Fact(
        lambda: treaty_verdicts("supported"), lambda n: in_words(n).capitalize(), ["claim_checks"]
    ),
    "treaty_loose": Fact(
        lambda: treaty_verdicts("loose"), lambda n: in_words(n).capitalize(), ["claim_checks"]
    ),
    "exercises_08": Fact(lambda: len(exercises_of("08_treaty")), lambda n: in_words(n).capitalize(), []),
    # 09_china_and_the_region
    "net_rows": Fact(lambda: len(arrows()), "{}", ["relations"]),
    "net_claims": Fact(lambda: arrows()["claim_id"].nunique(), "{}", ["relations"]),
    "net_all_claims": Fact(lambda: len(load("claims")), "{}", ["claims"]),
    "net_rows_lu074": Fact(
        lambda: len(arrows(claim_id="LU-074")), lambda n: in_words(n).capitalize(), ["relations", "LU-074"]
    ),
    "net_rd_both": Fact(lambda: both_ways("Russia", "DPRK"), "{}", ["relations"]),
    "net_ukraine_in": Fact(lambda: len(arrows(end="Ukraine")), "{}", ["relations"]),
    "net_ukraine_out": Fact(
        lambda: len(arrows("Ukraine")), lambda n: {1: "once", 2: "twice"}[n], ["relations", "LU-012"]
    ),
    "net_china_dprk": Fact(lambda: net_sign("China", "DPRK"), "{}", ["relations"]),
    "net_dprk_china": Fact(lambda: net_sign("DPRK", "China"), lambda n: f"−{abs(n)}", ["relations"]),
    "net_china_dprk_rows": Fact(lambda: len(arrows("China", "DPRK")), "{}", ["relations"]),
    "net_dprk_china_rows": Fact(lambda: len(arrows("DPRK", "China")), "{}", ["relations"]),
    "net_dprk_china_plus": Fact(
        lambda: len(arrows("DPRK", "China", sign="positive")), in_words, ["relations"]
    ),
    "net_china_dprk_minus": Fact(
        lambda: len(arrows("China", "DPRK", sign="negative")), in_words, ["relations"]
    ),
    "net_sanctions_2017": Fact(
        lambda: len(
            load("unsc_resolutions").query(
                "kind == 'sanctions' and china == 'yes' and russia == 'yes'"
                " and date >= '2017-01-01' and date < '2018-01-01'"
            )
        ),
        in_words,
        ["unsc_resolutions"],
    ),
    "net_ukraine_votes": Fact(
        lambda: load("vote_records")["resolution"].nunique(), in_words, ["vote_records"]
    ),
    "net_china_abstains": Fact(
        lambda: len(load("vote_records").query("iso3 == 'CHN' and vote == 'abstain'")),
        in_words,
        ["vote_records"],
    ),
    "net_cool_rows": Fact(
        lambda: (arrows("DPRK", "China", sign="negative")["period"] != "after writing").sum(),
        in_words,
        ["relations"],
    ),
    "net_rus_2022": Fact(
        lambda: agreement("2022-RUS-without-ukraine"), "{:.1f}", ["voting_agreement:2022-RUS-without-ukraine"]
    ),
    "net_chn_2022": Fact(
        lambda: agreement("2022-CHN-without-ukraine"), "{:.1f}", ["voting_agreement:2022-CHN-without-ukraine"]
    ),
    "net_rus_2023": Fact(
        lambda: agreement("2023-RUS-without-ukraine"), "{:.1f}", ["voting_agreement:2023-RUS-without-ukraine"]
    ),
    "net_chn_2023": Fact(
        lambda: agreement("2023-CHN-without-ukraine"), "{:.1f}", ["voting_agreement:2023-CHN-without-ukraine"]
    ),
    "net_share_2016": Fact(
        lambda: trade("kotra-2016-china_share"), "{:.1f}", ["trade:kotra-2016-china_share"]
    ),
    "net_share_2021": Fact(
        lambda: trade("kotra-2021-china_share"), "{:.1f}", ["trade:kotra-2021-china_share"]
    ),
    "net_share_2023": Fact(
        lambda: trade("kotra-2023-china_share"), "{:.1f}", ["trade:kotra-2023-china_share"]
    ),
    "net_rows_ratio": Fact(
        lambda: int(both_ways("Russia", "DPRK") / both_ways("China", "DPRK")), in_words, ["relations"]
    ),
    "net_dollar_ratio": Fact(
        lambda: trade("kotra-2024-with_china") / trade("ru-russian-exporters-association-2024-total"),
        "{:.0f}",
        ["trade:kotra-2024-with_china", "trade_with_russia:ru-russian-exporters-association-2024-total"],
    ),
    "net_stated": Fact(lambda: len(arrows(status="stated")), "{}", ["relations"]),
    "exercises_09": Fact(
        lambda: len(exercises_of("09_china_and_the_region")), lambda n: in_words(n).capitalize(), []
    ),
    # 03_votes
    "votes_members": Fact(lambda: len(load("countries")), "{}", ["countries"]),
    "votes_resolutions": Fact(lambda: len(load("unga_resolutions")), in_words, ["unga_resolutions"]),
    "votes_no_named": Fact(
        lambda: (load("votes_and_recognitions")["position"] == "voted no").sum(),
        in_words,
        ["LU-007", "KS-022"],
    ),
    "votes_yes_1": Fact(lambda: tally("ES-11/1", "yes"), "{}", ["unga_resolutions:ES-11/1"]),
    "votes_yes_3": Fact(lambda: tally("ES-11/3", "yes"), "{}", ["unga_resolutions:ES-11/3"]),
    "votes_yes_4": Fact(lambda: tally("ES-11/4", "yes"), "{}", ["unga_resolutions:ES-11/4"]),
    "votes_yes_5": Fact(lambda: tally("ES-11/5", "yes"), "{}", ["unga_resolutions:ES-11/5"]),
    "votes_no_3": Fact(lambda: tally("ES-11/3", "no"), "{}", ["unga_resolutions:ES-11/3"]),
    "votes_no_5": Fact(lambda: tally("ES-11/5", "no"), "{}", ["unga_resolutions:ES-11/5"]),
    "votes_no_5_meant": Fact(
        lambda: tally("ES-11/5", "no") - 1, "{}", ["unga_resolutions:ES-11/5", "vote_records:ES-11/5-BHS"]
    ),
    "votes_no_6": Fact(lambda: tally("ES-11/6", "no"), in_words, ["unga_resolutions:ES-11/6"]),
    "votes_no_7": Fact(lambda: tally("ES-11/7", "no"), "{}", ["unga_resolutions:ES-11/7"]),
    "votes_yes_no_3": Fact(
        lambda: tally("ES-11/3", "yes") + tally("ES-11/3", "no"), "{}", ["unga_resolutions:ES-11/3"]
    ),
    "votes_share_3": Fact(
        lambda: 100 * tally("ES-11/3", "yes") / (tally("ES-11/3", "yes") + tally("ES-11/3", "no")),
        "{:.0f}",
        ["unga_resolutions:ES-11/3"],
    ),
    "votes_share_3_with_abstentions": Fact(
        lambda: 100 * tally("ES-11/3", "yes") / (len(ballots()) - tally("ES-11/3", "not_voting")),
        "{:.0f}",
        ["unga_resolutions:ES-11/3"],
    ),
    "votes_ever_no": Fact(lambda: (ballots() == "no").any(axis=1).sum(), "{}", ["vote_records"]),
    "votes_no_syria": Fact(lambda: (ballots().loc["SYR"] == "no").sum(), in_words, ["vote_records"]),
    "votes_away_venezuela": Fact(
        lambda: (ballots().loc["VEN"] == "not voting").sum(), in_words, ["vote_records"]
    ),
    "votes_stayed_yes": Fact(lambda: moved("yes", "yes"), "{}", ["vote_records"]),
    "votes_yes_to_abstain": Fact(lambda: moved("yes", "abstain"), "{}", ["vote_records"]),
    "votes_yes_to_no": Fact(lambda: moved("yes", "no"), in_words, ["vote_records"]),
    "votes_yes_to_away": Fact(lambda: moved("yes", "not voting"), in_words, ["vote_records"]),
    "votes_left_yes": Fact(lambda: tally("ES-11/1", "yes") - moved("yes", "yes"), "{}", ["vote_records"]),
    "votes_oceania": Fact(lambda: (load("countries")["region"] == "Oceania").sum(), "{}", ["countries"]),
    "votes_africa": Fact(lambda: (load("countries")["region"] == "Africa").sum(), "{}", ["countries"]),
    "votes_rus_1993": Fact(lambda: agreement("1993-RUS-all"), "{:.0f}", ["voting_agreement:1993-RUS-all"]),
    "votes_rus_2021": Fact(lambda: agreement("2021-RUS-all"), "{:.0f}", ["voting_agreement:2021-RUS-all"]),
    "votes_gap_1993": Fact(
        lambda: agreement("1993-CHN-all") - agreement("1993-RUS-all"),
        "{:.0f}",
        ["voting_agreement:1993-CHN-all", "voting_agreement:1993-RUS-all"],
    ),
    "votes_gap_2021": Fact(
        lambda: agreement("2021-CHN-all") - agreement("2021-RUS-all"),
        in_words,
        ["voting_agreement:2021-CHN-all", "voting_agreement:2021-RUS-all"],
    ),
    "votes_syr_2023": Fact(lambda: agreement("2023-SYR-all"), "{:.0f}", ["voting_agreement:2023-SYR-all"]),
    "votes_yes_least_charter": Fact(
        lambda: min(tally(resolution, "yes") for resolution in ("ES-11/1", "ES-11/2", "ES-11/4", "ES-11/6")),
        "{}",
        ["unga_resolutions"],
    ),
    "votes_only_3": Fact(
        lambda: ((ballots() == "no").sum(axis=1).eq(1) & ballots()["ES-11/3"].eq("no")).sum(),
        in_words,
        ["vote_records"],
    ),
    "votes_rus_same_2022": Fact(
        lambda: roll_calls("2022-RUS-without-ukraine", "same_vote"),
        "{}",
        ["voting_agreement:2022-RUS-without-ukraine"],
    ),
    "votes_rus_both_2022": Fact(
        lambda: roll_calls("2022-RUS-without-ukraine", "both_voted"),
        "{}",
        ["voting_agreement:2022-RUS-without-ukraine"],
    ),
    "votes_chn_same_2022": Fact(
        lambda: roll_calls("2022-CHN-without-ukraine", "same_vote"),
        "{}",
        ["voting_agreement:2022-CHN-without-ukraine"],
    ),
    "votes_chn_both_2022": Fact(
        lambda: roll_calls("2022-CHN-without-ukraine", "both_voted"),
        "{}",
        ["voting_agreement:2022-CHN-without-ukraine"],
    ),
    "votes_rus_same_2023": Fact(
        lambda: roll_calls("2023-RUS-without-ukraine", "same_vote"),
        "{}",
        ["voting_agreement:2023-RUS-without-ukraine"],
    ),
    "votes_rus_both_2023": Fact(
        lambda: roll_calls("2023-RUS-without-ukraine", "both_voted"),
        "{}",
        ["voting_agreement:2023-RUS-without-ukraine"],
    ),
    "votes_chn_same_2023": Fact(
        lambda: roll_calls("2023-CHN-without-ukraine", "same_vote"),
        "{}",
        ["voting_agreement:2023-CHN-without-ukraine"],
    ),
    "votes_chn_both_2023": Fact(
        lambda: roll_calls("2023-CHN-without-ukraine", "both_voted"),
        "{}",
        ["voting_agreement:2023-CHN-without-ukraine"],
    ),
    "exercises_03": Fact(lambda: len(exercises_of("03_votes")), lambda n: in_words(n).capitalize(), []),
    # 04_sanctions
    "rules_labour_mentions": Fact(
        lambda: len(council_mentions("labour")), lambda n: in_words(n).capitalize(), ["resolution_mentions"]
    ),
    "rules_labour_numbered": Fact(
        lambda: council_mentions("labour")["resolution"].count(),
        lambda n: in_words(n).capitalize(),
        ["RA-024", "RE-017"],
    ),
    "rules_different_numbers": Fact(
        lambda: council_mentions()["resolution"].nunique(),
        lambda n: in_words(n).capitalize(),
        ["resolution_mentions"],
    ),
    "rules_council_mentions": Fact(lambda: len(council_mentions()), "{}", ["resolution_mentions"]),
    "rules_mentions_2371": Fact(
        lambda: (council_mentions()["resolution"] == "2371").sum(), in_words, ["KS-038", "KS-039", "KS-040"]
    ),
    "rules_mean": Fact(
        lambda: council_mentions()["resolution"].dropna().drop_duplicates().astype(int).mean(),
        "{:.0f}",
        ["RE-017", "KS-038", "RA-024"],
    ),
    "rules_apart_2371_2375": Fact(
        lambda: 2375 - 2371, in_words, ["unsc_resolutions:2371", "unsc_resolutions:2375"]
    ),
    "rules_apart_2375_2397": Fact(
        lambda: 2397 - 2375, "{}", ["unsc_resolutions:2375", "unsc_resolutions:2397"]
    ),
    "rules_days_2371_2375": Fact(
        lambda: days_between("2371", "2375"), "{}", ["unsc_resolutions:2371", "unsc_resolutions:2375"]
    ),
    "rules_days_2375_2397": Fact(
        lambda: days_between("2375", "2397"), "{}", ["unsc_resolutions:2375", "unsc_resolutions:2397"]
    ),
    "rules_votes": Fact(lambda: len(council_rows()), "{}", ["unsc_resolutions"]),
    "rules_steps": Fact(
        lambda: (council_rows()["workers_step"] != "none known").sum(), in_words, ["unsc_resolutions"]
    ),
    "rules_council": Fact(lambda: council("2397", "yes"), "{}", ["unsc_resolutions:2397"]),
    "rules_rounds": Fact(lambda: len(council_rows(kind="sanctions")), in_words, ["unsc_resolutions"]),
    "rules_rounds_2017": Fact(
        lambda: (council_rows(kind="sanctions")["date"].dt.year == 2017).sum(), in_words, ["unsc_resolutions"]
    ),
    "rules_both_yes": Fact(lambda: len(council_rows(russia="yes", china="yes")), "{}", ["unsc_resolutions"]),
    "rules_thirteen": Fact(
        lambda: council("draft of 26 May 2022", "yes"),
        "{}",
        [
            "unsc_resolutions:825",
            "unsc_resolutions:draft of 26 May 2022",
            "unsc_resolutions:draft of 28 March 2024",
        ],
    ),
    "exercises_04": Fact(lambda: len(exercises_of("04_sanctions")), lambda n: in_words(n).capitalize(), []),
    # 11_forecasts
    "fc_rows": Fact(lambda: len(future_claims()), "{}", ["predictions"]),
    "fc_deadlines": Fact(
        lambda: future_claims()["deadline"].notna().sum(), lambda n: in_words(n).capitalize(), ["predictions"]
    ),
    "fc_not_own": Fact(
        lambda: (~future_claims()["made_by"].isin(FORECASTERS)).sum(), in_words, ["predictions"]
    ),
    "fc_clear_lukin": Fact(
        lambda: len(future_claims(testable="clear", reading_id="lukin-eaf")), in_words, ["predictions"]
    ),
    "fc_clear_lee": Fact(
        lambda: len(future_claims(testable="clear", reading_id="lee-diplomat")), in_words, ["predictions"]
    ),
    "fc_days_late": Fact(
        lambda: (future_claims()["decided_on"] - future_claims()["deadline"]).dropna().dt.days.item(),
        "{}",
        ["predictions:F-26"],
    ),
    "fc_true": Fact(lambda: len(future_claims("came true")), "{}", ["predictions"]),
    "fc_partly": Fact(lambda: len(future_claims("partly true")), "{}", ["predictions"]),
    "fc_failed": Fact(lambda: len(future_claims("did not come true")), in_words, ["predictions"]),
    "fc_open": Fact(lambda: len(future_claims("open")), "{}", ["predictions"]),
    "fc_cannot": Fact(lambda: len(future_claims("cannot be tested")), in_words, ["predictions"]),
    "fc_settled": Fact(lambda: len(scored()), "{}", ["predictions"]),
    "fc_dated": Fact(lambda: future_claims()["decided_on"].notna().sum(), "{}", ["predictions"]),
    "fc_no_day": Fact(
        lambda: scored(half=True)["decided_on"].isna().sum(),
        lambda n: in_words(n).capitalize(),
        ["predictions"],
    ),
    "fc_treaty_day": Fact(lambda: decided(TREATY), in_words, ["predictions"]),
    "fc_panel": Fact(lambda: decided(VETO, PANEL_ENDS), in_words, ["predictions"]),
    "fc_two_events": Fact(lambda: decided(TREATY, VETO, PANEL_ENDS), in_words, ["predictions"]),
    "fc_days_ks": Fact(lambda: days_after("katzeff-sceeus", "X-32"), "{}", ["KS-021", "record_events:X-32"]),
    "fc_days_report": Fact(lambda: days_after("lukin-eaf", "X-65"), "{}", ["LU-027", "record_events:X-65"]),
    "fc_passed": Fact(
        lambda: load("claim_checks")["verdict"].isin(["early", "overtaken"]).sum(), in_words, ["claim_checks"]
    ),
    "fc_coin": Fact(lambda: (0.5 - 1) ** 2, "{:.2f}", []),
    "fc_brier": Fact(lambda: brier(scored(), said_as()), "{:.3f}", ["predictions"]),
    "fc_brier_unturned": Fact(lambda: brier(scored(turned=False), said_as()), "{:.3f}", ["predictions"]),
    "fc_brier_low": Fact(
        lambda: min(brier(scored(), said_as(mapping)) for mapping in MAY), "{:.3f}", ["predictions"]
    ),
    "fc_brier_high": Fact(
        lambda: max(brier(scored(), said_as(mapping)) for mapping in MAY), "{:.3f}", ["predictions"]
    ),
    "fc_cross": Fact(lambda: may_curve()[may_curve() < 0.25].index.min(), "{:.3f}", ["predictions"]),
    "fc_best": Fact(lambda: may_curve().idxmin(), "{:.3f}", ["predictions"]),
    "fc_may": Fact(lambda: (scored()["strength"] == "possible").sum(), in_words, ["predictions"]),
    "fc_may_true": Fact(
        lambda: len(future_claims("came true", strength="possible")), in_words, ["predictions"]
    ),
    "fc_may_open": Fact(lambda: len(future_claims("open", strength="possible")), in_words, ["predictions"]),
    "fc_may_treaty": Fact(
        lambda: (scored().query("strength == 'possible'")["decided_on"] == TREATY).sum(),
        in_words,
        ["predictions"],
    ),
    "fc_brier_half": Fact(lambda: brier(scored(half=True), said_as()), "{:.3f}", ["predictions"]),
    "fc_coin_half": Fact(
        lambda: ((0.5 - scored(half=True)["happened"]) ** 2).mean(), "{:.3f}", ["predictions"]
    ),
    "fc_may_low": Fact(lambda: may_interval()[0], "{:.0f}", ["predictions"]),
    "fc_may_high": Fact(lambda: may_interval()[1], "{:.0f}", ["predictions"]),
    "fc_may_low_without": Fact(lambda: may_interval(TREATY)[0], "{:.0f}", ["predictions"]),
    "fc_may_high_without": Fact(lambda: may_interval(TREATY)[1], "{:.0f}", ["predictions"]),
    "exercises_11": Fact(lambda: len(exercises_of("11_forecasts")), lambda n: in_words(n).capitalize(), []),
    # 10_how_sure
    "sure_ks_share": Fact(lambda: soft_share("katzeff-sceeus"), "{:.0f}", ["claims"]),
    "sure_re_share": Fact(lambda: soft_share("rinna-eaf"), "{:.0f}", ["claims"]),
    "sure_ks_claims": Fact(
        lambda: (load("claims")["reading_id"] == "katzeff-sceeus").sum(), "{}", ["claims"]
    ),
    "sure_ks_high": Fact(lambda: soft_interval("katzeff-sceeus")[1], "{:.0f}", ["claims"]),
    "sure_re_low": Fact(lambda: soft_interval("rinna-eaf")[0], "{:.0f}", ["claims"]),
    "sure_future": Fact(lambda: soft_of_predictions(True), "{:.0f}", ["claims"]),
    "sure_rest": Fact(lambda: soft_of_predictions(False), "{:.0f}", ["claims"]),
    "sure_shuffled": Fact(shuffles_as_far, "{:.0f}", ["claims"]),
    "sure_rate_lee": Fact(lambda: hedge_rates()["lee-diplomat"], "{:.1f}", ["vocabulary", "readings"]),
    "sure_rate_least": Fact(lambda: hedge_rates().iloc[0], "{:.1f}", ["vocabulary", "readings"]),
    "sure_rate_second": Fact(lambda: hedge_rates().iloc[-2], "{:.1f}", ["vocabulary", "readings"]),
    "sure_hits": Fact(lambda: hedge_hits().sum(), "{}", ["vocabulary"]),
    "sure_words_left": Fact(lambda: hedge_hits().sum() - sum(NO_HEDGE.values()), "{}", ["vocabulary"]),
    "sure_soft_body": Fact(
        lambda: load("claims").query("paragraph > 0")["hedging"].isin(SOFT).sum(), "{}", ["claims"]
    ),
    "sure_apart": Fact(lambda: len(hedging_apart()), "{}", ["claims", "second_coding"]),
    "sure_apart_voice": Fact(
        lambda: hedging_apart()[["hedging", "hedging_2"]].isin(["asserted", "attributed"]).all(axis=1).sum(),
        in_words,
        ["claims", "second_coding"],
    ),
    "sure_apart_hedge": Fact(
        lambda: hedging_apart()[["hedging", "hedging_2"]].isin(SOFT).any(axis=1).sum(),
        in_words,
        ["claims", "second_coding"],
    ),
    "sure_agree": Fact(
        lambda: 100 * agreement_of_codings("hedging")[0], "{:.1f}", ["claims", "second_coding"]
    ),
    "sure_agree_round": Fact(
        lambda: 100 * agreement_of_codings("hedging")[0], "{:.0f}", ["claims", "second_coding"]
    ),
    "sure_agree_theme": Fact(
        lambda: 100 * agreement_of_codings("theme")[0], "{:.0f}", ["claims", "second_coding"]
    ),
    "sure_chance": Fact(
        lambda: 100 * agreement_of_codings("hedging")[1], "{:.0f}", ["claims", "second_coding"]
    ),
    "sure_kappa_hedging": Fact(
        lambda: agreement_of_codings("hedging")[2], "{:.2f}", ["claims", "second_coding"]
    ),
    "sure_kappa_theme": Fact(lambda: agreement_of_codings("theme")[2], "{:.2f}", ["claims", "second_coding"]),
    "sure_kappa_kind": Fact(lambda: agreement_of_codings("kind")[2], "{:.2f}", ["claims", "second_coding"]),
    "sure_first_won": Fact(
        lambda: (hedging_apart()["decided"] == hedging_apart()["hedging"]).sum(),
        lambda n: in_words(n).capitalize(),
        ["claims", "second_coding"],
    ),
    "exercises_10": Fact(lambda: len(exercises_of("10_how_sure")), lambda n: in_words(n).capitalize(), []),
    # 01_five_readings
    "five_columns": Fact(lambda: load("readings").shape[1], "{}", ["readings"]),
    "five_words_least": Fact(lambda: load("readings")["words"].min(), "{:,}", ["readings"]),
    "five_words_most": Fact(lambda: load("readings")["words"].max(), "{:,}", ["readings"]),
    "five_claims_all": Fact(lambda: len(load("claims")), "{}", ["claims"]),
    "five_above_body": Fact(above_body, lambda n: in_words(n).capitalize(), ["claims"]),
    "five_above_lukin": Fact(lambda: above_body("LU"), in_words, ["claims"]),
    "five_headline_claims": Fact(lambda: above_body("RE"), in_words, ["RE-001", "RE-002"]),
    "five_straight": Fact(lambda: anchors_with("Russia's"), in_words, ["claims"]),
    "five_curly": Fact(lambda: anchors_with("Russia’s"), in_words, ["claims"]),
    "five_rinna_claims": Fact(
        lambda: (coded()["author"] == "Anthony V. Rinna").sum(), "{}", ["claims", "readings"]
    ),
    "five_day_known": Fact(
        lambda: (load("readings")["date_precision"] == "day").sum(), in_words, ["readings:katzeff-sceeus"]
    ),
    "five_silences": Fact(lambda: silences().sum().sum(), lambda n: in_words(n).capitalize(), ["claims"]),
    "five_silences_second": Fact(lambda: silences("second_coding").sum().sum(), in_words, ["second_coding"]),
    "five_treaty_silences": Fact(
        lambda: silences().loc["treaty-2024"].sum(),
        lambda n: in_words(n).capitalize(),
        ["claims", "readings", "record_events:X-61"],
    ),
    "five_lee_sanctions": Fact(
        lambda: load("claims").query("reading_id == 'lee-diplomat'")["claim"].str.contains("sanctions").sum(),
        lambda n: in_words(n).capitalize(),
        ["LE-023", "LE-045"],
    ),
    "five_themes": Fact(lambda: len(heard()), in_words, ["claims"]),
    "five_lost_a_voice": Fact(
        lambda: (heard()["author"] < heard()["reading_id"]).sum(), in_words, ["claims", "readings"]
    ),
    "exercises_01": Fact(
        lambda: len(exercises_of("01_five_readings")), lambda n: in_words(n).capitalize(), []
    ),
    # 12_evidence_memo
    "memo_checks": Fact(lambda: len(load("claim_checks")), "{}", ["claim_checks"]),
    "memo_second": Fact(
        lambda: load("claim_checks")["second_claim_id"].notna().sum(),
        lambda n: in_words(n).capitalize(),
        ["claim_checks"],
    ),
    "memo_claims": Fact(lambda: with_verdicts()["verdict"].notna().sum(), "{}", ["claims", "claim_checks"]),
    "memo_supported": Fact(
        lambda: (with_verdicts()["verdict"] == "supported").sum(), "{}", ["claims", "claim_checks"]
    ),
    "memo_unchecked": Fact(lambda: with_verdicts()["verdict"].isna().sum(), "{}", ["claims", "claim_checks"]),
    "memo_motives": Fact(lambda: on_theme("motives-and-framing"), "{}", ["claims"]),
    "memo_motives_checked": Fact(
        lambda: on_theme("motives-and-framing", checked=True),
        lambda n: in_words(n).capitalize(),
        ["claims", "claim_checks"],
    ),
    "memo_votes": Fact(lambda: on_theme("diplomacy-and-votes"), "{}", ["claims"]),
    "memo_votes_checked": Fact(
        lambda: on_theme("diplomacy-and-votes", checked=True), "{}", ["claims", "claim_checks"]
    ),
    "memo_one_source": Fact(
        lambda: (load("claim_checks")["evidence"] == "one_source").sum(),
        lambda n: in_words(n).capitalize(),
        ["claim_checks"],
    ),
    "memo_days_recognised": Fact(
        lambda: (event_day("X-34") - event_day("X-25")).days,
        "{}",
        ["record_events:X-34", "record_events:X-25"],
    ),
    "memo_recognisers": Fact(
        lambda: sum(event_day(row) <= event_day("X-34") for row in ["X-25", "X-33", "X-34"]),
        lambda n: {2: "second", 3: "third"}[n],
        ["record_events:X-25", "record_events:X-33", "record_events:X-34"],
    ),
    "memo_days_endorsed": Fact(
        lambda: (event_day("X-46") - event_day("X-43", "latest")).days,
        in_words,
        ["record_events:X-46", "record_events:X-43"],
    ),
    "memo_days_annex": Fact(
        lambda: (event_day("X-45") - event_day("X-34")).days,
        "{}",
        ["record_events:X-45", "record_events:X-34"],
    ),
    "memo_weeks_annex": Fact(
        lambda: (event_day("X-45") - event_day("X-34")).days / 7,
        in_words,
        ["record_events:X-45", "record_events:X-34"],
    ),
    "memo_yes": Fact(lambda: assembly("ES-11/4", "yes"), "{}", ["unga_resolutions:ES-11/4"]),
    "memo_no": Fact(lambda: assembly("ES-11/4", "no"), in_words, ["unga_resolutions:ES-11/4"]),
    "memo_abstain": Fact(lambda: assembly("ES-11/4", "abstain"), "{}", ["unga_resolutions:ES-11/4"]),
    "exercises_12": Fact(
        lambda: len(exercises_of("12_evidence_memo")), lambda n: in_words(n).capitalize(), []
    ),
}
