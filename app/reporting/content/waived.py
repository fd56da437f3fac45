"""What the check before the report found and was waived, each with who said so and why."""

from app.day_words import day
from app.i18n import _
from app.lint.printed import waived_for_print
from app.reporting.content.findings import Findings
from app.reporting.content.parts import Column, Grid, Heading, Part, Row, words

_COLUMNS = (Column(_("Found"), 0.4), Column(_("Why it may stand"), 0.38), Column(_("Waived by"), 0.22))

_MOST_IN_A_ROW = 12


def waived(findings: Findings) -> tuple[Part, ...]:
    """A small table, or nothing where nothing was waived. Findings waived for one reason share a row."""
    found = waived_for_print(findings.snapshot, findings.assessment)
    if not found:
        return ()
    rows: dict[tuple[str, str], list[str]] = {}
    for one in found:
        who = _("{who}, {day}").format(who=one.waiver.who, day=day(one.waiver.on))
        rows.setdefault((one.waiver.reason, who), []).append(one.finding.words)
    grid = Grid(
        _COLUMNS,
        tuple(
            Row((words("\n".join(said[first : first + _MOST_IN_A_ROW])), words(why), words(who)))
            for (why, who), said in rows.items()
            for first in range(0, len(said), _MOST_IN_A_ROW)
        ),
    )
    return (Heading(_("Checked and waived, with reasons")), grid)
