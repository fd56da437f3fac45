"""Assesses one subject again from what it hangs on alone, as often as sandboxes and rankings ask."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from app.assessment.answers import Answers
from app.assessment.draft import Draft
from app.assessment.rating import rated
from app.assessment.scope import Review, grouped
from app.assessment.templates import (
    content,
    data_access,
    decisions,
    dependency,
    execution,
    vendor_approval,
    vendor_terms,
)
from models.risk import SUBJECT_REGISTERS, Risk
from models.snapshot import Snapshot
from models.values import AnyEntry, RegisterName

_R = RegisterName

_T = TypeVar("_T")


@dataclass(frozen=True)
class CloseUp:
    """One state of a review, looked at in parts. A part gives the same risks as the whole review does.

    `answers` may be those of another state with the same answers, so that they are weighed once.
    """

    snapshot: Snapshot
    answers: Answers
    grants: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "CloseUp":
        """A state by itself."""
        return cls(snapshot, Answers(snapshot), grants_by_tool(snapshot))

    @cached_property
    def _tools_by_vendor(self) -> Mapping[str, tuple[str, ...]]:
        return grouped((tool.vendor or "", key) for key, tool in self.snapshot.ai_tools.items())

    def of_tool(self, tool: str) -> Iterator[Draft]:
        """The EX, DA and OD risks of a tool."""
        entry = self.snapshot.ai_tools.get(tool)
        if entry is not None:
            review = self._part(tools=[tool], vendors=[entry.vendor or ""], gates=[entry.gate or ""])
            yield from self._examined(execution.drafts(review))
            yield from self._examined(data_access.drafts(review))
            yield from self._examined(dependency.drafts(review))

    def of_use_case(self, use_case: str) -> Iterator[Draft]:
        """The DE and BC risks of a use case."""
        entry = self.snapshot.use_cases.get(use_case)
        if entry is not None:
            review = self._part(tools=entry.tools or (), use_cases=[use_case], gates=[entry.gate or ""])
            yield from self._examined(decisions.drafts(review))
            yield from self._examined(content.drafts(review))

    def of_vendor(self, vendor: str) -> Iterator[Draft]:
        """The VS and VT risks of a vendor."""
        tools = self._tools_by_vendor.get(vendor, ())
        entries = self.snapshot.ai_tools
        gates = [entries[tool].gate or "" for tool in tools]
        review = self._part(tools=tools, vendors=[vendor], gates=gates)
        others = self._examined(chain(execution.drafts(review), data_access.drafts(review)))
        yield from self._examined(vendor_approval.drafts(review, others))
        yield from self._examined(vendor_terms.drafts(review))

    def rated(self, draft: Draft) -> Risk:
        """The risk that a draft amounts to."""
        return rated(self._bare, draft)

    def _examined(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        return (draft for draft in drafts if not self.answers.is_out_of_mode(draft.key_control))

    @cached_property
    def _bare(self) -> Review:
        """What rating asks for: the answers and the pack."""
        return with_answers(Review(self.snapshot), self.answers)

    def _part(
        self,
        *,
        tools: Sequence[str] = (),
        use_cases: Sequence[str] = (),
        vendors: Sequence[str] = (),
        gates: Sequence[str] = (),
    ) -> Review:
        snapshot = self.snapshot
        grants = _picked(snapshot.access_grants, (key for tool in tools for key in self.grants.get(tool, ())))
        reached = (key for grant in grants.values() for key in grant.data_categories)
        registers: Mapping[RegisterName, Mapping[str, AnyEntry]] = {
            _R.AI_TOOLS: _picked(snapshot.ai_tools, tools),
            _R.ACCESS_GRANTS: grants,
            _R.USE_CASES: _picked(snapshot.use_cases, use_cases),
            _R.VENDORS: _picked(snapshot.vendors, vendors),
            _R.APPROVAL_GATES: _picked(snapshot.approval_gates, gates),
            _R.DATA_CATEGORIES: _picked(snapshot.data_categories, reached),
            _R.SYSTEMS: snapshot.systems,
        }
        part = replace(snapshot, registers=MappingProxyType(registers))
        return with_answers(Review(part), self.answers)


def grants_by_tool(snapshot: Snapshot) -> Mapping[str, tuple[str, ...]]:
    """The ids of the grants of each tool."""
    return grouped((grant.tool, key) for key, grant in snapshot.access_grants.items())


def risk_again(snapshot: Snapshot, risk: Risk) -> Risk | None:
    """A risk about a tool, use case or vendor as it stands in another state; None if it is gone there.

    Programme risks look at the whole review and cannot be had alone.
    """
    close_up = CloseUp.of(snapshot)
    match SUBJECT_REGISTERS.get(risk.template):
        case _R.AI_TOOLS:
            drafts = close_up.of_tool(risk.subject)
        case _R.USE_CASES:
            drafts = close_up.of_use_case(risk.subject)
        case _:
            drafts = close_up.of_vendor(risk.subject)
    return next((close_up.rated(draft) for draft in drafts if draft.id == risk.id), None)


def with_answers(review: Review, answers: Answers) -> Review:
    """A review whose answers have been weighed already."""
    vars(review)["answers"] = answers  # where its cached property keeps them
    return review


def _picked(entries: Mapping[str, _T], keys: Iterable[str]) -> dict[str, _T]:
    return {key: entries[key] for key in keys if key in entries}
