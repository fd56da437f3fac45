"""Which risks a signature accepts as they stand. Pure."""

from models.assessment import Assessment
from models.sign_off import Acceptance
from models.snapshot import Snapshot
from models.values import Treatment


def acceptances(snapshot: Snapshot, assessment: Assessment) -> tuple[Acceptance, ...]:
    """The risks that were decided to be accepted as they stand, in priority order."""
    decided = {one.risk: one for one in snapshot.risk_decisions.values() if one.treatment is Treatment.ACCEPT}
    return tuple(
        Acceptance(
            risk=risk.id,
            band=risk.residual.band,
            accepted_by=decided[risk.id].accepted_by or "",
            until=decided[risk.id].accepted_until,
        )
        for risk in assessment.risks
        if risk.id in decided
    )
