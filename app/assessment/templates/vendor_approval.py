"""VS: a vendor is deployed beyond its approval (risk model rm-1, 6.6)."""

from collections.abc import Iterable, Iterator

from app.assessment.control_scores import ADMIN_CONTROLS, field_score
from app.assessment.controls import counted_controls
from app.assessment.draft import Draft, states
from app.assessment.facts import NO, UNKNOWN, at_least, fact, is_in, stated
from app.assessment.scope import Review
from app.assessment.vendor_scope import Standing, standing
from models.pack import RiskType
from models.risk import ImpactBase, Template
from models.values import Approver, StopRule, Tri, Vendor, VendorApproval

LOWEST_IMPACT = 2
FAR_SHORT_FROM = 2
LIVE_ACTIONS_LEVEL = 4
PERSONAL_DATA_LEVEL = 3
SENSITIVE_FROM = 4

PREVENTIVE = {"VEN-10": 3, "USE-09": 2, "ACC-05": 2, "VEN-09": 1}
RECOVERY = {"admin_controls": 2, "VEN-12": 1, "LOG-09": 1}
KEY_CONTROL = "VEN-10"

_REACHED = (
    "nothing",
    "use with public information",
    "general use with internal data",
    "named systems and personal data",
    "live actions",
)
_APPROVED = ("nothing", "purchase only", *_REACHED[2:])


def drafts(review: Review, others: Iterable[Draft]) -> Iterator[Draft]:
    """One risk for each vendor with tools whose gap is not 0. `others` hold the risks of its tools."""
    impacts = {
        (draft.template, draft.subject): draft.impact
        for draft in others
        if draft.template in (Template.EX, Template.DA)
    }
    for vendor in review.vendors.values():
        stands = standing(review, vendor)
        if stands.gap == 0:
            continue
        cases = [
            impacts[template, tool.id]
            for tool in review.tools_of_vendor(vendor.id)
            for template in (Template.EX, Template.DA)
            if (template, tool.id) in impacts
        ]
        base = ImpactBase(
            max([LOWEST_IMPACT, *(impact.headline for impact in cases)]),
            max([LOWEST_IMPACT, *(impact.best for impact in cases)]),
        )
        yield _draft(review, vendor, stands, base)


def _draft(review: Review, vendor: Vendor, stands: Standing, base: ImpactBase) -> Draft:
    approval = vendor.approval or VendorApproval()
    return Draft(
        template=Template.VS,
        subject=vendor.id,
        type=RiskType.EXECUTION if stands.can_act else RiskType.DATA_ACCESS,
        title=f"{vendor.name}: approved for {approved_words(stands)}, deployed for {required_words(stands)}",
        drivers=states(
            two_levels_short=at_least(stands.gap, FAR_SHORT_FROM),
            live_actions_outside_approval=_outside(stands, LIVE_ACTIONS_LEVEL) if stands.can_act else NO,
            sensitive_data_outside_approval=_outside(stands, PERSONAL_DATA_LEVEL)
            if stands.sensitivity >= SENSITIVE_FROM
            else NO,
            approver_missing=is_in(approval.approver, Approver.LEFT, Approver.NONE),
            approval_stale=stated(approval.stale),
        ),
        impact_base=base,
        controls=counted_controls(
            review,
            PREVENTIVE,
            RECOVERY,
            {"admin_controls": field_score(vendor.admin_controls, ADMIN_CONTROLS)},
        ),
        key_control=KEY_CONTROL,
        stop_rules=(StopRule.SR5,) if stands.can_act and is_far_short(stands) else (),
        linked=(vendor.id, *(tool.id for tool in review.tools_of_vendor(vendor.id))),
    )


def is_far_short(stands: Standing) -> bool:
    """Whether the approval is known to be two levels short or more."""
    return isinstance(stands.gap, int) and stands.gap >= FAR_SHORT_FROM


def approved_words(stands: Standing) -> str:
    """What the vendor is approved for."""
    return _APPROVED[stands.approved] if isinstance(stands.approved, int) else "an unknown scope"


def required_words(stands: Standing) -> str:
    """What the vendor is deployed for."""
    return _REACHED[stands.required]


def _outside(stands: Standing, level: int) -> Tri:
    """Whether the approved level is below the one that this use needs."""
    return fact(stands.approved < level) if isinstance(stands.approved, int) else UNKNOWN
