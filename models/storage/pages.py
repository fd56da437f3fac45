"""Reads a file page by page past SQLite, for a file that SQLite no longer opens: each page proves itself.

SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): pages of 4,096 bytes, of which the last 80 hold a
16-byte initialisation vector and an HMAC-SHA512; AES-256-CBC; the HMAC's key comes out of the file's key by
two rounds of PBKDF2 over the salt, each byte of it XOR 0x3A. Page 1 begins with the salt in the clear.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.storage.key import SALT_LENGTH, FileKey

PAGE = 4096
RESERVE = 80
USABLE = PAGE - RESERVE
_IV, _HMAC_ROUNDS, _HMAC_SALT_MASK = 16, 2, 0x3A
_MAGIC = b"SQLite format 3\x00"
_WAL_HEADER, _FRAME_HEADER = 32, 24


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that could be read, by number from 1, each of USABLE bytes; and the numbers of the others."""

    good: Mapping[int, bytes] = field(repr=False)
    bad: tuple[int, ...] = ()


def readable_pages(path: Path, key: FileKey) -> Pages:
    """Every page of a file that is as it was written, the newest state of each.

    What stands in a -wal file beside it is read up to its last commit. Raises OSError.
    """
    seal = _hmac_key(key)
    content = path.read_bytes()
    numbers = range(1, -(-len(content) // PAGE) + 1)
    found = {n: _opened(content[(n - 1) * PAGE : n * PAGE], n, key, seal) for n in numbers}
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        for n, raw in _committed(log.read_bytes()).items():
            page = _opened(raw, n, key, seal)
            found[n] = page if page is not None else found.get(n)
    good = {n: page for n, page in found.items() if page is not None}
    return Pages(good, tuple(n for n, page in found.items() if page is None))


def _hmac_key(key: FileKey) -> bytes:
    salt = bytes(byte ^ _HMAC_SALT_MASK for byte in key.salt)
    return hashlib.pbkdf2_hmac("sha512", key.secret, salt, _HMAC_ROUNDS, len(key.secret))


def _opened(raw: bytes, number: int, key: FileKey, seal: bytes) -> bytes | None:
    """The plain page, or None where its seal does not fit."""
    if len(raw) != PAGE:
        return None
    start = SALT_LENGTH if number == 1 else 0
    sealed, vector, tag = raw[start:USABLE], raw[USABLE : USABLE + _IV], raw[USABLE + _IV :]
    wanted = hmac.digest(seal, sealed + vector + number.to_bytes(4, "little"), "sha512")
    if not hmac.compare_digest(wanted, tag):
        return None
    decryptor = Cipher(algorithms.AES(key.secret), modes.CBC(vector)).decryptor()
    plain = decryptor.update(sealed) + decryptor.finalize()
    return (_MAGIC if number == 1 else b"") + plain


def _committed(log: bytes) -> dict[int, bytes]:
    """The pages in a -wal file up to its last commit (https://sqlite.org/fileformat2.html#walformat)."""
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    salts = log[16:24]
    for header, page in _frames(log):
        if header[8:16] != salts:
            break  # left over from before the log began anew
        waiting[int.from_bytes(header[:4])] = page
        if int.from_bytes(header[4:8]):
            committed |= waiting
            waiting = {}
    return committed


def _frames(log: bytes) -> Iterator[tuple[bytes, bytes]]:
    whole = _FRAME_HEADER + PAGE
    for start in range(_WAL_HEADER, len(log) - whole + 1, whole):
        yield log[start : start + _FRAME_HEADER], log[start + _FRAME_HEADER : start + whole]
