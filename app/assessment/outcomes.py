"""Answers the ten questions that the client came with (risk model rm-1, 10.5)."""

from collections.abc import Iterable, Mapping, Sequence

from app.assessment.control_scores import gate_checks
from app.assessment.controls import TRACED_FROM
from app.assessment.entity_scores import vendors_with_tools
from app.assessment.exposure import most_exposed
from app.assessment.facts import UNKNOWN, YES, is_unknown
from app.assessment.first_step import GOOD_ENOUGH
from app.assessment.scope import NOT_KNOWN, NOTHING, Access, Review, grouped, is_unapproved
from models.outcomes import (
    ApprovalNeed,
    FiredStopRule,
    FixFirst,
    LoggingGap,
    MissingLogging,
    NeedsControls,
    Outcomes,
    PurposeUseCases,
    ReviewedIntegration,
    SafeToScale,
    SystemTools,
    UnclearOwnership,
    UnclearTool,
    UnclearVendor,
    Unofficial,
    WhereUsed,
)
from models.risk import Risk
from models.scores import Action, UseCaseResult, VendorResult, Verdict
from models.values import (
    AccessScope,
    AITool,
    Approver,
    AuditLog,
    Basis,
    Horizon,
    Identity,
    Monitoring,
    Owner,
    StopRule,
    TaskPurpose,
    Timing,
    ToolStatus,
    Unknown,
    UseCase,
    UseCaseLevel,
    UseCaseStatus,
    Vendor,
)

ADEQUATE_CHECKS = 5

_BORROWED = (Identity.SHARED, Identity.PERSONAL, Identity.ADMIN_KEY)


def outcomes(
    review: Review,
    risks: Sequence[Risk],
    use_cases: Sequence[UseCaseResult],
    vendors: Sequence[VendorResult],
    actions: Sequence[Action],
) -> Outcomes:
    """The ten outcomes; `risks` are in priority order, `actions` in leverage order."""

    def with_verdict(verdict: Verdict) -> tuple[str, ...]:
        return tuple(use.id for use in use_cases if use.verdict is verdict)

    return Outcomes(
        where_used=_where_used(review, use_cases),
        unofficial=_unofficial(review),
        most_exposed=most_exposed(review),
        safe_to_scale=SafeToScale(
            scale=with_verdict(Verdict.SCALE),
            scale_keep_controls=with_verdict(Verdict.SCALE_KEEP_CONTROLS),
        ),
        needs_controls=NeedsControls(
            controls_first=with_verdict(Verdict.CONTROLS_FIRST),
            pause_or_contain=with_verdict(Verdict.PAUSE_OR_CONTAIN),
        ),
        integrations=_integrations(review, {vendor.id: vendor.gap for vendor in vendors}),
        approvals=tuple(_approval_need(review, use) for use in review.medium_and_high),
        missing_logging=_missing_logging(review),
        unclear_ownership=_unclear_ownership(review),
        fix_first=_fix_first(risks, actions),
    )


def _where_used(review: Review, results: Sequence[UseCaseResult]) -> WhereUsed:
    levels = dict.fromkeys(reversed(UseCaseLevel), 0)
    for result in results:
        levels[result.level] += 1
    uses = review.use_cases.values()
    by_purpose = grouped((use.task_purpose.value, use.id) for use in uses)
    planned_tools = [tool.id for tool in review.tools.values() if tool.status is ToolStatus.PLANNED]
    planned_uses = [use.id for use in uses if use.status is UseCaseStatus.PLANNED]
    return WhereUsed(
        tools=len(review.tools),
        systems=len(review.snapshot.systems),
        use_cases=len(review.use_cases),
        levels=levels,
        by_system=_tools_by_system(review),
        by_purpose=tuple(
            PurposeUseCases(TaskPurpose(purpose), by_purpose[purpose]) for purpose in sorted(by_purpose)
        ),
        planned=tuple(sorted([*planned_tools, *planned_uses])),
    )


def _tools_by_system(review: Review) -> tuple[SystemTools, ...]:
    tools_by_system: dict[str, list[str]] = {}
    for tool in review.tools.values():
        systems = {access.grant.system for access in review.accesses_of(tool.id)}
        systems.add(tool.host_system or NOT_KNOWN)
        for system in (systems - {NOTHING, NOT_KNOWN}) or {NOTHING}:
            tools_by_system.setdefault(system, []).append(tool.id)
    order = sorted(tools_by_system, key=lambda system: (system == NOTHING, system))
    return tuple(SystemTools(system, tuple(tools_by_system[system])) for system in order)


def _unofficial(review: Review) -> Unofficial:
    tools = tuple(tool.id for tool in review.tools.values() if is_unapproved(tool))
    reached = {
        category
        for tool in tools
        for access in review.accesses_of(tool)
        for category in access.grant.data_categories
    }
    engagement = review.snapshot.engagement
    return Unofficial(
        tools=tools,
        data_categories=tuple(sorted(reached)),
        named_by_leaders=_number(engagement.tools_named_by_leaders),
        named_by_team=_number(engagement.tools_named_by_team),
    )


def _number(count: int | Unknown | None) -> int | Unknown:
    return Unknown.UNKNOWN if count is None else count


def _integrations(review: Review, gaps: Mapping[str, int | Unknown]) -> tuple[ReviewedIntegration, ...]:
    found = []
    for access in review.accesses:
        vendor = review.tools[access.grant.tool].vendor
        reasons = _reasons_to_review(access, has_gap=gaps.get(vendor or NOT_KNOWN, 0) != 0)
        if access.is_connected and reasons:
            grant = access.grant
            found.append(
                ReviewedIntegration(grant=grant.id, tool=grant.tool, system=grant.system, reasons=reasons)
            )
    return tuple(sorted(found, key=lambda item: (item.tool, item.system, item.grant)))


def _reasons_to_review(access: Access, *, has_gap: bool) -> tuple[str, ...]:
    grant = access.grant
    reasons = {
        "basis": is_unknown(grant.basis) or grant.basis is Basis.ASSUMED,
        "identity": is_unknown(grant.identity) or grant.identity in _BORROWED,
        "scope": is_unknown(grant.scope) or grant.scope is AccessScope.BROAD,
        "vendor_gap": has_gap,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def _approval_need(review: Review, use_case: UseCase) -> ApprovalNeed:
    gate = review.gates.get(use_case.gate or NOT_KNOWN)
    if gate is None:
        word = use_case.gate or NOT_KNOWN
        return ApprovalNeed(
            use_case=use_case.id,
            gate=word,
            timing=word,
            checks_met=0,
            checks_unknown=0 if word == NOTHING else 9,
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


def _missing_logging(review: Review) -> MissingLogging:
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


def _unclear_ownership(review: Review) -> UnclearOwnership:
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


def _fix_first(risks: Sequence[Risk], actions: Iterable[Action]) -> FixFirst:
    fired = grouped((rule.value, risk.id) for risk in risks for rule in risk.stop_rules)
    return FixFirst(
        stop_rules=tuple(FiredStopRule(StopRule(rule), fired[rule]) for rule in sorted(fired)),
        contain_now=tuple(risk.id for risk in risks if risk.horizon is Horizon.NOW),
        actions=tuple(action.question for action in actions),
    )
