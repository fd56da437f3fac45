"""The table of what the check before the report found and was waived."""

from app.exchange.tables import Table, TableColumn
from app.i18n import _
from app.lint.printed import waived_for_print
from models.assessment import Assessment
from models.snapshot import Snapshot


def waived_tables(snapshot: Snapshot, assessment: Assessment) -> tuple[Table, ...]:
    """A row for each waived finding; no table where nothing was waived."""
    found = waived_for_print(snapshot, assessment)
    if not found:
        return ()
    columns = (
        TableColumn(_("Kind"), "rule"),
        TableColumn(_("Found"), "found"),
        TableColumn(_("Why it may stand"), "reason"),
        TableColumn(_("Waived by"), "who"),
        TableColumn(_("Day"), "day"),
    )
    rows = tuple(
        (one.finding.rule.title, one.finding.words, one.waiver.reason, one.waiver.who, one.waiver.on)
        for one in found
    )
    return (Table("waived", _("Checked and waived"), columns, rows),)
