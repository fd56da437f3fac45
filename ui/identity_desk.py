"""What the window asks the program about signing identities; each part is imported when it is first used.

What takes a moment (making and opening an identity, the keychain) is given as a function of no arguments, to
be run beside the window.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ReviewError
from app.own_identities import OwnIdentity, own_identities, put_first, strike_off
from ui.key_desk import KEYCHAIN_SECONDS

if TYPE_CHECKING:
    from app.signing.identity import Identity
    from app.signing.identity_places import NewIdentity


@dataclass(frozen=True, slots=True)
class ToOpen:
    """An identity that somebody wants to use: its file, and its passphrase, or where the keychain has it."""

    path: Path
    passphrase: str = field(repr=False)
    own: OwnIdentity | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An identity, open, with the passphrase that opened it, which a keychain may be asked to keep."""

    identity: "Identity"
    path: Path
    passphrase: str = field(repr=False)


class IdentityDesk:
    """`folder` is where a person's settings are kept; None is the person's own place for that."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @property
    def own(self) -> tuple[OwnIdentity, ...]:
        """The identities that are used on this computer, the one used last first."""
        return own_identities(self._folder)

    def making(self, wanted: "NewIdentity") -> Callable[[], Opened]:
        """Makes an identity and its file. Raises ReviewError; then there is no file."""
        from app.signing.identity import now  # noqa: PLC0415
        from app.signing.identity_places import make_identity  # noqa: PLC0415

        return lambda: Opened(make_identity(wanted, now()), wanted.path, wanted.passphrase)

    def opening(self, wanted: ToOpen) -> Callable[[], Opened]:
        """Opens an identity; where nothing was typed the keychain is asked. Raises ReviewError."""

        def work() -> Opened:
            from app.keychain import Keychain  # noqa: PLC0415
            from app.signing.identity_places import open_identity  # noqa: PLC0415

            passphrase = wanted.passphrase
            if not passphrase and wanted.own is not None and wanted.own.is_remembered:
                passphrase = Keychain(KEYCHAIN_SECONDS).recall_passphrase(wanted.own.certificate) or ""
            return Opened(open_identity(wanted.path, passphrase), wanted.path, passphrase)

        return work

    def remembering(self, opened: Opened) -> Callable[[], None]:
        """Lets the keychain keep the passphrase of an open identity. Raises ReviewError."""
        from app.keychain import Keychain  # noqa: PLC0415
        from app.own_identities import remember_passphrase  # noqa: PLC0415
        from app.signing.identity_places import as_own  # noqa: PLC0415

        own = as_own(opened.identity, opened.path)
        keychain, folder = Keychain(KEYCHAIN_SECONDS), self._folder
        return lambda: remember_passphrase(own, opened.passphrase, keychain, folder)

    def forgetting(self, own: OwnIdentity) -> Callable[[], bool]:
        """Lets the keychain forget the passphrase of an identity. Raises ReviewError."""
        from app.keychain import Keychain  # noqa: PLC0415
        from app.own_identities import forget_passphrase  # noqa: PLC0415

        keychain, folder = Keychain(KEYCHAIN_SECONDS), self._folder
        return lambda: forget_passphrase(own, keychain, folder)

    def note_use(self, opened: Opened) -> None:
        """Put an identity first on the list; a list that cannot be kept is no reason not to sign."""
        from app.signing.identity_places import as_own  # noqa: PLC0415

        own = as_own(opened.identity, opened.path)
        known = next((one for one in self.own if one.certificate == own.certificate), None)
        with suppress(ReviewError):
            put_first(replace(own, is_remembered=known is not None and known.is_remembered), self._folder)

    def strike_off(self, own: OwnIdentity) -> None:
        """Take an identity off the list. Raises SettingsNotSavedError."""
        strike_off(own.certificate, self._folder)

    def give_out(self, opened: Opened, path: Path) -> None:
        """Write the public certificate. Raises ReviewError."""
        from app.signing.identity_places import give_out  # noqa: PLC0415

        give_out(opened.identity, path)
