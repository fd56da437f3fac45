"""The signing identities that a person uses on this computer: where their files are, and whose they are.

The files themselves are encrypted, and so is the name in them; what stands here is the person's own name and
the digits of the public certificate, so that they can choose before a passphrase is typed. Nobody is on the
list who did not ask for it: a sponsor who signs on a consultant's laptop leaves no trace here.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ReviewError
from app.own_folders import config_folder
from app.settings import SettingsNotSavedError, keep

if TYPE_CHECKING:
    from app.keychain import Keychain

MOST_KEPT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIdentity:
    """An identity on the list. `certificate` is the SHA-256 of its certificate, 64 hex digits.

    `is_remembered` where the keychain was given its passphrase from here.
    """

    path: Path
    name: str
    certificate: str
    valid_until: date
    is_remembered: bool = False


def own_identities(folder: Path | None = None) -> tuple[OwnIdentity, ...]:
    """The identities used here, the one used last first; nothing where the list is missing or unreadable."""
    try:
        lines = json.loads(_place(folder).read_text("utf-8"))
        return tuple(_from_json(line) for line in lines)
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def put_first(identity: OwnIdentity, folder: Path | None = None) -> None:
    """Put an identity at the top of the list. Raises SettingsNotSavedError."""
    others = [one for one in own_identities(folder) if one.certificate != identity.certificate]
    _keep([identity, *others][:MOST_KEPT], folder)


def strike_off(certificate: str, folder: Path | None = None) -> None:
    """Take an identity off the list; its file is left alone. Raises SettingsNotSavedError."""
    _keep([one for one in own_identities(folder) if one.certificate != certificate], folder)


def remember_passphrase(
    identity: OwnIdentity, passphrase: str, keychain: "Keychain", folder: Path | None = None
) -> None:
    """Let the keychain keep the passphrase of an identity. Raises ReviewError; then nothing is kept."""
    keychain.remember_passphrase(identity.certificate, passphrase)
    try:
        put_first(replace(identity, is_remembered=True), folder)
    except SettingsNotSavedError:
        with suppress(ReviewError):
            keychain.forget_passphrase(identity.certificate)
        raise


def forget_passphrase(identity: OwnIdentity, keychain: "Keychain", folder: Path | None = None) -> bool:
    """Let the keychain forget it; False where it kept none. Raises the errors of app.keychain."""
    was_kept = keychain.forget_passphrase(identity.certificate)
    with suppress(SettingsNotSavedError):
        _keep(
            [
                replace(one, is_remembered=False) if one.certificate == identity.certificate else one
                for one in own_identities(folder)
            ],
            folder,
        )
    return was_kept


def _from_json(line: dict[str, object]) -> OwnIdentity:
    certificate = str(line["certificate"])
    if len(bytes.fromhex(certificate)) != 32:
        raise ValueError("no SHA-256")
    return OwnIdentity(
        path=Path(str(line["path"])),
        name=str(line["name"]),
        certificate=certificate,
        valid_until=date.fromisoformat(str(line["valid_until"])),
        is_remembered=line.get("is_remembered") is True,
    )


def _keep(identities: list[OwnIdentity], folder: Path | None) -> None:
    lines = [
        {**asdict(one), "path": str(one.path), "valid_until": one.valid_until.isoformat()}
        for one in identities
    ]
    keep(_place(folder), json.dumps(lines, ensure_ascii=False, indent=1))


def _place(folder: Path | None) -> Path:
    return (folder or config_folder()) / "identities.json"
