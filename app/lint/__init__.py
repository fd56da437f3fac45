"""The check before the report: what a reader would stumble over, and what may not be sealed. Pure."""

from collections.abc import Sequence
from datetime import date

from app.lint.checked import Checked, Waived, checked_with
from app.lint.finding import Finding, Rule, Severity
from app.lint.listing import lint
from app.lint.waivers import Waiver, waivers
from models.assessment import Assessment
from models.snapshot import Snapshot

__all__ = ["Checked", "Finding", "Rule", "Severity", "Waived", "Waiver", "blockers", "checked", "lint"]


def checked(snapshot: Snapshot, assessment: Assessment, today: date, others: Sequence[str] = ()) -> Checked:
    """Everything found, parted into what is open and what was waived."""
    return checked_with(lint(snapshot, assessment, today, others), waivers(snapshot))


def blockers(
    snapshot: Snapshot, assessment: Assessment, today: date, others: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """What keeps a review from being sealed: blockers that are neither mended nor waived."""
    return checked(snapshot, assessment, today, others).blockers
