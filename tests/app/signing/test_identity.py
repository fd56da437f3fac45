"""A signing identity: made, kept under its own passphrase, brought along, and understood by other tools."""

import subprocess
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.signing.digits import grouped
from app.signing.identity import (
    Identity,
    UnfitIdentityError,
    UnfitNameError,
    about,
    certificate_bytes,
    new_identity,
    refuse_unfit,
)
from app.signing.identity_file import (
    NoIdentityPassphraseError,
    NotAnIdentityError,
    WrongIdentityPassphraseError,
    read_identity,
    write_identity,
)
from app.signing.proof_words import certificate_lines
from tests.app.signing.conftest import AT

SHORT = 1024
SECRET = "zwölf stille Eulen 🦉"


@pytest.fixture(scope="session")
def kept(ana: Identity) -> bytes:
    return write_identity(ana, SECRET)


def made_elsewhere(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, *, may_sign: bool = True) -> Identity:
    """A certificate as an authority might give one out."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Cy Client")])
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Some Authority")])
    usage = dict.fromkeys(
        (
            "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
            "encipher_only", "decipher_only",
        ),
        False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(AT - timedelta(days=1))
        .not_valid_after(AT + timedelta(days=1))
        .add_extension(
            x509.KeyUsage(digital_signature=may_sign, content_commitment=may_sign, **usage), critical=True
        )
        .sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    )
    return Identity(certificate=certificate, key=key)


def test_it_has_the_curve_the_usages_and_the_years_that_it_should_have(ana: Identity) -> None:
    certificate = ana.certificate
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    purposes = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value

    assert isinstance(
        ana.key.curve if isinstance(ana.key, ec.EllipticCurvePrivateKey) else None, ec.SECP256R1
    )
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign
    assert {one.dotted_string for one in purposes} == {
        "1.3.6.1.5.5.7.3.36",
        ExtendedKeyUsageOID.EMAIL_PROTECTION.dotted_string,
    }
    assert ana.about.valid_until == AT + timedelta(days=3 * 365)
    assert ana.about.is_self_signed


def test_it_comes_back_with_its_passphrase_and_with_no_other(kept: bytes, ana: Identity) -> None:
    back = read_identity(kept, SECRET)

    assert back.certificate == ana.certificate
    assert back.key.private_numbers() == ana.key.private_numbers()
    for wrong in ("zwölf stille Eulen", SECRET + " "):
        with pytest.raises(WrongIdentityPassphraseError):
            read_identity(kept, wrong)
    with pytest.raises(NoIdentityPassphraseError):
        read_identity(kept, "")
    with pytest.raises(NoIdentityPassphraseError):
        write_identity(ana, "")


def test_guessing_is_equally_costly_by_the_check_value_and_by_the_contents(kept: bytes) -> None:
    """`cryptography` 50 makes the check value in 2,048 rounds: a thief would try passphrases there."""
    file = asn1_pkcs12.Pfx.load(kept)

    assert file["mac_data"]["mac"]["digest_algorithm"]["algorithm"].native == "sha256"
    assert file["mac_data"]["iterations"].native == 300_000


def test_openssl_opens_it_and_sees_aes_256(kept: bytes, tmp_path: Path, openssl: str) -> None:
    file, secret = tmp_path / "ana.p12", tmp_path / "secret"
    file.write_bytes(kept)
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    command = [openssl, "pkcs12", "-in", str(file), "-passin", f"file:{secret}", "-info", "-noenc"]

    told = subprocess.run(
        command,
        capture_output=True,
        check=True,
        timeout=60,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )

    assert told.stderr.decode().count("AES-256-CBC") == 2
    assert "MAC: sha256, Iteration 300000" in told.stderr.decode()
    assert b"BEGIN PRIVATE KEY" in told.stdout


def test_the_key_shows_nowhere(kept: bytes, ana: Identity) -> None:
    secret = ana.key.private_numbers()

    assert repr(ana) == "<Identity>"
    assert isinstance(secret, ec.EllipticCurvePrivateNumbers)
    assert secret.private_value.to_bytes(32) not in kept


@pytest.mark.parametrize("bits", [2048, 3072])
def test_one_from_elsewhere_is_taken_with_its_own_passphrase(bits: int) -> None:
    own = made_elsewhere(rsa.generate_private_key(65537, bits))
    data = pkcs12.serialize_key_and_certificates(
        b"cy", own.key, own.certificate, None, BestAvailableEncryption(b"their own")
    )

    back = read_identity(data, "their own")

    refuse_unfit(back.certificate, AT)
    assert back.about.issuer == "Some Authority"
    assert not back.about.is_self_signed


def test_what_is_no_identity_is_told_from_a_wrong_passphrase(kept: bytes) -> None:
    only_a_certificate = pkcs12.serialize_java_truststore(
        [pkcs12.PKCS12Certificate(read_identity(kept, SECRET).certificate, b"a")],
        BestAvailableEncryption(b"x"),
    )
    with pytest.raises(NotAnIdentityError):
        read_identity(only_a_certificate, "x")
    for data in (b"", b"%PDF-1.4", b"\x30\x82\x01\x01\x02\x01\x00"):
        with pytest.raises(NotAnIdentityError):
            read_identity(data, "x")


def test_keys_that_no_reader_knows_are_refused(ana: Identity) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Ed")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(AT)
        .not_valid_after(AT)
        .sign(key, None)
    )
    data = pkcs12.serialize_key_and_certificates(
        b"e", key, certificate, None, BestAvailableEncryption(b"any")
    )

    with pytest.raises(UnfitIdentityError, match="kind"):
        read_identity(data, "any")


@pytest.mark.parametrize(
    ("certificate", "at", "why"),
    [
        (lambda: new_identity("A", now=AT).certificate, AT + timedelta(days=2000), "no longer valid"),
        (lambda: new_identity("A", now=AT).certificate, AT - timedelta(days=1), "clock is wrong"),
        (lambda: made_elsewhere(rsa.generate_private_key(65537, SHORT)).certificate, AT, "too short"),
        (lambda: made_elsewhere(ec.generate_private_key(ec.SECP256K1())).certificate, AT, "curve"),
        (
            lambda: made_elsewhere(ec.generate_private_key(ec.SECP256R1()), may_sign=False).certificate,
            AT,
            "not given out for signing",
        ),
    ],
)
def test_what_nobody_should_sign_with_is_refused(certificate: object, at: datetime, why: str) -> None:
    assert callable(certificate)

    with pytest.raises(UnfitIdentityError, match=why):
        refuse_unfit(certificate(), at)


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "Ana\nLópez", "Ana\u202eLópez", "Mo محمد"])
def test_names_that_would_deceive_are_refused(name: str) -> None:
    with pytest.raises(UnfitNameError):
        new_identity(name, now=AT)


@pytest.mark.parametrize("name", ["Ана Иванова", "張偉", "محمد علي", "Zoë O'Neill-Smith"])
def test_names_of_every_script_are_kept(name: str) -> None:
    assert new_identity(name, now=AT).about.name == name


def test_the_public_certificate_is_read_by_openssl_and_holds_no_key(
    ana: Identity, tmp_path: Path, openssl: str
) -> None:
    text, binary = tmp_path / "ana.pem", tmp_path / "ana.cer"
    text.write_bytes(certificate_bytes(ana.certificate, as_text=True))
    binary.write_bytes(certificate_bytes(ana.certificate))

    for file, form in ((text, "PEM"), (binary, "DER")):
        told = subprocess.run(
            [openssl, "x509", "-in", str(file), "-inform", form, "-noout", "-fingerprint", "-sha256"],
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout.decode()
        assert told.strip().partition("=")[2].replace(":", "").lower() == ana.about.fingerprint
    assert b"PRIVATE" not in text.read_bytes()


def test_people_are_told_what_a_strangers_reader_will_say(ana: Identity) -> None:
    told = "\n".join(certificate_lines(ana.about))

    assert "identity is unknown" in told
    assert "no authority vouches" in told
    assert grouped(ana.about.fingerprint) in told
    assert "Lantern Advisory" in told
    assert "Valid: 2026-11-28 to 2029-11-27" in told
    other = about(made_elsewhere(ec.generate_private_key(ec.SECP256R1())).certificate)
    assert "Some Authority vouches" in "\n".join(certificate_lines(other))


def test_a_fingerprint_is_grouped_to_be_read_out() -> None:
    assert grouped("0a" * 6) == "0A0A 0A0A 0A0A"


@pytest.mark.parametrize("lock", ["check", "contents"])
def test_one_that_takes_minutes_to_open_is_refused_at_once(kept: bytes, lock: str) -> None:
    rounds = b"\x02\x03\x04\x93\xe0"  # 300,000, as a number in the file
    assert kept.count(rounds) == 3
    endless = b"\x02\x03\x7f\xff\xff"
    where = kept.rindex(rounds) if lock == "check" else kept.index(rounds)
    costly = kept[:where] + endless + kept[where + len(rounds) :]
    began = time.process_time()

    with pytest.raises(UnfitIdentityError, match="minutes"):
        read_identity(costly, SECRET)

    assert time.process_time() - began < 1
