"""Tells, input by input, which places the templates of the risk model read (rm-1, 6)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from app.assessment.places import FieldPlace, Place, QuestionPlace
from app.assessment.scope import Access, Review
from app.assessment.templates.data_access import sensitive_accesses
from models.risk import SUBJECT_REGISTERS, Risk, Template
from models.values import RegisterName

Reader: TypeAlias = Callable[[Review, Risk], Iterable[Place]]

_R = RegisterName


def accesses_behind(review: Review, risk: Risk) -> Sequence[Access]:
    """The grants that make a risk."""
    match risk.template:
        case Template.EX:
            return [access for access in review.accesses_of(risk.subject) if access.can_act]
        case Template.DA:
            return sensitive_accesses(review.accesses_of(risk.subject))
        case Template.VS | Template.VT:
            return review.accesses_of_vendor(risk.subject)
        case _:
            return ()


def _subject(*paths: str) -> Reader:
    """Fields of the tool, use case or vendor that the risk is about."""

    def read(_review: Review, risk: Risk) -> Iterator[Place]:
        for path in paths:
            yield FieldPlace(SUBJECT_REGISTERS[risk.template], risk.subject, path)

    return read


def _grants(*paths: str) -> Reader:
    """Fields of every grant that makes the risk."""

    def read(review: Review, risk: Risk) -> Iterator[Place]:
        for access in accesses_behind(review, risk):
            for path in paths:
                yield FieldPlace(_R.ACCESS_GRANTS, access.grant.id, path)

    return read


def _categories(path: str) -> Reader:
    """A field of every data category that the grants behind the risk reach."""

    def read(review: Review, risk: Risk) -> Iterator[Place]:
        accesses = accesses_behind(review, risk)
        for category in sorted({key for access in accesses for key in access.grant.data_categories}):
            yield FieldPlace(_R.DATA_CATEGORIES, category, path)

    return read


def _question(question_id: str) -> Reader:
    """The answers to a question."""
    return lambda _review, _risk: (QuestionPlace(question_id),)


def _gate(*paths: str) -> Reader:
    """Fields of the gate that the subject names, and the field that names it."""

    def read(review: Review, risk: Risk) -> Iterator[Place]:
        subject = review.tools.get(risk.subject) or review.use_cases[risk.subject]
        if subject.gate in review.gates:
            for path in paths:
                yield FieldPlace(_R.APPROVAL_GATES, subject.gate or "", path)
        yield FieldPlace(SUBJECT_REGISTERS[risk.template], risk.subject, "gate")

    return read


def _training(review: Review, risk: Risk) -> Iterator[Place]:
    """The vendor's terms, unless the tool has terms of its own."""
    tool = review.tools[risk.subject]
    own = FieldPlace(_R.AI_TOOLS, tool.id, "training_on_inputs")
    if tool.training_on_inputs is not None or tool.vendor not in review.vendors:
        yield own
        yield FieldPlace(_R.AI_TOOLS, tool.id, "vendor")
    else:
        yield FieldPlace(_R.VENDORS, tool.vendor or "", "training_on_inputs")
        yield own


def _tools(path: str) -> Reader:
    """A field of every tool."""
    return lambda review, _risk: [FieldPlace(_R.AI_TOOLS, key, path) for key in review.tools]


def _use_cases(*paths: str) -> Reader:
    """Fields of every use case."""
    return lambda review, _risk: [
        FieldPlace(_R.USE_CASES, key, path) for key in review.use_cases for path in paths
    ]


def _medium_and_high(path: str) -> Reader:
    """A field of every use case above Low."""
    return lambda review, _risk: [FieldPlace(_R.USE_CASES, use.id, path) for use in review.medium_and_high]


def _all_grants(*paths: str) -> Reader:
    """Fields of every grant."""
    return lambda review, _risk: [
        FieldPlace(_R.ACCESS_GRANTS, access.grant.id, path) for access in review.accesses for path in paths
    ]


def _gates(path: str) -> Reader:
    """A field of every gate."""
    return lambda review, _risk: [FieldPlace(_R.APPROVAL_GATES, key, path) for key in review.gates]


IMPACT_BASE = "impact_base"

# The facts that decide a use case's level (rm-1, 7).
LEVEL_FACTS = (
    "role",
    "decision_domain",
    "task_purpose",
    "person_level",
    "max_sensitivity",
    "form",
    "regulated_audience",
    "audience",
    "override",
)

_READ: Mapping[Template, Mapping[str, Sequence[Reader]]] = {
    Template.EX: {
        "borrowed_or_broad_identity": [_grants("identity", "scope")],
        "acts_unattended": [_subject("autonomy")],
        "no_test_step": [_subject("sandbox_first")],
        "outside_text_uncontained": [_subject("reads_outside_text"), _question("ACC-11")],
        "heavy_use": [_subject("frequency", "users")],
        IMPACT_BASE: [_grants("integrity_class")],
        "hard_to_undo_at_scale": [_grants("undo", "people_reachable")],
    },
    Template.DA: {
        "uncontrolled_route": [_grants("route")],
        "approval_does_not_cover": [_subject("approval")],
        "reach_too_wide": [_grants("scope")],
        "vendor_may_train": [_training],
        "heavy_use": [_subject("frequency", "users")],
        IMPACT_BASE: [_categories("sensitivity"), _grants("form", "data_categories")],
        "wide_reach": [_grants("people_reachable")],
    },
    Template.OD: {
        "arrived_without_decision": [_subject("origin")],
        "feeds_live_process": [_subject("feeds_live_process")],
        "model_change_without_notice": [_subject("model_change_notice")],
        "known_by_one_person": [_subject("known_by_one_person")],
        "daily_use": [_subject("frequency")],
        IMPACT_BASE: [_subject("process_criticality")],
    },
    Template.DE: {
        "not_explainable": [_subject("explainable")],
        "no_human_step_before_effect": [_subject("role"), _gate("timing")],
        "poor_input_data": [_subject("input_data_quality")],
        "high_volume": [_subject("frequency", "people_affected")],
        "not_validated": [_subject("validated_in_six_months")],
        IMPACT_BASE: [_subject("decision_domain")],
        "regulated_audience": [_subject("regulated_audience")],
    },
    Template.BC: {
        "too_much_to_read": [_subject("people_affected", "personalised")],
        "regulated_claims_or_regions": [_subject("regulated_claims_or_several_regions")],
        "released_without_person": [_subject("role")],
        "not_grounded": [_subject("grounded_in_approved_sources")],
        "weekly_use": [_subject("frequency")],
        IMPACT_BASE: [_subject("audience")],
        "regulated_audience": [_subject("regulated_audience")],
    },
    Template.VS: {
        "two_levels_short": [_subject("approval.level")],
        "live_actions_outside_approval": [
            _subject("approval.level"),
            _grants("capabilities", "environment"),
        ],
        "sensitive_data_outside_approval": [_subject("approval.level"), _categories("sensitivity")],
        "approver_missing": [_subject("approval.approver")],
        "approval_stale": [_subject("approval.stale")],
        IMPACT_BASE: [_grants("integrity_class", "form", "undo", "people_reachable")],
    },
    Template.VT: {
        "training_not_excluded": [_subject("training_on_inputs")],
        "long_retention": [_subject("retention")],
        "outside_region": [_subject("processing_region")],
        "sub_processors_unlisted": [_subject("sub_processors")],
        "self_serve_terms": [_subject("terms_type")],
        IMPACT_BASE: [_categories("sensitivity"), _grants("form", "data_categories")],
        "training_on_sensitive_data": [_subject("training_on_inputs")],
    },
    Template.PG: {
        "ten_or_more_tools": [_tools("status")],
        "unapproved_tool_in_use": [_tools("approval")],
        "three_or_more_high_use_cases": [_use_cases(*LEVEL_FACTS)],
        "live_actions": [_all_grants("capabilities", "environment")],
        "raw_sensitive_data": [_all_grants("form", "data_categories")],
        IMPACT_BASE: [],
    },
}

_CONTROLS: Mapping[str, Reader] = {
    "gate": _gate("timing", "checks"),
    "rollback": _subject("rollback"),
    "trace": _subject("trace_items"),
    "off_switch": _subject("off_switch"),
    "category_rules": _categories("handling_rules_set"),
    "owner": _subject("owner"),
    "decision_record": _subject("decision_record_items"),
    "documentation": _subject("documentation"),
    "fallback": _subject("fallback"),
    "monitoring": _subject("output_monitoring"),
    "contract_ai_terms": _subject("contract_ai_terms"),
    "admin_controls": _subject("admin_controls"),
    "named_owner_share": _tools("owner"),
    "trace_share": _medium_and_high("trace_items"),
    "gate_quality": _gates("checks"),
}


def places_of_fact(review: Review, risk: Risk, name: str) -> tuple[Place, ...]:
    """Where a driver, a modifier or the impact base of a risk is answered."""
    readers = _READ[risk.template][name]
    return tuple(dict.fromkeys(place for read in readers for place in read(review, risk)))


def places_of_control(review: Review, risk: Risk, control: str) -> tuple[Place, ...]:
    """Where a control of a risk is answered."""
    if control not in _CONTROLS:
        return (QuestionPlace(control),)
    return tuple(_CONTROLS[control](review, risk))
