"""What is fine is said plainly, by name."""

from app.assessment import assess
from app.fine import fine
from models.risk import Band
from tests.specified import specified_review


def test_what_is_fine_is_said_by_name_and_by_reason() -> None:
    snapshot = specified_review("ferrowick")

    scale, kept, low = fine(snapshot, assess(snapshot))

    assert scale.lines[0].name == "Send-time choice"
    assert [line.name for line in kept.lines] == [
        "Lead routing to sales",
        "Account summaries for sales handoff",
    ]
    said = {line.name: line.words for line in low.lines}
    assert said["Ledgerline Copilot"] == "Low on execution and operational dependency."


def test_every_low_risk_without_unknowns_is_named_once() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    places = [place for line in fine(snapshot, assessment)[-1].lines for place in line.places]

    sound = [r.id for r in assessment.risks if r.residual.band is Band.LOW and not r.unknown_inputs]
    assert sorted(places) == sorted(f"risk:{risk}" for risk in sound)


def test_a_review_in_which_nothing_is_fine_says_nothing() -> None:
    snapshot = specified_review("tiny_empty")

    assert fine(snapshot, assess(snapshot)) == ()
