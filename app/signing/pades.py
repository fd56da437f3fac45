"""Puts a digital signature into a report: PAdES B-B over SHA-256, offline (ETSI EN 319 142-1).

Importing this loads pyHanko, which takes a while: import it where a signature is wanted.
"""

import io
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from app.day_words import short_day
from app.errors import ReviewError
from app.i18n import _
from app.reporting.stamp import Stamp, stamp_bytes
from app.signing.identity import Identity
from models.sign_off import SignRole


class NotForSignatureError(ReviewError):
    """A PDF has no field for this signature, or it is signed already."""

    title = "This report cannot be signed here"
    advice = "Take the report as 'plumbline sign' wrote it, unchanged, and sign in an empty field."


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What a signature says beside the report itself: as what, at what time by this computer's clock."""

    role: SignRole
    position: str
    seal: str
    at: datetime


def signed_bytes(report: bytes, identity: Identity, signing: Signing) -> bytes:
    """The report with one more signature, added behind its last byte; what was there stays as it is.

    The reviewer's signature certifies the report: from then on fields may be filled, and nothing else. The
    sponsor's comes last and locks it. Raises NotForSignatureError.
    """
    certifies = signing.role is SignRole.REVIEWER
    what = PdfSignatureMetadata(
        field_name=signing.role.value,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certifies,
        docmdp_permissions=MDPPerm.FILL_FORMS if certifies else MDPPerm.NO_CHANGES,
        name=identity.about.name,
        reason=_("Signs the review with the seal {digits}").format(digits=signing.seal),
    )
    out = io.BytesIO()
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(report))
        box = _box_of(writer.prev, signing.role.value)
        style = StaticStampStyle(
            border_width=0,
            background=_Drawn(stamp_bytes(_stamp(identity, signing), box[0] / box[1])),
            background_layout=SimpleBoxLayoutRule(
                x_align=AxisAlignment.ALIGN_MID,
                y_align=AxisAlignment.ALIGN_MID,
                margins=Margins.uniform(0),
            ),
        )
        signer = _SignerAt(what, signer=_signer(identity), stamp_style=style)
        signer.at = signing.at
        signer.sign_pdf(writer, output=out)
    except (PdfError, SigningError, ValueError) as error:
        raise NotForSignatureError from error
    return out.getvalue()


def _box_of(reader: PdfFileReader, field: str) -> tuple[float, float]:
    """Width and height of an empty field. Raises NotForSignatureError."""
    for name, value, place in enumerate_sig_fields(reader):
        if name == field and value is None:
            left, bottom, right, top = (float(one) for one in place.get_object()["/Rect"])
            return right - left, top - bottom
    raise NotForSignatureError


def _stamp(identity: Identity, signing: Signing) -> Stamp:
    at = _("Signed {day}, {at:%H:%M} UTC, by the signer's own clock").format(
        day=short_day(signing.at), at=signing.at
    )
    about = identity.about
    return Stamp(
        name=about.name,
        position=signing.position,
        at=at,
        certificate=about.fingerprint,
        seal=signing.seal,
    )


def _signer(identity: Identity) -> SimpleSigner:
    key = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    known = SimpleCertificateStore()
    for certificate in identity.others:  # the signer's own is put in without asking
        known.register(asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER)))
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(identity.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=known,
    )


class _SignerAt(PdfSigner):
    """Signs with a stated time, that of stamp and audit trail; pyHanko would read the clock again."""

    at: datetime

    # Any: the arguments are pyHanko's own and go through as they come.
    def init_signing_session(self, *arguments: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **named)
        session.system_time = self.at
        return session


class _Drawn(PdfContent):
    """A page of a PDF in memory, drawn into another; pyHanko's own takes it from a file only."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        """The operator that draws it; its box is known by then."""
        if self.writer is None:
            raise PdfError("drawn without a document")
        drawn = self.writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._page)))
        name = f"/Stamp{uuid.uuid4().hex}"
        self.resources.xobject[name] = drawn
        left, bottom, right, top = (float(one) for one in drawn.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return f"{name} Do".encode("ascii")
