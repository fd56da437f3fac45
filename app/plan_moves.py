"""Moves an action to another horizon, with the reason that was given: in the change log and on the action."""

from dataclasses import replace

from app.edits import Edit, called
from app.i18n import _
from models.change import Change
from models.snapshot import Snapshot
from models.values import ActionItem, Horizon, RegisterName


def move(snapshot: Snapshot, action_id: str, horizon: Horizon, reason: str) -> Edit:
    """The edit that moves an action to another horizon.

    The reason goes into the change log with the edit, and into the action's notes, where the card shows it.
    Raises ValueError without a reason, KeyError if there is no such action.
    """
    said = " ".join(reason.split())
    if not said:
        raise ValueError(action_id)
    before = snapshot.action_plan[action_id]
    line = _moved_to(horizon).format(reason=said)
    notes = "\n".join(part for part in (before.notes, line) if part)
    after = replace(before, horizon=horizon, notes=notes)
    change = Change(register=RegisterName.ACTION_PLAN, key=action_id, before=before, after=after)
    label = _("Move {action} to {horizon}").format(action=called(before), horizon=_(horizon.label))
    return Edit(label=label, changes=(change,), reason=said)


def move_words(action: ActionItem) -> str:
    """Why an action stands where it stands: the last line of its notes that says so, or nothing."""
    heads = tuple(_moved_to(horizon).format(reason="") for horizon in Horizon)
    lines = (action.notes or "").splitlines()
    return next((line for line in reversed(lines) if line.startswith(heads)), "")


def _moved_to(horizon: Horizon) -> str:
    return {
        Horizon.NOW: _("Moved to now: {reason}"),
        Horizon.NEXT: _("Moved to next: {reason}"),
        Horizon.THEN: _("Moved to then: {reason}"),
        Horizon.WATCH: _("Moved to watch: {reason}"),
    }[horizon]
