"""Opens one review file with what is typed at its door or what the keychain knows, whichever is first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.errors import ReviewError
from app.i18n import _
from app.upgrading import OlderFileError
from ui.beside import Beside
from ui.desk import Desk
from ui.key_desk import Came
from ui.upgrade_flow import UpgradeFlow

if TYPE_CHECKING:
    from app.file_keys import FileKey, Typed
    from ui.bridge import WorkspaceBridge


class NotRememberedError(ReviewError):
    """The keychain has no key of this file any more."""

    title = _("The keychain no longer knows this file")
    advice = _("Type the passphrase.")


class Door(Protocol):
    """Where a person types what opens a file, and is told why it is not open."""

    typed: SignalInstance

    @property
    def is_remembered(self) -> bool:
        """Whether the file shall be remembered on this computer."""

    def show_asking(self, is_asking: bool) -> None:
        """Say that the keychain is being asked."""

    def show_opening(self, is_opening: bool) -> None:
        """Say that the key is being made out of what was typed; closing the door stops it."""

    def show_error(self, error: ReviewError) -> None:
        """Say why the file is not open, and let the person try again."""


class Unlocking(QObject):
    """`opened` carries the WorkspaceBridge and how it Came, once. It ends with its `parent`."""

    opened = Signal(object, object)

    def __init__(self, desk: Desk, path: Path, door: Door, upgrades: UpgradeFlow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._upgrades = upgrades
        self._path = path
        self._door = door
        self._asked: Beside | None = None
        self._made: Beside | None = None
        self._is_open = False
        self._is_upgrading = False
        door.typed.connect(self._try)

    def begin(self) -> None:
        """Look whether the file can be opened at all, and ask the keychain where it was given its key."""
        try:
            salt = self._desk.keys.salt_of(self._path)
            if self._desk.keys.is_remembered(salt):
                self._ask(salt)
        except ReviewError as error:
            self._door.show_error(error)

    def ask_keychain(self) -> None:
        """Ask the keychain now."""
        try:
            self._ask(self._desk.keys.salt_of(self._path))
        except ReviewError as error:
            self._door.show_error(error)

    def _ask(self, salt: bytes) -> None:
        if self._asked is not None:
            return
        self._asked = Beside(self._desk.keys.recalling(salt), self)
        self._asked.done.connect(self._take)
        self._asked.failed.connect(self._tell)
        self._door.show_asking(True)
        self._asked.start()

    def _take(self, key: "FileKey | None") -> None:
        self._stop_asking()
        if key is None:
            self._door.show_error(NotRememberedError())
        else:
            self._stop_making()
            self._open(lambda: self._desk.open_by_keychain(self._path, key), key, Came())

    def _tell(self, error: ReviewError) -> None:
        self._stop_asking()
        if not self._is_open:
            self._door.show_error(error)

    def _try(self, typed: "Typed") -> None:
        """Make the key beside the window, for that takes a while by intention, and open the file with it."""
        came = Came(by_recovery_key=typed.is_recovery, is_remembered=self._door.is_remembered)
        is_recovery = typed.is_recovery
        self._stop_making()
        self._made = made = Beside(self._desk.keys.making(self._path, typed), self)
        made.done.connect(lambda key: self._try_key(key, came, is_recovery=is_recovery))
        made.failed.connect(self._refuse_key)
        self._door.show_opening(True)
        made.start()

    def _try_key(self, key: "FileKey", came: Came, *, is_recovery: bool) -> None:
        self._stop_making()
        self._open(lambda: self._desk.open_typed(self._path, key, is_recovery=is_recovery), key, came)

    def _refuse_key(self, error: ReviewError) -> None:
        self._stop_making()
        self._door.show_error(error)

    def _stop_making(self) -> None:
        """What comes of an earlier try is no longer wanted."""
        made, self._made = self._made, None
        if made is not None:
            made.forget()
            self._door.show_opening(False)

    def _open(self, work: "Callable[[], WorkspaceBridge]", key: "FileKey", came: Came) -> None:
        if self._is_open or self._is_upgrading:
            return
        try:
            bridge = work()
        except OlderFileError as error:
            if came.was_older:
                self._door.show_error(error)
            else:
                self._upgrade(work, key, came)
            return
        except ReviewError as error:
            self._door.show_error(error)
            return
        self._is_open = True
        self._stop_asking()
        self.opened.emit(bridge, came)

    def _upgrade(self, work: "Callable[[], WorkspaceBridge]", key: "FileKey", came: Came) -> None:
        """Bring the file up to date beside the window, and open it then."""
        self._is_upgrading = True
        self._door.show_opening(True)

        def done(copy: Path | None) -> None:
            end()
            self._open(work, key, replace(came, was_older=copy is not None))

        def refused(error: ReviewError) -> None:
            end()
            self._door.show_error(error)

        def end() -> None:
            self._is_upgrading = False
            self._door.show_opening(False)

        self._upgrades.begin(self._path, key, done, refused, self)

    def _stop_asking(self) -> None:
        """Whatever the keychain answers now is no longer wanted."""
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.forget()
            self._door.show_asking(False)
