"""Lists the integrations that need review, with the reasons (risk model rm-1, 10.5, outcome 6)."""

from collections.abc import Mapping

from app.assessment.facts import is_unknown
from app.assessment.scope import NOT_KNOWN, Access, Review
from models.outcomes import ReviewedIntegration
from models.values import AccessScope, Basis, Identity, Unknown

_BORROWED = (Identity.SHARED, Identity.PERSONAL, Identity.ADMIN_KEY)


def integrations_to_review(
    review: Review, gaps: Mapping[str, int | Unknown]
) -> tuple[ReviewedIntegration, ...]:
    """The connected grants with any reason, by tool, system and id; `gaps` are those of the vendors."""
    found = []
    for access in review.accesses:
        vendor = review.tools[access.grant.tool].vendor
        reasons = _reasons_to_review(access, has_gap=gaps.get(vendor or NOT_KNOWN, 0) != 0)
        if access.is_connected and reasons:
            grant = access.grant
            found.append(
                ReviewedIntegration(grant=grant.id, tool=grant.tool, system=grant.system, reasons=reasons)
            )
    return tuple(sorted(found, key=lambda item: (item.tool, item.system, item.grant)))


def _reasons_to_review(access: Access, *, has_gap: bool) -> tuple[str, ...]:
    grant = access.grant
    reasons = {
        "basis": is_unknown(grant.basis) or grant.basis is Basis.ASSUMED,
        "identity": is_unknown(grant.identity) or grant.identity in _BORROWED,
        "scope": is_unknown(grant.scope) or grant.scope is AccessScope.BROAD,
        "vendor_gap": has_gap,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)
