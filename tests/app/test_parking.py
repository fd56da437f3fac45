"""The parking lot keeps what came up, in the review, and stays off the client's paper."""

from dataclasses import replace
from datetime import date

import pytest

from app.assessment import assess
from app.cell_text import names_of
from app.exchange.registers import register_tables
from app.interchange import read_review, write_review
from app.lint import lint
from app.packs import built_in_pack
from app.parking import (
    LONGEST_POINT,
    open_points,
    parked_points,
    parking,
    settling_point,
    unparking,
)
from app.reporting.content.report import report_content
from app.review_rounds import next_round
from models.snapshot import ReviewHeader, Snapshot
from models.values import Engagement, Json
from tests.changes import applied

PACK = built_in_pack()
EMPTY = Snapshot(pack=PACK, engagement=Engagement(client="Ödland & Co"))


def test_a_line_is_parked_with_the_question_where_it_came_up_and_undo_takes_it_off() -> None:
    edit = parking(EMPTY, "  Who pays for\nthe licence? ", "ACC-05")

    after = applied(EMPTY, edit)

    (point,) = parked_points(after)
    assert (point.text, point.question, point.is_done) == ("Who pays for the licence?", "ACC-05", False)
    assert edit is not None
    assert edit.label == "Park a point for later"
    assert applied(after, edit.inverse()) == EMPTY


def test_nothing_blank_is_parked_and_a_long_line_is_cut() -> None:
    assert parking(EMPTY, " \n ", "ACC-05") is None
    assert len(parked_points(applied(EMPTY, parking(EMPTY, "x" * 1000, "")))[0].text) == LONGEST_POINT


def test_a_point_is_done_and_open_again_reworded_and_taken_off() -> None:
    two = applied(
        applied(EMPTY, parking(EMPTY, "One", "")),
        parking(applied(EMPTY, parking(EMPTY, "One", "")), "Two", ""),
    )
    first, second = parked_points(two)
    assert first.id != second.id

    done = applied(two, settling_point(two, first.id, is_done=True))

    assert [point.text for point in open_points(done)] == ["Two"]
    assert settling_point(done, first.id, is_done=True) is None
    assert applied(done, settling_point(done, first.id, is_done=False)) == two
    assert [point.text for point in parked_points(applied(two, unparking(two, first.id)))] == ["Two"]
    assert unparking(two, "PL9") is None


def test_the_parking_lot_goes_out_and_in_and_is_not_reported_as_odd() -> None:
    review = applied(EMPTY, parking(EMPTY, "Ask legal 🦊", "ACC-05"))

    imported = read_review(write_review(review), PACK)

    assert imported.snapshot == review
    assert imported.report.unknown_fields == ()


def test_the_next_review_begins_with_what_still_waits() -> None:
    one = applied(EMPTY, parking(EMPTY, "One", ""))
    two = applied(one, parking(one, "Two", "ACC-05"))
    done = applied(two, settling_point(two, "PL1", is_done=True))

    again = next_round(done, ReviewHeader(id="R2", number=2, title="Second"))

    assert [point.text for point in parked_points(again)] == ["Two"]
    assert next_round(EMPTY, ReviewHeader(id="R2")).engagement.extras == {}


@pytest.mark.parametrize(
    "odd", [3, "x", [3], [{"text": "no id"}], [{"id": "PL1", "text": " "}], [{"id": 1, "text": "x"}]]
)
def test_what_cannot_be_read_is_not_shown(odd: Json) -> None:
    review = replace(EMPTY, engagement=replace(EMPTY.engagement, extras={"x_parking_lot": odd}))

    assert parked_points(review) == ()


def test_open_points_are_said_before_the_report_and_printed_nowhere() -> None:
    review = applied(EMPTY, parking(EMPTY, "Kumquat", "ACC-05"))
    assessment = assess(review)

    found = [one for one in lint(review, assessment, date(2026, 11, 28)) if one.rule.id == "parked"]

    assert [(one.place, one.words) for one in found] == [
        ("question:ACC-05", "1 point on the parking lot is still open.")
    ]
    assert "Kumquat" not in str(report_content(review, assessment))
    assert "Kumquat" not in str(register_tables(review, names_of(review)))
