"""Stands in for the window around a page: applies its edits as the one door does, and shows the result."""

from functools import cache

from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.edits import Edit
from app.integrity import entry_faults
from models.assessment import Assessment
from models.changed import changed
from models.snapshot import Snapshot
from models.values import AnyEntry, RegisterName
from ui.page import Page, Shown


class Desk:
    """A page with a review on it. `edits` are those that the page has made; `links` where it wanted to go."""

    def __init__(self, qtbot: QtBot, page: Page, snapshot: Snapshot, *, is_read_only: bool = False) -> None:
        self.page = page
        self.snapshot = snapshot
        self.edits: list[Edit] = []
        self.links: list[str] = []
        self._is_read_only = is_read_only
        qtbot.addWidget(page)
        page.edit_made.connect(self._apply)
        page.link_followed.connect(self.links.append)
        page.resize(1166, 700)
        page.show()
        self.show()

    def show(self) -> None:
        """Show the review as it stands."""
        snapshot = self.snapshot

        @cache
        def assessment() -> Assessment:
            return assess(snapshot)

        self.page.show_review(Shown(snapshot, assessment, self._is_read_only))

    def undo(self) -> None:
        """Take the last edit back."""
        self._take(self.edits.pop().inverse())

    def entry(self, register: RegisterName, key: str) -> AnyEntry:
        """An entry that has to be there."""
        entry = self.snapshot.entry(register, key)
        assert entry is not None
        return entry

    def _apply(self, edit: Edit) -> None:
        self.edits.append(edit)
        self._take(edit)

    def _take(self, edit: Edit) -> None:
        after = changed(self.snapshot, edit.changes)
        for change in edit.changes:
            if change.after is not None:
                assert not entry_faults(after, change.register, change.after)
        self.snapshot = after
        self.show()
