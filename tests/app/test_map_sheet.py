"""The words around a picture of the map let it stand alone, and name no client."""

from app.assessment import assess
from app.map_sheet import SheetWords, map_words, matrix_words
from app.map_view import Stage
from app.risk_filter import RiskFilter, filter_words
from models.risk import Band
from tests.specified import specified_review


def test_a_picture_says_what_it_shows_when_it_was_so_and_how_much_is_known() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    said = map_words(snapshot, assessment, RiskFilter(), 69, Stage.BOTH)

    assert said.title == "Risk map: likelihood and impact, before and with controls"
    assert said.lead.startswith("12 of 69 risks are Critical")
    assert said.foot == (
        "Review of 13 November 2026  ·  59 of 61 questions answered, 2 unknown  ·  "
        "risk model rm-1, questions qb-1"
    )


def test_a_filtered_picture_says_what_is_left_out() -> None:
    snapshot = specified_review("ferrowick")
    wanted = RiskFilter(band=Band.HIGH, section="ACC", owner="", words="crm ", spot=(4, 4), is_before=True)

    said = matrix_words(snapshot, assess(snapshot), wanted, 3)

    assert said.lead == (
        "3 of 69 risks: High, section Access and permissions, without an owner, with “crm”, "
        "at likelihood 4, impact 4 before controls."
    )
    assert filter_words(snapshot, RiskFilter()) == ""


def test_no_client_is_named() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    every = [map_words(snapshot, assessment, RiskFilter(), 69, stage) for stage in Stage]

    assert not any("Ferrowick" in f"{said.title} {said.lead} {said.foot}" for said in every)


def test_sheets_of_a_set_are_numbered() -> None:
    words = SheetWords("Exposure", "", "")

    assert words.numbered(2, 3).title == "Exposure (2 of 3)"
    assert words.numbered(1, 1) is words
