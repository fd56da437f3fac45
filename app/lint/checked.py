"""What was found, parted into what is open and what was waived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.i18n import _, ngettext
from app.lint.finding import Finding, Severity
from app.lint.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that may stand, and who says so and why."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of one review. `lapsed`: by identity, the waivers of open findings that changed since."""

    open: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    lapsed: Mapping[str, Waiver]

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """The open blockers."""
        return tuple(one for one in self.open if one.severity is Severity.BLOCKER)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The open warnings."""
        return tuple(one for one in self.open if one.severity is Severity.WARNING)

    @property
    def summary(self) -> str:
        """How many there are, in a line."""
        if not self.open:
            return _with_waived(_("Nothing stands in the way of the report."), len(self.waived))
        n, m = len(self.blockers), len(self.warnings)
        blocking = ngettext("{n} blocker", "{n} blockers", n).format(n=n)
        warning = ngettext("{m} warning", "{m} warnings", m).format(m=m)
        line = _("{blockers}, {warnings}.").format(blockers=blocking, warnings=warning)
        return _with_waived(line, len(self.waived))


def checked_with(findings: Sequence[Finding], waivers: Mapping[str, Waiver]) -> Checked:
    """Part findings by waivers: a waiver holds while the content of its finding is the same."""
    still_open: list[Finding] = []
    waived: list[Waived] = []
    lapsed: dict[str, Waiver] = {}
    for finding in findings:
        waiver = waivers.get(finding.identity)
        if waiver is not None and waiver.digest == finding.digest:
            waived.append(Waived(finding, waiver))
            continue
        still_open.append(finding)
        if waiver is not None:
            lapsed[finding.identity] = waiver
    return Checked(tuple(still_open), tuple(waived), lapsed)


def _with_waived(line: str, n: int) -> str:
    if not n:
        return line
    words = ngettext("{line} {n} waived.", "{line} {n} waived.", n)
    return words.format(line=line, n=n)
