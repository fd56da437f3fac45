"""A sandbox shows what would be, and leaves the review as it is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.assessment import assess
from app.assessment.places import FieldPlace, QuestionPlace
from app.demo import demo_snapshot
from app.edits import remove, set_field
from app.integrity import entry_faults
from app.what_if import Sandbox, Supposed, fits, outcome, recorded
from app.workspace import Workspace
from models.risk import Band, Rating
from models.snapshot import Snapshot
from models.storage import KeyCost, create_file
from models.values import Answer, AnswerState, EvidenceGrade, RegisterName, Tri
from tests.changes import applied, with_answers_to
from tests.sandboxes import EXAMPLE_D, supposed_by_chance
from tests.specified import specified_review
from tests.strategies import snapshots

FEW = settings(max_examples=60, derandomize=True)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
TOOLS = RegisterName.AI_TOOLS
READS = FieldPlace(TOOLS, "T03", "reads_outside_text")


def test_worked_example_d_falls_two_bands_in_the_sandbox() -> None:
    snapshot = specified_review("ferrowick")
    before = assess(snapshot).risk("EX-T03")

    after = outcome(Sandbox(snapshot).supposing(*EXAMPLE_D), assess(snapshot).risks).risks["EX-T03"]

    assert before.residual.band is Band.CRITICAL
    assert (after.known_drivers, after.unknown_drivers) == (3, 0)
    assert (after.inherent.likelihood, after.inherent.impact) == (4, 4)
    assert (after.preventive.num, after.preventive.den, after.preventive.steps) == (19, 36, 2)
    assert (after.recovery.num, after.recovery.den, after.recovery.steps) == (13, 32, 0)
    assert after.residual == Rating(2, 4, Band.MODERATE)
    assert not after.has_range


def test_other_risks_that_would_move_are_named_with_both_bands() -> None:
    snapshot = specified_review("ferrowick")

    moved = outcome(Sandbox(snapshot).supposing(*EXAMPLE_D), assess(snapshot).risks).moved

    bands = {
        each.risk.id: (each.before.residual.band, each.after.residual.band)
        for each in moved
        if each.before and each.after
    }
    assert bands == {
        "EX-T03": (Band.CRITICAL, Band.MODERATE),
        "EX-T07": (Band.CRITICAL, Band.HIGH),
        "BC-U04": (Band.HIGH, Band.MODERATE),
        "PG-6": (Band.HIGH, Band.MODERATE),
        "DE-U03": (Band.MODERATE, Band.LOW),
    }
    assert {each.risk.id: each.steps for each in moved}["EX-T03"] == -2


@FEW
@given(snapshots(), st.randoms(use_true_random=False))
def test_a_sandbox_never_changes_the_review(snapshot: Snapshot, chance: Random) -> None:
    before = replace(snapshot)
    registers = {name: dict(entries) for name, entries in snapshot.registers.items()}

    sandbox = supposed_by_chance(snapshot, chance)
    outcome(sandbox, assess(snapshot).risks)

    assert sandbox.snapshot is snapshot
    assert snapshot == before
    assert {name: dict(entries) for name, entries in snapshot.registers.items()} == registers


@FEW
@given(snapshots(), st.randoms(use_true_random=False))
def test_what_is_shown_is_what_the_same_edits_would_really_give(snapshot: Snapshot, chance: Random) -> None:
    sandbox = supposed_by_chance(snapshot, chance)

    really = snapshot
    for change in sandbox.edit.changes:
        assert really.entry(change.register, change.key) == change.before
        assert change.after is not None
        really = really.with_entry(change.register, change.after)
        assert not entry_faults(really, change.register, change.after)

    assert sandbox.result == really
    assert outcome(sandbox, assess(snapshot).risks).risks == assess(really).risks_by_id


@FEW
@given(snapshots(), st.randoms(use_true_random=False))
def test_taking_it_all_back_gives_the_review_as_it_was(snapshot: Snapshot, chance: Random) -> None:
    sandbox = supposed_by_chance(snapshot, chance)

    back = applied(sandbox.result, sandbox.edit.inverse())

    for register in RegisterName:
        assert dict(back.entries(register)) == dict(snapshot.entries(register))
    for each in sandbox.supposed:
        sandbox = sandbox.without(each.place)
    assert sandbox.result is snapshot


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    cost = KeyCost(iterations=1, lanes=1, memory_kib=64)
    store = create_file(tmp_path / "client.plumbline", "a phrase", demo_snapshot(), who="x", cost=cost)
    workspace = Workspace(store, demo_snapshot().header.id, "x")
    yield workspace
    workspace.close()


def test_a_real_file_assesses_to_what_the_sandbox_showed(workspace: Workspace) -> None:
    sandbox = Sandbox(workspace.snapshot).supposing(*EXAMPLE_D)
    before = workspace.snapshot

    workspace.apply(sandbox.edit)
    really = workspace.assessment
    workspace.apply(sandbox.edit.inverse())

    assert really == assess(sandbox.result)
    assert workspace.snapshot == before


def test_what_is_recorded_anyway_is_no_supposition() -> None:
    snapshot = specified_review("ferrowick")
    here = recorded(snapshot, READS)

    once = Sandbox(snapshot).supposing(here)
    twice = Sandbox(snapshot).supposing(Supposed(READS, Tri.NO)).supposing(here)

    assert once.supposed == ()
    assert twice.supposed == ()


def test_a_place_holds_one_supposition_the_last() -> None:
    sandbox = Sandbox(specified_review("ferrowick")).supposing(Supposed(READS, Tri.NO))

    again = sandbox.supposing(Supposed(READS, Tri.YES))

    assert again.supposed == (Supposed(READS, Tri.YES),)
    assert again.at(READS) == Supposed(READS, Tri.YES)


def test_what_came_true_or_lost_its_entry_is_no_longer_supposed() -> None:
    snapshot = specified_review("ferrowick")
    sandbox = Sandbox(snapshot).supposing(*EXAMPLE_D)
    came_true = applied(snapshot, set_field(snapshot, TOOLS, "T03", "reads_outside_text", Tri.NO))
    without = applied(snapshot, remove(snapshot, TOOLS, ["T03"]))

    assert {each.place for each in sandbox.over(came_true).supposed} == {
        each.place for each in EXAMPLE_D if each.place != READS
    }
    assert {each.place.key for each in sandbox.over(without).supposed} == {"G5", "ACC-10"}


def test_a_supposed_answer_stands_for_everybody_who_answered() -> None:
    people = specified_review("ferrowick").participants
    first, second = list(people)[:2]
    answers = [
        Answer(question="ACC-10", state=AnswerState.VALUE, value=value, respondent=person)
        for value, person in ((1, first), (4, second))
    ]
    snapshot = with_answers_to(specified_review("ferrowick"), "ACC-10", *answers)

    sandbox = Sandbox(snapshot).supposing(Supposed(QuestionPlace("ACC-10"), 3, EvidenceGrade.DOCUMENT))

    now = sandbox.result.answers_by_question["ACC-10"]
    assert recorded(snapshot, QuestionPlace("ACC-10")).value == 1
    assert {(each.respondent, each.value, each.evidence) for each in now} == {
        (first, 3, EvidenceGrade.DOCUMENT),
        (second, 3, EvidenceGrade.DOCUMENT),
    }


def test_a_value_that_could_not_be_recorded_does_not_fit() -> None:
    snapshot = specified_review("ferrowick")
    place = FieldPlace(RegisterName.ACCESS_GRANTS, "A03-1", "integrity_class")

    assert fits(snapshot, Supposed(place, 2))
    assert not fits(snapshot, Supposed(place, 0))
