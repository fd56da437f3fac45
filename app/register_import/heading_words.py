"""The headings under which clients keep what Plumbline has fields for, the closest first."""

from collections.abc import Mapping
from types import MappingProxyType

from models.values import RegisterName

Words = Mapping[str, tuple[str, ...]]

_ANY: Words = {
    "source": (
        "id", "reference", "ref", "inventory id", "asset id", "record id", "use case id", "tool id",
        "system id", "vendor id", "ticket", "reported by",
    ),
    "notes": ("notes", "note", "comment", "comments", "remark", "remarks", "further information"),
}  # fmt: skip

_AI_TOOLS: Words = {
    **_ANY,
    "name": (
        "ai tool", "ai tool name", "tool", "tool name", "ai system", "ai system name", "application",
        "application name", "app", "app name", "solution", "product", "product name", "system name",
        "software", "title", "use case name", "use case title",
    ),
    "kind": ("type", "tool type", "ai type", "type of ai", "category", "techniques", "technique"),
    "vendor": ("vendor name", "supplier", "provider", "manufacturer", "maker", "publisher", "company"),
    "host_system": ("host", "platform", "host platform", "parent system", "embedded in", "part of"),
    "status": (
        "stage", "development stage", "stage of development", "lifecycle stage", "life cycle stage",
        "lifecycle", "lifecycle status", "deployment status", "state", "phase",
    ),
    "description": (
        "description", "summary", "purpose", "use", "usage", "function", "functionality", "what does it do",
        "used for", "use case", "details", "business purpose",
    ),
    "data_used": ("data", "data inputs", "input data", "data types", "data processed", "data sources"),
    "activated_on": (
        "activated", "activation date", "go live", "go live date", "live since", "in use since", "since",
        "start date", "deployment date", "date deployed", "implementation date",
    ),
    "approval": ("approval status", "approved", "approval state", "sanctioned"),
    "approved_by": ("approver", "approver name"),
    "approved_on": ("approval date", "date approved", "date of approval"),
    "owner_person": (
        "owner", "owner name", "business owner", "tool owner", "product owner", "contact", "contact person",
        "responsible", "responsible person", "accountable", "biz owner",
    ),
    "deputy": ("backup", "backup owner", "secondary owner"),
    "last_reviewed": ("last review", "last review date", "date of last review"),
    "next_review": ("next review date", "review due"),
    "users": ("number of users", "no of users", "user count", "seats", "licences", "licenses", "headcount"),
    "user_groups": ("user group", "used by", "teams", "team"),
    "frequency": ("frequency of use", "how often"),
    "autonomy": ("autonomy level", "level of autonomy", "degree of autonomy"),
    "model": ("model name", "ai model", "llm", "underlying model", "foundation model"),
    "model_provider": ("llm provider", "model vendor"),
    "process_criticality": ("criticality", "business criticality", "criticality of the process"),
    "off_switch": ("kill switch", "can be switched off"),
    "output_monitoring": ("monitoring", "monitored"),
    "documentation": ("documented",),
    "training_on_inputs": ("trains on our data", "training on data", "used for training"),
}  # fmt: skip

_SYSTEMS: Words = {
    **_ANY,
    "name": (
        "system", "system name", "application", "application name", "app", "app name", "platform", "tool",
        "tool name", "product", "product name", "software", "title",
    ),
    "category": ("type", "system type", "kind", "class", "product category"),
    "vendor_name": ("vendor name", "supplier", "provider", "manufacturer", "maker", "publisher", "company"),
    "environment": ("env", "instance type"),
    "criticality": ("business criticality", "importance"),
    "people_records": (
        "records", "number of records", "people", "contacts", "number of contacts", "profiles",
    ),
    "role": ("purpose", "description", "summary", "use", "usage", "system of record for", "used for"),
    "regions": ("region", "location", "locations", "countries", "data location"),
    "administrators": ("admin", "admins", "administrator", "system admin", "owner", "system owner"),
    "known_problems": ("known issues", "issues", "problems"),
    "in_active_use": ("active", "in use", "used"),
    "renewal_date": ("renewal", "contract renewal", "renews on", "contract end", "expiry date"),
    "last_integration_review": ("last review", "last review date"),
    "audit_log": ("audit log", "audit logging", "logging"),
    "audit_log_retention_months": ("log retention months", "log retention (months)"),
}  # fmt: skip

_VENDORS: Words = {
    **_ANY,
    "name": ("vendor", "vendor name", "supplier", "supplier name", "company", "third party", "provider"),
    "products": ("product", "services", "service", "solution", "solutions", "tools", "software"),
    "contract_start": ("start date", "contract start date", "effective date", "start"),
    "contract_end": ("end date", "contract end date", "expiry", "expiry date", "termination date", "end"),
    "training_on_inputs": ("training on data", "trains on our data", "model training", "used for training"),
    "retention": ("data retention", "retention period"),
    "processing_region": ("data location", "processing location"),
    "sub_processors": ("subprocessors", "sub processors"),
    "terms_type": ("contract type", "terms", "licence type", "license type"),
    "logs_available": ("logs", "logging"),
    "exit_plan": ("exit strategy", "exit"),
    "renewal_date": ("renewal", "contract renewal", "renews on"),
    "approval.approver_name": ("approved by", "approver"),
    "approval.approved_on": ("approval date", "date approved", "approved on"),
    "approval.expires_on": ("approval expires", "approved until"),
    "approval.level": ("approval level", "approved level"),
    "approval.statement": ("approval", "approval statement"),
}  # fmt: skip

_USE_CASES: Words = {
    **_ANY,
    "name": ("use case", "use case name", "use case title", "title", "activity", "process", "initiative"),
    "purpose": ("description", "summary", "objective", "goal", "details", "business purpose"),
    "business_owner": ("owner", "owner name", "process owner", "responsible", "contact", "accountable"),
    "tools": ("tool", "tools", "ai tool", "tool name", "ai system", "application", "software"),
    "systems": ("system", "platform", "platforms", "touches"),
    "status": ("stage", "development stage", "lifecycle stage", "state", "phase", "deployment status"),
    "role": ("role of ai", "ai role", "role"),
    "decision_domain": ("decision", "decision type"),
    "task_purpose": ("task", "task type", "type of work"),
    "max_sensitivity": ("sensitivity", "data sensitivity", "data classification"),
    "audience": ("recipients", "target audience"),
    "people_affected": ("number of people affected", "reach"),
    "frequency": ("how often", "frequency of use"),
    "process_criticality": ("criticality", "business criticality"),
    "output_monitoring": ("monitoring", "monitored"),
}  # fmt: skip

HEADING_WORDS: Mapping[RegisterName, Words] = MappingProxyType(
    {
        RegisterName.AI_TOOLS: _AI_TOOLS,
        RegisterName.SYSTEMS: _SYSTEMS,
        RegisterName.VENDORS: _VENDORS,
        RegisterName.USE_CASES: _USE_CASES,
    }
)
