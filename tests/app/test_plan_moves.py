"""An action moves only with a reason, which stays with it."""

import pytest

from app.plan_moves import move, move_words
from models.snapshot import Snapshot
from models.values import ActionItem, Horizon
from tests.specified import specified_review


def moved(snapshot: Snapshot, horizon: Horizon, reason: str) -> tuple[Snapshot, ActionItem]:
    (change,) = move(snapshot, "N2", horizon, reason).changes
    assert isinstance(change.after, ActionItem)
    after = snapshot.with_entry(change.register, change.after)
    return after, after.action_plan["N2"]


def test_the_reason_stays_in_the_change_log_and_on_the_action() -> None:
    snapshot = specified_review("ferrowick")

    edit = move(snapshot, "N2", Horizon.NEXT, "  legal needs\n two weeks ")
    _after, action = moved(snapshot, Horizon.NEXT, "legal needs two weeks")

    assert edit.reason == "legal needs two weeks"
    assert edit.label == "Move “Add an AI notice to the website assista…” to Next, 45 days"
    assert action.horizon is Horizon.NEXT
    assert move_words(action) == "Moved to next: legal needs two weeks"
    assert edit.inverse().changes[0].after == snapshot.action_plan["N2"]


def test_nothing_but_the_horizon_and_the_notes_changes_and_earlier_notes_are_kept() -> None:
    snapshot = specified_review("ferrowick")

    once, _action = moved(snapshot, Horizon.NEXT, "first")
    _twice, action = moved(once, Horizon.THEN, "second")

    assert action.notes == "Moved to next: first\nMoved to then: second"
    assert move_words(action) == "Moved to then: second"
    assert (action.text, action.risks) == (snapshot.action_plan["N2"].text, snapshot.action_plan["N2"].risks)


def test_without_a_reason_nothing_moves() -> None:
    with pytest.raises(ValueError, match="N2"):
        move(specified_review("ferrowick"), "N2", Horizon.NEXT, " \n ")


def test_notes_of_another_kind_are_not_taken_for_a_reason() -> None:
    assert move_words(ActionItem(id="N9", text="x", notes="Moved house.\nAsk again")) == ""
