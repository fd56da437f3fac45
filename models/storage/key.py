"""Makes a file's key from a passphrase.

A review file begins with its salt, 16 bytes in the clear: the letters PLB, the version of the key recipe, and
12 random bytes. Everything after them is encrypted. So a review file is recognised before it is opened, the
recipe can be made costlier later, and there is no second file to lose.
"""

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from types import MappingProxyType

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from models.storage.errors import NewerFileError, NoPassphraseError, NotAReviewFileError

SALT_LENGTH = 16
KEY_LENGTH = 32
MARK = b"PLB"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCost:
    """What one try of a passphrase costs, with Argon2id (RFC 9106)."""

    iterations: int
    lanes: int
    memory_kib: int


# Two derivations at once wait for each other in OpenSSL's pool of threads, both for ever, or one fails for
# want of memory (seen with cryptography 50).
_ONE_AT_A_TIME = Lock()

# Version 1: about 0.3 s on two cores; whoever guesses pays half a core-second and 64 MiB for each guess.
NEWEST_RECIPE = 1
RECIPES: Mapping[int, KeyCost] = MappingProxyType({1: KeyCost(iterations=10, lanes=4, memory_kib=64 * 1024)})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKey:
    """What opens one file: 32 secret bytes, and the salt with which the file begins."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def pragma(self) -> str:
        """The key as SQLCipher takes a raw one: 96 hexadecimal digits, key before salt."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def new_salt() -> bytes:
    """The beginning of a new file."""
    return MARK + bytes([NEWEST_RECIPE]) + secrets.token_bytes(SALT_LENGTH - len(MARK) - 1)


def check_salt(salt: bytes) -> None:
    """Refuse what a review file cannot begin with. Raises NotAReviewFileError or NewerFileError."""
    if len(salt) < SALT_LENGTH or not salt.startswith(MARK):
        raise NotAReviewFileError
    if salt[len(MARK)] > NEWEST_RECIPE:
        raise NewerFileError
    if salt[len(MARK)] not in RECIPES:
        raise NotAReviewFileError


def file_key(passphrase: str, salt: bytes, cost: KeyCost | None = None) -> FileKey:
    """The key of the file that begins with `salt`; `cost` stands in for the recipe's where speed is wanted.

    The passphrase is brought to Unicode's form C first: keyboards differ in how they send an accent.
    Raises NoPassphraseError, NotAReviewFileError or NewerFileError.
    """
    check_salt(salt)
    if not passphrase:
        raise NoPassphraseError
    cost = cost or RECIPES[salt[len(MARK)]]
    recipe = Argon2id(
        salt=salt,
        length=KEY_LENGTH,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    with _ONE_AT_A_TIME:
        return FileKey(secret=recipe.derive(words), salt=salt)
