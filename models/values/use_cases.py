"""Use cases: what AI is used for, with the facts that decide their level."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import (
    Audience,
    BannedPracticeScreen,
    DataFormOrUnknown,
    DataQuality,
    DecisionDomain,
    Frequency,
    Monitoring,
    RegisterName,
    Role,
    TaskPurpose,
    Tested,
    Tri,
    Unknown,
    UseCaseLevel,
    UseCaseStatus,
)
from models.values.fields import MAX_PEOPLE, Described
from models.values.tools import DecisionRecord, TraceRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelOverride(Described):
    """A level set by hand; downwards it needs a reason, an approver and an expiry date."""

    noun: ClassVar[str] = "Level override"

    level: UseCaseLevel = fields.choice(UseCaseLevel, required=True)
    reason: str | None = fields.text()
    approver: str | None = fields.one_line()
    expires_on: date | None = fields.day()


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCase(Entry):
    """Something that AI is used for."""

    noun: ClassVar[str] = "Use case"

    name: str = fields.name(required=True)
    purpose: str | None = fields.text("Purpose in plain words")
    business_owner: str | None = fields.name()
    tools: tuple[str, ...] | None = fields.references(
        RegisterName.AI_TOOLS, label="AI tools", help="The first is the main tool.", highest=1000
    )
    systems: tuple[str, ...] | None = fields.references(RegisterName.SYSTEMS)
    status: UseCaseStatus | None = fields.choice(
        UseCaseStatus, help="Missing means live. Stopped ones are not assessed."
    )
    role: Role | None = fields.choice(Role, "What the AI does")
    decision_domain: DecisionDomain | None = fields.choice(DecisionDomain)
    task_purpose: TaskPurpose = fields.choice(TaskPurpose, "Kind of work", required=True)
    max_sensitivity: int = fields.whole(1, 5, "Highest data sensitivity", required=True)
    form: DataFormOrUnknown | None = fields.choice(DataFormOrUnknown, "Form of the data")
    person_level: Tri | None = fields.tri("Person-level data")
    audience: Audience = fields.choice(Audience, required=True)
    regulated_audience: Tri | None = fields.tri(help="A regulated or vulnerable audience.")
    regulated_claims_or_several_regions: Tri | None = fields.tri("Regulated claims or several regions")
    people_affected: int | Unknown | None = fields.count(MAX_PEOPLE)
    personalised: Tri | None = fields.tri()
    frequency: Frequency | None = fields.choice(Frequency)
    explainable: Tri | None = fields.tri(help="Its logic can be explained to the reviewer.")
    input_data_quality: DataQuality | None = fields.choice(DataQuality)
    validated_in_six_months: Tri | None = fields.tri("Validated in the last six months")
    grounded_in_approved_sources: Tri | None = fields.tri()
    gate: str | None = fields.reference(
        RegisterName.APPROVAL_GATES, reserved=("none", "unknown"), label="Approval gate"
    )
    output_monitoring: Monitoring | None = fields.choice(Monitoring)
    trace_items: int | Unknown | None = fields.count(
        8, "Trace items", "How many of the eight trace items can be shown."
    )
    decision_record_items: int | Unknown | None = fields.count(
        5, "Decision record items", "How many of the five items are written down."
    )
    decision_record: DecisionRecord | None = fields.group(DecisionRecord)
    trace_record: TraceRecord | None = fields.group(TraceRecord)
    process_criticality: int | None = fields.whole(1, 5)
    fallback: Tested | None = fields.choice(Tested)
    banned_practice_screen: BannedPracticeScreen | None = fields.choice(
        BannedPracticeScreen, help="Possible = pause for counsel (stop rule SR4)."
    )
    legal_screening_note: str | None = fields.text()
    override: LevelOverride | None = fields.group(LevelOverride, "Level override")
