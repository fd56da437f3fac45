"""Roles stand for people, and what a person typed does not come back by another way."""

from dataclasses import replace

from hypothesis import given, settings

from app.assessment import assess
from app.client_safe import client_safe
from app.integrity import faults
from models.snapshot import Snapshot
from models.values import ActionItem, Monitor, RegisterName, ReviewCadence, StopRule
from tests.specified import specified_review
from tests.strategies import snapshots


@settings(max_examples=25, derandomize=True)
@given(snapshots())
def test_every_number_is_the_same_and_the_review_stays_valid(snapshot: Snapshot) -> None:
    shared = client_safe(snapshot)

    before, after = assess(snapshot), assess(shared)
    assert [(r.id, r.residual, r.best, r.worst) for r in after.risks] == [
        (r.id, r.residual, r.best, r.worst) for r in before.risks
    ]
    assert faults(shared) == faults(snapshot)


def test_who_is_known_by_name_is_called_by_role() -> None:
    snapshot = specified_review("ferrowick")
    roles = {person.name: person.role for person in snapshot.participants.values()}

    shared = client_safe(snapshot)

    owners = {
        use.business_owner: shared.use_cases[key].business_owner for key, use in snapshot.use_cases.items()
    }
    assert owners["Jonas Eikeland"] == roles["Jonas Eikeland"]
    assert owners["Web team"] == "removed"
    assert all(person.name == "Participant" for person in shared.participants.values())


def test_a_role_with_a_name_in_it_is_taken_out() -> None:
    snapshot = specified_review("ferrowick")
    key, person = next((k, p) for k, p in snapshot.participants.items() if p.name == "Jonas Eikeland")
    deputy = replace(person, role="deputy, ask jonas")

    shared = client_safe(snapshot.with_entry(RegisterName.PARTICIPANTS, deputy))

    assert shared.participants[key].role == "removed"
    assert "eikeland" not in str(shared.use_cases).casefold()


def test_an_action_says_what_its_rule_or_question_says() -> None:
    snapshot = specified_review("ferrowick")
    typed = ActionItem(id="X1", text="Ask Jonas about it", stop_rule=StopRule.SR4, risks=("EX-T13",))
    asked = ActionItem(id="X2", text="Ask Jonas again", question="LOG-09")
    bare = ActionItem(id="X3", text="Ask Jonas for the last time")
    for action in (typed, asked, bare):
        snapshot = snapshot.with_entry(RegisterName.ACTION_PLAN, action)

    shared = client_safe(snapshot).action_plan

    assert shared["X1"].text == "Patchbay AI steps: Pause for counsel."
    assert shared["X2"].text == snapshot.pack.question("LOG-09").action.text
    assert shared["X3"].text == "removed"


def test_the_version_stays_where_it_is_a_number() -> None:
    snapshot = specified_review("ferrowick")
    worded = replace(snapshot, engagement=replace(snapshot.engagement, report_version="for Jonas"))

    assert client_safe(snapshot).engagement.report_version == snapshot.engagement.report_version
    assert client_safe(worded).engagement.report_version is None
    assert client_safe(snapshot).engagement.confidentiality is None


def test_how_often_a_review_comes_back_stays_and_a_name_beside_it_does_not() -> None:
    plain = ReviewCadence(id="RC1", subject="Scoring with Jonas", interval="within 7 days of release")
    named = ReviewCadence(id="RC2", interval="monthly, when Jonas asks")
    snapshot = specified_review("ferrowick")
    for cadence in (plain, named):
        snapshot = snapshot.with_entry(RegisterName.REVIEW_CADENCES, cadence)

    monitor = Monitor(id="M9", cadence="every week")
    whole = client_safe(snapshot.with_entry(RegisterName.MONITORS, monitor))
    shared = whole.review_cadences

    assert whole.monitors["M9"].cadence == "every week"
    assert (shared["RC1"].interval, shared["RC1"].subject) == (plain.interval, "Scoring")
    assert shared["RC2"].interval == "removed"
