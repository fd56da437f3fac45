"""The plan as the room sees it: what is agreed, by whom in which role, until when."""

from app.audience.values import AudienceAction, AudienceHorizon, AudiencePlan
from app.i18n import _
from app.plan import board
from models.snapshot import Snapshot
from models.values import ActionItem, ActionStatus, words

LONGEST = 160


def audience_plan(snapshot: Snapshot) -> AudiencePlan:
    """The actions for the room, by horizon; dropped ones, persons, notes, reasons and risks stay behind."""
    return AudiencePlan(
        tuple(
            AudienceHorizon(_(words(horizon)), shown)
            for horizon, actions in board(snapshot).items()
            if (shown := tuple(_action(each) for each in actions if each.status is not ActionStatus.DROPPED))
        )
    )


def _action(action: ActionItem) -> AudienceAction:
    return AudienceAction(
        text=on_one_line(action.text),
        owner=on_one_line(action.proposed_owner_role or ""),
        due=action.due,
        is_done=action.status is ActionStatus.DONE,
    )


def on_one_line(text: str) -> str:
    """A text on one line that a room can take in; a longer one ends in an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
