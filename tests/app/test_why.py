"""Why: the arithmetic can be redone by hand, and every input leads to where it is recorded."""

from hypothesis import given, settings

from app.assessment import assess
from app.risk_words import because, range_words, short_name
from app.why import overlay_words, related, why
from models.snapshot import Snapshot
from models.values import BandOverlay, OverlayDirection, RiskDecision
from tests.specified import specified_review
from tests.strategies import snapshots

SNAPSHOT = specified_review("ferrowick")
ASSESSMENT = assess(SNAPSHOT)


def test_the_worked_example_of_the_beta_agent_is_spelt_out() -> None:
    told = why(SNAPSHOT, ASSESSMENT.risk("EX-T03"))

    assert told.likelihood == "Likelihood 5 = 1 + 3 that hold + 1 for 1 not known (half, rounded up)."
    assert told.impact == "Impact 5 = 4 + 1 for what makes it worse."
    assert told.likelihood_steps.startswith("9 of 36 points, 25 %: 1 step off likelihood.")
    assert "The key control scores 1 of 4" in told.likelihood_steps
    assert told.impact_steps == "7 of 32 points, 21 %: no step off impact (one from 50 %)."
    assert told.step.words.endswith("With them likelihood 4, impact 5, Critical.")
    assert told.range == "At best likelihood 3, impact 4, High; at worst likelihood 4, impact 5, Critical."
    assert told.confidence == "Confidence medium: 3 of 15 inputs are not known."


def test_a_likelihood_over_the_top_says_so() -> None:
    told = why(SNAPSHOT, ASSESSMENT.risk("DA-T11"))

    assert told.likelihood.endswith("5 at most.")


def test_each_driver_and_control_says_its_state_and_leads_to_its_source() -> None:
    told = why(SNAPSHOT, ASSESSMENT.risk("EX-T03"))

    outside = told.drivers[3]
    gate = told.preventive[0]
    assert (outside.state, outside.tone) == ("not known", "unknown")
    assert outside.place == "entry:ai_tools/T03/reads_outside_text"
    assert gate.state == "1 of 4"
    assert gate.marks == ("weight 3", "key control", "not known, 2 at best")
    assert gate.place.startswith("entry:approval_gates/G5/")
    assert told.preventive[1].place == "question:ACC-10"


def test_stop_rules_say_what_they_mean_and_what_contains_the_risk() -> None:
    told = why(SNAPSHOT, ASSESSMENT.risk("EX-T13"))

    assert [line[:4] for line in told.stop_rules] == ["SR1:", "SR3:"]
    assert all("Within 14 days" in line for line in told.stop_rules)


def test_both_bands_are_said_where_the_consultant_disagrees() -> None:
    risk = ASSESSMENT.risk("DA-T11")
    overlay = BandOverlay(direction=OverlayDirection.UP, reason="Board papers were pasted.")

    said = overlay_words(risk, RiskDecision(risk=risk.id, overlay=overlay))

    assert said == "Computed High; the consultant says Critical: Board papers were pasted."
    assert overlay_words(risk, RiskDecision(risk=risk.id)) == ""


def test_other_risks_about_the_same_tool_are_beside_it() -> None:
    others = [risk.id for risk in related(ASSESSMENT.risk("EX-T13"), ASSESSMENT.risks)]

    assert "DA-T13" in others
    assert "EX-T13" not in others
    assert not related(ASSESSMENT.risk("PG-1"), ASSESSMENT.risks)


def test_the_short_words_name_the_subject_the_range_and_the_reason() -> None:
    risk = ASSESSMENT.risk("EX-T03")

    assert short_name(SNAPSHOT, risk) == "Engage Campaign Agent (beta)"
    assert range_words(risk) == "Critical (High to Critical)"
    assert because(SNAPSHOT, risk).startswith("because 3 of 5 exposure drivers hold at impact 5")


@settings(max_examples=30, derandomize=True)
@given(snapshots())
def test_every_risk_of_any_review_can_be_explained(snapshot: Snapshot) -> None:
    for risk in assess(snapshot).risks:
        told = why(snapshot, risk)

        assert len(told.drivers) == 5
        assert len(told.preventive) + len(told.recovery) == len(risk.controls)
        assert all(each.words and each.state for each in (*told.drivers, *told.preventive, *told.recovery))
