"""The AI tools: one row per tool, embedded feature, agent, assistant, connector, extension or prompt kit."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import (
    Approval,
    Autonomy,
    Compliance,
    Documentation,
    Frequency,
    Monitoring,
    OffSwitch,
    Origin,
    Owner,
    RegisterName,
    ReviewOutcome,
    Tested,
    ToolStatus,
    TrainingOnInputs,
    Tri,
    Unknown,
)
from models.values.fields import MAX_PEOPLE, Described


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord(Described):
    """The written decision; the risk model uses the count of items, not these texts."""

    noun: ClassVar[str] = "Decision record"

    why_switched_on: str | None = fields.text()
    purpose: str | None = fields.text()
    expected_result: str | None = fields.text(help="For example: from 18 to 25 percent in 90 days.")
    baseline: str | None = fields.text(help="Metric, value and date.")
    target: str | None = fields.text()
    review_trigger: str | None = fields.text(help="A date or an event.")
    switch_off_test: str | None = fields.text()
    decided_by: str | None = fields.name()
    decided_on: date | None = fields.day()
    last_review_outcome: ReviewOutcome | None = fields.choice(ReviewOutcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceRecord(Described):
    """The eight trace items one by one; the risk model uses the count."""

    noun: ClassVar[str] = "Trace record"

    request: Tri | None = fields.tri()
    output: Tri | None = fields.tri()
    reviewer: Tri | None = fields.tri()
    accepted: Tri | None = fields.tri()
    refused: Tri | None = fields.tri()
    system_change: Tri | None = fields.tri()
    time: Tri | None = fields.tri()
    decision_owner: Tri | None = fields.tri()
    kept_in: str | None = fields.text()
    retention: str | None = fields.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness(Described):
    """Whether a tool is ready for operation."""

    noun: ClassVar[str] = "Readiness checklist"

    owner: Tri | None = fields.tri()
    governance: Tri | None = fields.tri()
    support_path: Tri | None = fields.tri()
    roles: Tri | None = fields.tri()
    intake: Tri | None = fields.tri()
    success_measure: Tri | None = fields.tri()


@dataclass(frozen=True, slots=True, kw_only=True)
class AITool(Entry):
    """A piece of AI that touches marketing operations."""

    noun: ClassVar[str] = "AI tool"

    name: str = fields.name(required=True)
    kind: str | None = fields.name(
        help="Tool, embedded feature, agent, assistant, connector, extension, prompt kit."
    )
    vendor: str | None = fields.reference(
        RegisterName.VENDORS,
        reserved=("none", "unknown"),
        label="Vendor",
        help="None where it was made in house.",
    )
    host_system: str | None = fields.reference(
        RegisterName.SYSTEMS,
        reserved=("none", "unknown"),
        label="Host system",
        help="The system that it sits in.",
    )
    status: ToolStatus | None = fields.choice(
        ToolStatus, help="Missing means live. Retired tools are not assessed."
    )
    description: str | None = fields.text("What it does")
    data_used: str | None = fields.text()
    activated_on: date | None = fields.day()
    origin: Origin | None = fields.choice(Origin, "How it came to be on")
    approval: Approval | None = fields.choice(Approval)
    approved_by: str | None = fields.name()
    approved_on: date | None = fields.day()
    approved_scope: str | None = fields.text()
    owner: Owner | None = fields.choice(Owner)
    owner_person: str | None = fields.name("Owner's name")
    deputy: str | None = fields.name()
    last_reviewed: date | None = fields.day()
    next_review: date | None = fields.day()
    users: int | Unknown | None = fields.count(MAX_PEOPLE, help="Number of people using it.")
    user_groups: tuple[str, ...] | None = fields.names()
    frequency: Frequency | None = fields.choice(Frequency)
    autonomy: Autonomy | None = fields.choice(Autonomy)
    sandbox_first: Tri | None = fields.tri(
        "Tries a sandbox first", "Changes are tried in a sandbox or test workspace first."
    )
    reads_outside_text: Tri | None = fields.tri(
        "Reads outsiders' text", "Forms, inbound mail, chat, web pages written by outsiders."
    )
    feeds_live_process: Tri | None = fields.tri("Feeds a live process")
    model: str | None = fields.name()
    model_provider: str | None = fields.name()
    model_change_notice: Tri | None = fields.tri(
        "Notice of model change", "The vendor gives notice before the model changes."
    )
    known_by_one_person: Tri | None = fields.tri("Known by one person only")
    documentation: Documentation | None = fields.choice(Documentation)
    process_criticality: int = fields.whole(
        1, 5, help="Criticality of the process that relies on the tool; 1 low; 5 high.", required=True
    )
    fallback: Tested | None = fields.choice(Tested)
    off_switch: OffSwitch | None = fields.choice(OffSwitch)
    rollback: Tested | None = fields.choice(Tested)
    output_monitoring: Monitoring | None = fields.choice(Monitoring)
    gate: str | None = fields.reference(
        RegisterName.APPROVAL_GATES, reserved=("none", "unknown"), label="Approval gate"
    )
    trace_items: int | Unknown | None = fields.count(
        8, "Trace items", "How many of the eight trace items can be shown."
    )
    decision_record_items: int | Unknown | None = fields.count(
        7, "Decision record items", "How many of the seven items are written down."
    )
    decision_record: DecisionRecord | None = fields.group(DecisionRecord)
    trace_record: TraceRecord | None = fields.group(TraceRecord)
    data_flow_compliance: Compliance | None = fields.choice(
        Compliance, help="Actual data flows against the handling rules; the worst flow counts."
    )
    training_on_inputs: TrainingOnInputs | None = fields.choice(
        TrainingOnInputs, help="Only where it differs from the vendor's, for example on free accounts."
    )
    readiness: Readiness | None = fields.group(Readiness, "Readiness checklist")
    deactivated_on: date | None = fields.day()
    deactivated_reason: str | None = fields.text()
