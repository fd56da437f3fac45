"""Tells what one changed entry does to a review's risks by assessing again only what it can touch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from app.assessment.close_up import CloseUp, grants_by_tool, with_answers
from app.assessment.draft import Draft
from app.assessment.rating import rated
from app.assessment.scope import Review, access_by, grouped, is_unapproved
from app.assessment.templates import drafts, programme
from models.risk import SUBJECT_REGISTERS, Risk, Template
from models.snapshot import Snapshot
from models.values import (
    AccessGrant,
    AITool,
    AnyEntry,
    ApprovalGate,
    DataCategory,
    RegisterName,
    ToolStatus,
    UseCase,
)

_R = RegisterName
LOCAL = (
    _R.AI_TOOLS,
    _R.ACCESS_GRANTS,
    _R.VENDORS,
    _R.APPROVAL_GATES,
    _R.DATA_CATEGORIES,
    _R.USE_CASES,
)
Changed = Mapping[str, Risk | None]


@dataclass(frozen=True, slots=True)
class _Touched:
    """The ids of the tools, use cases and vendors whose risks a change can touch."""

    tools: frozenset[str]
    use_cases: frozenset[str]
    vendors: frozenset[str]


@dataclass(frozen=True)
class Reassessment:
    """A snapshot whose risks are known, asked what would become of them if one entry were another."""

    snapshot: Snapshot

    def after(self, register: RegisterName, entry: AnyEntry) -> Changed:
        """The risks that are not what they were if this entry replaced the one of its key; None: gone.

        The same as comparing two whole assessments. Entries that come, and ones that refer to others than
        before, are assessed whole.
        """
        before = self.snapshot.entry(register, entry.key)
        snapshot = self.snapshot.with_entry(register, entry)
        if before is None or register not in LOCAL or _refers_anew(before, entry):
            return self._compared(_all_risks(snapshot))
        touched = self._touched(register, before, entry)
        close_up = CloseUp(snapshot, self._review.answers, self._grants)
        fresh = {draft.id: draft for draft in _drafts(close_up, touched)}
        gone = {key: None for key in self._ids_about(touched) if key not in fresh}
        again = {**gone, **{key: close_up.rated(draft) for key, draft in fresh.items()}}
        if self._feeds_programme(before) != self._feeds_programme(entry) or self._bears_on_base(fresh, gone):
            again |= self._programme(snapshot, register, fresh, gone)
        return {key: risk for key, risk in again.items() if risk != self.risks.get(key)}

    @cached_property
    def risks(self) -> Mapping[str, Risk]:
        """The risks as they stand, by id."""
        return {key: rated(self._review, draft) for key, draft in self._base.items()}

    @cached_property
    def _review(self) -> Review:
        return Review(self.snapshot)

    @cached_property
    def _base(self) -> Mapping[str, Draft]:
        return {draft.id: draft for draft in drafts(self._review)[0]}

    @cached_property
    def _grants(self) -> Mapping[str, tuple[str, ...]]:
        return grants_by_tool(self.snapshot)

    def _compared(self, risks: Mapping[str, Risk]) -> Changed:
        both = {**self.risks, **risks}
        return {key: risks.get(key) for key in both if risks.get(key) != self.risks.get(key)}

    # What hangs together

    @cached_property
    def _tools_by_gate(self) -> Mapping[str, tuple[str, ...]]:
        return grouped((tool.gate or "", key) for key, tool in self.snapshot.ai_tools.items())

    @cached_property
    def _uses_by_gate(self) -> Mapping[str, tuple[str, ...]]:
        return grouped((use.gate or "", key) for key, use in self.snapshot.use_cases.items())

    @cached_property
    def _uses_by_tool(self) -> Mapping[str, tuple[str, ...]]:
        uses = self.snapshot.use_cases.items()
        return grouped((tool, key) for key, use in uses for tool in use.tools or ())

    @cached_property
    def _tools_by_vendor(self) -> Mapping[str, tuple[str, ...]]:
        return grouped((tool.vendor or "", key) for key, tool in self.snapshot.ai_tools.items())

    @cached_property
    def _tools_by_category(self) -> Mapping[str, tuple[str, ...]]:
        grants = self.snapshot.access_grants.values()
        return grouped((category, grant.tool) for grant in grants for category in grant.data_categories)

    def _touched(self, register: RegisterName, before: AnyEntry, after: AnyEntry) -> _Touched:
        tools: Iterable[str] = ()
        uses: Iterable[str] = ()
        vendors: Iterable[str] = ()
        match register:
            case _R.AI_TOOLS:
                tools = (after.key,)
                then, now = cast("AITool", before), cast("AITool", after)
                if then.vendor != now.vendor or _is_in_scope(then) != _is_in_scope(now):
                    uses = self._uses_by_tool.get(after.key, ())
                    vendors = (then.vendor or "", now.vendor or "")
            case _R.ACCESS_GRANTS:
                tools = (cast("AccessGrant", after).tool,)
                uses = self._uses_by_tool.get(tools[0], ()) if self._acts_anew(before, after) else ()
                vendors = self._vendors_of(tools)
            case _R.VENDORS:
                tools, vendors = self._tools_by_vendor.get(after.key, ()), (after.key,)
            case _R.APPROVAL_GATES:
                tools = self._tools_by_gate.get(after.key, ())
                uses = self._uses_by_gate.get(after.key, ())
            case _R.DATA_CATEGORIES:
                tools = self._tools_by_category.get(after.key, ())
                vendors = self._vendors_of(tools)
            case _:
                uses = (after.key,)
        known = self.snapshot.vendors
        return _Touched(frozenset(tools), frozenset(uses), frozenset(key for key in vendors if key in known))

    def _acts_anew(self, before: AnyEntry, after: AnyEntry) -> bool:
        categories = self.snapshot.data_categories
        pair = (cast("AccessGrant", before), cast("AccessGrant", after))
        then, now = (access_by(grant, categories) for grant in pair)
        return then.can_act != now.can_act

    def _vendors_of(self, tools: Iterable[str]) -> tuple[str, ...]:
        entries = self.snapshot.ai_tools
        return tuple(entries[tool].vendor or "" for tool in tools if tool in entries)

    @cached_property
    def _ids_by_subject(self) -> Mapping[tuple[RegisterName, str], tuple[str, ...]]:
        about = ((SUBJECT_REGISTERS.get(draft.template), draft) for draft in self._base.values())
        return grouped(((register, draft.subject), draft.id) for register, draft in about if register)

    def _ids_about(self, touched: _Touched) -> Iterator[str]:
        subjects = (
            (_R.AI_TOOLS, touched.tools),
            (_R.USE_CASES, touched.use_cases),
            (_R.VENDORS, touched.vendors),
        )
        for register, keys in subjects:
            for key in keys:
                yield from self._ids_by_subject.get((register, key), ())

    # Programme risks look at everything

    def _feeds_programme(self, entry: AnyEntry) -> object:
        """What programme risks read of an entry (rm-1, 6.8 and 2.3)."""
        match entry:
            case AITool():
                return _is_in_scope(entry), is_unapproved(entry), entry.owner
            case UseCase():
                return entry.status, self._review.classified(entry).level, entry.trace_items
            case AccessGrant():
                access = access_by(entry, self.snapshot.data_categories)
                return access.can_act, access.is_raw_and_sensitive
            case ApprovalGate():
                return entry.checks
            case DataCategory():
                return entry.sensitivity
            case _:
                return None

    def _bears_on_base(self, fresh: Mapping[str, Draft], gone: Mapping[str, None]) -> bool:
        """Whether other risks have become grave, or are so no more: the base of programme risks."""
        before = [self._base[key] for key in (*fresh, *gone) if key in self._base]
        return _grave(before) != _grave(fresh.values())

    def _programme(
        self,
        snapshot: Snapshot,
        register: RegisterName,
        fresh: Mapping[str, Draft],
        gone: Mapping[str, None],
    ) -> Mapping[str, Risk | None]:
        review = self._changed_review(snapshot, register)
        others = [*fresh.values(), *self._worst_others({*fresh, *gone})]
        made = [
            draft
            for draft in programme.drafts(review, others)
            if not review.answers.is_out_of_mode(draft.key_control)
        ]
        return {draft.id: rated(review, draft) for draft in made}

    def _worst_others(self, left_out: set[str]) -> list[Draft]:
        """Of the risks that stay as they are, one with the highest impact as it is and one at best."""
        first, second = (
            next((draft for draft in ranked if draft.id not in left_out), None) for ranked in self._by_impact
        )
        return [draft for draft in (first, second) if draft is not None]

    @cached_property
    def _by_impact(self) -> tuple[list[Draft], list[Draft]]:
        others = [draft for draft in self._base.values() if draft.template is not Template.PG]
        return (
            sorted(others, key=lambda draft: -draft.impact.headline),
            sorted(others, key=lambda draft: -draft.impact.best),
        )

    def _changed_review(self, snapshot: Snapshot, register: RegisterName) -> Review:
        """The whole review with one register changed; what does not look at it is not worked out again."""
        review = with_answers(Review(snapshot), self._review.answers)
        base = self._review
        if register in (_R.USE_CASES, _R.APPROVAL_GATES, _R.VENDORS) or (
            register is _R.AI_TOOLS and review.tools.keys() == base.tools.keys()
        ):
            vars(review)["accesses"] = base.accesses
            vars(review)["acting_tools"] = base.acting_tools
            if register is not _R.USE_CASES:
                vars(review)["levels"] = base.levels
        return review


def _drafts(close_up: CloseUp, touched: _Touched) -> Iterator[Draft]:
    for tool in touched.tools:
        yield from close_up.of_tool(tool)
    for use_case in touched.use_cases:
        yield from close_up.of_use_case(use_case)
    for vendor in touched.vendors:
        yield from close_up.of_vendor(vendor)


def _all_risks(snapshot: Snapshot) -> Mapping[str, Risk]:
    review = Review(snapshot)
    return {draft.id: rated(review, draft) for draft in drafts(review)[0]}


def _grave(drafts: Iterable[Draft]) -> set[tuple[str, bool, bool]]:
    limit = programme.GREAT_IMPACT
    cases = ((draft.id, draft.impact) for draft in drafts)
    found = ((key, impact.headline >= limit, impact.best >= limit) for key, impact in cases)
    return {each for each in found if any(each[1:])}


def _refers_anew(before: AnyEntry, after: AnyEntry) -> bool:
    if isinstance(before, AccessGrant) and isinstance(after, AccessGrant):
        return (before.tool, before.data_categories) != (after.tool, after.data_categories)
    if isinstance(before, UseCase) and isinstance(after, UseCase):
        return before.tools != after.tools
    return False


def _is_in_scope(entry: AnyEntry) -> bool:
    return not isinstance(entry, AITool) or entry.status is not ToolStatus.RETIRED
