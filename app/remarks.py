"""What may stand in a review but should be looked at: counts against items, and words without effect."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.i18n import _
from app.item_counts import odd_counts
from app.risk_words import capital
from models.assessment import Assessment
from models.scores import OverrideState
from models.snapshot import Snapshot
from models.values import (
    AITool,
    DataCategory,
    RegisterName,
    ToolStatus,
    UseCase,
    shown,
)

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
        *_of(RegisterName.DATA_CATEGORIES, _counts(snapshot.data_categories.values())),
        *_of(RegisterName.AI_TOOLS, _counts(snapshot.ai_tools.values())),
        *_of(RegisterName.USE_CASES, _counts(snapshot.use_cases.values())),
        *_of(RegisterName.USE_CASES, _retired_tools(snapshot)),
        *_of(RegisterName.USE_CASES, _ignored_overrides(assessment)),
        *_of(RegisterName.RISK_DECISIONS, _decisions_about_nothing(snapshot, assessment)),
    )


def _of(register: RegisterName, found: Found) -> Iterator[Remark]:
    return (Remark(register, key, path, message) for key, path, message in found)


def _counts(entries: Iterable[AITool | DataCategory | UseCase]) -> Found:
    """Counts that disagree with the items listed below them; the count is what the risk model uses."""
    for entry in entries:
        for field_path, count, there in odd_counts(entry):
            said = _("no count is given") if count is None else _("the count says {n}").format(n=count)
            message = _(
                "{said}, but the items listed come to {there}. The count is what the risk model uses."
            )
            yield entry.id, field_path, message.format(said=capital(said), there=there)


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
