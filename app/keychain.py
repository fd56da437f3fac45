"""Keeps the key of a review file in the system's keychain, where a person wants that: never in plain text.

Only keychains that belong to a system are used; whatever else `keyring` may have been set up with, among it
backends that write plain text, counts as none. A keychain may ask its owner to unlock it, or not answer at
all, so every call runs beside the caller and ends in time. What is kept is named by the salt of the file: it
is nobody's name, and changes with the passphrase.
"""

import os
from collections.abc import Callable
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from app.errors import ReviewError
from app.i18n import _
from models.storage.key import KEY_LENGTH, FileKey

SERVICE = "Plumbline review file"
IDENTITY_SERVICE = "Plumbline signing identity"
SECONDS = 30.0
_OURS = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
)
_CHOICE = "PYTHON_KEYRING_BACKEND"
T = TypeVar("T")


class NoKeychainError(ReviewError):
    """This computer has no keychain that Plumbline may use."""

    title = "There is no keychain on this computer"
    advice = "The passphrase opens the file as always. Nothing was remembered."


class KeychainLockedError(ReviewError):
    """The keychain is locked, and was not unlocked when it asked."""

    title = "The keychain is locked"
    advice = "Unlock it in the system's own settings and try again, or type the passphrase."


class KeychainSilentError(ReviewError):
    """The keychain did not answer in time."""

    title = "The keychain does not answer"
    advice = "It may be waiting in another window to be unlocked. Type the passphrase to go on."


class KeychainFailedError(ReviewError):
    """The keychain refused, for a reason of its own."""

    title = "The keychain could not do it"
    advice = "Type the passphrase to go on. The system's own keychain program may say more."


class Keychain:
    """The system's keychain. `seconds` is how long one call may take before it counts as not answered."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds

    @property
    def words(self) -> str:
        """What the keychain is called. Raises NoKeychainError or KeychainSilentError."""
        return self._ask(lambda: _backend().name)

    def remember(self, key: FileKey) -> None:
        """Keep the key of a file. Raises ReviewError, see the classes above; then nothing was kept."""
        name, secret = key.salt.hex(), key.secret.hex()
        self._ask(lambda: _backend().set_password(SERVICE, name, secret))
        if self.recall(key.salt) != key:
            raise KeychainFailedError

    def recall(self, salt: bytes) -> FileKey | None:
        """The key of the file that begins with `salt`, or None. Raises ReviewError as above."""
        kept = self._ask(lambda: _backend().get_password(SERVICE, salt.hex()))
        try:
            secret = bytes.fromhex(kept or "")
        except ValueError:
            return None
        return FileKey(secret=secret, salt=salt) if len(secret) == KEY_LENGTH else None

    def forget(self, salt: bytes) -> bool:
        """No longer keep a key; False where none was kept. Raises ReviewError as above."""
        return self._deleted(SERVICE, salt.hex())

    def remember_passphrase(self, certificate: str, passphrase: str) -> None:
        """Keep an identity's passphrase; `certificate` is its SHA-256. Raises ReviewError as above."""
        self._ask(lambda: _backend().set_password(IDENTITY_SERVICE, certificate, passphrase))
        if self.recall_passphrase(certificate) != passphrase:
            raise KeychainFailedError

    def recall_passphrase(self, certificate: str) -> str | None:
        """The passphrase of an identity, or None. Raises ReviewError as above."""
        return self._ask(lambda: _backend().get_password(IDENTITY_SERVICE, certificate))

    def forget_passphrase(self, certificate: str) -> bool:
        """No longer keep a passphrase; False where none was kept. Raises ReviewError as above."""
        return self._deleted(IDENTITY_SERVICE, certificate)

    def _deleted(self, service: str, name: str) -> bool:
        try:
            self._ask(lambda: _backend().delete_password(service, name))
        except KeychainFailedError as error:
            if isinstance(error.__cause__, PasswordDeleteError):
                return False
            raise
        return True

    def _ask(self, work: Callable[[], T]) -> T:
        """Run one call beside the caller; it is left to itself when it takes too long."""
        came: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

        def run() -> None:
            try:
                came.put((work(), None))
            except BaseException as error:  # noqa: BLE001  (told to whoever waits)
                came.put((None, error))

        Thread(target=run, name="keychain", daemon=True).start()
        try:
            result, error = came.get(timeout=self._seconds)
        except Empty:
            raise KeychainSilentError from None
        if error is not None:
            raise _meant(error) from error
        return result  # type: ignore[return-value]  # None only where T is


def is_there() -> bool:
    """Whether this computer has a keychain that may be used; asks nobody to unlock anything."""
    try:
        Keychain(seconds=5.0).words  # noqa: B018  (asked for its errors)
    except ReviewError:
        return False
    return True


def notice() -> str:
    """What to say where there is no keychain."""
    return _("There is no keychain on this computer: the passphrase is asked for each time.")


def _backend() -> KeyringBackend:
    """The first of our backends that works here. Raises NoKeychainError."""
    chosen = os.environ.get(_CHOICE, "")
    if chosen and chosen not in {f"{module}.{name}" for module, name in _OURS}:
        raise NoKeychainError
    for module, name in _OURS:
        try:
            kind = getattr(import_module(module), name)
            if kind.viable:
                backend: KeyringBackend = kind()
                return backend
        except (ImportError, AttributeError, KeyringError, RuntimeError, OSError):
            continue
    raise NoKeychainError


def _meant(error: BaseException) -> BaseException:
    match error:
        case ReviewError():
            return error
        case KeyringLocked() | InitError():  # a keychain is there, and was not opened
            return KeychainLockedError()
        case KeyringError() | OSError() | RuntimeError():
            return KeychainFailedError()
        case _:
            return error
