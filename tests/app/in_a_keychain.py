"""What a person does with a keychain, in a session that has one: `python in_a_keychain.py SCENARIO`."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from app.errors import ReviewError
from app.keychain import Keychain, is_there
from app.own_identities import OwnIdentity, forget_passphrase, own_identities, remember_passphrase
from models.storage.key import FileKey, new_salt

KEY = FileKey(secret=bytes(range(32)), salt=new_salt())


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")


def attempt(keychain: Keychain) -> str:
    began = time.monotonic()
    try:
        keychain.remember(KEY)
    except ReviewError as error:
        return f"{type(error).__name__} {'in time' if time.monotonic() - began < 8 else 'too late'}"
    return "remembered"


def whole() -> None:
    keychain = Keychain()
    say(is_there())
    say(keychain.recall(KEY.salt))
    keychain.remember(KEY)
    say(Keychain().recall(KEY.salt) == KEY)
    say(keychain.forget(KEY.salt))
    say(keychain.forget(KEY.salt))
    say(Keychain().recall(KEY.salt))


def identity() -> None:
    """A passphrase of a signing identity, on the list of this computer, and off it again."""
    keychain, folder = Keychain(), Path(os.environ["XDG_CONFIG_HOME"])
    own = OwnIdentity(
        path=Path("/keys/ana.p12"), name="Ana", certificate="ab" * 32, valid_until=date(2029, 1, 1)
    )
    remember_passphrase(own, "five calm owls", keychain, folder)
    (listed,) = own_identities(folder)
    say(listed.is_remembered)
    say(Keychain().recall_passphrase(own.certificate))
    say("five calm owls" in (folder / "identities.json").read_text("utf-8"))
    say(forget_passphrase(listed, keychain, folder))
    say(forget_passphrase(listed, keychain, folder))
    say(own_identities(folder)[0].is_remembered)


def locked() -> None:
    say(attempt(Keychain(seconds=3)))


def killed() -> None:
    keychain = Keychain(seconds=5)
    say(attempt(keychain))
    for process in subprocess.run(
        ["pgrep", "-f", "gnome-keyring-daemon", "-U", str(os.getuid())],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split():
        if process in os.environ["ONLY_THIS_DAEMON"].split():
            os.kill(int(process), signal.SIGKILL)
    say(attempt(keychain))


{"whole": whole, "identity": identity, "locked": locked, "killed": killed}[sys.argv[1]]()
