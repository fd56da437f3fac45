"""What went wrong before, what is waived, and what happens when something goes wrong."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import RegisterName, Unknown
from models.values.fields import MAX_PEOPLE, Described


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleException(Entry):
    """A rule that is waived for a time (an exception to policy)."""

    noun: ClassVar[str] = "Exception"

    rule_waived: str | None = fields.text()
    reason: str | None = fields.text()
    requested_by: str | None = fields.name()
    approved_by: str | None = fields.name()
    expires_on: date | None = fields.day()
    compensating_control: str | None = fields.text()

    @property
    def caption(self) -> str:
        """The rule, where it is given."""
        return self.rule_waived or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Entry):
    """Something that went wrong, or nearly did."""

    noun: ClassVar[str] = "Incident or near miss"

    found_on: date | None = fields.day()
    began_on: date | None = fields.day()
    how_found: str | None = fields.text()
    tool: str | None = fields.reference(RegisterName.AI_TOOLS, label="AI tool")
    use_case: str | None = fields.reference(RegisterName.USE_CASES)
    effect: str | None = fields.text()
    people_affected: int | Unknown | None = fields.count(MAX_PEOPLE)
    cause: str | None = fields.text()
    paused_at: str | None = fields.name("Paused when")
    fixed_at: str | None = fields.name("Fixed when")
    notified: str | None = fields.text("Who was notified")
    lesson: str | None = fields.text()

    @property
    def caption(self) -> str:
        """The effect, where it is given."""
        return self.effect or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentProcess(Described):
    """What happens when AI goes wrong."""

    noun: ClassVar[str] = "Incident process"

    triggers: str | None = fields.text()
    severity_scale: str | None = fields.text()
    who_is_told: str | None = fields.text()
    pause_authority: str | None = fields.text(help="Who may pause a tool.")
    pause_clock: str | None = fields.text(help="How fast it is paused.")
    review_clock: str | None = fields.text()
    escalation: str | None = fields.text()
    customer_or_regulator_notice: str | None = fields.text()
    rehearsed_on: date | None = fields.day()

    @property
    def key(self) -> str:
        """There is one incident process in a review."""
        return "incident_process"
