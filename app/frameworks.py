"""Frameworks and law beside the questions, read when first asked for."""

from functools import cache

from app.data_errors import LibraryError
from models.frameworks import Frameworks

__all__ = ["LibraryError", "frameworks"]

_LISTS = (
    "editions",
    "crosswalk",
    "places",
    "edition_steps",
    "law_dates",
    "law_notes",
    "sector_switches",
)


@cache
def frameworks() -> Frameworks:
    """Editions, crosswalk, names, law dates and notes. Raises LibraryError when the file is damaged."""
    # Here and not at the top: the window must not wait for pydantic and PyYAML before its first page.
    from app.library_file import read_whole  # noqa: PLC0415

    return read_whole(Frameworks, "frameworks", "frameworks", lists=_LISTS)
