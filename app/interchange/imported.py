"""What came in from a review file, and what there is to say about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.i18n import _
from app.printable import printable
from models.snapshot import Snapshot
from models.values import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did not mind, but people should know.

    `unknown_fields` are JSON pointers to fields that were kept although the format does not know them.
    """

    unknown_fields: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()

    def lines(self) -> Iterator[str]:
        """The report for people, a line for each thing; none if there is nothing to say."""
        for pointer in self.unknown_fields:
            yield _("{place}: This field is not known; it is kept as it is.").format(place=printable(pointer))
        for remark in self.remarks:
            yield printable(str(remark))


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A review as it came in, with the report about it."""

    snapshot: Snapshot
    report: ImportReport
