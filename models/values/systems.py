"""The systems of the marketing stack."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import AuditLog, Environment, RegisterName, Tri, Unknown
from models.values.fields import MAX_PEOPLE


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Entry):
    """A platform that AI sits in or reaches."""

    noun: ClassVar[str] = "System"

    name: str = fields.name(required=True)
    category: str | None = fields.name(help="CRM, MAP, CDP, chat, iPaaS …")
    vendor_name: str | None = fields.name("Vendor")
    environment: Environment | None = fields.choice(Environment)
    criticality: int | None = fields.whole(1, 5)
    people_records: int | Unknown | None = fields.count(MAX_PEOPLE, help="People held in the system.")
    role: str | None = fields.text(help="What it is the system of record for, or what it does.")
    downstream_systems: tuple[str, ...] | None = fields.references(RegisterName.SYSTEMS)
    data_categories: tuple[str, ...] | None = fields.references(
        RegisterName.DATA_CATEGORIES, label="Data held"
    )
    regions: tuple[str, ...] | None = fields.names(help="Regions of the people or data held.")
    administrators: tuple[str, ...] | None = fields.names()
    known_problems: str | None = fields.text(help="Undocumented flows, mystery fields, orphan lists.")
    ai_release_channel: str | None = fields.text("AI release channel")
    last_integration_review: date | None = fields.day()
    in_active_use: Tri | None = fields.tri()
    renewal_date: date | None = fields.day()
    audit_log: AuditLog | None = fields.choice(AuditLog)
    audit_log_separates_ai: Tri | None = fields.tri("Audit log separates AI")
    audit_log_retention_months: int | Unknown | None = fields.count(1200, "Audit log kept, months")
    audit_log_exported: Tri | None = fields.tri()
    audit_log_reviewer: str | None = fields.name("Who looks at the audit log")
