"""Scores register-driven questions, one score for each entry asked about (risk model rm-1, 10.1)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from app.assessment.control_scores import (
    ADMIN_CONTROLS,
    CONTRACT_TERMS,
    GATE_CHECKS,
    HANDLING_RULES,
    OWNER,
    TESTED,
    TOOL_DECISION_ITEMS,
    TRACE_ITEMS,
    USE_CASE_DECISION_ITEMS,
    gate_checks,
    share_of_four,
)
from app.assessment.facts import YES, is_unknown
from app.assessment.scope import NOTHING, Access, Review
from app.assessment.vendor_scope import approved_level, standing
from models.values import (
    AccessScope,
    AITool,
    Approval,
    Approver,
    Basis,
    Compliance,
    Identity,
    ProcessingRegion,
    Retention,
    SubProcessors,
    Timing,
    TrainingOnInputs,
    Unknown,
    UseCase,
    Vendor,
)

# 0 to 4; None: unknown.
EntityScore: TypeAlias = int | None

APPROVAL: Mapping[StrEnum, int] = {
    Approval.APPROVED_SCOPED: 4,
    Approval.APPROVED_GENERAL: 2,
    Approval.TRIAL: 1,
    Approval.UNOFFICIAL: 0,
}
BASIS: Mapping[StrEnum, int] = {Basis.CONFIRMED: 4, Basis.VENDOR_DOC: 2, Basis.ASSUMED: 1}
IDENTITY: Mapping[StrEnum, int] = {
    Identity.DEDICATED: 4,
    Identity.USER_OAUTH: 2,
    Identity.SHARED: 1,
    Identity.PERSONAL: 0,
    Identity.ADMIN_KEY: 0,
    Identity.NONE: 0,
}
ACCESS_SCOPE: Mapping[StrEnum, int] = {AccessScope.LEAST: 4, AccessScope.BROAD: 0}
COMPLIANCE: Mapping[StrEnum, int] = {
    Compliance.OK: 4,
    Compliance.CONDITIONAL: 2,
    Compliance.NO_RULE: 0,
    Compliance.BREACH: 0,
}
TIMING: Mapping[StrEnum, int] = {Timing.BEFORE: 4, Timing.AFTER: 1}
APPROVER: Mapping[StrEnum, int] = {Approver.KNOWN: 4, Approver.LEFT: 2, Approver.NONE: 0}
GAP = (4, 2, 1, 0, 0)
RETENTION: Mapping[StrEnum, int] = {Retention.SHORT: 4, Retention.LONG: 2}
TRAINING: Mapping[StrEnum, int] = {
    TrainingOnInputs.EXCLUDED_CHECKED: 4,
    TrainingOnInputs.EXCLUDED_POLICY: 2,
    TrainingOnInputs.ALLOWED: 0,
}


def entity_scores(review: Review, question_id: str) -> Sequence[EntityScore]:
    """The scores of a register-driven question, one per entry; empty if there is no entry.

    KeyError for a question that rm-1 does not score from a register.
    """
    return tuple(_SCORES[question_id](review))


def _listed(value: StrEnum | None, table: Mapping[StrEnum, int]) -> EntityScore:
    return None if value is None or is_unknown(value) else table[value]


def _counted(count: int | Unknown | None, of: int) -> EntityScore:
    return share_of_four(count, of) if isinstance(count, int) else None


def _tools(score: Callable[[AITool], EntityScore]) -> Callable[[Review], Iterable[EntityScore]]:
    return lambda review: [score(tool) for tool in review.tools.values()]


def _grants(score: Callable[[Access], EntityScore]) -> Callable[[Review], Iterable[EntityScore]]:
    return lambda review: [score(access) for access in review.accesses]


def _connected(score: Callable[[Access], EntityScore]) -> Callable[[Review], Iterable[EntityScore]]:
    return lambda review: [score(access) for access in review.accesses if access.is_connected]


def _use_cases(score: Callable[[UseCase], EntityScore]) -> Callable[[Review], Iterable[EntityScore]]:
    return lambda review: [score(use) for use in review.use_cases.values()]


def _medium_and_high(score: Callable[[UseCase], EntityScore]) -> Callable[[Review], Iterable[EntityScore]]:
    return lambda review: [score(use) for use in review.medium_and_high]


def _vendors(score: Callable[[Vendor], EntityScore]) -> Callable[[Review], Iterable[EntityScore]]:
    return lambda review: [score(vendor) for vendor in vendors_with_tools(review)]


def vendors_with_tools(review: Review) -> Sequence[Vendor]:
    """The vendors with at least one tool in scope."""
    return [vendor for vendor in review.vendors.values() if review.tools_of_vendor(vendor.id)]


def _facts_known(use: UseCase) -> int:
    facts = (
        use.role,
        use.decision_domain,
        use.regulated_audience,
        use.form,
        use.person_level,
        use.input_data_quality,
        use.validated_in_six_months,
        use.explainable,
        use.frequency,
    )
    return share_of_four(sum(not is_unknown(fact) for fact in facts), len(facts))


def _gate_timing(review: Review) -> Iterable[EntityScore]:
    for use in review.medium_and_high:
        gate = review.gates.get(use.gate or "")
        if use.gate == NOTHING:
            yield 0
        else:
            yield None if gate is None else _listed(gate.timing, TIMING)


def _approval_of_vendor(vendor: Vendor) -> EntityScore:
    if approved_level(vendor) == 0:
        return 0
    return None if vendor.approval is None else _listed(vendor.approval.approver, APPROVER)


def _gaps(review: Review) -> Iterable[EntityScore]:
    for vendor in vendors_with_tools(review):
        gap = standing(review, vendor).gap
        yield GAP[gap] if isinstance(gap, int) else None


def _where_processed(vendor: Vendor) -> EntityScore:
    if is_unknown(vendor.processing_region) or is_unknown(vendor.sub_processors):
        return None
    if vendor.processing_region is ProcessingRegion.OUT:
        return 0
    return 4 if vendor.sub_processors is SubProcessors.LISTED else 2


_SCORES: Mapping[str, Callable[[Review], Iterable[EntityScore]]] = {
    "USE-05": _tools(lambda tool: _listed(tool.approval, APPROVAL)),
    "USE-06": _tools(lambda tool: _counted(tool.decision_record_items, TOOL_DECISION_ITEMS)),
    "USE-08": _tools(lambda tool: _listed(tool.owner, OWNER)),
    "ACC-02": _grants(lambda access: _listed(access.grant.basis, BASIS)),
    "ACC-03": _connected(lambda access: _listed(access.grant.identity, IDENTITY)),
    "ACC-04": _connected(lambda access: _listed(access.grant.scope, ACCESS_SCOPE)),
    "DAT-02": lambda review: [
        _counted(category.handling_rules_set, HANDLING_RULES) for category in review.categories.values()
    ],
    "DAT-03": _tools(lambda tool: _listed(tool.data_flow_compliance, COMPLIANCE)),
    "UCR-02": _use_cases(_facts_known),
    "UCR-03": _medium_and_high(lambda use: _counted(use.decision_record_items, USE_CASE_DECISION_ITEMS)),
    "UCR-09": _use_cases(lambda use: _listed(use.fallback, TESTED)),
    "OVR-02": lambda review: [
        share_of_four(gate_checks(gate).count(YES), len(GATE_CHECKS)) for gate in review.gates.values()
    ],
    "OVR-03": _gate_timing,
    "LOG-01": _medium_and_high(lambda use: _counted(use.trace_items, TRACE_ITEMS)),
    "VEN-01": _vendors(_approval_of_vendor),
    "VEN-02": _gaps,
    "VEN-03": _vendors(lambda vendor: _listed(vendor.retention, RETENTION)),
    "VEN-04": _vendors(lambda vendor: _listed(vendor.training_on_inputs, TRAINING)),
    "VEN-05": _vendors(_where_processed),
    "VEN-06": _vendors(lambda vendor: _listed(vendor.contract_ai_terms, CONTRACT_TERMS)),
    "VEN-07": _vendors(lambda vendor: _listed(vendor.admin_controls, ADMIN_CONTROLS)),
}
