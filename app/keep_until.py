"""Until when a client's data may be kept: agreed with the client, kept in the review, never enforced."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from app.day_words import short_day
from app.edits import Edit, put
from app.i18n import _
from models.snapshot import Snapshot
from models.values import NO_EXTRAS, FieldSpec, RegisterName
from models.values.kinds import Day

KEEP_UNTIL = "x_keep_until"
SPEC = FieldSpec(name="keep_until", label="Keep until", kind=Day(), required=False, help="")


def keep_until(snapshot: Snapshot) -> date | None:
    """The last day on which the data may be kept; None where nothing was agreed, or it cannot be read."""
    said = snapshot.engagement.extras.get(KEEP_UNTIL)
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def keeping_until(snapshot: Snapshot, day: date | None) -> Edit | None:
    """The edit that says so, or takes it back; None where it is so already."""
    if day == keep_until(snapshot):
        return None
    engagement = snapshot.engagement
    extras = {name: value for name, value in engagement.extras.items() if name != KEEP_UNTIL}
    if day is not None:
        extras[KEEP_UNTIL] = day.isoformat()
        label = _("Keep the data until {day}").format(day=short_day(day))
    else:
        label = _("Say no date until which the data is kept")
    after = replace(engagement, extras=MappingProxyType(extras) if extras else NO_EXTRAS)
    return put(snapshot, RegisterName.ENGAGEMENT, after, label)


def overdue_since(snapshot: Snapshot, today: date) -> date | None:
    """The day that has passed; None while the data may be kept."""
    day = keep_until(snapshot)
    return day if day is not None and day < today else None
