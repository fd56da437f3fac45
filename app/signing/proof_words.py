"""What a check proves and what it does not, in words for somebody who reads contracts and no code."""

from collections.abc import Iterator

from app.i18n import _
from app.role_words import role_words
from app.signing.changes import Changes
from app.signing.digits import grouped
from app.signing.findings import Finding, Grade, SignatureFindings, Verification
from app.signing.identity import AboutCertificate
from models.sign_off import SignRole


def verdict(found: Verification) -> str:
    """The result in one sentence."""
    match found.grade:
        case Grade.BAD:
            return _("Do not rely on this report: something about it is not as it was signed.")
        case Grade.OPEN:
            return _("This report is not signed by everybody. What is signed of it holds.")
        case _:
            return _("This report is as it was signed, to the last byte.")


def lines(found: Verification) -> Iterator[str]:
    """The whole result, a line each: verdict, signatures, findings, changes, what is proven, what is not."""
    yield verdict(found)
    for signature in found.signatures:
        yield ""
        yield from signature_lines(signature)
    if found.findings:
        yield ""
        yield _("The file as a whole")
    for finding in found.findings:
        yield f"  {_mark(finding)} {finding.words}"
    if found.seal:
        yield ""
        yield _("Seal {digits}").format(digits=found.seal)
    yield _("SHA-256 of this file {digits}").format(digits=found.sha256)
    if found.changes is not None:
        yield ""
        yield from change_lines(found.changes)
    yield ""
    yield _("What this proves")
    yield from (f"  – {words}" for words in proven(found))
    yield _("What it does not prove")
    yield from (f"  – {words}" for words in not_proven(found))


def signature_lines(signature: SignatureFindings) -> Iterator[str]:
    """One signature: who, when by whose clock, with which certificate, and whether it holds."""
    yield _("{role}: {name}").format(role=role_of(signature.role), name=signature.name or _("nobody known"))
    if signature.at is not None:
        yield "  " + _("{at:%Y-%m-%d %H:%M} UTC, by the clock of the computer it was made on").format(
            at=signature.at
        )
    if signature.fingerprint:
        yield "  " + _("Certificate {digits}").format(digits=grouped(signature.fingerprint))
        yield "  " + vouched(signature)
    for finding in signature.findings:
        yield f"  {_mark(finding)} {finding.words}"


def proven(found: Verification) -> Iterator[str]:
    """What follows from the check, whoever says otherwise."""
    if found.grade is Grade.BAD:
        yield _("Nothing that should be relied on.")
        return
    yield _("Every byte of the file is as it was when it was signed last.")
    yield _("Each signature was made by somebody who had the private key of the certificate named beside it.")
    yield _("The data inside the report are those that its seal and its bands were made from.")


def not_proven(found: Verification) -> Iterator[str]:
    """What people might read into it, and should not."""
    if any(signature.is_self_signed for signature in found.signatures):
        yield _(
            "Who somebody is: a certificate that its owner made says what its owner typed. Compare its digits"
            " with those that the person gives you by telephone or in person."
        )
    yield _("When: the time is that of the signer's own computer. Nobody else has attested it.")
    yield _("That the answers are true: it proves what was recorded and signed, not that it is so.")


def certificate_lines(about: AboutCertificate) -> Iterator[str]:
    """A certificate, and what a stranger's PDF reader will say of it."""
    yield _("Name: {name}").format(name=about.name)
    if about.organisation:
        yield _("Organisation: {name}").format(name=about.organisation)
    if about.email:
        yield _("E-mail: {address}").format(address=about.email)
    yield _("Valid: {start:%Y-%m-%d} to {end:%Y-%m-%d}").format(start=about.valid_from, end=about.valid_until)
    yield _("Key: {key}").format(key=about.key)
    yield _("SHA-256: {digits}").format(digits=grouped(about.fingerprint))
    yield ""
    yield from stranger_lines(about)


def stranger_lines(about: AboutCertificate) -> Iterator[str]:
    """What somebody else's PDF reader makes of signatures with this certificate, and what helps."""
    if about.is_self_signed:
        yield _(
            "A PDF reader that does not know this certificate says that the identity is unknown, or"
            " that the signature has problems, and still that the document was not modified. That is to be"
            " expected: no authority vouches for it."
        )
    else:
        yield _(
            "{issuer} vouches for this certificate. A PDF reader that trusts this authority says so;"
            " another one says that the identity is unknown."
        ).format(issuer=about.issuer)
    yield _(
        "To be recognised, give the public certificate to your reader once, by a way that both of you trust,"
        " and read its SHA-256 to each other. It holds no secret; the reader adds it to those it trusts."
    )


def role_of(role: SignRole | None) -> str:
    """As what somebody signed; None is for a signature that no report of ours has room for."""
    if role is None or role is SignRole.OTHER:
        return _("A signature that does not belong here")
    return role_words(role)


def vouched(signature: SignatureFindings) -> str:
    """Who stands up for the name in the certificate, and that nobody asked them."""
    if signature.is_self_signed:
        return _("The owner made this certificate; nobody else vouches for the name.")
    return _("{issuer} is named as vouching for it. Whether to trust that was not checked.").format(
        issuer=signature.issuer
    )


def _mark(finding: Finding) -> str:
    return {Grade.GOOD: "✓", Grade.NOTE: "i", Grade.OPEN: "○", Grade.BAD: "✗"}[finding.grade]


def change_lines(changes: Changes) -> Iterator[str]:
    """What has changed, field by field, and the risks that moved by it."""
    yield changes.words
    for entry in changes.entries:
        for change in entry.fields:
            yield "  " + _("{what}, {field}: {before} → {after}").format(
                what=entry.what,
                field=change.field,
                before=change.before or "–",
                after=change.after or "–",
            )
    if changes.is_other_pack:
        yield "  " + _("The question pack is another one.")
    for risk in changes.risks:
        before, after = (one.residual.band.value if one else "–" for one in (risk.before, risk.after))
        yield "  " + _("Risk {id}: {before} → {after}").format(id=risk.id, before=before, after=after)
