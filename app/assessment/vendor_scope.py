"""Compares what each vendor is approved for with what it is deployed for (risk model rm-1, 8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from app.assessment.facts import YES
from app.assessment.scope import NOTHING, Access, Review
from models.scores import Mismatch, ScopeSets, VendorResult
from models.values import (
    ACTING,
    ApprovedScope,
    Environment,
    Unknown,
    Vendor,
    VendorApproval,
)

LIVE_ACTIONS, PERSONAL_DATA, INTERNAL_DATA, PUBLIC_DATA, NOT_USED = 4, 3, 2, 1, 0
SEVERE_SENSITIVITY = 4
MATERIAL_SENSITIVITY = 3

_ENVIRONMENTS = {
    Environment.LIVE: ("live",),
    Environment.SANDBOX: ("sandbox",),
    Environment.BOTH: ("live", "sandbox"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a vendor stands: required and approved level 0-4, the gap between them, and what it reaches.

    `can_act`: it has a live action grant. `sensitivity`: the highest adjusted one of its grants, 1 if none.
    """

    required: int
    approved: int | Unknown
    gap: int | Unknown
    can_act: bool
    sensitivity: int


def standing(review: Review, vendor: Vendor) -> Standing:
    """Where a vendor stands."""
    accesses = review.accesses_of_vendor(vendor.id)
    can_act = any(access.can_act for access in accesses)
    sensitivity = max((access.sensitivity for access in accesses), default=1)
    approved = approved_level(vendor)
    is_used = bool(review.tools_of_vendor(vendor.id))
    required = _required(can_act=can_act, sensitivity=sensitivity) if is_used else NOT_USED
    gap: int | Unknown = 0
    if is_used:
        gap = max(0, required - approved) if isinstance(approved, int) else Unknown.UNKNOWN
    return Standing(required=required, approved=approved, gap=gap, can_act=can_act, sensitivity=sensitivity)


def _required(*, can_act: bool, sensitivity: int) -> int:
    return LIVE_ACTIONS if can_act else min(sensitivity, PERSONAL_DATA)


def approved_level(vendor: Vendor) -> int | Unknown:
    """The approved level, 0 to 4."""
    if vendor.approval is None or vendor.approval.level is None:
        return Unknown.UNKNOWN
    return vendor.approval.level


def deployed_scope(review: Review, vendor: Vendor) -> ScopeSets:
    """What a vendor is deployed for: computed from its tools and their grants, never typed."""
    tools = review.tools_of_vendor(vendor.id)
    grants = [access.grant for access in review.accesses_of_vendor(vendor.id)]
    systems = {grant.system for grant in grants} - {NOTHING}
    return ScopeSets(
        systems=_sorted(systems),
        capabilities=_sorted(capability.value for grant in grants for capability in grant.capabilities),
        data_categories=_sorted(category for grant in grants for category in grant.data_categories),
        purposes=_sorted(purpose.value for tool in tools for purpose in review.purposes_of(tool.id)),
        environments=_sorted(
            environment for grant in grants for environment in _ENVIRONMENTS[grant.environment]
        ),
        regions=_sorted(
            region for system in systems for region in review.snapshot.systems[system].regions or ()
        ),
        user_groups=_sorted(group for tool in tools for group in tool.user_groups or ()),
    )


def approved_scope(vendor: Vendor) -> ScopeSets:
    """What a vendor is approved for; a set that was not recorded is empty."""
    written = (vendor.approval or VendorApproval()).scope or ApprovedScope()
    return ScopeSets(
        systems=_sorted(written.systems or ()),
        capabilities=_sorted(capability.value for capability in written.capabilities or ()),
        data_categories=_sorted(written.data_categories or ()),
        purposes=_sorted(purpose.value for purpose in written.purposes or ()),
        environments=_sorted(environment.value for environment in written.environments or ()),
        regions=_sorted(written.regions or ()),
        user_groups=_sorted(written.user_groups or ()),
    )


def vendor_result(review: Review, vendor: Vendor) -> VendorResult:
    """Levels, gap and mismatch of one vendor, with what is missing from its approval and what is not used."""
    stands = standing(review, vendor)
    approved, deployed = approved_scope(vendor), deployed_scope(review, vendor)
    missing, over_approved = _difference(deployed, approved), _difference(approved, deployed)
    return VendorResult(
        id=vendor.id,
        required_level=stands.required,
        approved_level=stands.approved,
        gap=stands.gap,
        mismatch=_mismatch(review, vendor, stands, missing),
        missing=missing,
        over_approved=over_approved,
    )


def _mismatch(review: Review, vendor: Vendor, stands: Standing, missing: ScopeSets) -> Mismatch:
    """The first that holds, in the order of rm-1, 8."""
    if not review.tools_of_vendor(vendor.id):
        return Mismatch.NONE
    if not isinstance(stands.approved, int) and is_empty(approved_scope(vendor)):
        return Mismatch.UNKNOWN
    sensitivities = [review.categories[category].sensitivity for category in missing.data_categories]
    highest = max(sensitivities, default=0)
    acts_uncleared = _acts_live(review.accesses_of_vendor(vendor.id), missing.capabilities)
    if stands.approved == 0 or acts_uncleared or highest >= SEVERE_SENSITIVITY:
        return Mismatch.SEVERE
    parts = (missing.systems, missing.capabilities, missing.purposes, missing.environments, missing.regions)
    if highest == MATERIAL_SENSITIVITY or any(parts):
        return Mismatch.MATERIAL
    is_stale = vendor.approval is not None and vendor.approval.stale is YES
    return Mismatch.MINOR if not is_empty(missing) or is_stale else Mismatch.NONE


def _acts_live(accesses: Sequence[Access], missing: Sequence[str]) -> bool:
    """Whether a live grant changes or triggers although that is missing from the approval."""
    return any(
        access.is_live and capability in access.grant.capabilities and capability.value in missing
        for access in accesses
        for capability in ACTING
    )


def is_empty(scope: ScopeSets) -> bool:
    """Whether no set of a scope has anything in it."""
    return not any(getattr(scope, part.name) for part in fields(scope))


def _difference(left: ScopeSets, right: ScopeSets) -> ScopeSets:
    return ScopeSets(
        **{
            part.name: _sorted(set(getattr(left, part.name)) - set(getattr(right, part.name)))
            for part in fields(ScopeSets)
        }
    )


def _sorted(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(items)))
