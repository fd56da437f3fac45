"""The plan proposes what the answers ask for, and nothing that is in it already."""

from datetime import date

from app.assessment import assess
from app.edits import Edit, remove, set_field
from app.plan import add, board, by_leverage, containments, proposals, take
from models.snapshot import Snapshot
from models.values import ActionItem, ActionStatus, Horizon, RegisterName
from tests.specified import specified_review

PLAN = RegisterName.ACTION_PLAN


def after(snapshot: Snapshot, edit: Edit) -> Snapshot:
    for change in edit.changes:
        if change.after is None:
            snapshot = snapshot.without_entry(change.register, change.key)
        else:
            snapshot = snapshot.with_entry(change.register, change.after, change.index)
    return snapshot


def without_plan() -> Snapshot:
    snapshot = specified_review("ferrowick")
    return after(snapshot, remove(snapshot, PLAN, list(snapshot.action_plan)))


def test_containments_come_first_then_the_questions_by_leverage() -> None:
    snapshot = without_plan()
    assessment = assess(snapshot)

    found = proposals(snapshot, assessment)

    assert found[0].action.text.startswith("Patchbay AI steps: disable its credentials")
    assert found[0].action.horizon is Horizon.NOW
    assert found[0].action.risks is not None
    assert found[0].action.risks[0] == "EX-T13"
    questions = [each.action.question for each in found if each.action.question]
    assert questions == [action.question for action in assessment.actions]


def test_every_risk_to_contain_is_in_one_containment() -> None:
    snapshot = without_plan()
    assessment = assess(snapshot)

    named = [risk for each in containments(snapshot, assessment) for risk in each.action.risks or ()]

    assert sorted(named) == sorted(assessment.outcomes.fix_first.contain_now)


def test_a_question_names_the_risks_it_touches_as_often_as_the_model_counts() -> None:
    snapshot = without_plan()

    for each in by_leverage(snapshot, assess(snapshot)):
        assert len(each.action.risks or ()) == each.touches


def test_a_proposal_taken_is_in_the_plan_with_a_fresh_id_and_no_longer_proposed() -> None:
    snapshot = specified_review("ferrowick")
    chosen = by_leverage(snapshot, assess(snapshot))[0]

    taken = after(snapshot, take(snapshot, chosen, Horizon.THEN))

    new = set(taken.action_plan) - set(snapshot.action_plan)
    action = taken.action_plan[new.pop()]
    assert action.question == chosen.action.question
    assert action.horizon is Horizon.THEN
    assert action.status is ActionStatus.PROPOSED
    assert chosen.key not in {each.key for each in proposals(taken, assess(taken))}


def test_what_was_dropped_from_the_plan_is_proposed_again() -> None:
    snapshot = specified_review("ferrowick")
    chosen = by_leverage(snapshot, assess(snapshot))[0]
    taken = after(snapshot, take(snapshot, chosen))
    action_id = (set(taken.action_plan) - set(snapshot.action_plan)).pop()

    dropped = after(taken, set_field(taken, PLAN, action_id, "status", ActionStatus.DROPPED))

    assert chosen.key in {each.key for each in proposals(dropped, assess(dropped))}


def test_an_action_in_ones_own_words_is_kept_as_typed() -> None:
    snapshot = specified_review("tiny_empty")
    text = "Ask <b>Ömer</b> & 🦊"

    added = after(snapshot, add(snapshot, Horizon.NEXT, text))

    (action,) = added.action_plan.values()
    assert (action.text, action.horizon) == (text, Horizon.NEXT)


def test_an_action_without_a_horizon_is_watched() -> None:
    action = ActionItem(id="N9", text="Look again", due=date(2027, 1, 1))
    snapshot = specified_review("tiny_empty").with_entry(PLAN, action)

    assert board(snapshot)[Horizon.WATCH] == (action,)


def test_a_proposal_says_in_words_why_it_comes_where_it_does() -> None:
    snapshot = without_plan()

    first = by_leverage(snapshot, assess(snapshot))[0]

    assert (
        first.because
        == f"{first.action.question}: touches {first.touches} risks, effort {first.action.effort}"
    )
