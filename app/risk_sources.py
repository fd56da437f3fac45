"""Where the inputs of a risk are recorded: for each driver, modifier and control, a place in the review."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from models.risk import Risk, Template
from models.snapshot import Snapshot
from models.values import AccessGrant, Capability, Environment, RegisterName

# The field of the subject that a driver, modifier or register control reads.
_SUBJECT_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "acts_unattended": "autonomy",
        "no_test_step": "sandbox_first",
        "outside_text_uncontained": "reads_outside_text",
        "heavy_use": "frequency",
        "daily_use": "frequency",
        "weekly_use": "frequency",
        "high_volume": "people_affected",
        "approval_does_not_cover": "approval",
        "vendor_may_train": "training_on_inputs",
        "arrived_without_decision": "origin",
        "feeds_live_process": "feeds_live_process",
        "model_change_without_notice": "model_change_notice",
        "known_by_one_person": "known_by_one_person",
        "not_explainable": "explainable",
        "no_human_step_before_effect": "role",
        "poor_input_data": "input_data_quality",
        "not_validated": "validated_in_six_months",
        "too_much_to_read": "people_affected",
        "regulated_claims_or_regions": "regulated_claims_or_several_regions",
        "released_without_person": "role",
        "not_grounded": "grounded_in_approved_sources",
        "regulated_audience": "regulated_audience",
        "two_levels_short": "approval.level",
        "live_actions_outside_approval": "approval.level",
        "sensitive_data_outside_approval": "approval.level",
        "approver_missing": "approval.approver",
        "approval_stale": "approval.stale",
        "training_not_excluded": "training_on_inputs",
        "training_on_sensitive_data": "training_on_inputs",
        "long_retention": "retention",
        "outside_region": "processing_region",
        "sub_processors_unlisted": "sub_processors",
        "self_serve_terms": "terms_type",
        "rollback": "rollback",
        "trace": "trace_items",
        "off_switch": "off_switch",
        "owner": "owner",
        "documentation": "documentation",
        "decision_record": "decision_record_items",
        "fallback": "fallback",
        "monitoring": "output_monitoring",
        "contract_ai_terms": "contract_ai_terms",
        "admin_controls": "admin_controls",
    }
)
_GRANT_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "borrowed_or_broad_identity": "identity",
        "uncontrolled_route": "route",
        "reach_too_wide": "scope",
        "hard_to_undo_at_scale": "undo",
        "wide_reach": "people_reachable",
    }
)
# What the programme risks read is spread over a whole list; the first entry of it leads there.
_WHOLE_LISTS: Mapping[str, tuple[RegisterName, str]] = MappingProxyType(
    {
        "ten_or_more_tools": (RegisterName.AI_TOOLS, "name"),
        "unapproved_tool_in_use": (RegisterName.AI_TOOLS, "approval"),
        "three_or_more_high_use_cases": (RegisterName.USE_CASES, "name"),
        "live_actions": (RegisterName.ACCESS_GRANTS, "capabilities"),
        "raw_sensitive_data": (RegisterName.ACCESS_GRANTS, "form"),
        "named_owner_share": (RegisterName.AI_TOOLS, "owner"),
        "trace_share": (RegisterName.USE_CASES, "trace_items"),
        "gate_quality": (RegisterName.APPROVAL_GATES, "checks"),
    }
)
_ACTING = frozenset({Capability.CHANGE, Capability.TRIGGER})


def source_of(snapshot: Snapshot, risk: Risk, name: str) -> str:
    """The place where an input of a risk is recorded: "question:ID" or "entry:register/key/field".

    Empty where there is no such place, for example a list without entries.
    """
    if name in snapshot.pack:
        return f"question:{name}"
    if name == "gate":
        return _gate(snapshot, risk)
    if name == "category_rules":
        return _first_category(snapshot, risk)
    if name in _GRANT_FIELDS:
        grant = next(iter(_grants(snapshot, risk)), None)
        return f"entry:access_grants/{grant.id}/{_GRANT_FIELDS[name]}" if grant else _subject(snapshot, risk)
    if name in _WHOLE_LISTS:
        register, field = _WHOLE_LISTS[name]
        first = next(iter(snapshot.entries(register)), "")
        return f"entry:{register.value}/{first}/{field}" if first else "page:registers"
    place = _subject(snapshot, risk)
    return f"{place}/{_SUBJECT_FIELDS[name]}" if place and name in _SUBJECT_FIELDS else place


def sources_of(snapshot: Snapshot, risk: Risk) -> Mapping[str, str]:
    """The places of all inputs of a risk, by the name of the driver, modifier or control."""
    names = [
        *(state.name for state in (*risk.drivers, *risk.impact_modifiers)),
        *(control.control for control in risk.controls),
    ]
    return MappingProxyType({name: source_of(snapshot, risk, name) for name in names})


def subject_place(snapshot: Snapshot, entry_id: str) -> str:
    """The place of a tool, use case, vendor or system; empty if there is none of this id."""
    for register in (
        RegisterName.AI_TOOLS,
        RegisterName.USE_CASES,
        RegisterName.VENDORS,
        RegisterName.SYSTEMS,
    ):
        if snapshot.entry(register, entry_id) is not None:
            return f"entry:{register.value}/{entry_id}"
    return ""


def _subject(snapshot: Snapshot, risk: Risk) -> str:
    return subject_place(snapshot, risk.subject)


def _gate(snapshot: Snapshot, risk: Risk) -> str:
    owner = snapshot.ai_tools.get(risk.subject) or snapshot.use_cases.get(risk.subject)
    if owner is not None and owner.gate in snapshot.approval_gates:
        return f"entry:approval_gates/{owner.gate}"
    place = _subject(snapshot, risk)
    return f"{place}/gate" if place else ""


def _grants(snapshot: Snapshot, risk: Risk) -> Iterable[AccessGrant]:
    """The grants that a risk of a tool is about, the ones that act before the others."""
    held = [grant for grant in snapshot.access_grants.values() if grant.tool == risk.subject]
    if risk.template is Template.EX:
        return [
            grant
            for grant in held
            if grant.environment is not Environment.SANDBOX and _ACTING.intersection(grant.capabilities)
        ]
    return held


def _first_category(snapshot: Snapshot, risk: Risk) -> str:
    """The category of the risk's data with the fewest rules: it is the one that counts."""
    reached = {category for grant in _grants(snapshot, risk) for category in grant.data_categories}
    known = [snapshot.data_categories[key] for key in sorted(reached) if key in snapshot.data_categories]
    if not known:
        return ""
    fewest = min(known, key=lambda each: n if isinstance(n := each.handling_rules_set, int) else -1)
    return f"entry:data_categories/{fewest.id}/handling_rules_set"
