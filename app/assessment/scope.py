"""The part of a review that is assessed, with what is looked up often worked out once (rm-1, 0)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from app.assessment.answers import Answers
from app.assessment.control_scores import NOBODY_KNOWS, Score, gate_score, known_score
from app.assessment.use_case_level import Classification, classified
from models.snapshot import Snapshot
from models.values import (
    ACTING,
    AccessGrant,
    AITool,
    Approval,
    ApprovalGate,
    DataCategory,
    DataForm,
    Environment,
    Route,
    TaskPurpose,
    ToolStatus,
    UseCase,
    UseCaseLevel,
    UseCaseStatus,
    Vendor,
)

NOTHING, NOT_KNOWN = "none", "unknown"
RAW_AND_SENSITIVE_FROM = 4

_FORM_ADJUSTMENT = {
    DataForm.RAW: 0,
    DataForm.PSEUDONYMISED: -1,
    DataForm.AGGREGATED: -1,
    DataForm.ANONYMISED: -2,
}
_CONNECTED = (Route.API, Route.CONNECTOR, Route.PLUGIN)

_K = TypeVar("_K")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Access:
    """An access grant with what the risk model derives from it.

    `sensitivity` (1 to 5) is adjusted for the form of the data, `own_sensitivity` is not. `can_act`: it is
    a live action grant.
    """

    grant: AccessGrant
    own_sensitivity: int
    sensitivity: int
    is_live: bool
    can_act: bool
    is_connected: bool

    @property
    def is_raw_and_sensitive(self) -> bool:
        """Whether raw data of sensitivity 4 or more is reached."""
        return self.grant.form is DataForm.RAW and self.own_sensitivity >= RAW_AND_SENSITIVE_FROM


def access_by(grant: AccessGrant, categories: Mapping[str, DataCategory]) -> Access:
    """What the risk model derives from a grant."""
    own = max((categories[category].sensitivity for category in grant.data_categories), default=1)
    return Access(
        grant,
        own_sensitivity=own,
        sensitivity=max(1, own + _FORM_ADJUSTMENT[grant.form]),
        is_live=is_live(grant),
        can_act=acts_live(grant),
        is_connected=grant.route in _CONNECTED,
    )


def is_live(grant: AccessGrant) -> bool:
    """Whether a grant leads into a live environment."""
    return grant.environment in (Environment.LIVE, Environment.BOTH)


def acts_live(grant: AccessGrant) -> bool:
    """Whether a grant can change or trigger something in a live environment."""
    return is_live(grant) and not ACTING.isdisjoint(grant.capabilities)


def is_unapproved(tool: AITool) -> bool:
    """Whether a tool is unofficial, or nobody knows."""
    return tool.approval in (None, Approval.UNOFFICIAL, Approval.UNKNOWN)


@dataclass(frozen=True)
class Review:
    """What is in scope: no retired tools, no stopped use cases. All collections are sorted by id."""

    snapshot: Snapshot

    @cached_property
    def answers(self) -> Answers:
        """The effective answers."""
        return Answers(self.snapshot)

    @cached_property
    def tools(self) -> Mapping[str, AITool]:
        """The tools that are not retired."""
        entries = by_id(self.snapshot.ai_tools)
        return {key: tool for key, tool in entries.items() if tool.status is not ToolStatus.RETIRED}

    @cached_property
    def use_cases(self) -> Mapping[str, UseCase]:
        """The use cases that are not stopped."""
        entries = by_id(self.snapshot.use_cases)
        return {key: use for key, use in entries.items() if use.status is not UseCaseStatus.STOPPED}

    @cached_property
    def vendors(self) -> Mapping[str, Vendor]:
        """All vendors."""
        return by_id(self.snapshot.vendors)

    @cached_property
    def gates(self) -> Mapping[str, ApprovalGate]:
        """All approval gates."""
        return by_id(self.snapshot.approval_gates)

    @cached_property
    def categories(self) -> Mapping[str, DataCategory]:
        """All data categories."""
        return by_id(self.snapshot.data_categories)

    @cached_property
    def accesses(self) -> tuple[Access, ...]:
        """The access grants of the tools in scope."""
        categories, tools = self.categories, self.tools
        grants = by_id(self.snapshot.access_grants).values()
        return tuple(access_by(grant, categories) for grant in grants if grant.tool in tools)

    @cached_property
    def _accesses_by_tool(self) -> Mapping[str, tuple[Access, ...]]:
        return grouped((access.grant.tool, access) for access in self.accesses)

    @cached_property
    def _tools_by_vendor(self) -> Mapping[str, tuple[AITool, ...]]:
        return grouped((tool.vendor or NOT_KNOWN, tool) for tool in self.tools.values())

    @cached_property
    def _purposes_by_tool(self) -> Mapping[str, tuple[TaskPurpose, ...]]:
        uses = self.use_cases.values()
        return grouped((key, use.task_purpose) for use in uses for key in self.tools_of(use))

    @cached_property
    def acting_tools(self) -> frozenset[str]:
        """The ids of the tools with at least one live action grant."""
        # Straight from the grants: the level of a use case must not wait for what else is derived from them.
        grants, tools = self.snapshot.access_grants.values(), self.tools
        return frozenset(grant.tool for grant in grants if grant.tool in tools and acts_live(grant))

    @cached_property
    def levels(self) -> Mapping[str, Classification]:
        """The classification of every use case in scope."""
        return {key: self.classified(use) for key, use in self.use_cases.items()}

    @cached_property
    def medium_and_high(self) -> tuple[UseCase, ...]:
        """The use cases whose final level is not Low."""
        levels = self.levels
        return tuple(use for key, use in self.use_cases.items() if levels[key].level is not UseCaseLevel.LOW)

    @cached_property
    def _gate_scores(self) -> Mapping[str, Score]:
        named = {key: gate_score(gate) for key, gate in self.gates.items()}
        return {NOTHING: known_score(0), NOT_KNOWN: NOBODY_KNOWS, **named}

    def accesses_of(self, tool_id: str) -> tuple[Access, ...]:
        """The access grants of one tool."""
        return self._accesses_by_tool.get(tool_id, ())

    def tools_of(self, use_case: UseCase) -> tuple[str, ...]:
        """The ids of the tools of a use case that are in scope, in the order in which it lists them."""
        return tuple(key for key in use_case.tools or () if key in self.tools)

    def tools_of_vendor(self, vendor_id: str) -> tuple[AITool, ...]:
        """The tools in scope of one vendor."""
        return self._tools_by_vendor.get(vendor_id, ())

    def accesses_of_vendor(self, vendor_id: str) -> tuple[Access, ...]:
        """The access grants of one vendor's tools."""
        tools = self.tools_of_vendor(vendor_id)
        return tuple(access for tool in tools for access in self.accesses_of(tool.id))

    def purposes_of(self, tool_id: str) -> tuple[TaskPurpose, ...]:
        """What the use cases that list a tool are for."""
        return self._purposes_by_tool.get(tool_id, ())

    def classified(self, use_case: UseCase) -> Classification:
        """The level of a use case, which need not be recorded yet."""
        can_act = any(key in self.acting_tools for key in self.tools_of(use_case))
        return classified(use_case, can_act=can_act, end_date=self.snapshot.engagement.end_date)

    def gate_score(self, gate: str | None) -> Score:
        """The score of the gate that a tool or use case names (or `none`, or `unknown`)."""
        return self._gate_scores[gate or NOT_KNOWN]


def by_id(entries: Mapping[str, _T]) -> dict[str, _T]:
    """The entries sorted by id, by code point."""
    return {key: entries[key] for key in sorted(entries)}


def grouped(pairs: Iterable[tuple[_K, _T]]) -> dict[_K, tuple[_T, ...]]:
    """The values of each key, in the order in which they come."""
    found: dict[_K, list[_T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
