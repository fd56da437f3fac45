"""When the plan's actions are due, and which of them are late."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from app.day_words import short_day
from app.i18n import _, ngettext
from models.snapshot import Snapshot
from models.values import ActionItem, ActionStatus, Horizon

DAYS: Mapping[Horizon, int] = MappingProxyType({Horizon.NOW: 14, Horizon.NEXT: 45, Horizon.THEN: 90})
CLOSED = frozenset({ActionStatus.DONE, ActionStatus.DROPPED})
SOON = 7


def review_day(snapshot: Snapshot) -> date | None:
    """The day from which the horizons count: the end of the review, else its start."""
    return snapshot.engagement.end_date or snapshot.engagement.start_date


def horizon_end(snapshot: Snapshot, horizon: Horizon | None) -> date | None:
    """The last day of a horizon; None for what is watched, and while the review has no date."""
    begun, days = review_day(snapshot), DAYS.get(horizon or Horizon.WATCH)
    if begun is None or days is None or begun > date.max - timedelta(days=days):
        return None
    return begun + timedelta(days=days)


def deadline(snapshot: Snapshot, action: ActionItem) -> date | None:
    """The day that was agreed, else the end of the action's horizon."""
    return action.due or horizon_end(snapshot, action.horizon)


def is_open(action: ActionItem) -> bool:
    """Whether there is still something to do."""
    return action.status not in CLOSED


def days_late(action: ActionItem, today: date) -> int:
    """How many days an open action is over the day that was agreed for it; 0 where none was."""
    if action.due is None or not is_open(action):
        return 0
    return max(0, (today - action.due).days)


def due_words(action: ActionItem, today: date) -> str:
    """The agreed day, and how late or near it is: `overdue by 3 days`; nothing where none is agreed."""
    if action.due is None:
        return ""
    when = _("due {day}").format(day=short_day(action.due))
    if not is_open(action):
        return when
    left = (action.due - today).days
    if left < 0:
        late = ngettext("{when}, overdue by {n} day", "{when}, overdue by {n} days", -left)
        return late.format(when=when, n=-left)
    if left == 0:
        return _("{when}, today").format(when=when)
    if left <= SOON:
        return ngettext("{when}, in {n} day", "{when}, in {n} days", left).format(when=when, n=left)
    return when
