"""Keeps signed reports, and pictures of signatures made by hand, inside the review file that records them."""

import io

from app.errors import ReviewError
from models.sign_off import Signed
from models.storage import Store


def keep_report(store: Store, data: bytes) -> bool:
    """Keep a copy of a signed report; False where there is no room for it, which is no reason not to sign."""
    try:
        store.attach(io.BytesIO(data))
    except ReviewError:
        return False
    return True


def kept_file(store: Store, signed: Signed) -> bytes | None:
    """The report or picture that a signature is recorded for, or None where the file does not hold it."""
    try:
        return b"".join(store.read_attached(signed.file))
    except ReviewError:
        return None
