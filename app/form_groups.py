"""How a form lays out an entry: groups of fields under a heading, and what the risk model reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.values import ENTRY_TYPES, Described, Group, Ident, RegisterName, specs_of

N_ = str  # marks words for translation; forms translate them when they show them


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading (none: the first ones); `is_folded` ones open on a click.

    `nested` is the field whose own fields these are, or empty.
    """

    title: str
    fields: tuple[str, ...]
    is_folded: bool = False
    nested: str = ""


_GROUPS: Mapping[RegisterName, Mapping[str, str]] = MappingProxyType(
    {
        RegisterName.ENGAGEMENT: {
            N_("Who"): """client sector headcount_band contact_population accountable_leader consultants
                agencies_used policy_exists""",
            N_("Scope"): "mode scope exclusions regions jurisdictions",
            N_("Dates"): "start_date end_date status",
            N_("What led here"): """background tools_named_by_leaders tools_named_by_team
                unofficial_tools_named_by_team previous_engagement""",
            N_("Report"): "report_version confidentiality limitations",
        },
        RegisterName.AI_TOOLS: {
            "": "name status vendor host_system kind description",
            N_("Who stands behind it"): """origin approval owner owner_person deputy approved_by approved_on
                approved_scope""",
            N_("How it is used"): """autonomy frequency users user_groups process_criticality
                feeds_live_process reads_outside_text sandbox_first data_flow_compliance training_on_inputs
                data_used""",
            N_("If it goes wrong"): """off_switch fallback rollback output_monitoring gate documentation
                known_by_one_person model_change_notice trace_items decision_record_items""",
        },
        RegisterName.ACCESS_GRANTS: {
            "": "tool system capabilities integrity_class",
            N_("By which way"): "route identity scope environment basis",
            N_("Which data"): "data_categories form people_reachable undo",
        },
        RegisterName.SYSTEMS: {
            "": "name category vendor_name role environment criticality in_active_use",
            N_("People and data"): "people_records regions data_categories downstream_systems",
            N_("Audit log"): """audit_log audit_log_separates_ai audit_log_retention_months
                audit_log_exported audit_log_reviewer""",
        },
        RegisterName.DATA_CATEGORIES: {
            "": "name sensitivity handling_rules_set regulated owner examples sensitive_fields",
        },
        RegisterName.USE_CASES: {
            "": """name purpose status tools role decision_domain task_purpose audience regulated_audience
                regulated_claims_or_several_regions""",
            N_("Data and people"): """max_sensitivity form person_level people_affected personalised
                frequency""",
            N_("How good and how sure"): """input_data_quality explainable validated_in_six_months
                grounded_in_approved_sources banned_practice_screen legal_screening_note""",
            N_("Who watches"): """gate output_monitoring trace_items decision_record_items fallback
                process_criticality business_owner systems""",
        },
        RegisterName.ACTION_PLAN: {
            "": """text stop_rule risks client_owner due effort status proposed_owner_role horizon""",
        },
        RegisterName.RISK_DECISIONS: {
            "": "risk treatment accepted_by accepted_until notes",
        },
        RegisterName.VENDORS: {
            "": "name products terms_type contract_ai_terms",
            N_("What happens to our data"): """training_on_inputs retention processing_region sub_processors
                admin_controls logs_available""",
        },
    }
)

_READ: Mapping[RegisterName, str] = MappingProxyType(
    {
        RegisterName.ENGAGEMENT: "mode agencies_used end_date tools_named_by_leaders tools_named_by_team",
        RegisterName.DATA_CATEGORIES: "sensitivity handling_rules_set",
        RegisterName.SYSTEMS: "regions audit_log",
        RegisterName.VENDORS: """training_on_inputs retention processing_region sub_processors terms_type
            contract_ai_terms admin_controls approval.level approval.approver approval.stale
            approval.scope""",
        RegisterName.AI_TOOLS: """process_criticality status vendor host_system origin approval owner users
            user_groups frequency autonomy sandbox_first reads_outside_text feeds_live_process
            model_change_notice known_by_one_person documentation fallback off_switch rollback
            output_monitoring gate trace_items decision_record_items data_flow_compliance
            training_on_inputs""",
        RegisterName.ACCESS_GRANTS: """tool system capabilities route environment data_categories form
            integrity_class identity scope people_reachable undo basis""",
        RegisterName.APPROVAL_GATES: "timing checks",
        RegisterName.USE_CASES: """task_purpose max_sensitivity audience status tools role decision_domain
            form person_level regulated_audience regulated_claims_or_several_regions people_affected
            personalised frequency explainable input_data_quality validated_in_six_months
            grounded_in_approved_sources gate output_monitoring trace_items decision_record_items fallback
            banned_practice_screen override""",
    }
)
# Stands right under what is computed about the entry, since it bears on that.
_LEADING: Mapping[RegisterName, str] = MappingProxyType(
    {RegisterName.USE_CASES: "override", RegisterName.VENDORS: "approval"}
)
_COMMON = ("notes", "source", "confidence", "created", "updated")


def is_read_by_model(register: RegisterName, path: str) -> bool:
    """Whether the risk model reads the field at a path (interchange format, 1.3)."""
    read = _READ.get(register, "").split()
    return any(path == name or path.startswith(f"{name}.") for name in read)


def reads_any(register: RegisterName) -> bool:
    """Whether the risk model reads anything of a register's entries."""
    return register in _READ


def groups_of(register: RegisterName) -> tuple[FieldGroup, ...]:
    """Every field of an entry, each in one group; fields of nested objects come as groups of their own."""
    described = ENTRY_TYPES[register]
    named = tuple(
        FieldGroup(title, tuple(words.split())) for title, words in _GROUPS.get(register, {}).items()
    )
    placed = {field for group in named for field in group.fields} | set(_COMMON)
    rest, nested = _rest(described, placed)
    more = (FieldGroup(N_("More") if named else "", rest, is_folded=bool(named)),) if rest else ()
    first = tuple(group for group in nested if group.nested == _LEADING.get(register))
    others = (group for group in nested if group not in first)
    return (*first, *named, *more, *others, *_notes(described, named))


def groups_within(described: type[Described], prefix: str) -> tuple[FieldGroup, ...]:
    """The groups of a nested object's fields; paths and titles as in `groups_of`."""
    own, nested = _rest(described, set(), prefix)
    return (FieldGroup("", own), *nested) if own else nested


def _rest(
    described: type[Described], placed: set[str], prefix: str = ""
) -> tuple[tuple[str, ...], tuple[FieldGroup, ...]]:
    plain: list[str] = []
    nested: list[FieldGroup] = []
    for spec in specs_of(described):
        path = f"{prefix}{spec.name}"
        if isinstance(spec.kind, Group):
            nested.append(FieldGroup(spec.label, (), is_folded=True, nested=path))
        elif spec.name not in placed and not isinstance(spec.kind, Ident):
            plain.append(path)
    return tuple(plain), tuple(nested)


def _notes(described: type[Described], named: tuple[FieldGroup, ...]) -> tuple[FieldGroup, ...]:
    """What every entry has, but for what a group above has already."""
    there = {spec.name for spec in specs_of(described)}
    if "notes" not in there:
        return ()
    placed = {field for group in named for field in group.fields}
    title = N_("Source and dates") if "notes" in placed else N_("Notes, source and dates")
    left = tuple(name for name in _COMMON if name in there - placed)
    return (FieldGroup(title, left, is_folded=True),)
