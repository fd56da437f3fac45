"""The smallest changes lower the band, and nothing smaller does."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.assessment import assess, assessed_risks
from app.levers import levers_of, value_words
from app.smallest_change import MOST, MOST_STEPS, Change, smallest_changes
from app.what_if import Sandbox
from app.what_if_words import change_lines
from models.risk import Band, Risk
from models.snapshot import Snapshot
from tests.sandboxes import all_choices
from tests.specified import specified_review
from tests.strategies import snapshots

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def rank_after(snapshot: Snapshot, risk: Risk, change: Change) -> int:
    after = {each.id: each for each in assessed_risks(Sandbox(snapshot).supposing(*change.supposed).result)}
    return after[risk.id].residual.band.rank if risk.id in after else -1


def test_finding_out_one_of_two_facts_is_enough_for_the_beta_agent() -> None:
    snapshot = specified_review("ferrowick")

    found = smallest_changes(snapshot, assess(snapshot).risk("EX-T03"))

    said = [(change.supposed[0].place.link, value_words(snapshot, change.supposed[0])) for change in found]
    assert said[:2] == [
        ("entry:ai_tools/T03/reads_outside_text", "no"),
        ("entry:access_grants/A03-1/undo", "yes"),
    ]
    assert all(len(change.supposed) == 1 for change in found)
    assert [change.effort for change in found] == sorted(change.effort for change in found)
    assert change_lines(snapshot, found[0]) == (
        "Engage Campaign Agent (beta): reads outsiders' text, from not known to no",
        "Then likelihood 3, impact 5: High.",
    )


def test_where_no_single_change_is_enough_pairs_are_given() -> None:
    snapshot = specified_review("ferrowick")
    risk = assess(snapshot).risk("EX-T13")

    found = smallest_changes(snapshot, risk)

    assert {len(change.supposed) for change in found} == {2}
    for change in found:
        assert rank_after(snapshot, risk, change) < Band.CRITICAL.rank
        for each in change.supposed:
            assert rank_after(snapshot, risk, Change((each,), None, 0)) == Band.CRITICAL.rank


def test_what_a_thing_is_is_not_proposed_to_change() -> None:
    snapshot = specified_review("ferrowick")

    for risk in assess(snapshot).risks[:20]:
        for change in smallest_changes(snapshot, risk):
            for each in change.supposed:
                path = each.place.link.rpartition("/")[2]
                assert path not in {"sensitivity", "integrity_class", "process_criticality", "audience"}


@settings(max_examples=30, derandomize=True)
@given(snapshots(), st.randoms(use_true_random=False))
def test_every_proposal_lowers_the_band_when_it_is_really_made(snapshot: Snapshot, chance: Random) -> None:
    risk = chance.choice([risk for risk in assessed_risks(snapshot) if risk.template != "PG"] or [None])
    if risk is None or risk.residual.band is Band.LOW:
        return

    found = smallest_changes(snapshot, risk)

    assert len(found) <= MOST
    for change in found:
        assert 1 <= len(change.supposed) <= MOST_STEPS
        assert rank_after(snapshot, risk, change) < risk.residual.band.rank


def test_a_single_answer_is_never_overlooked() -> None:
    snapshot = specified_review("ferrowick")
    for risk in assess(snapshot).risks[:12]:
        found = smallest_changes(snapshot, risk)
        singles = [
            choice
            for lever in levers_of(snapshot, risk).levers
            if lever.is_question
            for choice in all_choices(lever)
            if choice.value is not None
            and rank_after(snapshot, risk, Change((choice,), None, 0)) < risk.residual.band.rank
        ]
        if singles:
            assert all(len(change.supposed) == 1 for change in found)


def test_a_low_risk_or_a_cancelled_search_gives_nothing() -> None:
    snapshot = specified_review("ferrowick")
    risk = assess(snapshot).risk("EX-T03")

    assert smallest_changes(snapshot, risk, cancelled=lambda: True) == ()
