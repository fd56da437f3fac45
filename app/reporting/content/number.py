"""A number that a page prints, with what was counted to get it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Number:
    """What stands behind a number of the main part.

    `pages` print it, `counts` says in words what it is, `of` holds the ids of what was counted. `value` is
    how many those are, unless it is given: then `counts` says how it came about.
    """

    key: str
    pages: tuple[int, ...]
    counts: str
    of: tuple[str, ...] = ()
    given: int | None = field(default=None, kw_only=True)

    @property
    def value(self) -> int:
        """The number itself."""
        return len(self.of) if self.given is None else self.given


def number_place(key: str) -> str:
    """The name of a number's line in appendix G, for links."""
    return f"number-{key}"
