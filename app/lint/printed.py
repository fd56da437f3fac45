"""What the report says of the check: the findings that were waived, with reasons. The same on any day."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.i18n import _
from app.lint import rules
from app.lint.checked import Waived, checked_with
from app.lint.finding import Finding
from app.lint.listing import lint
from app.lint.waivers import Waiver, waivers
from app.lint.wording import place_words, typed_by_place
from models.assessment import Assessment
from models.snapshot import Snapshot


def waived_for_print(snapshot: Snapshot, assessment: Assessment) -> tuple[Waived, ...]:
    """The waived findings that still are as they were when they were waived, in the order of the check.

    Dates are held against the last day of the review and of the waivers, so that the same review always gives
    the same list. What the consultant keeps private is left out.
    """
    kept = waivers(snapshot)
    if not kept:
        return ()
    found = checked_with(lint(snapshot, assessment, report_day(snapshot)), kept)
    return (
        *_other_clients(snapshot, kept.values()),
        *(one for one in found.waived if not one.finding.rule.is_private),
    )


def report_day(snapshot: Snapshot) -> date:
    """The last day that the review knows of: its end, or its last waiver; the first of all days if none."""
    days = [waiver.on for waiver in waivers(snapshot).values()]
    return max([*days, snapshot.engagement.end_date or date.min])


def _other_clients(snapshot: Snapshot, kept: Iterable[Waiver]) -> Iterator[Waived]:
    """Other clients' names are known to a computer, not to the review: only the waiver tells of them."""
    texts = typed_by_place(snapshot)
    for waiver in sorted(kept, key=lambda one: one.finding):
        rule, place, _key = (*waiver.finding.split("|", 2), "", "")[:3]
        if rule != rules.OTHER_CLIENT.id or place not in texts:
            continue
        words = _("{place} names another firm.").format(place=place_words(place))
        text = texts[place].text
        finding = Finding(rule=rules.OTHER_CLIENT, words=words, place=place, facts=(text,))
        if finding.digest == waiver.digest:
            yield Waived(finding, waiver)
