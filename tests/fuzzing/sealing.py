"""Makes a review file of plain pages, as somebody could who sends a file together with its passphrase."""

import hashlib
import hmac
from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.storage.key import MARK, FileKey
from models.storage.pages import PAGE, USABLE, _hmac_key

PLAIN = b"SQLite format 3\x00"
_VECTOR = bytes(16)


def sealing_key() -> FileKey:
    """Made anew each time: other tests look for keys that are left in memory."""
    return FileKey(secret=hashlib.sha256(b"fuzz").digest(), salt=MARK + b"\x01" + b"fuzzed files")


def review_file(data: bytes) -> bytes:
    """The file whose pages are those of a plain database; what is no such database stays as it is."""
    return b"".join(_sealed(data)) if data.startswith(PLAIN) else data


def _sealed(plain: bytes) -> Iterator[bytes]:
    key = sealing_key()
    seal = _hmac_key(key)
    for number, start in enumerate(range(0, len(plain), USABLE), start=1):
        page = plain[start : start + USABLE].ljust(USABLE, b"\0")
        head = key.salt if number == 1 else b""
        encryptor = Cipher(algorithms.AES(key.secret), modes.CBC(_VECTOR)).encryptor()
        body = encryptor.update(page[len(head) :]) + encryptor.finalize() + _VECTOR
        tag = hmac.digest(seal, body + number.to_bytes(4, "little"), "sha512")
        made = head + body + tag
        assert len(made) == PAGE
        yield made
