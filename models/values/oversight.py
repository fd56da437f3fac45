"""Where people watch: approval gates, monitors and recurring reviews."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import RegisterName, Timing, Tri, Unknown
from models.values.fields import MAX_PEOPLE, Described


@dataclass(frozen=True, slots=True, kw_only=True)
class GateChecks(Described):
    """The nine checks of an approval gate; one that is left out is unknown."""

    noun: ClassVar[str] = "The nine checks"

    named_approver: Tri | None = fields.tri()
    written_checklist: Tri | None = fields.tri("Written list of what is checked")
    evidence_required: Tri | None = fields.tri()
    enough_context: Tri | None = fields.tri("Enough context to disagree")
    time_and_training: Tri | None = fields.tri()
    power_to_refuse: Tri | None = fields.tri()
    escalation_path: Tri | None = fields.tri()
    second_review_rule: Tri | None = fields.tri("Rule for a second review")
    decision_kept: Tri | None = fields.tri("Decision is kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalGate(Entry):
    """A point in a flow where a person can say no."""

    noun: ClassVar[str] = "Approval gate"

    name: str = fields.name(required=True)
    location: str | None = fields.text("Where in the flow")
    timing: Timing | None = fields.choice(Timing, help="Before or after the output takes effect.")
    approvers: tuple[str, ...] | None = fields.names()
    checks: GateChecks | None = fields.group(GateChecks, "The nine checks")
    response_hours: int | Unknown | None = fields.count(100_000, "Response time, hours")
    refused_count: int | Unknown | None = fields.count(MAX_PEOPLE, "Refused")
    changed_count: int | Unknown | None = fields.count(MAX_PEOPLE, "Changed")
    accepted_count: int | Unknown | None = fields.count(MAX_PEOPLE, "Accepted")
    last_refusal: date | None = fields.day()
    enforced_by_system: Tri | None = fields.tri()


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitor(Entry):
    """A number that somebody watches."""

    noun: ClassVar[str] = "Monitor"

    subject: str | None = fields.reference(
        RegisterName.AI_TOOLS, RegisterName.USE_CASES, label="Subject", help="An AI tool or a use case."
    )
    metric: str | None = fields.name()
    threshold: str | None = fields.name()
    person_told: str | None = fields.name()
    action: str | None = fields.text()
    clock_hours: int | Unknown | None = fields.count(100_000, "Clock, hours")
    sample_size: str | None = fields.name()
    cadence: str | None = fields.name()
    last_run: date | None = fields.day()
    last_breach: date | None = fields.day()

    @property
    def caption(self) -> str:
        """The metric, where there is one."""
        return self.metric or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCadence(Entry):
    """A review that comes back."""

    noun: ClassVar[str] = "Recurring review"

    subject: str | None = fields.name()
    interval: str | None = fields.name()
    chair: str | None = fields.name()
    last: date | None = fields.day()
    next: date | None = fields.day()
    on_time_streak: int | Unknown | None = fields.count(100_000, help="Reviews done on time in a row.")

    @property
    def caption(self) -> str:
        """The subject, where there is one."""
        return self.subject or self.id
