"""The places of a report that links lead to, each with a bookmark's name that word processors accept."""

from app.reporting.content import ReportContent
from app.reporting.content.links import places_in


class Places:
    """Bookmarks by place; a place that the report does not have has none."""

    def __init__(self, content: ReportContent) -> None:
        self._numbers = {
            place: n
            for n, place in enumerate(dict.fromkeys(places_in((*content.pages, *content.appendix))), start=1)
        }
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
