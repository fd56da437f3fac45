"""Ranks systems and data categories by how exposed they are (risk model rm-1, 10.5, outcome 3)."""

from collections.abc import Sequence

from app.assessment.scope import NOTHING, Access, Review, grouped, is_unapproved
from models.outcomes import ExposedCategory, ExposedSystem, MostExposed
from models.values import DataForm


def most_exposed(review: Review) -> MostExposed:
    """The systems with a live grant and the data categories with any grant, the most exposed first."""
    unapproved = {tool.id for tool in review.tools.values() if is_unapproved(tool)}
    by_system = grouped((access.grant.system, access) for access in review.accesses if access.is_live)
    by_category = grouped(
        (category, access) for access in review.accesses for category in access.grant.data_categories
    )
    systems = [
        _system(system, accesses, unapproved) for system, accesses in by_system.items() if system != NOTHING
    ]
    categories = [
        _category(category, review.categories[category].sensitivity, accesses, unapproved)
        for category, accesses in by_category.items()
    ]
    return MostExposed(
        systems=tuple(sorted(systems, key=_system_place)),
        data_categories=tuple(sorted(categories, key=_category_place)),
    )


def _system(system: str, accesses: Sequence[Access], unapproved: set[str]) -> ExposedSystem:
    return ExposedSystem(
        id=system,
        live_action_grants=sum(access.can_act for access in accesses),
        unapproved_grants=sum(access.grant.tool in unapproved for access in accesses),
        max_sensitivity=max(access.sensitivity for access in accesses),
        grants=len(accesses),
    )


def _category(
    category: str, sensitivity: int, accesses: Sequence[Access], unapproved: set[str]
) -> ExposedCategory:
    raw = [access for access in accesses if access.grant.form is DataForm.RAW]
    return ExposedCategory(
        id=category,
        raw_unapproved_grants=sum(access.grant.tool in unapproved for access in raw),
        raw_grants=len(raw),
        sensitivity=sensitivity,
    )


def _system_place(system: ExposedSystem) -> tuple[int | str, ...]:
    return (
        -system.live_action_grants,
        -system.unapproved_grants,
        -system.max_sensitivity,
        -system.grants,
        system.id,
    )


def _category_place(category: ExposedCategory) -> tuple[int | str, ...]:
    return (
        -category.raw_unapproved_grants,
        -category.raw_grants,
        -category.sensitivity,
        category.id,
    )
