"""A signing identity: one person's certificate with its private key, and what the certificate says."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from app.errors import ReviewError
from app.i18n import _

YEARS = 3
LONGEST_NAME = 64  # X.520, ub-common-name
_CLOCKS_DIFFER = timedelta(minutes=10)
_DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336
_LEAST_RSA_BITS = 2048
_CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class UnfitIdentityError(ReviewError):
    """The certificate is not one to sign reports with; the text says why."""

    title = "This identity cannot sign reports"
    advice = "Bring another identity, or make one with 'plumbline identity new'."


class UnfitNameError(ReviewError):
    """A name that no certificate can carry."""

    title = "This name cannot stand in a certificate"
    advice = (
        "Give a name of 1 to 64 letters, without line breaks or control characters, whose letters all run in"
        " one direction."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An identity, open for signing. It shows only its certificate: the key stays out of logs."""

    certificate: x509.Certificate
    key: PrivateKey
    others: tuple[x509.Certificate, ...] = ()

    def __repr__(self) -> str:
        """No name and no key: it may end in a log or a traceback."""
        return "<Identity>"

    @property
    def about(self) -> "AboutCertificate":
        """What the certificate says."""
        return about(self.certificate)


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutCertificate:
    """What a certificate says. `fingerprint` is its SHA-256, 64 hex digits; `issuer` vouches for it."""

    name: str
    organisation: str
    email: str
    issuer: str
    is_self_signed: bool
    valid_from: datetime
    valid_until: datetime
    fingerprint: str
    key: str


def new_identity(name: str, *, organisation: str = "", email: str = "", now: datetime) -> Identity:
    """A new key on the curve P-256, and a certificate with which its owner vouches for it alone.

    Raises UnfitNameError.
    """
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise UnfitNameError
    key = ec.generate_private_key(ec.SECP256R1())
    try:
        subject = x509.Name(_subject(name, organisation.strip(), email.strip()))
    except ValueError as error:
        raise UnfitNameError from error
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCKS_DIFFER)
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(), critical=True)
        # pdfsig complains without e-mail protection.
        .add_extension(
            x509.ExtendedKeyUsage([_DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    if not _can_be_compared(certificate):
        raise UnfitNameError
    return Identity(certificate=certificate, key=key)


def refuse_unfit(certificate: x509.Certificate, now: datetime) -> None:
    """Raises UnfitIdentityError where nothing should be signed with it today; the text says why."""
    if now > certificate.not_valid_after_utc:
        raise UnfitIdentityError(_("Its certificate is no longer valid."))
    if now < certificate.not_valid_before_utc:
        raise UnfitIdentityError(_("Its certificate is not valid yet, or this computer's clock is wrong."))
    if not _can_be_compared(certificate):
        raise UnfitIdentityError(_("Its name mixes letters that run in different directions."))
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey) and key.key_size < _LEAST_RSA_BITS:
        raise UnfitIdentityError(_("Its key is too short: RSA needs 2,048 bits."))
    if isinstance(key, ec.EllipticCurvePublicKey) and not isinstance(key.curve, _CURVES):
        raise UnfitIdentityError(_("Its key is on a curve that PDF readers do not know."))
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise UnfitIdentityError(_("Its certificate was not given out for signing."))


def about(certificate: x509.Certificate) -> AboutCertificate:
    """What a certificate says, for people."""
    subject, issuer = certificate.subject, certificate.issuer
    return AboutCertificate(
        name=_named(subject) or subject.rfc4514_string(),
        organisation=_first(subject, NameOID.ORGANIZATION_NAME),
        email=_first(subject, NameOID.EMAIL_ADDRESS),
        issuer=_named(issuer) or issuer.rfc4514_string(),
        is_self_signed=subject == issuer,
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        key=_key_words(certificate),
    )


def certificate_bytes(certificate: x509.Certificate, *, as_text: bool = False) -> bytes:
    """The public certificate, to be given to anybody: DER (.cer), or PEM where text is wanted (.pem)."""
    return certificate.public_bytes(Encoding.PEM if as_text else Encoding.DER)


def now() -> datetime:
    """What this computer's clock says, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def _can_be_compared(certificate: x509.Certificate) -> bool:
    """Whether its names can be told from others (RFC 4518, 2.4): checks of signatures rest on that."""
    known = asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    try:
        return bool(known.subject.hashable and known.issuer.hashable)
    except ValueError:
        return False


def _subject(name: str, organisation: str, email: str) -> list[x509.NameAttribute[str]]:
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    if email:
        parts.append(x509.NameAttribute(NameOID.EMAIL_ADDRESS, email))
    return parts


def _key_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _named(name: x509.Name) -> str:
    return _first(name, NameOID.COMMON_NAME)


def _first(name: x509.Name, oid: ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _key_words(certificate: x509.Certificate) -> str:
    key = certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        return _("elliptic curve {name}").format(name=key.curve.name)
    if isinstance(key, rsa.RSAPublicKey):
        return _("RSA, {n} bits").format(n=f"{key.key_size:,}")
    return type(key).__name__
