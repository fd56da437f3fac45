"""How far the plan is, in a line."""

from datetime import date

from app.i18n import _, ngettext
from app.plan_dates import days_late
from models.snapshot import Snapshot
from models.values import ActionStatus


def plan_words(snapshot: Snapshot, today: date) -> str:
    """How many actions there are, done, without an owner at the client, and overdue."""
    actions = [a for a in snapshot.action_plan.values() if a.status is not ActionStatus.DROPPED]
    done = sum(action.status is ActionStatus.DONE for action in actions)
    unowned = sum(not (action.client_owner or "").strip() for action in actions)
    words = ngettext("{n} action in the plan", "{n} actions in the plan", len(actions)).format(n=len(actions))
    said = _("{words}, {done} done, {unowned} without an owner at the client").format(
        words=words, done=done, unowned=unowned
    )
    late = sum(days_late(action, today) > 0 for action in actions)
    return _("{said}, {late} overdue").format(said=said, late=late) if late else said
