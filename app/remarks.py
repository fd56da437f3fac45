"""What may stand in a review but should be looked at: counts against items, and words without effect."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.i18n import _
from models.assessment import Assessment
from models.scores import OverrideState
from models.snapshot import Snapshot
from models.values import (
    AITool,
    DataCategory,
    RegisterName,
    RuleValue,
    ToolStatus,
    Tri,
    Unknown,
    UseCase,
    shown,
    specs_of,
)

TRACE_ITEMS = (
    "request",
    "output",
    "reviewer",
    "accepted",
    "refused",
    "system_change",
    "time",
    "decision_owner",
)
USE_CASE_ITEMS = ("purpose", "baseline", "target", "review_trigger", "switch_off_test")
TOOL_ITEMS = ("why_switched_on", "expected_result", *USE_CASE_ITEMS)
SET_RULES = frozenset({RuleValue.YES, RuleValue.NO, RuleValue.CONDITIONAL})

Found = Iterator[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at in one field of one entry, named as in a `Fault`."""

    register: RegisterName
    key: str
    field_path: str
    message: str


def remarks(snapshot: Snapshot, assessment: Assessment) -> tuple[Remark, ...]:
    """What the interchange format (2.5) wants reported; `assessment` is that of the snapshot."""
    return (
        *_of(RegisterName.DATA_CATEGORIES, _category_counts(snapshot.data_categories.values())),
        *_of(RegisterName.AI_TOOLS, _record_counts(snapshot.ai_tools.values(), TOOL_ITEMS)),
        *_of(RegisterName.USE_CASES, _record_counts(snapshot.use_cases.values(), USE_CASE_ITEMS)),
        *_of(RegisterName.USE_CASES, _retired_tools(snapshot)),
        *_of(RegisterName.USE_CASES, _ignored_overrides(assessment)),
        *_of(RegisterName.RISK_DECISIONS, _decisions_about_nothing(snapshot, assessment)),
    )


def _of(register: RegisterName, found: Found) -> Iterator[Remark]:
    return (Remark(register, key, path, message) for key, path, message in found)


def _category_counts(categories: Iterable[DataCategory]) -> Found:
    for category in categories:
        rules = category.handling_rules
        if rules is None:
            continue
        given = [rule for spec in specs_of(type(rules)) if (rule := getattr(rules, spec.name)) is not None]
        if given:
            there = sum(rule.value in SET_RULES for rule in given)
            yield from _count(category.id, "handling_rules_set", category.handling_rules_set, there)


def _record_counts(entries: Iterable[AITool | UseCase], items: Sequence[str]) -> Found:
    for entry in entries:
        traced = [getattr(entry.trace_record, name, None) for name in TRACE_ITEMS]
        if any(traced):
            yield from _count(entry.id, "trace_items", entry.trace_items, traced.count(Tri.YES))
        written = [bool((getattr(entry.decision_record, name, None) or "").strip()) for name in items]
        if any(written):
            yield from _count(entry.id, "decision_record_items", entry.decision_record_items, sum(written))


def _count(key: str, field_path: str, count: int | Unknown | None, there: int) -> Found:
    """Items that are given and a count that says otherwise; the count is what the risk model uses."""
    if count == there or (there == 0 and count in {None, Unknown.UNKNOWN}):
        return
    said = _("no count is given") if count is None else _("the count says {n}").format(n=count)
    message = _("{said}, but the items listed come to {there}. The count is what the risk model uses.")
    yield key, field_path, message.format(said=said[:1].upper() + said[1:], there=there)


def _retired_tools(snapshot: Snapshot) -> Found:
    for use_case in snapshot.use_cases.values():
        for index, tool_id in enumerate(use_case.tools or ()):
            tool = snapshot.ai_tools.get(tool_id)
            if tool is not None and tool.status is ToolStatus.RETIRED:
                yield use_case.id, f"tools.{index}", _("{tool} is retired.").format(tool=shown(tool_id))


def _ignored_overrides(assessment: Assessment) -> Found:
    message = _("This override has no effect: the level stays {level}.")
    reason = _("Downwards it may go one step, with a reason, an approver and an expiry date still to come.")
    for result in assessment.use_cases:
        if result.override is OverrideState.IGNORED:
            yield result.id, "override", f"{message.format(level=result.level)} {reason}"


def _decisions_about_nothing(snapshot: Snapshot, assessment: Assessment) -> Found:
    for decision in snapshot.risk_decisions.values():
        if decision.risk not in assessment.risks_by_id:
            yield decision.key, "risk", _("This review has no risk {risk}.").format(risk=shown(decision.risk))
