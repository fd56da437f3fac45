"""Lists where approval, logging or ownership is missing (risk model rm-1, 10.5, outcomes 7, 8 and 9)."""

from app.assessment.control_scores import GATE_CHECKS, gate_checks
from app.assessment.controls import TRACED_FROM
from app.assessment.entity_scores import vendors_with_tools
from app.assessment.facts import UNKNOWN, YES
from app.assessment.first_step import GOOD_ENOUGH
from app.assessment.scope import NOT_KNOWN, NOTHING, Review
from models.outcomes import (
    ApprovalNeed,
    LoggingGap,
    MissingLogging,
    UnclearOwnership,
    UnclearTool,
    UnclearVendor,
)
from models.values import AITool, Approver, AuditLog, Monitoring, Owner, Timing, UseCase, Vendor

ADEQUATE_CHECKS = 5


def approval_needs(review: Review) -> tuple[ApprovalNeed, ...]:
    """What stands before each Medium and High use case."""
    return tuple(_approval_need(review, use_case) for use_case in review.medium_and_high)


def _approval_need(review: Review, use_case: UseCase) -> ApprovalNeed:
    gate = review.gates.get(use_case.gate or NOT_KNOWN)
    if gate is None:
        word = use_case.gate or NOT_KNOWN
        return ApprovalNeed(
            use_case=use_case.id,
            gate=word,
            timing=word,
            checks_met=0,
            checks_unknown=0 if word == NOTHING else len(GATE_CHECKS),
            adequate=False,
        )
    checks = gate_checks(gate)
    return ApprovalNeed(
        use_case=use_case.id,
        gate=gate.id,
        timing=(gate.timing or Timing.UNKNOWN).value,
        checks_met=checks.count(YES),
        checks_unknown=checks.count(UNKNOWN),
        adequate=gate.timing is Timing.BEFORE and checks.count(YES) >= ADEQUATE_CHECKS,
    )


def missing_logging(review: Review) -> MissingLogging:
    """The Medium and High use cases that leave no trace, and the platforms that keep no log."""
    gaps = [LoggingGap(use.id, _reasons_unlogged(use)) for use in review.medium_and_high]
    platform_logs = review.answers.scores["LOG-02"]
    reached = {access.grant.system for access in review.accesses if access.is_live} - {NOTHING}
    systems = review.snapshot.systems
    return MissingLogging(
        use_cases=tuple(gap for gap in gaps if gap.reasons),
        platform_logs_short=platform_logs is not None and platform_logs.headline < GOOD_ENOUGH,
        systems_log_off=tuple(
            sorted(system for system in reached if systems[system].audit_log is AuditLog.OFF)
        ),
    )


def _reasons_unlogged(use_case: UseCase) -> tuple[str, ...]:
    is_traced = isinstance(use_case.trace_items, int) and use_case.trace_items >= TRACED_FROM
    is_watched = use_case.output_monitoring in (Monitoring.THRESHOLD, Monitoring.SAMPLED)
    reasons = {"trace": not is_traced, "monitoring": not is_watched}
    return tuple(reason for reason, holds in reasons.items() if holds)


def unclear_ownership(review: Review) -> UnclearOwnership:
    """The tools, vendors and gates for which no one person answers."""
    owners = [(tool, _owner(tool)) for tool in review.tools.values()]
    approvers = [(vendor, _approver(vendor)) for vendor in vendors_with_tools(review)]
    gates = review.gates.values()
    return UnclearOwnership(
        tools=tuple(UnclearTool(tool.id, owner) for tool, owner in owners if owner is not Owner.NAMED),
        vendors=tuple(
            UnclearVendor(vendor.id, approver)
            for vendor, approver in approvers
            if approver is not Approver.KNOWN
        ),
        gates=tuple(gate.id for gate in gates if gate_checks(gate)[0] is not YES),
    )


def _owner(tool: AITool) -> Owner:
    return tool.owner or Owner.UNKNOWN


def _approver(vendor: Vendor) -> Approver:
    approver = vendor.approval.approver if vendor.approval else None
    return approver or Approver.UNKNOWN
