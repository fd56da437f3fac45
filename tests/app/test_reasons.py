"""Counts, actions and outcomes can be followed down to what made them."""

import pytest
from hypothesis import given, settings

from app.assessment import assess
from app.outcome_reasons import outcome_reasons, reasons_of_outcome
from app.plan import by_leverage
from app.reasons import Reasons, action_reasons, band_reasons, reasons_of_card
from app.register_columns import spec_at
from app.ten_answers import ten_answers
from models.assessment import Assessment
from models.risk import Band
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, RegisterName
from tests.specified import NAMES, specified_review
from tests.strategies import snapshots

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def places(reasons: Reasons) -> list[str]:
    return [line.place for part in reasons.parts for line in part.lines]


def check_that_every_line_leads_somewhere(
    snapshot: Snapshot, assessment: Assessment, reasons: Reasons
) -> None:
    for place in places(reasons):
        kind, _colon, rest = place.partition(":")
        if kind == "risk":
            assert rest in assessment.risks_by_id
        elif kind == "question":
            assert rest in snapshot.pack
        else:
            register, key, *path = rest.split("/")
            assert kind == "entry"
            assert snapshot.entry(RegisterName(register), key) is not None, place
            if path:
                spec_at(ENTRY_TYPES[RegisterName(register)], path[0])


def test_twelve_critical_are_these_twelve_in_priority_order() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    reasons = band_reasons(snapshot, assessment, Band.CRITICAL)

    critical = [risk.id for risk in assessment.risks if risk.residual.band is Band.CRITICAL]
    assert reasons.title == "12 risks are Critical"
    assert places(reasons) == [f"risk:{risk}" for risk in critical]
    first = reasons.parts[0].lines[0]
    assert first.state.startswith("Critical: because 4 of 5 exposure drivers hold")
    assert first.marks == ("SR1+SR3",)


def test_the_leverage_of_an_action_can_be_added_up_line_by_line() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    computed = {action.question: action for action in assessment.actions}

    for proposal in by_leverage(snapshot, assessment):
        reasons = action_reasons(snapshot, assessment, proposal.action)
        action = computed[proposal.action.question or ""]
        lines = reasons.parts[1].lines
        points = [int(line.state.rpartition(" = ")[2].split(" ")[0]) for line in lines]
        assert sum(points) == action.raw_leverage
        assert reasons.sums[0] == f"Raw leverage {action.raw_leverage}: the sum of the points below."
        assert reasons.sums[1].endswith(f"leverage {action.leverage}.")
        assert len({line.place for line in lines}) == action.risks_touched


def test_a_shortfall_says_band_weight_and_score() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    reasons = reasons_of_card(snapshot, assessment, key="question/OVR-02")

    assert reasons is not None
    assert places(reasons)[0] == "question:OVR-02"
    (line,) = [line for line in reasons.parts[1].lines if line.place == "risk:EX-T03"]
    assert line.state == "Critical 3 × weight 3 × (3 − 1) = 18 · Approval gate before the effect"


def test_a_containment_names_its_stop_rules_and_a_card_that_is_gone_has_no_reasons() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    planned = reasons_of_card(snapshot, assessment, key="N1")

    assert planned is not None
    assert "risk:EX-T13" in places(planned)
    assert any("SR1" in said for said in planned.sums)
    assert reasons_of_card(snapshot, assessment, key="N99") is None


@pytest.mark.parametrize("name", NAMES)
def test_every_outcome_has_its_rule_and_lines_that_lead_to_what_made_it(name: str) -> None:
    snapshot = specified_review(name)
    assessment = assess(snapshot)

    for outcome in ten_answers(snapshot, assessment):
        reasons = outcome_reasons(snapshot, assessment, outcome)
        assert reasons.title == outcome.question
        assert reasons.rule
        assert reasons.sums == (outcome.answer,)
        check_that_every_line_leads_somewhere(snapshot, assessment, reasons)


def test_the_lines_of_an_outcome_are_as_many_as_it_counts() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    found = assessment.outcomes

    def lines(number: int) -> list[int]:
        reasons = reasons_of_outcome(snapshot, assessment, number=number)
        return [len(part.lines) for part in reasons.parts]

    assert lines(1) == [found.where_used.tools, found.where_used.use_cases]
    assert lines(2) == [len(found.unofficial.tools), len(found.unofficial.data_categories)]
    assert lines(4) == [len(found.safe_to_scale.scale), len(found.safe_to_scale.scale_keep_controls)]
    needs = found.needs_controls
    assert lines(5) == [len(needs.pause_or_contain), len(needs.controls_first)]
    assert lines(6) == [len(found.integrations)]
    assert lines(7) == [len(found.approvals)]
    owners = found.unclear_ownership
    counts = [len(owners.tools), len(owners.vendors), len(owners.gates)]
    assert lines(9) == [count for count in counts if count]
    assert lines(10) == [len(found.fix_first.contain_now), len(found.fix_first.actions)]


@settings(max_examples=60, derandomize=True)
@given(snapshots())
def test_in_any_review_every_line_leads_to_something_that_is_there(snapshot: Snapshot) -> None:
    assessment = assess(snapshot)

    for outcome in ten_answers(snapshot, assessment):
        reasons = outcome_reasons(snapshot, assessment, outcome)
        check_that_every_line_leads_somewhere(snapshot, assessment, reasons)
    for band in Band:
        reasons = band_reasons(snapshot, assessment, band)
        assert len(places(reasons)) == assessment.counts.get(band, 0)
    for action in snapshot.action_plan.values():
        check_that_every_line_leads_somewhere(
            snapshot, assessment, action_reasons(snapshot, assessment, action)
        )
