"""Tracing: from an id to a phrase or a page."""

import pytest

from seminar import SeminarError, trace
from seminar.evidence import article_link


def test_the_card_of_a_claim_says_who_where_and_how_sure():
    text = str(trace("LE-058"))
    for part in ("LE-058: ", "Rachel Minyoung Lee, The Diplomat (August 2024)", "paragraph 12",
                 "“a conflict (Article 3)”", "asserted: stated as fact", "treaty_provisions:TP-1"):
        assert part in text
    assert "https://thediplomat.com/2024/08/assessing-north-korea-russia-relations#:~:text=a%20conflict" in text


def test_the_same_card_shows_in_a_notebook_with_its_link():
    html = trace("LE-058")._repr_html_()
    assert 'href="https://thediplomat.com/2024/08/assessing-north-korea-russia-relations#:~:text=' in html
    assert "paragraph 12" in html and "<script" not in html


def test_a_reading_without_address_says_how_to_find_it():
    card = trace("KS-060")
    assert not card.links
    assert "Search sceeus.se" in str(card)


def test_undated_readings_show_their_bounds():
    assert "written between 4 October 2022 and 1 November 2022" in str(trace("LU-001"))


def test_a_row_leads_to_its_claim_and_a_record_row_to_its_pages():
    assert "KS-060: China's share in North Korean foreign trade" in str(trace("trade_shares:TS-01"))
    card = trace("trade:kotra-2022-china_share")
    assert "read in two sources" in str(card)
    assert len(card.links) == 2 and all(address.startswith("http") for _, address in card.links)


def test_a_reference_says_what_was_read_and_what_rests_on_it():
    text = str(trace("reuters-2014-06"))
    assert "read there" in text and "trade_with_russia:ru-russian-government-goal-2020-goal" in text


@pytest.mark.parametrize("claim", ["KS-060", "ks-060", " KS-060 "])
def test_claims_may_be_typed_carelessly(claim):
    assert str(trace(claim)).startswith("KS-060:")


@pytest.mark.parametrize(("row_id", "told"), [
    ("KS-999", "'claims' has no row 'KS-999'"),
    ("nothing", "is neither a claim"),
    ("trade:kotra-1800-total", "The table 'trade' has no row 'kotra-1800-total'"),
    ("trades:kotra-2022-total", "There is no table named 'trades'. Did you mean 'trade'"),
])
def test_an_id_that_leads_nowhere_is_told(row_id, told):
    with pytest.raises(SeminarError) as error:
        trace(row_id)
    assert told in str(error.value)


def test_text_fragments_escape_what_has_a_meaning_there():
    assert article_link("https://example.org/a", "two-way, “both”") == (
        "https://example.org/a#:~:text=two%2Dway%2C%20%E2%80%9Cboth%E2%80%9D")
