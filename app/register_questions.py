"""Where the register-driven questions are answered: which list, which entries, which fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.assessment import use_case_levels
from models.snapshot import Snapshot
from models.values import (
    AccessGrant,
    AITool,
    AnyEntry,
    RegisterName,
    Route,
    ToolStatus,
    UseCase,
    UseCaseLevel,
    UseCaseStatus,
    Vendor,
)

CONNECTED_ROUTES = frozenset({Route.API, Route.CONNECTOR, Route.PLUGIN})


@dataclass(frozen=True, slots=True)
class AskedInRegister:
    """The list and the fields in which a question is answered; `fields` may have dots into nested objects."""

    register: RegisterName
    fields: tuple[str, ...]
    connected_only: bool = False
    above_low_only: bool = False


_TOOLS = RegisterName.AI_TOOLS
_GRANTS = RegisterName.ACCESS_GRANTS
_CASES = RegisterName.USE_CASES
_VENDORS = RegisterName.VENDORS
_CHECKS = (
    "named_approver",
    "written_checklist",
    "evidence_required",
    "enough_context",
    "time_and_training",
    "power_to_refuse",
    "escalation_path",
    "second_review_rule",
    "decision_kept",
)

REGISTER_QUESTIONS: Mapping[str, AskedInRegister] = MappingProxyType(
    {
        "USE-05": AskedInRegister(_TOOLS, ("approval",)),
        "USE-06": AskedInRegister(_TOOLS, ("origin", "decision_record_items")),
        "USE-08": AskedInRegister(_TOOLS, ("owner",)),
        "ACC-02": AskedInRegister(_GRANTS, ("basis",)),
        "ACC-03": AskedInRegister(_GRANTS, ("identity",), connected_only=True),
        "ACC-04": AskedInRegister(_GRANTS, ("scope",), connected_only=True),
        "DAT-02": AskedInRegister(RegisterName.DATA_CATEGORIES, ("handling_rules_set",)),
        "DAT-03": AskedInRegister(_TOOLS, ("data_flow_compliance",)),
        "UCR-02": AskedInRegister(
            _CASES,
            (
                "role",
                "decision_domain",
                "regulated_audience",
                "form",
                "person_level",
                "input_data_quality",
                "validated_in_six_months",
                "explainable",
                "frequency",
            ),
        ),
        "UCR-03": AskedInRegister(_CASES, ("decision_record_items",), above_low_only=True),
        "UCR-09": AskedInRegister(_CASES, ("fallback",)),
        "OVR-02": AskedInRegister(RegisterName.APPROVAL_GATES, tuple(f"checks.{check}" for check in _CHECKS)),
        "OVR-03": AskedInRegister(_CASES, ("gate",), above_low_only=True),
        "LOG-01": AskedInRegister(_CASES, ("trace_items",), above_low_only=True),
        "VEN-01": AskedInRegister(_VENDORS, ("approval.level", "approval.approver")),
        "VEN-02": AskedInRegister(_VENDORS, ("approval.level",)),
        "VEN-03": AskedInRegister(_VENDORS, ("retention",)),
        "VEN-04": AskedInRegister(_VENDORS, ("training_on_inputs",)),
        "VEN-05": AskedInRegister(_VENDORS, ("processing_region", "sub_processors")),
        "VEN-06": AskedInRegister(_VENDORS, ("contract_ai_terms",)),
        "VEN-07": AskedInRegister(_VENDORS, ("admin_controls",)),
    }
)


def entries_asked(snapshot: Snapshot, question_id: str) -> tuple[AnyEntry, ...]:
    """The entries for which a register-driven question is asked, in their order in the register.

    Retired tools, stopped use cases, grants of retired tools and vendors without tools are left out, as in
    risk model rm-1, 0 and 10.1. Raises KeyError for a question that is not register-driven.
    """
    asked = REGISTER_QUESTIONS[question_id]
    tools = {key for key, tool in snapshot.ai_tools.items() if tool.status is not ToolStatus.RETIRED}
    used_vendors = {snapshot.ai_tools[key].vendor for key in tools}
    levels = use_case_levels(snapshot) if asked.above_low_only else {}

    def is_asked(entry: AnyEntry) -> bool:
        match entry:
            case AITool():
                return entry.id in tools
            case AccessGrant():
                return entry.tool in tools and (not asked.connected_only or entry.route in CONNECTED_ROUTES)
            case UseCase():
                return entry.status is not UseCaseStatus.STOPPED and (
                    not asked.above_low_only or levels[entry.id] is not UseCaseLevel.LOW
                )
            case Vendor():
                return entry.id in used_vendors
            case _:
                return True

    return tuple(entry for entry in snapshot.entries(asked.register).values() if is_asked(entry))
