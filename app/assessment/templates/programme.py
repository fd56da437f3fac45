"""PG: programme risks, the causes behind the events (risk model rm-1, 6.8)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.assessment.controls import Weights, counted_controls, programme_shares
from app.assessment.draft import Draft, states
from app.assessment.facts import NO, fact
from app.assessment.scope import Review, is_unapproved
from models.pack import RiskType
from models.risk import PROGRAMME, ImpactBase, NamedState, Template
from models.values import UseCaseLevel

MANY_TOOLS = 10
MANY_HIGH_USE_CASES = 3
GREAT_IMPACT = 4
AGENCIES = 9


@dataclass(frozen=True, slots=True)
class Cause:
    """A programme risk as the document lists it; the first preventive control is the key."""

    number: int
    type: RiskType
    title: str
    preventive: Weights
    recovery: Weights


CAUSES = (
    Cause(
        1,
        RiskType.OPERATIONAL_DEPENDENCY,
        "No current, complete list of AI in marketing operations",
        {"USE-01": 3, "USE-03": 2, "USE-07": 2, "USE-02": 1, "USE-10": 1},
        {"LOG-08": 2, "LOG-11": 1},
    ),
    Cause(
        2,
        RiskType.OPERATIONAL_DEPENDENCY,
        "Accountability sits with a group, not a person",
        {"USE-12": 3, "named_owner_share": 3, "USE-09": 1},
        {"OVR-08": 2, "LOG-08": 1},
    ),
    Cause(
        3,
        RiskType.DATA_ACCESS,
        "People are not clear what must stay out of AI",
        {"DAT-07": 3, "DAT-01": 3, "USE-11": 2, "DAT-06": 1},
        {"ACC-08": 2, "LOG-09": 1},
    ),
    Cause(
        4,
        RiskType.EXECUTION,
        "AI-made changes cannot be reconstructed",
        {"LOG-02": 3, "LOG-03": 2, "trace_share": 2},
        {"LOG-11": 2, "LOG-09": 1},
    ),
    Cause(
        5,
        RiskType.DECISIONING,
        "AI failure would be found late and handled ad hoc",
        {"LOG-05": 3, "LOG-04": 2, "LOG-07": 2, "LOG-12": 1},
        {"LOG-09": 3, "OVR-11": 2, "LOG-10": 1},
    ),
    Cause(
        6,
        RiskType.BRAND_AND_COMPLIANCE,
        "Consent and preference rules could be misapplied by AI",
        {"DAT-04": 3, "DAT-05": 2, "ACC-10": 2, "UCR-07": 1},
        {"LOG-07": 2, "LOG-09": 1},
    ),
    Cause(
        7,
        RiskType.DECISIONING,
        "Approvals exist but do not test the output",
        {"OVR-06": 3, "OVR-04": 2, "OVR-05": 2, "gate_quality": 2},
        {"OVR-08": 1, "LOG-10": 1, "LOG-04": 1},
    ),
    Cause(
        8,
        RiskType.EXECUTION,
        "New AI uses start before anyone has sized them",
        {"UCR-10": 3, "UCR-01": 2, "UCR-04": 2, "OVR-01": 2},
        {"UCR-08": 2, "LOG-10": 1},
    ),
    Cause(
        AGENCIES,
        RiskType.BRAND_AND_COMPLIANCE,
        "Agencies may use AI on your data and brand unseen",
        {"VEN-13": 3, "USE-11": 2, "DAT-01": 1},
        {"ACC-09": 1, "LOG-06": 1},
    ),
)


def drafts(review: Review, others: Iterable[Draft]) -> Iterator[Draft]:
    """The nine causes (eight if no agencies are used). `others` are all the other risks."""
    drivers = _drivers(review)
    base = _impact_base(others)
    shares = programme_shares(review)
    for cause in CAUSES:
        if cause.number == AGENCIES and review.snapshot.engagement.agencies_used is NO:
            continue
        yield Draft(
            template=Template.PG,
            subject=PROGRAMME,
            number=cause.number,
            type=cause.type,
            title=cause.title,
            drivers=drivers,
            impact_base=base,
            controls=counted_controls(review, cause.preventive, cause.recovery, shares),
            key_control=next(iter(cause.preventive)),
            linked=(),
        )


def _drivers(review: Review) -> tuple[NamedState, ...]:
    high = [each for each in review.levels.values() if each.level is UseCaseLevel.HIGH]
    return states(
        ten_or_more_tools=fact(len(review.tools) >= MANY_TOOLS),
        unapproved_tool_in_use=fact(any(is_unapproved(tool) for tool in review.tools.values())),
        three_or_more_high_use_cases=fact(len(high) >= MANY_HIGH_USE_CASES),
        live_actions=fact(bool(review.acting_tools)),
        raw_sensitive_data=fact(any(access.is_raw_and_sensitive for access in review.accesses)),
    )


def _impact_base(others: Iterable[Draft]) -> ImpactBase:
    impacts = [draft.impact for draft in others]
    return ImpactBase(
        3 if any(impact.headline >= GREAT_IMPACT for impact in impacts) else 2,
        3 if any(impact.best >= GREAT_IMPACT for impact in impacts) else 2,
    )
