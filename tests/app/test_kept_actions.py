"""What was supposed becomes actions that a person can read, in one step that can be taken back."""

from app.assessment import assess
from app.assessment.places import FieldPlace
from app.edits import Edit
from app.integrity import faults
from app.kept_actions import change_words, kept_as_actions
from app.what_if import Sandbox, Supposed, outcome
from models.pack import ActionKind, Effort
from models.values import ActionItem, ActionStatus, Horizon, Owner, RegisterName
from tests.changes import applied
from tests.sandboxes import EXAMPLE_D
from tests.specified import specified_review


def kept(*supposed: Supposed, risk: str = "EX-T03") -> tuple[Edit, list[ActionItem]]:
    snapshot = specified_review("ferrowick")
    sandbox, assessment = Sandbox(snapshot).supposing(*supposed), assess(snapshot)
    moved = outcome(sandbox, assessment.risks).moved
    edit = kept_as_actions(sandbox, assessment, risk, moved)
    return edit, [change.after for change in edit.changes if isinstance(change.after, ActionItem)]


def test_example_d_becomes_five_actions_in_plain_words() -> None:
    edit, actions = kept(*EXAMPLE_D)

    assert edit.label == "Keep 5 changes as actions"
    find_out = "Find out, and make it so if it is not: Engage Campaign Agent (beta)"
    checks = "written list of what is checked; evidence required; enough context to disagree"
    never_touch = "Agree the never-touch list and block it in permissions for every AI identity"
    assert [action.text for action in actions] == [
        f"{find_out}, reads outsiders' text (no).",
        f"{find_out} on Tidewell Engage, can be undone.",
        f"Engage publish click: bring about {checks}.",
        "Engage Campaign Agent (beta): bring about rollback (documented, not tested).",
        f"{never_touch} (ACC-10, from level 1, no evidence to level 3, demonstrated).",
    ]


def test_an_action_names_its_question_and_the_risks_that_it_moves() -> None:
    _edit, actions = kept(*EXAMPLE_D)
    reads, _undo, gate, rollback, answer = actions

    assert (reads.question, gate.question, rollback.question, answer.question) == (
        None,
        "OVR-02",
        "OVR-11",
        "ACC-10",
    )
    assert reads.risks == ("EX-T03",)
    assert gate.risks == ("EX-T03", "BC-U04", "DE-U03")
    assert answer.risks == ("EX-T07", "EX-T03", "PG-6")
    assert answer.effort is Effort.M
    assert {action.status for action in actions} == {ActionStatus.PROPOSED}


def test_finding_out_is_documentation_and_what_is_critical_is_for_now() -> None:
    _edit, actions = kept(*EXAMPLE_D)
    place = FieldPlace(RegisterName.AI_TOOLS, "T11", "owner")
    _edit, (later,) = kept(Supposed(place, Owner.NAMED), risk="OD-T11")

    assert actions[0].kind is ActionKind.CLEARER_DOCUMENTATION
    assert {action.horizon for action in actions} == {Horizon.NOW}
    assert later.horizon is assess(specified_review("ferrowick")).risk("OD-T11").horizon
    assert later.horizon is not Horizon.NOW
    assert later.question == "USE-08"


def test_one_edit_holds_them_all_and_its_inverse_takes_them_back() -> None:
    snapshot = specified_review("ferrowick")
    edit, actions = kept(*EXAMPLE_D)

    after = applied(snapshot, edit)

    assert faults(after) == ()
    assert len(after.action_plan) == len(snapshot.action_plan) + 5
    assert len({action.id for action in actions}) == 5
    assert applied(after, edit.inverse()) == snapshot
    assert after.ai_tools == snapshot.ai_tools
    assert after.answers == snapshot.answers


def test_a_change_is_said_in_one_line() -> None:
    snapshot = specified_review("ferrowick")

    assert (
        change_words(snapshot, EXAMPLE_D[-1]) == "ACC-10, from level 1, no evidence to level 3, demonstrated"
    )
