"""The ten things that the client should know, computed (risk model rm-1, 10.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.values import StopRule, TaskPurpose, Unknown, UseCaseLevel


@dataclass(frozen=True, slots=True)
class SystemTools:
    """The tools hosted on a system or holding a grant to it."""

    system: str
    tools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PurposeUseCases:
    """The use cases of one kind of work."""

    purpose: TaskPurpose
    use_cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereUsed:
    """Outcome 1: where is AI used?"""

    tools: int
    systems: int
    use_cases: int
    levels: Mapping[UseCaseLevel, int]
    by_system: tuple[SystemTools, ...]
    by_purpose: tuple[PurposeUseCases, ...]
    planned: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unofficial:
    """Outcome 2: what is unofficial?"""

    tools: tuple[str, ...]
    data_categories: tuple[str, ...]
    named_by_leaders: int | Unknown
    named_by_team: int | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposedSystem:
    """A system with its live grants."""

    id: str
    live_action_grants: int
    unapproved_grants: int
    max_sensitivity: int
    grants: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposedCategory:
    """A data category with its grants."""

    id: str
    raw_unapproved_grants: int
    raw_grants: int
    sensitivity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MostExposed:
    """Outcome 3: what is most exposed?"""

    systems: tuple[ExposedSystem, ...]
    data_categories: tuple[ExposedCategory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeToScale:
    """Outcome 4: what is safe to scale?"""

    scale: tuple[str, ...]
    scale_keep_controls: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsControls:
    """Outcome 5: what needs controls first?"""

    controls_first: tuple[str, ...]
    pause_or_contain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedIntegration:
    """Outcome 6: an integration that needs review."""

    grant: str
    tool: str
    system: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalNeed:
    """Outcome 7: where approval is required, and what stands there."""

    use_case: str
    gate: str
    timing: str
    checks_met: int
    checks_unknown: int
    adequate: bool


@dataclass(frozen=True, slots=True)
class LoggingGap:
    """A use case that cannot be reconstructed."""

    id: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLogging:
    """Outcome 8: where is logging missing?"""

    use_cases: tuple[LoggingGap, ...]
    platform_logs_short: bool
    systems_log_off: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnclearTool:
    """A tool without a named owner."""

    id: str
    owner: str


@dataclass(frozen=True, slots=True)
class UnclearVendor:
    """A vendor whose approver cannot be asked."""

    id: str
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearOwnership:
    """Outcome 9: where is ownership unclear?"""

    tools: tuple[UnclearTool, ...]
    vendors: tuple[UnclearVendor, ...]
    gates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiredStopRule:
    """A stop rule with the risks on which it fires."""

    rule: StopRule
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FixFirst:
    """Outcome 10: what to fix first?"""

    stop_rules: tuple[FiredStopRule, ...]
    contain_now: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """The ten things that the client should know."""

    where_used: WhereUsed
    unofficial: Unofficial
    most_exposed: MostExposed
    safe_to_scale: SafeToScale
    needs_controls: NeedsControls
    integrations: tuple[ReviewedIntegration, ...]
    approvals: tuple[ApprovalNeed, ...]
    missing_logging: MissingLogging
    unclear_ownership: UnclearOwnership
    fix_first: FixFirst
