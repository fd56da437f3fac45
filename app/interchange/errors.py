"""Why a review file was refused, place by place."""

from collections.abc import Sequence

from app.errors import ReviewError
from app.i18n import ngettext
from app.printable import printable
from models.values import Problem

MOST_SHOWN = 50


class InterchangeError(ReviewError):
    """A JSON review was refused as a whole; `problems` says what is wrong and where, at most 50 of them.

    The text has one line for each problem. As the interchange format asks (2), a line shows the value found,
    shortened, so this text is for the person who gave the file and not for a log.
    """

    title = "This file cannot be read as a review"
    advice = "Correct the places named, or export the review again. Nothing was changed."

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems[:MOST_SHOWN])
        self.left_out = len(problems) - len(self.problems)
        super().__init__("\n".join(self._lines()))

    def _lines(self) -> list[str]:
        lines = [printable(str(problem)) for problem in self.problems]
        if self.left_out:
            words = ngettext("and {n:,} more problem", "and {n:,} more problems", self.left_out)
            lines.append(words.format(n=self.left_out))
        return lines
