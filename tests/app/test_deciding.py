"""What is decided about a risk in words, what an acceptance lacks, and the edits that decide."""

from datetime import date, timedelta

import pytest

from app.deciding import DECISIONS, decided_mark, decided_words, decision_edit, lacking, standing
from app.edits import Edit
from app.field_suggestions import suggestions
from models.changed import changed
from models.snapshot import Snapshot
from models.values import RiskDecision, Treatment
from tests.sound import sound_review
from tests.specified import specified_review

RISK = "EX-T1"
TODAY = date(2026, 11, 28)
WHOLE = RiskDecision(
    risk=RISK,
    treatment=Treatment.ACCEPT,
    accepted_by="Maud  Sandström",
    accepted_until=TODAY,
    notes="One campaign is left.",
)


def after(snapshot: Snapshot, edit: Edit) -> Snapshot:
    return changed(snapshot, edit.changes)


def test_a_decision_is_said_with_its_day_and_names_nobody_unless_asked() -> None:
    assert decided_words(WHOLE) == "Accept, until 28 Nov 2026"
    assert decided_words(WHOLE, with_name=True) == "Accept, by Maud Sandström, until 28 Nov 2026"
    assert decided_words(WHOLE.with_values(treatment=Treatment.SHARE), with_name=True) == "Share"
    assert decided_mark(WHOLE) == "✓ Accept"
    for undecided in (None, RiskDecision(risk=RISK, notes="Later.")):
        assert (decided_words(undecided), decided_mark(undecided)) == ("", "")


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, ()),
        ({"accepted_by": " "}, ("accepted_by",)),
        ({"accepted_until": None, "notes": "\n"}, ("accepted_until", "notes")),
        ({"treatment": Treatment.REDUCE, "accepted_by": None}, ()),
    ],
)
def test_an_acceptance_lacks_a_person_a_day_or_a_reason(
    values: dict[str, object], missing: tuple[str, ...]
) -> None:
    assert lacking(WHOLE.with_values(**values)) == missing


def test_how_it_stands_says_what_to_do_next() -> None:
    bare = RiskDecision(risk=RISK, treatment=Treatment.ACCEPT)
    tomorrow = TODAY + timedelta(days=1)

    assert "“Accept” also wants who accepts it, until when and why" in standing(None, TODAY).words
    assert standing(bare, TODAY).tone == "warn"
    assert standing(bare, TODAY).words == "Accepted, and not recorded: who accepts it, until when and why."
    assert standing(WHOLE, TODAY).words == "Whoever signs the report accepts this risk with it."
    assert standing(WHOLE, tomorrow).tone == "danger"
    assert "ran out on 28 Nov 2026" in standing(WHOLE, tomorrow).words
    left_over = standing(WHOLE.with_values(treatment=Treatment.REDUCE), tomorrow).words
    assert left_over.endswith("count only for “Accept”.")


def test_the_first_field_begins_a_decision_and_clearing_the_last_takes_it_away() -> None:
    review = sound_review()

    begun = after(review, decision_edit(review, RISK, "treatment", Treatment.ACCEPT))
    named = after(begun, decision_edit(begun, RISK, "accepted_by", "CMO"))
    unnamed = after(named, decision_edit(named, RISK, "accepted_by", None))
    cleared = decision_edit(unnamed, RISK, "treatment", None)

    assert named.risk_decisions[RISK] == RiskDecision(
        risk=RISK, treatment=Treatment.ACCEPT, accepted_by="CMO"
    )
    assert unnamed.risk_decisions == begun.risk_decisions
    assert after(unnamed, cleared) == review
    assert after(after(unnamed, cleared), cleared.inverse()) == unnamed
    assert cleared.label == "Take back what was decided about EX-T1"


def test_who_took_part_is_offered_as_who_accepts_and_not_where_nobody_is_named() -> None:
    review = specified_review("ferrowick")
    people = tuple(person.name for person in review.participants.values() if person.name != "anonymous")

    offered = suggestions(review, DECISIONS, "accepted_by")

    assert offered == people
    assert len(set(offered)) == len(offered)
    assert not set(people) & set(suggestions(review, DECISIONS, "source"))
