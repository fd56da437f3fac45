"""Which registers there are to fill, and which of their fields a grid shows, the telling ones first."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from models.values import ENTRY_TYPES, Described, FieldSpec, Group, RegisterName, spec_of, specs_of

# In the order in which they are filled: what others refer to comes before them. The first eight are what the
# risk model reads.
REGISTERS: tuple[RegisterName, ...] = (
    RegisterName.SYSTEMS,
    RegisterName.VENDORS,
    RegisterName.DATA_CATEGORIES,
    RegisterName.AI_TOOLS,
    RegisterName.ACCESS_GRANTS,
    RegisterName.DATA_FLOWS,
    RegisterName.USE_CASES,
    RegisterName.APPROVAL_GATES,
    RegisterName.PARTICIPANTS,
    RegisterName.SESSIONS,
    RegisterName.EVIDENCE,
    RegisterName.MONITORS,
    RegisterName.REVIEW_CADENCES,
    RegisterName.EXCEPTIONS,
    RegisterName.INCIDENTS,
    RegisterName.INCIDENT_PROCESS,
    RegisterName.ACTION_PLAN,
)

# What clients keep lists of.
IMPORTED = (
    RegisterName.AI_TOOLS,
    RegisterName.SYSTEMS,
    RegisterName.VENDORS,
    RegisterName.USE_CASES,
)

_FIRST: Mapping[RegisterName, str] = MappingProxyType(
    {
        RegisterName.AI_TOOLS: "name status vendor host_system approval owner origin autonomy "
        "process_criticality off_switch fallback output_monitoring",
        RegisterName.ACCESS_GRANTS: "tool system capabilities route identity scope environment "
        "data_categories form people_reachable integrity_class basis",
        RegisterName.SYSTEMS: "name category vendor_name environment criticality people_records audit_log "
        "regions in_active_use renewal_date",
        RegisterName.DATA_CATEGORIES: "name sensitivity handling_rules_set regulated owner examples",
        RegisterName.USE_CASES: "name tools role decision_domain task_purpose audience max_sensitivity "
        "status business_owner gate output_monitoring fallback",
        RegisterName.APPROVAL_GATES: "name timing approvers enforced_by_system response_hours refused_count "
        "changed_count accepted_count last_refusal",
        RegisterName.VENDORS: "name approval.level approval.approver training_on_inputs retention "
        "processing_region sub_processors terms_type contract_ai_terms admin_controls renewal_date",
        RegisterName.DATA_FLOWS: "tool data_category form route volume compliance evidence",
        RegisterName.PARTICIPANTS: "name role areas_known sessions_attended findings_reviewed",
        RegisterName.SESSIONS: "date type participants questions minutes",
        RegisterName.EVIDENCE: "title type seen_on reference file_name",
        RegisterName.MONITORS: "metric subject threshold person_told clock_hours cadence "
        "last_run last_breach",
        RegisterName.REVIEW_CADENCES: "subject interval chair last next on_time_streak",
        RegisterName.EXCEPTIONS: "rule_waived reason requested_by approved_by expires_on "
        "compensating_control",
        RegisterName.INCIDENTS: "found_on tool use_case effect people_affected cause paused_at fixed_at",
        RegisterName.ACTION_PLAN: "text horizon kind effort client_owner due status",
    }
)


def columns_of(register: RegisterName) -> tuple[str, ...]:
    """The fields that a register's grid shows, after the id; dots lead into nested objects."""
    return tuple(_FIRST.get(register, "").split())


def spec_at(described: type[Described], path: str) -> FieldSpec:
    """The description of the field at a path; KeyError if there is none."""
    name, _dot, rest = path.partition(".")
    spec = spec_of(described, name)
    if not rest:
        return spec
    if not isinstance(spec.kind, Group):
        raise KeyError(path)
    return spec_at(spec.kind.described, rest)


def value_at(described: Described, path: str) -> object:
    """The value of the field at a path; None where it, or an object on the way, was not recorded."""
    if "." not in path:
        return cast("object", getattr(described, path))
    value: object = described
    for name in path.split("."):
        if value is None:
            return None
        value = getattr(value, name)
    return value


def paths_of(described: type[Described], prefix: str = "") -> tuple[str, ...]:
    """The paths of all fields that can be filled, nested ones included, without the groups themselves."""
    found: list[str] = []
    for spec in specs_of(described):
        if isinstance(spec.kind, Group):
            found.extend(paths_of(spec.kind.described, f"{prefix}{spec.name}."))
        else:
            found.append(f"{prefix}{spec.name}")
    return tuple(found)


def can_be_imported(register: RegisterName) -> bool:
    """Whether a client's inventory can be taken into a register."""
    return register in IMPORTED


def column_label(register: RegisterName, path: str) -> str:
    """The words over a column."""
    return spec_at(ENTRY_TYPES[register], path).label
