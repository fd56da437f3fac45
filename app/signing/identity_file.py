"""Keeps a signing identity in a PKCS#12 file under a passphrase of its own; reads those of other makers."""

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from typing import Any

from asn1crypto import algos
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

from app.errors import ReviewError
from app.i18n import _
from app.signing.identity import Identity, UnfitIdentityError

_ROUNDS = 300_000
_MOST_ROUNDS = 5_000_000  # some seconds
_MOST_BYTES = 1024 * 1024
_BLOCK = 64  # of SHA-256
_FOR_MAC = b"\x03"  # RFC 7292, B.3


class NoIdentityPassphraseError(ReviewError):
    """An identity was to be made or opened with an empty passphrase."""

    title = "The identity's passphrase is empty"
    advice = "Type a passphrase of several words. Without one, whoever has the file could sign as you."


class NotAnIdentityError(ReviewError):
    """A file is no PKCS#12 file, or holds no certificate with its private key."""

    title = "This file holds no signing identity"
    advice = "Choose a file that ends in .p12 or .pfx and holds a certificate with its private key."


class WrongIdentityPassphraseError(ReviewError):
    """The passphrase does not open the identity."""

    title = "This passphrase does not open the identity"
    advice = "Type the identity's own passphrase, not that of the review file. Look at Caps Lock."


def write_identity(identity: Identity, passphrase: str) -> bytes:
    """The identity as PKCS#12, under AES-256 and PBKDF2. Raises NoIdentityPassphraseError."""
    if not passphrase:
        raise NoIdentityPassphraseError
    protection = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )
    friendly = identity.about.name.encode()
    data = pkcs12.serialize_key_and_certificates(
        friendly, identity.key, identity.certificate, identity.others or None, protection
    )
    return _with_costly_check(data, passphrase)


def read_identity(data: bytes, passphrase: str) -> Identity:
    """The identity in a PKCS#12 file, one's own or one that was made elsewhere.

    Raises NoIdentityPassphraseError, NotAnIdentityError or WrongIdentityPassphraseError.
    """
    if not passphrase:
        raise NoIdentityPassphraseError
    if _is_no_pkcs12(data) or len(data) > _MOST_BYTES:
        raise NotAnIdentityError
    if sum(_rounds(data)) > _MOST_ROUNDS:
        raise UnfitIdentityError(_("It was made so that opening it takes minutes."))
    try:
        found = pkcs12.load_pkcs12(data, passphrase.encode("utf-8", "surrogatepass"))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise WrongIdentityPassphraseError from error
    if found.key is None or found.cert is None:
        raise NotAnIdentityError
    if not isinstance(found.key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise UnfitIdentityError(_("Its key is of a kind that PDF readers do not know."))
    others = tuple(one.certificate for one in found.additional_certs)
    return Identity(certificate=found.cert.certificate, key=found.key, others=others)


def _with_costly_check(data: bytes, passphrase: str) -> bytes:
    """The file with a check value that is as costly to guess a passphrase by as its contents are.

    `cryptography` 50 makes it in 2,048 rounds whatever it is told, and the check is what a thief would try.
    """
    file = asn1_pkcs12.Pfx.load(data)
    salt = secrets.token_bytes(16)
    digest = hmac.digest(_mac_key(passphrase, salt), file["auth_safe"]["content"].native, "sha256")
    file["mac_data"] = asn1_pkcs12.MacData(
        {
            "mac": {"digest_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "digest": digest},
            "mac_salt": salt,
            "iterations": _ROUNDS,
        }
    )
    return bytes(file.dump(force=True))


def _rounds(data: bytes) -> Iterator[int]:
    """How often a digest is made to open a file, for each of its locks. Raises NotAnIdentityError.

    Somebody who sends an identity chooses these numbers: two thousand million rounds stop a program for long.
    """
    try:
        file = asn1_pkcs12.Pfx.load(data)
        yield int(file["mac_data"]["iterations"].native or 1)
        for content in file.authenticated_safe:
            if content["content_type"].native == "encrypted_data":
                yield _rounds_of(content["content"]["encrypted_content_info"]["content_encryption_algorithm"])
                continue
            for bag in asn1_pkcs12.SafeContents.load(content["content"].native):
                if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
                    yield _rounds_of(bag["bag_value"]["encryption_algorithm"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotAnIdentityError from error


# Any: asn1crypto's own type, which has no annotations.
def _rounds_of(lock: Any) -> int:
    """The rounds of one lock, by PKCS#12's own recipe or PBKDF2. ValueError for other recipes."""
    return int(lock.kdf_iterations)


def _mac_key(passphrase: str, salt: bytes) -> bytes:
    """RFC 7292, B.2, for SHA-256 and a key of its length."""
    password = passphrase.encode("utf-16-be") + b"\0\0"
    key = hashlib.sha256(_FOR_MAC * _BLOCK + _filled(salt) + _filled(password)).digest()
    for _round in range(_ROUNDS - 1):
        key = hashlib.sha256(key).digest()
    return key


def _filled(text: bytes) -> bytes:
    """The text over and over, up to whole blocks."""
    length = -(-len(text) // _BLOCK) * _BLOCK
    return (text * (length // len(text) + 1))[:length]


def _is_no_pkcs12(data: bytes) -> bool:
    """PKCS#12 is a DER or BER sequence that begins with the number 3."""
    return not data.startswith(b"\x30") or b"\x02\x01\x03" not in data[:16]
