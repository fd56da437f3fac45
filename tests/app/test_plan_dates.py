"""The plan's dates count from the review, and what is late is told."""

from datetime import date

import pytest

from app.plan_dates import days_late, deadline, due_words, horizon_end
from models.values import ActionItem, ActionStatus, Horizon, RegisterName
from tests.changes import with_fields
from tests.specified import specified_review

TODAY = date(2026, 12, 1)


def action(due: date | None, status: ActionStatus | None = None) -> ActionItem:
    return ActionItem(id="N1", text="Do it", horizon=Horizon.NOW, due=due, status=status)


def test_horizons_end_so_many_days_after_the_review() -> None:
    snapshot = specified_review("ferrowick")

    ends = [horizon_end(snapshot, horizon) for horizon in Horizon]

    assert ends == [date(2026, 11, 27), date(2026, 12, 28), date(2027, 2, 11), None]


def test_without_a_date_of_the_review_horizons_have_no_end() -> None:
    snapshot = specified_review("ferrowick")
    undated = with_fields(
        snapshot, RegisterName.ENGAGEMENT, snapshot.engagement.key, start_date=None, end_date=None
    )

    assert horizon_end(undated, Horizon.NOW) is None
    assert deadline(undated, action(None)) is None
    assert deadline(undated, action(TODAY)) == TODAY


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (None, ""),
        (date(2026, 11, 28), "due 28 Nov 2026, overdue by 3 days"),
        (date(2026, 11, 30), "due 30 Nov 2026, overdue by 1 day"),
        (date(2026, 12, 1), "due 1 Dec 2026, today"),
        (date(2026, 12, 8), "due 8 Dec 2026, in 7 days"),
        (date(2026, 12, 9), "due 9 Dec 2026"),
    ],
)
def test_a_due_day_says_how_late_or_near_it_is(due: date | None, expected: str) -> None:
    assert due_words(action(due), TODAY) == expected


def test_what_is_done_is_not_late() -> None:
    done = action(date(2026, 11, 1), ActionStatus.DONE)

    assert days_late(done, TODAY) == 0
    assert due_words(done, TODAY) == "due 1 Nov 2026"
    assert days_late(action(date(2026, 11, 1)), TODAY) == 30
