"""The tables: they fit their description, and each row leads to its evidence."""

import hashlib
import re

import pandas as pd
import pytest
from frictionless import Package

from seminar import SeminarError, load, trace
from seminar.codebook import text as codebook_text
from seminar.course import descriptor, table_names
from seminar.data import derived_value

TABLES = table_names()
RECORD = [r["name"] for r in descriptor()["resources"]
          if r["path"].startswith("record/") and r["name"] != "references"]
READINGS = [r["name"] for r in descriptor()["resources"]
            if r["path"].startswith("readings/") and r["name"] != "readings"]
DERIVED = [name for name in RECORD if "formula" in load(name).columns]


def test_the_data_package_is_valid(root):
    report = Package(str(root / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])


def test_every_file_is_described_and_every_description_has_its_file(root):
    described = {resource["path"] for resource in descriptor(root)["resources"]}
    there = {path.relative_to(root / "data").as_posix() for path in (root / "data").glob("*/*.csv")}
    assert described == there


def test_the_codebook_is_up_to_date(root):
    assert (root / "data" / "CODEBOOK.md").read_text(encoding="utf-8") == codebook_text(root)


def test_files_are_plain(root):
    for path in (root / "data").glob("*/*.csv"):
        content = path.read_bytes()
        assert b"\r" not in content and content.endswith(b"\n"), path.name
        assert not content.startswith(b"\xef\xbb\xbf"), path.name


# Types ----------------------------------------------------------------------------------


def test_types_come_from_the_description():
    claims, readings, statements = load("claims"), load("readings"), load("trade_shares")
    assert claims["paragraph"].dtype == "int64"
    assert list(claims["hedging"].cat.categories) == ["asserted", "attributed", "hedged", "speculative"]
    assert str(readings["earliest"].dtype).startswith("datetime64")
    assert load("predictions")["conditional"].dtype == "bool"
    assert load("resolution_mentions")["year_printed"].dtype == "Int64"
    assert load("unsc_resolutions")["resolution"].dtype == "str"
    assert statements["best"].notna().sum() == 2 and statements["low"].isna().all()


def test_what_is_empty_is_missing_and_never_an_empty_text():
    for name in TABLES:
        assert not (load(name).astype(object) == "").any(axis=None), name


# A table that was damaged ----------------------------------------------------------------


def damage(folder, path, old, new):
    """Replace the first `old` in a table by `new`."""
    file = folder / "data" / path
    before = file.read_text(encoding="utf-8")
    assert old in before
    file.write_text(before.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("name", "path", "old", "new", "told"), [
    ("trade", "record/trade.csv", ",value,", ",worth,", "data/record/trade.csv, row 1: the column 'value' is missing"),
    ("trade", "record/trade.csv", ",4170,", ",lots,", "data/record/trade.csv, row 2, column 'value': 'lots' is not a number"),
    ("trade", "record/trade.csv", ",1990,", ",199O,", "data/record/trade.csv, row 2, column 'year': '199O' is not a number"),
    ("trade", "record/trade.csv", ",KOTRA,", ",KOTTRA,",
     "data/record/trade.csv, row 2, column 'counter': 'KOTTRA' is not in data/record/trade_counters.csv"),
    ("trade", "record/trade.csv", "kotra-1990-exports", "kotra-1990-total",
     "data/record/trade.csv, row 3, column 'trade_id': 'kotra-1990-total' is there twice"),
    ("trade", "record/trade.csv", "one_source", "hearsay", "column 'evidence': 'hearsay' is not one of: two_sources"),
    ("trade_shares", "readings/trade_shares.csv", "KS-060", "KS-960",
     "data/readings/trade_shares.csv, row 2, column 'claim_id': 'KS-960' is not in data/readings/claims.csv"),
    ("readings", "readings/readings.csv", "2022-05-03", "3 May 2022", "column 'earliest': '3 May 2022' is not a date"),
    ("claims", "readings/claims.csv", "RA-001", "R1", "data/readings/claims.csv, row 2, column 'claim_id': 'R1' does not have"),
    ("claims", "readings/claims.csv", "claim_id,", "claim_id,extra,", "the column 'extra' is not in the data package"),
])
def test_a_damaged_table_is_told_in_one_sentence(data, name, path, old, new, told):
    damage(data, path, old, new)
    with pytest.raises(SeminarError) as error:
        load(name, data)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_row_that_is_cut_short_is_told(data):
    damage(data, "readings/second_coding.csv", "RA-002,china-and-region,fact,asserted", "RA-002,china-and-region")
    with pytest.raises(SeminarError, match=r"second_coding.csv, row 3: 2 cells where the header has 4"):
        load("second_coding", data)


def test_a_missing_table_is_told(data):
    (data / "data" / "record" / "trade.csv").unlink()
    with pytest.raises(SeminarError, match="data/record/trade.csv is missing"):
        load("trade", data)


def test_an_unknown_table_gets_the_nearest_names():
    with pytest.raises(SeminarError, match="Did you mean 'trade_shares'"):
        load("trade_share")


def test_a_folder_without_tables_falls_back_on_the_package(tmp_path, root):
    assert load("readings", tmp_path).equals(load("readings", root))


# Evidence -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", READINGS)
def test_every_row_of_a_readings_table_leads_to_a_claim(name):
    column = {"vocabulary": "reading_id", "claims": "reading_id"}.get(name, "claim_id")
    assert load(name)[column].notna().all()


@pytest.mark.parametrize("name", RECORD)
def test_every_row_of_a_record_table_leads_to_a_reference(name):
    assert load(name)["reference_id"].notna().all()


def test_every_reference_has_an_address_and_says_what_was_read():
    references = load("references")
    assert references["address"].str.match(r"https?://").all()
    assert (references["read"].str.split().str.len() >= 3).all()
    assert references["address"].is_unique


def test_every_reference_is_used():
    used = set()
    for name in [*RECORD, "predictions"]:
        table = load(name)
        for column in ("reference_id", "second_reference_id"):
            used |= set(table.get(column, pd.Series(dtype=str)).dropna())
        # A note may name a further page.
        used |= set(re.findall(r"[a-z0-9-]+", " ".join(table.get("note", pd.Series(dtype=str)).dropna())))
    assert set(load("references")["reference_id"]) <= used


@pytest.mark.parametrize("name", RECORD)
def test_two_sources_are_two_and_one_is_one(name):
    table = load(name)
    if not {"evidence", "second_reference_id"} <= set(table.columns):
        return
    two = table[table["evidence"] == "two_sources"]
    assert two["second_reference_id"].notna().all()
    assert (two["reference_id"] != two["second_reference_id"]).all()


@pytest.mark.parametrize("name", DERIVED)
def test_a_derived_value_is_what_its_formula_gives(name):
    table = load(name)
    for row in table[table["formula"].notna()].to_dict("records"):
        if "measure" in row:  # One number a row: a formula names other measures of its counter and year.
            same = table[(table["counter"] == row["counter"]) & (table["year"] == row["year"])]
            names, shown = dict(zip(same["measure"], same["value"], strict=True)), row["value"]
        else:
            names, shown = row, row.get("agreement", row.get("best"))
        decimals = len(f"{shown:.10g}".partition(".")[2])
        assert round(derived_value(row["formula"], names), decimals) == pytest.approx(shown), row


def test_derived_rows_have_a_formula_and_others_have_none():
    for name in RECORD:
        table = load(name)
        if {"evidence", "formula"} <= set(table.columns):
            assert ((table["evidence"] == "derived") == table["formula"].notna()).all(), name


@pytest.mark.parametrize("name", [name for name in TABLES if {"low", "best", "high"} <= set(load(name).columns)])
def test_low_best_and_high_are_in_order(name):
    table = load(name)
    for small, large in (("low", "best"), ("best", "high"), ("low", "high")):
        both = table[[small, large]].dropna()
        assert (both[small] <= both[large]).all()


@pytest.mark.parametrize("name", [name for name in TABLES if {"earliest", "latest"} <= set(load(name).columns)])
def test_dates_are_bounds_in_order(name):
    table = load(name)
    assert (table["earliest"].isna() == table["latest"].isna()).all()
    assert (table["earliest"] <= table["latest"])[table["earliest"].notna()].all()


# Claims ---------------------------------------------------------------------------------

FIRST_CODING, SECOND_CODING = "14982c8c4acb4776", "a62d4c9a6c18d05e"


def fingerprint(table: pd.DataFrame) -> str:
    rows = table[["claim_id", "theme", "kind", "hedging"]].astype(str).to_csv(index=False, lineterminator="\n")
    return hashlib.sha256(rows.encode()).hexdigest()[:16]


def test_the_two_codings_are_frozen():
    """Later decisions belong in `adjudicated`; agreement is measured on these."""
    assert fingerprint(load("claims")) == FIRST_CODING
    assert fingerprint(load("second_coding")) == SECOND_CODING


def test_both_codings_are_of_the_same_claims():
    assert load("claims")["claim_id"].tolist() == load("second_coding")["claim_id"].tolist()


def test_adjudication_is_readable_reasoned_and_complete():
    claims = load("claims").set_index("claim_id")
    second = load("second_coding").set_index("claim_id")
    allowed = {column: set(claims[column].astype(str)) | set(second[column].astype(str))
               for column in ("theme", "kind", "hedging")}
    assert (claims["adjudicated"].isna() == claims["adjudication_reason"].isna()).all()
    for claim_id, claim in claims.iterrows():
        decided = {} if pd.isna(claim["adjudicated"]) else dict(
            pair.split("=") for pair in claim["adjudicated"].split("; "))
        for column, value in decided.items():
            assert value in allowed[column], claim_id
        differ = {column for column in allowed if claim[column] != second.loc[claim_id, column]}
        assert differ <= set(decided), claim_id


def test_anchors_are_short():
    claims = load("claims")
    words = claims["anchor"].str.split().str.len()
    number = claims["anchor"].str.contains(r"\d|million|two|three|five|ten\b|eleven", regex=True)
    assert words.min() >= 3
    assert words[~number].max() <= 6 and words.max() <= 10


def test_a_claims_prefix_is_that_of_its_reading():
    claims = load("claims").merge(load("readings"), on="reading_id")
    assert (claims["claim_id"].str[:2] == claims["prefix"]).all()
    assert (claims["paragraph"] <= claims["paragraphs"]).all()


# The readings themselves -------------------------------------------------------------------


def numbered(text: str) -> dict[str, str]:
    """The paragraphs of a reading by their number; those above the body stand together as 0."""
    found = {}
    for number, words in re.findall(r"^\[(\d+|Q)\] (.*?)(?=^\[|\Z)", text.replace("\xa0", " "), re.DOTALL | re.MULTILINE):
        found[number] = f"{found[number]} {' '.join(words.split())}" if number in found else " ".join(words.split())
    return found


@pytest.fixture(scope="module", params=load("readings")["reading_id"])
def reading(request, readings):
    return request.param, numbered((readings / f"{request.param}.txt").read_text(encoding="utf-8"))


def test_anchors_stand_word_for_word_once_in_their_paragraph(reading):
    reading_id, paragraphs = reading
    claims = load("claims")
    for claim in claims[claims["reading_id"] == reading_id].itertuples():
        assert paragraphs[str(claim.paragraph)].count(claim.anchor) == 1, claim.claim_id


def test_anchors_cover_less_than_a_third_of_a_reading(reading):
    """A short phrase finds the place; more would be copying."""
    reading_id, paragraphs = reading
    claims = load("claims")
    covered = 0
    for number, words in paragraphs.items():
        marked = bytearray(len(words))
        here = claims[(claims["reading_id"] == reading_id) & (claims["paragraph"].astype(str) == number)]
        for anchor in here["anchor"]:
            start = words.index(anchor)
            marked[start:start + len(anchor)] = b"\1" * len(anchor)
        covered += sum(any(marked[m.start():m.end()]) for m in re.finditer(r"\S+", words))
    assert covered / sum(len(words.split()) for words in paragraphs.values()) <= 0.30


def test_paragraphs_and_words_are_counted_right(reading):
    reading_id, paragraphs = reading
    row = load("readings").set_index("reading_id").loc[reading_id]
    body = [words for number, words in paragraphs.items() if number not in ("0", "Q")]
    assert (len(body), sum(len(words.split()) for words in body)) == (row["paragraphs"], row["words"])


def test_vocabulary_is_counted_right(reading):
    reading_id, paragraphs = reading
    body = "\n".join(words for number, words in paragraphs.items() if number not in ("0", "Q"))
    vocabulary = load("vocabulary")
    for row in vocabulary[vocabulary["reading_id"] == reading_id].itertuples():
        assert len(re.findall(row.pattern, body)) == row.count, row.vocabulary_id


def test_printed_numbers_stand_in_their_paragraph(reading):
    reading_id, paragraphs = reading
    rows = load("quantities").merge(load("claims"), on="claim_id")
    for row in rows[rows["reading_id"] == reading_id].itertuples():
        assert row.printed in paragraphs[str(row.paragraph)], row.quantity_id


def test_no_long_run_of_a_reading_stands_anywhere_in_the_pack(root, reading):
    reading_id, paragraphs = reading
    title = load("readings").set_index("reading_id").loc[reading_id, "title"]
    runs = set()
    for words in paragraphs.values():
        tokens = plain(words.replace(title, " "))
        runs |= {tuple(tokens[i:i + 11]) for i in range(len(tokens) - 10)}
    for path in pack_files(root):
        tokens = plain(path.read_text(encoding="utf-8").replace(title, " "))
        copied = [" ".join(tokens[i:i + 11]) for i in range(len(tokens) - 10) if tuple(tokens[i:i + 11]) in runs]
        assert not copied, f"{path.relative_to(root)}: {copied[0]}"


def plain(text: str) -> list[str]:
    """The words of a text without case and punctuation."""
    return re.findall(r"[a-z0-9]+", text.lower())


def pack_files(root):
    """Every text file of the pack."""
    for pattern in ("*.*", "data/**/*", "notebooks/*", "exercises/**/*", "seminar/*", "tests/*"):
        for path in root.glob(pattern):
            if path.is_file() and path.suffix in (".md", ".csv", ".json", ".ipynb", ".py", ".yml", ".toml", ".cff"):
                yield path


# Votes ----------------------------------------------------------------------------------


def test_roll_calls_add_up_to_the_official_tallies():
    votes = load("vote_records")
    counted = votes.groupby(["resolution", "vote"]).size().unstack(fill_value=0)
    official = load("unga_resolutions").set_index("resolution")
    for vote, column in (("yes", "yes"), ("no", "no"), ("abstain", "abstain"), ("not voting", "not_voting")):
        assert (counted[vote] == official.loc[counted.index, column]).all(), vote


def test_each_roll_call_has_every_member_once():
    votes = load("vote_records")
    members = set(load("countries")["iso3"])
    assert len(members) == 193
    for resolution, rows in votes.groupby("resolution"):
        assert set(rows["iso3"]) == members and len(rows) == 193, resolution


def test_security_council_votes_add_up_to_fifteen():
    resolutions = load("unsc_resolutions").set_index("resolution")
    assert (resolutions[["yes", "no", "abstain"]].sum(axis=1) == 15).all()
    votes = load("unsc_votes")
    counted = votes.groupby(["resolution", "vote"]).size().unstack(fill_value=0)
    for resolution, row in counted.iterrows():
        assert row.sum() == 15
        assert {vote: row[vote] for vote in row.index} == {
            vote: resolutions.loc[resolution, vote] for vote in row.index}
    for member, column in (("CHN", "china"), ("RUS", "russia")):
        cast = votes[votes["iso3"] == member].set_index("resolution")["vote"]
        assert (cast == resolutions.loc[cast.index, column]).all()
    assert set(votes["resolution"]) == set(resolutions.index[resolutions["outcome"] == "adopted"])


def test_agreement_is_within_what_was_voted():
    rows = load("voting_agreement")
    assert (rows["same_vote"] + rows["opposite_vote"].fillna(0) <= rows["both_voted"]).all()


# Trade ----------------------------------------------------------------------------------


def test_kotra_has_one_total_and_one_share_for_each_year():
    kotra = load("trade").query("counter == 'KOTRA'")
    assert kotra.loc[kotra["measure"] == "total", "year"].tolist() == list(range(1990, 2025))
    assert kotra.loc[kotra["measure"] == "china_share", "year"].tolist() == list(range(1992, 2025))


def test_one_value_for_each_counter_year_and_measure():
    for name in ("trade", "trade_with_russia"):
        assert not load(name).duplicated(["counter", "year", "measure"]).any()


def test_flows_add_up_and_shares_fit():
    trade = load("trade").pivot(index=["counter", "year"], columns="measure", values="value")
    flows = trade[["exports", "imports", "total"]].dropna()
    assert ((flows["exports"] + flows["imports"]) / flows["total"]).between(0.985, 1.015).all()
    shares = trade[["with_china", "total", "china_share"]].dropna()
    assert (100 * shares["with_china"] / shares["total"] - shares["china_share"]).abs().max() < 0.3


# Tracing --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_every_kind_of_row_can_be_traced(name):
    key = load(name).iloc[-1, 0]
    card = trace(key if name in ("claims", "references") else f"{name}:{key}")
    assert str(card).startswith(key if name in ("claims", "references") else f"{name}:")


def test_what_is_done_to_a_table_stays_with_its_owner():
    first = load("trade")
    first["mine"] = 1
    first.loc[0, "value"] = -1
    first.sort_values("value", inplace=True)
    second = load("trade")
    assert "mine" not in second.columns
    assert second["value"].min() >= 0 and second.loc[0, "trade_id"] == "kotra-1990-total"
