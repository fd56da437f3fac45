"""EX: a tool can act on live data (risk model rm-1, 6.1)."""

from collections.abc import Iterator, Sequence

from app.assessment.control_scores import (
    OFF_SWITCH,
    TESTED,
    TRACE_ITEMS,
    Score,
    count_score,
    field_score,
)
from app.assessment.controls import counted_controls
from app.assessment.draft import Draft, firing, same_base, states
from app.assessment.facts import (
    NO,
    UNKNOWN,
    YES,
    all_of,
    any_of,
    at_least,
    heavy_use,
    is_in,
    negated,
    stated,
)
from app.assessment.scope import Access, Review, is_unapproved
from models.pack import RiskType
from models.risk import Template
from models.values import AccessScope, AITool, Autonomy, Identity, Tri

MANY_PEOPLE = 100_000
EFFECTIVE_FROM = 2
CONTAINED_FROM = 3
CONSENT_CLASS = 5

PREVENTIVE = {"gate": 3, "ACC-10": 2, "UCR-05": 2, "ACC-05": 1, "OVR-07": 1}
RECOVERY = {"rollback": 3, "trace": 2, "off_switch": 2, "LOG-09": 1}
KEY_CONTROL = "gate"

_BORROWED = (Identity.USER_OAUTH, Identity.SHARED, Identity.PERSONAL, Identity.ADMIN_KEY)


def drafts(review: Review) -> Iterator[Draft]:
    """One risk for each tool with at least one live action grant."""
    for tool in review.tools.values():
        accesses = [access for access in review.accesses_of(tool.id) if access.can_act]
        if accesses:
            yield _draft(review, tool, accesses)


def _draft(review: Review, tool: AITool, accesses: Sequence[Access]) -> Draft:
    grants = [access.grant for access in accesses]
    gate = review.gate_score(tool.gate)
    highest_class = max(grant.integrity_class or 1 for grant in grants)
    return Draft(
        template=Template.EX,
        subject=tool.id,
        type=RiskType.EXECUTION,
        title=_title(review, tool, accesses, gate),
        drivers=states(
            borrowed_or_broad_identity=any_of(
                any_of((is_in(grant.identity, *_BORROWED), is_in(grant.scope, AccessScope.BROAD)))
                for grant in grants
            ),
            acts_unattended=is_in(tool.autonomy, Autonomy.EXECUTE_UNATTENDED),
            no_test_step=negated(tool.sandbox_first),
            outside_text_uncontained=all_of(
                (stated(tool.reads_outside_text), negated(outside_text_contained(review)))
            ),
            heavy_use=heavy_use(tool.frequency, tool.users),
        ),
        impact_base=same_base(highest_class),
        modifiers=states(
            hard_to_undo_at_scale=all_of(
                (
                    any_of(negated(grant.undo) for grant in grants),
                    any_of(at_least(grant.people_reachable, MANY_PEOPLE) for grant in grants),
                )
            )
        ),
        controls=counted_controls(
            review,
            PREVENTIVE,
            RECOVERY,
            {
                "gate": gate,
                "rollback": field_score(tool.rollback, TESTED),
                "trace": count_score(tool.trace_items, TRACE_ITEMS),
                "off_switch": field_score(tool.off_switch, OFF_SWITCH),
            },
        ),
        key_control=KEY_CONTROL,
        stop_rules=firing(
            SR1=is_unapproved(tool),
            SR3=highest_class == CONSENT_CLASS and gate.headline < EFFECTIVE_FROM,
        ),
        linked=(tool.id,),
    )


def outside_text_contained(review: Review) -> Tri:
    """Whether text from outsiders is kept from giving orders: ACC-11 scores 3 or 4."""
    score = review.answers.scores["ACC-11"]
    if score is None or score.unknown:
        return UNKNOWN
    return YES if score.headline >= CONTAINED_FROM else NO


def _title(review: Review, tool: AITool, accesses: Sequence[Access], gate: Score) -> str:
    ids = sorted({access.grant.system for access in accesses})
    systems = " and ".join(review.snapshot.systems[system].name for system in ids)
    ending = " without an effective approval gate" if gate.headline < EFFECTIVE_FROM else ""
    return f"{tool.name} can change or trigger live {systems} data{ending}"
