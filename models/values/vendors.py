"""Vendors, with what was approved in writing."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import (
    AdminControls,
    Approver,
    Capability,
    ContractTerms,
    ProcessingRegion,
    RegisterName,
    Retention,
    ScopeEnvironment,
    SubProcessors,
    TaskPurpose,
    TermsType,
    TrainingOnInputs,
    Tri,
    Unknown,
)
from models.values.fields import Described


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedScope(Described):
    """What was approved in writing; a set that is left out is empty."""

    noun: ClassVar[str] = "Approved scope"

    systems: tuple[str, ...] | None = fields.references(RegisterName.SYSTEMS)
    capabilities: tuple[Capability, ...] | None = fields.choices(Capability)
    data_categories: tuple[str, ...] | None = fields.references(RegisterName.DATA_CATEGORIES)
    purposes: tuple[TaskPurpose, ...] | None = fields.choices(TaskPurpose)
    environments: tuple[ScopeEnvironment, ...] | None = fields.choices(ScopeEnvironment)
    regions: tuple[str, ...] | None = fields.names()
    user_groups: tuple[str, ...] | None = fields.names()


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorApproval(Described):
    """The approval of a vendor, as found."""

    noun: ClassVar[str] = "Vendor approval"

    level: int | Unknown | None = fields.count(
        4,
        "Approved level",
        "0 nothing; 1 purchase only; 2 general use with internal data; "
        "3 named systems and personal data; 4 named live actions.",
    )
    approver: Approver | None = fields.choice(Approver)
    approver_name: str | None = fields.name()
    approved_on: date | None = fields.day()
    expires_on: date | None = fields.day()
    stale: Tri | None = fields.tri("Stale", "Over 12 months old, or older than the AI feature.")
    scope: ApprovedScope | None = fields.group(ApprovedScope, "Approved scope")
    statement: str | None = fields.text(help="The approval in words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor(Entry):
    """A firm whose product or model is used."""

    noun: ClassVar[str] = "Vendor"

    name: str = fields.name(required=True)
    products: tuple[str, ...] | None = fields.names()
    contract_start: date | None = fields.day()
    contract_end: date | None = fields.day()
    training_on_inputs: TrainingOnInputs | None = fields.choice(TrainingOnInputs)
    retention: Retention | None = fields.choice(Retention)
    processing_region: ProcessingRegion | None = fields.choice(ProcessingRegion)
    sub_processors: SubProcessors | None = fields.choice(SubProcessors, "Sub-processors and model provider")
    terms_type: TermsType | None = fields.choice(TermsType, "Terms")
    contract_ai_terms: ContractTerms | None = fields.choice(ContractTerms, "AI terms in the contract")
    admin_controls: AdminControls | None = fields.choice(AdminControls)
    permissions_model: str | None = fields.text()
    model_and_behaviour_notes: str | None = fields.text()
    logs_available: Tri | None = fields.tri()
    exit_plan: str | None = fields.text()
    renewal_date: date | None = fields.day()
    renewal_check: str | None = fields.text()
    approval: VendorApproval | None = fields.group(VendorApproval, "Approval")
