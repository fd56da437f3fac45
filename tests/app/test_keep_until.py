"""The day until which data may be kept stands in the review, can be undone, and goes with it to the next."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from app.demo import demo_snapshot
from app.keep_until import KEEP_UNTIL, keep_until, keeping_until, overdue_since
from app.review_rounds import next_round
from app.workspace import after_edit
from models.snapshot import ReviewHeader, Snapshot
from models.values import Json

DAY = date(2027, 3, 31)


@pytest.fixture
def agreed() -> Snapshot:
    edit = keeping_until(demo_snapshot(), DAY)
    assert edit is not None
    return after_edit(demo_snapshot(), edit)


def test_a_day_is_said_and_taken_back(agreed: Snapshot) -> None:
    back = keeping_until(agreed, None)

    assert keep_until(agreed) == DAY
    assert keeping_until(agreed, DAY) is None
    assert back is not None
    assert after_edit(agreed, back) == demo_snapshot()


def test_it_is_overdue_from_the_day_after(agreed: Snapshot) -> None:
    assert overdue_since(agreed, DAY) is None
    assert overdue_since(agreed, date(2027, 4, 1)) == DAY
    assert overdue_since(demo_snapshot(), date(2999, 1, 1)) is None


def test_the_next_review_of_the_client_keeps_the_day(agreed: Snapshot) -> None:
    following = next_round(agreed, ReviewHeader(id="R2", number=2, title="Next"))

    assert keep_until(following) == DAY


@pytest.mark.parametrize("said", ["soon", 7, None, "2027-13-01"])
def test_what_is_no_day_is_no_day(agreed: Snapshot, said: Json) -> None:
    extras = MappingProxyType({**agreed.engagement.extras, KEEP_UNTIL: said})

    assert keep_until(replace(agreed, engagement=replace(agreed.engagement, extras=extras))) is None
