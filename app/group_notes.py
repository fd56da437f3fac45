"""What stands at the head of a part of a form: what its fields come to as they are now."""

from dataclasses import dataclass

from app.i18n import _
from app.level_override import override_effect
from models.scores import OverrideState
from models.snapshot import Snapshot
from models.values import AnyEntry, UseCase

WARN, OK, QUIET = "warn", "ok", "muted"


@dataclass(frozen=True, slots=True)
class GroupNote:
    """A sentence and its tone: warn, ok or muted; the sign before the words says the same as the colour."""

    words: str
    tone: str = QUIET


def has_note(path: str) -> bool:
    """Whether anything is to be said about the part of a form that a path leads to."""
    return path == "override"


def group_note(snapshot: Snapshot, entry: AnyEntry) -> GroupNote:
    """What the override of a use case does, or what it would need."""
    if not isinstance(entry, UseCase) or entry.override is None:
        return GroupNote(
            _(
                "Upwards a level is enough. Downwards it may go one step, with a reason, an approver and an "
                "expiry date not before the end of the review."
            )
        )
    effect = override_effect(snapshot, entry)
    if effect.state is OverrideState.APPLIED:
        return GroupNote(_("✓ {words}").format(words=effect.words), OK)
    return GroupNote(_("▲ {words}").format(words=effect.words), WARN if effect.is_ignored else QUIET)
