"""One step that can be undone and redone: an edit that has been recorded."""

from collections.abc import Callable
from dataclasses import replace
from zlib import crc32

from PySide6.QtGui import QUndoCommand

from app.edits import Edit
from app.errors import ReviewError
from app.i18n import _

Apply = Callable[[Edit], None]
NEVER_MERGES = -1


class EditCommand(QUndoCommand):
    """A recorded edit. Undo and redo go through the same door as the edit itself.

    The first redo, which Qt calls when the step is pushed, does nothing: the edit is on disk already. Where
    undo or redo is refused, `on_failed` is told why and the step is given up.
    """

    def __init__(self, edit: Edit, apply: Apply, on_failed: Callable[[ReviewError], None]) -> None:
        super().__init__(edit.label)
        self._edit = edit
        self._apply = apply
        self._on_failed = on_failed
        self._is_applied = True

    @property
    def edit(self) -> Edit:
        """What it did."""
        return self._edit

    def undo(self) -> None:
        words = _("Undo: {step}").format(step=self._edit.label)
        self._try(replace(self._edit.inverse(), label=words))
        self._is_applied = False

    def redo(self) -> None:
        if not self._is_applied:
            self._try(self._edit)
        self._is_applied = True

    def id(self) -> int:
        """Steps with the same merge key are one step."""
        key = self._edit.merge_key
        return NEVER_MERGES if key is None else crc32(key.encode()) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or other.edit.merge_key != self._edit.merge_key:
            return False
        merged = _merged(self._edit, other.edit)
        if merged is None:
            return False
        self._edit = merged
        if all(change.before == change.after for change in merged.changes):
            self.setObsolete(True)
        return True

    def _try(self, edit: Edit) -> None:
        try:
            self._apply(edit)
        except ReviewError as error:
            self.setObsolete(True)
            self._on_failed(error)


def _merged(first: Edit, second: Edit) -> Edit | None:
    """Two edits of the same entries in a row as one, or None if they touch different ones."""
    places = [(change.register, change.key) for change in first.changes]
    if places != [(change.register, change.key) for change in second.changes]:
        return None
    changes = tuple(
        replace(early, after=late.after)
        for early, late in zip(first.changes, second.changes, strict=True)
        if early.after == late.before
    )
    return replace(first, changes=changes) if len(changes) == len(places) else None
