"""The places of a report that links lead to, each with a bookmark's name that word processors accept."""

from collections.abc import Iterable, Iterator, Sequence

from app.reporting.content import ReportContent
from app.reporting.content.parts import Beside, Grid, Heading, Page, Paragraph, Part, RiskEntry, Section


class Places:
    """Bookmarks by place; a place that the report does not have has none."""

    def __init__(self, content: ReportContent) -> None:
        self._numbers = {place: n for n, place in enumerate(dict.fromkeys(_places(content)), start=1)}
        self._set: set[str] = set()

    def bookmark(self, place: str) -> str:
        """The name of the bookmark of a place; empty if there is none."""
        number = self._numbers.get(place)
        return f"place_{number}" if number else ""

    def number(self, place: str) -> int | None:
        """The bookmark's number, once: None for no place and for one that was set before."""
        number = self._numbers.get(place)
        if number is None or place in self._set:
            return None
        self._set.add(place)
        return number


def _places(content: ReportContent) -> Iterator[str]:
    chapters: tuple[Page | Section, ...] = (*content.pages, *content.appendix)
    for chapter in chapters:
        yield chapter.place
        yield from filter(None, _inside(chapter.parts))


def _inside(parts: Sequence[Part]) -> Iterable[str]:
    for part in parts:
        match part:
            case Heading() | Paragraph() | RiskEntry():
                yield part.place
            case Grid():
                yield from (row.place for row in part.rows)
            case Beside():
                for _share, inner in part.parts:
                    yield from _inside(inner)
            case _:
                pass
