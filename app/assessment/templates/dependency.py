"""OD: a tool is relied on (risk model rm-1, 6.3)."""

from collections.abc import Iterator

from app.assessment.control_scores import (
    DOCUMENTATION,
    FULL_SCORE,
    MONITORING,
    OFF_SWITCH,
    OWNER,
    TESTED,
    TOOL_DECISION_ITEMS,
    Score,
    count_score,
    field_score,
)
from app.assessment.controls import counted_controls
from app.assessment.draft import Draft, same_base, states
from app.assessment.facts import is_in, negated, stated
from app.assessment.scope import Review
from models.pack import RiskType
from models.risk import Template
from models.values import AITool, Frequency, Origin

CRITICAL_PROCESS_FROM = 3

PREVENTIVE = {"owner": 3, "decision_record": 2, "documentation": 2, "USE-07": 1, "LOG-08": 1, "VEN-08": 1}
RECOVERY = {"fallback": 3, "monitoring": 2, "off_switch": 1, "VEN-11": 1}
KEY_CONTROL = "owner"


def drafts(review: Review) -> Iterator[Draft]:
    """One risk for each tool in a critical process, or that did not come by a deliberate choice."""
    for tool in review.tools.values():
        if tool.process_criticality >= CRITICAL_PROCESS_FROM or tool.origin is not Origin.DELIBERATE:
            yield _draft(review, tool)


def _draft(review: Review, tool: AITool) -> Draft:
    owner = field_score(tool.owner, OWNER)
    documentation = field_score(tool.documentation, DOCUMENTATION)
    fallback = field_score(tool.fallback, TESTED)
    return Draft(
        template=Template.OD,
        subject=tool.id,
        type=RiskType.OPERATIONAL_DEPENDENCY,
        title=f"{tool.name} is relied on with {_what_it_stands_on(owner, documentation, fallback)}",
        drivers=states(
            arrived_without_decision=is_in(
                tool.origin, Origin.UPGRADE, Origin.VENDOR_ENABLED, Origin.INDIVIDUAL
            ),
            feeds_live_process=stated(tool.feeds_live_process),
            model_change_without_notice=negated(tool.model_change_notice),
            known_by_one_person=stated(tool.known_by_one_person),
            daily_use=is_in(tool.frequency, Frequency.CONTINUOUS, Frequency.DAILY),
        ),
        impact_base=same_base(tool.process_criticality),
        controls=counted_controls(
            review,
            PREVENTIVE,
            RECOVERY,
            {
                "owner": owner,
                "decision_record": count_score(tool.decision_record_items, TOOL_DECISION_ITEMS),
                "documentation": documentation,
                "fallback": fallback,
                "monitoring": field_score(tool.output_monitoring, MONITORING),
                "off_switch": field_score(tool.off_switch, OFF_SWITCH),
            },
        ),
        key_control=KEY_CONTROL,
        linked=(tool.id,),
    )


def _what_it_stands_on(owner: Score, documentation: Score, fallback: Score) -> str:
    if owner.headline < FULL_SCORE:
        return "no accountable owner"
    if documentation.headline < FULL_SCORE or fallback.headline < FULL_SCORE:
        return "thin documentation or fallback"
    return "an owner, documentation and a tested fallback"
