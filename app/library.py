"""The reference libraries that the registers and forms offer, read when first asked for."""

import re
from dataclasses import replace
from functools import cache
from typing import TypeVar

from app.data_errors import LibraryError
from models.library import (
    CadenceDefault,
    CaseItem,
    DataCategoryItem,
    Defaults,
    DiscoverySource,
    FeatureItem,
    Platform,
    ShadowItem,
    SystemItem,
    UseCaseItem,
)

__all__ = [
    "LibraryError",
    "case_library",
    "data_category_library",
    "defaults",
    "discovery_sources",
    "feature_library",
    "features_for",
    "platform_library",
    "platforms_for",
    "shadow_library",
    "system_library",
    "use_case_for_job",
    "use_case_library",
    "usual_cadence",
]

T = TypeVar("T")
_FOLDER = "libraries"


@cache
def system_library() -> tuple[SystemItem, ...]:
    """Products by category. Like all libraries: raises LibraryError when its file is damaged."""
    return _items(SystemItem, "systems")


@cache
def platform_library() -> tuple[Platform, ...]:
    """Platforms and kinds of platform, each with the questions to ask about the AI that arrives with it."""
    from app.library_file import read_texts  # noqa: PLC0415  (see _items)

    asked_everywhere = read_texts(_FOLDER, "features", "prompts")
    return tuple(
        replace(platform, prompts=asked_everywhere + platform.prompts)
        for platform in _items(Platform, "features", "platforms")
    )


@cache
def feature_library() -> tuple[FeatureItem, ...]:
    """AI that arrives with platforms."""
    return _items(FeatureItem, "features")


@cache
def discovery_sources() -> tuple[DiscoverySource, ...]:
    """Places where AI that nobody declared leaves a trace."""
    return _items(DiscoverySource, "shadow_ai", "sources")


@cache
def shadow_library() -> tuple[ShadowItem, ...]:
    """Kinds of AI that people use without asking."""
    return _items(ShadowItem, "shadow_ai")


@cache
def data_category_library() -> tuple[DataCategoryItem, ...]:
    """Usual kinds of data with default sensitivity."""
    return _items(DataCategoryItem, "data_categories")


@cache
def use_case_library() -> tuple[UseCaseItem, ...]:
    """Typical uses of AI, usually low ones first."""
    return _items(UseCaseItem, "use_cases")


@cache
def case_library() -> tuple[CaseItem, ...]:
    """Public cases for workshops."""
    return _items(CaseItem, "cases")


@cache
def defaults() -> Defaults:
    """What forms and the calendar offer before anything is typed."""
    from app.library_file import read_whole  # noqa: PLC0415  (see _items)

    return read_whole(Defaults, _FOLDER, "defaults", lists=("cadences", "monitors"))


def usual_cadence(subject: str | None) -> CadenceDefault | None:
    """The usual recurring review that a subject is about, found by a word of it."""
    words = (subject or "").casefold()
    for item in defaults().cadences:
        if item.id.removeprefix("cadence-").removesuffix("s") in words:
            return item
    return None


def platforms_for(system_name: str, category: str) -> tuple[Platform, ...]:
    """The platforms that a registered system may be: those with its name, else the kinds of its category."""
    name = system_name.casefold()
    named = tuple(p for p in platform_library() if any(part in name for part in p.product_names))
    if named:
        return named
    return tuple(
        platform
        for platform in platform_library()
        if not platform.product_names and _first_word(category) in map(_first_word, platform.categories)
    )


def features_for(system_name: str, category: str) -> tuple[FeatureItem, ...]:
    """The AI that may have arrived with a registered system, to be confirmed on its screen."""
    platforms = {platform.id for platform in platforms_for(system_name, category)}
    return tuple(feature for feature in feature_library() if feature.platform in platforms)


def use_case_for_job(option_id: str) -> UseCaseItem | None:
    """The typical use case behind a job ticked in question USE-04, or None where none is typical."""
    return next((item for item in use_case_library() if item.job == option_id), None)


def _first_word(category: str) -> str:
    """What tells categories apart however they are typed: "CMS/forms", "CMS and forms"."""
    return re.split(r"[^a-z0-9]", category.strip().casefold(), maxsplit=1)[0]


def _items(kind: type[T], library: str, key: str = "items") -> tuple[T, ...]:
    # Here and not at the top: the window must not wait for pydantic and PyYAML before its first page.
    from app.library_file import read_items  # noqa: PLC0415

    return read_items(kind, _FOLDER, library, key)
