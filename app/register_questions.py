"""Where the register-driven questions are answered: which list, which entries, which fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.assessment import Review
from models.snapshot import Snapshot
from models.values import AnyEntry, GateChecks, RegisterName, specs_of


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
_CHECKS = tuple(f"checks.{spec.name}" for spec in specs_of(GateChecks))

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
        "OVR-02": AskedInRegister(RegisterName.APPROVAL_GATES, _CHECKS),
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
    """The entries for which a register-driven question is asked, sorted by id.

    Retired tools, stopped use cases, grants of retired tools and vendors without tools are left out, as in
    risk model rm-1, 0 and 10.1. Raises KeyError for a question that is not register-driven.
    """
    return entries_in(Review(snapshot), question_id)


def entries_in(review: Review, question_id: str) -> tuple[AnyEntry, ...]:
    """The same, for a review whose scope is known already."""
    asked = REGISTER_QUESTIONS[question_id]
    match asked.register:
        case RegisterName.AI_TOOLS:
            return tuple(review.tools.values())
        case RegisterName.ACCESS_GRANTS:
            accesses = (a for a in review.accesses if a.is_connected or not asked.connected_only)
            return tuple(access.grant for access in accesses)
        case RegisterName.USE_CASES:
            return review.medium_and_high if asked.above_low_only else tuple(review.use_cases.values())
        case RegisterName.VENDORS:
            return tuple(vendor for key, vendor in review.vendors.items() if review.tools_of_vendor(key))
        case RegisterName.APPROVAL_GATES:
            return tuple(review.gates.values())
        case _:
            return tuple(review.categories.values())
