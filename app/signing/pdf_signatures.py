"""Reads what a PDF holds of signatures, fields and attached files, and does the sums of cryptography.

Nothing is judged here. Importing this loads pyHanko, which takes a while: import it where it is wanted.
"""

import hashlib
import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from asn1crypto import cms, core
from cryptography import x509
from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import CMSExtractionError, SigningError, find_unique_cms_attribute
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from app.errors import ReviewError

T = TypeVar("T")
STRONG = frozenset({"sha256", "sha384", "sha512"})
MOST_BYTES = 256 * 1024 * 1024
_MOST_INSIDE = 128 * 1024 * 1024
_NO_PARAMETERS = frozenset({b"", b"\x05\x00"})
_VERSIONS = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}  # by how the signer is named
_DESCRIBING = ("/Title", "/Author", "/Subject", "/Keywords")
# What pyHanko and the libraries below it raise on bytes that nobody meant to be a PDF.
_BROKEN = (
    PdfError, SigningError, CMSExtractionError, ValueError, LookupError, TypeError, AttributeError,
    ArithmeticError, AssertionError, NotImplementedError, RecursionError, OSError, zlib.error, struct.error,
)  # fmt: skip


class NotReadableAsPdfError(ReviewError):
    """A file is no PDF, or so damaged that it cannot be read as one."""

    title = "This file cannot be read as a PDF"
    advice = "It is something else, or it was damaged on its way. Ask for it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSignature:
    """One signature, as found.

    `digest_fits`: the bytes it covers are those that were signed. `is_genuine`: it was made with the key of
    the certificate, which it names. `covers_all`: no byte of the file lies outside of it. `is_strong`: its
    digest is none of the broken ones. `changes_are_allowed` is about what was added later; `revision` counts
    from 0, as the file grew; `end` is where its revision ends.
    """

    field: str
    digest_fits: bool
    is_genuine: bool
    covers_all: bool
    changes_are_allowed: bool
    is_strong: bool
    locks: bool
    revision: int
    end: int
    at: datetime | None
    certificate: x509.Certificate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPdf:
    """What a PDF holds.

    `fields` are its signature fields, signed or not; `described` is what each revision says of the document
    as a whole: title, author, subject, keywords; `inside` are its associated files by name.
    """

    fields: tuple[str, ...]
    signatures: tuple[FoundSignature, ...]
    revisions: int
    described: tuple[Mapping[str, str], ...]
    inside: Mapping[str, bytes]


def signed_pdf(data: bytes) -> SignedPdf:
    """Everything about the signatures in a PDF. Raises NotReadableAsPdfError."""
    return _understood(lambda: _signed_pdf(data))


def files_inside(data: bytes) -> Mapping[str, bytes]:
    """The files attached to a PDF, by name. Raises NotReadableAsPdfError."""
    return _understood(lambda: dict(_files(_opened(data))))


def _understood(read: Callable[[], T]) -> T:
    try:
        return read()
    except _BROKEN as error:
        raise NotReadableAsPdfError from error


def _opened(data: bytes) -> PdfFileReader:
    if len(data) > MOST_BYTES:
        raise PdfError("larger than any report")
    return PdfFileReader(io.BytesIO(data))


def _signed_pdf(data: bytes) -> SignedPdf:
    reader = _opened(data)
    revisions = reader.xrefs.total_revisions
    return SignedPdf(
        fields=tuple(name for name, _value, _place in enumerate_sig_fields(reader)),
        signatures=tuple(_found(one, data) for one in reader.embedded_signatures),
        revisions=revisions,
        described=tuple(_described(reader, revision) for revision in range(revisions)),
        inside=dict(_files(reader)),
    )


def _found(one: EmbeddedPdfSignature, data: bytes) -> FoundSignature:
    start, before, after, length = (int(number) for number in one.byte_range)
    try:
        one.compute_integrity_info()
        allowed = bool(one.summarise_integrity_info()["docmdp_ok"])
        certificate = one.signer_cert
        fits, genuine = validate_sig_integrity(one.signer_info, certificate, "data", one.compute_digest())
        known: x509.Certificate | None = x509.load_der_x509_certificate(certificate.dump())
        genuine = genuine and _is_in_order(one) and _names_its_certificate(one, certificate.dump())
    except _BROKEN:
        fits = genuine = allowed = False
        known = None
    hole = data[before:after] if start == 0 else b""
    return FoundSignature(
        field=str(one.field_name),
        digest_fits=fits,
        is_genuine=genuine,
        covers_all=after + length == len(data) and _is_filled_by(hole, one.pkcs7_content),
        changes_are_allowed=allowed,
        is_strong=one.md_algorithm in STRONG,
        locks=one.docmdp_level is not None and one.docmdp_level.value == 1,
        revision=one.signed_revision,
        end=after + length,
        at=_moment(one),
        certificate=known,
    )


def _is_filled_by(hole: bytes, content: bytes) -> bool:
    """Whether what lies between the two signed ranges is the signature, padded with noughts, and no more."""
    padding = content[len(core.load(content).dump()) :]
    digits = content.hex().encode("ascii")
    return hole in {b"<%b>" % digits, b"<%b>" % digits.upper()} and not any(padding)


def _is_in_order(one: EmbeddedPdfSignature) -> bool:
    """Whether also that part of the signature is as it must be which no digest covers (RFC 5652, 5.1)."""
    length = len(core.load(one.pkcs7_content).dump())
    outer: Any = cms.ContentInfo.load(one.pkcs7_content[:length], strict=True)
    inner = outer["content"]
    signer = one.signer_info["sid"].name
    named = [*inner["digest_algorithms"], one.signer_info["digest_algorithm"]]
    certificates = [item.chosen.dump() for item in inner["certificates"]]
    return (
        outer["content_type"].native == "signed_data"
        and {inner["version"].native, one.signer_info["version"].native} == {_VERSIONS[signer]}
        and [item["algorithm"].native for item in named] == [one.md_algorithm] * 2
        and all(item["parameters"].dump() in _NO_PARAMETERS for item in named)
        and inner["encap_content_info"]["content_type"].native == "data"
        and inner["encap_content_info"]["content"].native is None
        and len(inner["signer_infos"]) == 1
        and len(set(certificates)) == len(certificates)
    )


def _names_its_certificate(one: EmbeddedPdfSignature, certificate: bytes) -> bool:
    """Whether the signature binds this very certificate, and not another one with the same key."""
    named: Any = find_unique_cms_attribute(one.signer_info["signed_attrs"], "signing_certificate_v2")
    first = named["certs"][0]
    algorithm = first["hash_algorithm"]["algorithm"].native
    return bool(first["cert_hash"].native == hashlib.new(algorithm, certificate).digest())


def _moment(one: EmbeddedPdfSignature) -> datetime | None:
    try:
        at = one.self_reported_timestamp
    except _BROKEN:
        return None
    return at.astimezone(UTC) if at is not None else None


def _described(reader: PdfFileReader, revision: int) -> Mapping[str, str]:
    historical = reader.get_historical_resolver(revision)
    try:
        reference = historical.trailer_view.raw_get("/Info").reference
    except KeyError:
        return {}
    about = historical.get_object(reference)  # by itself, the trailer would lead to the newest one
    return {name: str(about[name]) for name in _DESCRIBING if name in about}


def _files(reader: PdfFileReader) -> Iterator[tuple[str, bytes]]:
    """The associated files of the document (ISO 32000-2, 14.13): those that the report itself put there."""
    left = _MOST_INSIDE
    for specification in reader.root.get("/AF", ()):
        found = specification.get_object()
        if not isinstance(found, DictionaryObject):
            continue
        content = _unpacked(found["/EF"]["/F"], left)
        left -= len(content)
        yield str(found["/UF"]), content


def _unpacked(stream: StreamObject, most: int) -> bytes:
    """What a stream holds, packed as our reports pack it; PdfError where that would be more than `most`."""
    packing = stream.get("/Filter")
    if packing != "/FlateDecode" and list(packing or ()) != ["/FlateDecode"]:
        raise PdfError("packed as no report of ours is")
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(stream.encoded_data, most)
    if not unpacking.eof:
        raise PdfError("more attached than any review holds, or cut off")
    return content
