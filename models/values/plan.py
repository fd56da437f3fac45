"""What is decided about risks, and the agreed plan."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.pack import ActionKind, Effort
from models.values import fields
from models.values.entry import Entry, Sourced
from models.values.enums import ActionStatus, Horizon, Locus, OverlayDirection, StopRule, Treatment
from models.values.fields import Described


@dataclass(frozen=True, slots=True, kw_only=True)
class BandOverlay(Described):
    """The consultant's overlay of one band; printed beside the computed band, never instead of it."""

    noun: ClassVar[str] = "Overlay"

    direction: OverlayDirection = fields.choice(OverlayDirection, required=True)
    reason: str = fields.text(required=True, may_be_blank=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskDecision(Sourced):
    """What is decided about one computed risk."""

    noun: ClassVar[str] = "Risk decision"

    risk: str = fields.risk_id(required=True)
    locus: Locus | None = fields.choice(Locus, "Where it lives")
    treatment: Treatment | None = fields.choice(Treatment)
    accepted_by: str | None = fields.name(help="The person at the client who may decide so.")
    accepted_until: date | None = fields.day(help="When it is looked at again.")
    overlay: BandOverlay | None = fields.group(BandOverlay, "Consultant's overlay")
    notes: str | None = fields.text("Why")

    @property
    def key(self) -> str:
        """The risk's id."""
        return self.risk

    @property
    def caption(self) -> str:
        """The risk's id."""
        return self.risk


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem(Entry):
    """An action of the agreed plan."""

    noun: ClassVar[str] = "Action"

    text: str = fields.text("Action", required=True)
    kind: ActionKind | None = fields.choice(ActionKind)
    question: str | None = fields.question()
    stop_rule: StopRule | None = fields.choice(StopRule)
    risks: tuple[str, ...] | None = fields.risk_ids()
    effort: Effort | None = fields.choice(Effort)
    horizon: Horizon | None = fields.choice(Horizon, "When")
    proposed_owner_role: str | None = fields.name("Proposed owner, role")
    client_owner: str | None = fields.name("Client's owner")
    due: date | None = fields.day()
    status: ActionStatus | None = fields.choice(ActionStatus)

    @property
    def caption(self) -> str:
        """The action's text."""
        return self.text
