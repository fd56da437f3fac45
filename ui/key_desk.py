"""What the window asks the program about keys; each part is imported when it is first asked for.

Calls to the keychain are given as functions of no arguments, to be run beside the window.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.file_keys import FileKey, Typed
    from app.recovery_sheet import RecoverySheet
    from app.rekeying import Cleared
    from app.workspace import Workspace

KEYCHAIN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Came:
    """How a file came to be open: made just now, by its recovery key, and whether it shall be remembered.

    `was_older` where it had to be brought up to date first.
    """

    is_new: bool = False
    by_recovery_key: bool = False
    is_remembered: bool = False
    was_older: bool = False


class KeyDesk:
    """Keys of files and the keychain that may keep them. `folder` is where a person's settings are kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def salt_of(self, path: Path) -> bytes:
        """The salt with which a file begins. Raises ReviewError where it is none of ours."""
        from app.file_keys import salt_of  # noqa: PLC0415

        return salt_of(path)

    def is_remembered(self, salt: bytes) -> bool:
        """Whether the keychain was given the key of this file here."""
        from app.remembering import is_remembered  # noqa: PLC0415

        return is_remembered(salt, self._folder)

    def recalling(self, salt: bytes) -> "Callable[[], FileKey | None]":
        """Asks the keychain for the key of a file."""
        from app.keychain import Keychain  # noqa: PLC0415
        from app.remembering import recall  # noqa: PLC0415

        return lambda: recall(salt, Keychain(KEYCHAIN_SECONDS), self._folder)

    def remembering(self, workspace: "Workspace") -> Callable[[], None]:
        """Gives the open file's key to the keychain."""
        from app.keychain import Keychain  # noqa: PLC0415
        from app.remembering import remember  # noqa: PLC0415

        key = workspace.store.key
        return lambda: remember(key, Keychain(KEYCHAIN_SECONDS), self._folder)

    def forgetting(self, workspace: "Workspace") -> Callable[[], bool]:
        """Takes the open file's key out of the keychain; gives whether it was there."""
        from app.keychain import Keychain  # noqa: PLC0415
        from app.remembering import forget  # noqa: PLC0415

        salt = workspace.store.key.salt
        return lambda: forget(salt, Keychain(KEYCHAIN_SECONDS), self._folder)

    def renewing(self, before: bytes, workspace: "Workspace") -> Callable[[], bool]:
        """Puts the open file's key in the place of its earlier one, if the keychain had that."""
        from app.keychain import Keychain  # noqa: PLC0415
        from app.remembering import renew  # noqa: PLC0415

        key = workspace.store.key
        return lambda: renew(before, key, Keychain(KEYCHAIN_SECONDS), self._folder)

    def making(self, path: Path, typed: "Typed") -> "Callable[[], FileKey]":
        """Makes the key of a file out of what was typed, in half a second; it raises ReviewError."""
        from app.file_keys import key_of, salt_of  # noqa: PLC0415

        return lambda: key_of(typed, salt_of(path))

    def making_new(self, passphrase: str) -> "Callable[[], FileKey]":
        """Makes the key of a file that is not there yet, in half a second."""
        from app.rekeying import new_key  # noqa: PLC0415

        return lambda: new_key(passphrase)

    def proving(self, typed: "Typed | None", workspace: "Workspace") -> Callable[[], None]:
        """Raises ReviewError where what was typed does not open the open file; None needs no proof."""
        from app.file_keys import proven  # noqa: PLC0415

        key = workspace.store.key
        return lambda: None if typed is None else proven(typed, key)

    def proving_and_making(
        self, typed: "Typed | None", passphrase: str, workspace: "Workspace"
    ) -> "Callable[[], FileKey]":
        """As `proving`, and then makes the key of a new passphrase."""
        from app.rekeying import new_key  # noqa: PLC0415

        prove = self.proving(typed, workspace)

        def make() -> "FileKey":
            prove()
            return new_key(passphrase)

        return make

    def change_key(self, workspace: "Workspace", key: "FileKey") -> bytes:
        """Put the open file under a new key; gives the salt of the earlier one. Raises ReviewError."""
        from app.rekeying import change_key  # noqa: PLC0415

        before = workspace.store.key.salt
        change_key(workspace, key)
        return before

    def copies(self, workspace: "Workspace") -> int:
        """How many copies of the open file there are."""
        from app.rekeying import copies  # noqa: PLC0415

        return len(copies(workspace))

    def earlier_copies(self, workspace: "Workspace") -> int:
        """How many copies of the open file open with an earlier passphrase only."""
        from app.rekeying import earlier_copies  # noqa: PLC0415

        return len(earlier_copies(workspace))

    def replace_copies(self, workspace: "Workspace") -> "Cleared":
        """Make a copy under the present passphrase, and destroy the earlier ones. Raises NoCopyMadeError."""
        from app.rekeying import replace_earlier_copies  # noqa: PLC0415

        return replace_earlier_copies(workspace)

    def sheet(self, workspace: "Workspace") -> "RecoverySheet":
        """The recovery sheet of the open file."""
        from app.recovery_sheet import recovery_sheet  # noqa: PLC0415

        return recovery_sheet(workspace)

    def sheet_as_pdf(self, sheet: "RecoverySheet") -> bytes:
        """The sheet as a PDF."""
        from app.reporting.recovery_sheet import recovery_sheet_pdf  # noqa: PLC0415  (loads ReportLab)

        return recovery_sheet_pdf(sheet)
