"""Says where AI is used, and what of it is unofficial (risk model rm-1, 10.5, outcomes 1 and 2)."""

from collections.abc import Sequence

from app.assessment.scope import NOT_KNOWN, NOTHING, Review, grouped, is_unapproved
from models.outcomes import PurposeUseCases, SystemTools, Unofficial, WhereUsed
from models.scores import UseCaseResult
from models.values import TaskPurpose, ToolStatus, Unknown, UseCaseLevel, UseCaseStatus


def where_used(review: Review, results: Sequence[UseCaseResult]) -> WhereUsed:
    """Numbers, levels, tools by system, use cases by purpose, and what is planned."""
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


def unofficial(review: Review) -> Unofficial:
    """The unapproved tools with the data that they reach, and how many tools people named."""
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
