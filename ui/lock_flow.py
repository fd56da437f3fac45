"""Locks the open file, and brings a person back to the very place when it is unlocked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.demo_client import DEMO_CLIENT, DEMO_PASSPHRASE
from app.errors import ReviewError
from app.i18n import _
from app.initials import initials
from ui.clipboard_watch import ClipboardWatch
from ui.desk import Desk
from ui.key_desk import Came
from ui.navigation import LOCK, SEARCH
from ui.page import Page
from ui.upgrade_flow import UpgradeFlow

if TYPE_CHECKING:
    from ui.bridge import WorkspaceBridge
    from ui.open_review import OpenReview
    from ui.pages.lock_page import LockPage
    from ui.unlocking import Unlocking

DIALOGS_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Locked:
    """What is needed to come back: which file and review, the place in it, and whose it is by initials."""

    path: Path
    review: str
    place: str
    initials: str
    hint: str
    knows_keychain: bool


class NotLockedError(ReviewError):
    """A text could not be saved, so the file was not locked: locking would have lost it."""

    title = _("Not locked: the text typed last could not be saved")
    advice = _(
        "It is still here. Mend the cause, or note the text elsewhere; then lock again with Ctrl+Alt+L."
    )


class Lockable(Protocol):
    """The window, as far as locking goes."""

    @property
    def page(self) -> Page:
        """The page in view."""

    def blank_room(self) -> None:
        """Let the room see nothing."""

    def leave_for(self, page_id: str) -> None:
        """Close the review file and show a page that needs none."""

    def open_review(self, bridge: "WorkspaceBridge", place: str = "") -> None:
        """Show the review of a file that was opened, at a place."""

    def follow(self, link: str) -> None:
        """Go where a link leads."""

    def show_error(self, error: ReviewError) -> None:
        """Say in place what went wrong and what to do."""


class LockFlow(QObject):
    """`came` carries how the file Came open again. Nothing of the review is kept while it is locked."""

    came = Signal(object)

    def __init__(
        self,
        desk: Desk,
        review: "Callable[[], OpenReview]",
        lockable: Lockable,
        upgrades: UpgradeFlow,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._upgrades = upgrades
        self._desk = desk
        self._review = review
        self._lockable = lockable
        self._clipboard = ClipboardWatch(self)
        self._locked: Locked | None = None
        self._page: LockPage | None = None
        self._unlocking: Unlocking | None = None

    def lock_by_itself(self) -> None:
        """Lock because nobody is here; not the demo, which is made up and whose key is public."""
        bridge = self._review().bridge
        if bridge is not None and not _is_demo(bridge):
            self.lock()

    def lock(self, dialogs_left: int = DIALOGS_AT_MOST) -> None:
        """Lock the open file; with none open nothing happens.

        Dialogs are closed first, and the locking goes on once whoever waits for them has been told.
        """
        bridge = self._review().bridge
        if bridge is None:
            return
        self._lockable.blank_room()
        if dialogs_left and _closed_something():
            QTimer.singleShot(0, self, lambda: self.lock(dialogs_left - 1))
            return
        self._locked = self._about(bridge)
        del bridge
        if not self._review().save_all():
            self.forget()
            self._lockable.show_error(NotLockedError())
            return
        self._lockable.leave_for(LOCK)
        self._review().frame.notice.clear()
        self._clipboard.clear_ours()
        self._let_in()

    def serve(self, page: Page) -> None:
        """Work with a new lock page: there is one for each look."""
        if page.page_id == LOCK:
            self._page = lock_page = cast("LockPage", page)
            lock_page.keychain_wanted.connect(self._ask_keychain)
            lock_page.closing_wanted.connect(self._close)
            self._let_in()

    def forget(self) -> None:
        """Another file was opened: nobody comes back to the locked one."""
        self._locked = None
        if self._unlocking is not None:
            self._unlocking.deleteLater()
            self._unlocking = None

    def _about(self, bridge: "WorkspaceBridge") -> Locked:
        workspace = bridge.workspace
        client = workspace.snapshot.engagement.client
        hint = _("The demo client's passphrase is “{passphrase}”.").format(passphrase=DEMO_PASSPHRASE)
        return Locked(
            path=workspace.path,
            review=workspace.snapshot.header.id,
            place=_place(self._lockable.page),
            initials=initials(client),
            hint=hint if _is_demo(bridge) else "",
            knows_keychain=self._desk.keys.is_remembered(workspace.store.key.salt),
        )

    def _let_in(self) -> None:
        """Let the lock page in view open the locked file."""
        locked, page = self._locked, self._page
        if locked is None or page is None:
            return
        from ui.unlocking import Unlocking  # noqa: PLC0415  (not before it is needed)

        if self._unlocking is not None:
            self._unlocking.deleteLater()
        page.show_locked(locked.initials, locked.hint, knows_keychain=locked.knows_keychain)
        self._unlocking = Unlocking(self._desk, locked.path, page, self._upgrades, self)
        self._unlocking.opened.connect(self._come_back)
        page.setFocus()

    def _ask_keychain(self) -> None:
        if self._unlocking is not None:
            self._unlocking.ask_keychain()

    def _come_back(self, bridge: "WorkspaceBridge", came: Came) -> None:
        locked = self._locked
        assert locked is not None  # noqa: S101  (only a locked file is unlocked)
        self.forget()
        workspace = bridge.workspace
        others = {header.id for header in workspace.reviews} - {workspace.snapshot.header.id}
        if locked.review in others:
            bridge.open_review(locked.review)
        self._lockable.open_review(bridge, locked.place)
        self.came.emit(came)

    def _close(self) -> None:
        self.forget()
        self._lockable.follow("page:start")


def _place(page: Page) -> str:
    """The link to what is in view, but not to what was searched for: that is a client's word."""
    return (page.place if page.page_id != SEARCH else "") or f"page:{page.page_id}"


def _is_demo(bridge: "WorkspaceBridge") -> bool:
    workspace = bridge.workspace
    return workspace.keeping is None and workspace.snapshot.engagement.client == DEMO_CLIENT


def _closed_something() -> bool:
    """Close the menu or dialog that is open; whether there was one."""
    found = [each for each in (QApplication.activePopupWidget(), QApplication.activeModalWidget()) if each]
    for each in found:
        each.close()
    return bool(found)
