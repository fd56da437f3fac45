"""Judges the signatures of a report: who signed, whether every byte is covered, whether anything was added.

What a PDF library calls valid is not enough: some let a title be forged, others a page. The rule here is
that the last signature covers the whole file, that every field which should be signed is, that there is no
other, and that the file grew by nothing but these signatures.
"""

from collections.abc import Iterator, Sequence

from app.i18n import _
from app.signing.findings import Finding, Grade, SignatureFindings
from app.signing.identity import UnfitIdentityError, about, refuse_unfit
from app.signing.pdf_signatures import FoundSignature, SignedPdf
from models.sign_off import SignRole

EXPECTED = (SignRole.REVIEWER, SignRole.SPONSOR)
_ROLES = {role.value: role for role in EXPECTED}


def checked_signatures(pdf: SignedPdf) -> tuple[SignatureFindings, ...]:
    """Each signature by itself, in the order in which they were made."""
    return tuple(_checked(one) for one in _in_order(pdf.signatures))


def checked_as_a_whole(pdf: SignedPdf) -> Iterator[Finding]:
    """What only all signatures together can tell."""
    signed = {one.field for one in pdf.signatures}
    if not signed:
        yield Finding("unsigned", Grade.BAD, _("There is no signature in this file."))
        return
    yield from _missing(signed)
    yield from _unexpected(pdf)
    yield from _coverage(_in_order(pdf.signatures))
    yield from _growth(pdf)


def _in_order(signatures: Sequence[FoundSignature]) -> list[FoundSignature]:
    return sorted(signatures, key=lambda one: (one.revision, one.end))


def _checked(one: FoundSignature) -> SignatureFindings:
    known = about(one.certificate) if one.certificate is not None else None
    return SignatureFindings(
        role=_ROLES.get(one.field),
        name=known.name if known else "",
        issuer=known.issuer if known else "",
        is_self_signed=known.is_self_signed if known else False,
        fingerprint=known.fingerprint if known else "",
        at=one.at,
        findings=tuple(_of_one(one)),
    )


def _of_one(one: FoundSignature) -> Iterator[Finding]:
    if not one.digest_fits:
        words = _("What was signed has been altered: the signature does not fit the file.")
        yield Finding("altered", Grade.BAD, words)
    elif not one.is_genuine:
        words = _("The signature was not made with the key of the certificate that it shows.")
        yield Finding("not-genuine", Grade.BAD, words)
    else:
        yield Finding("intact", Grade.GOOD, _("What was signed is unaltered, to the byte."))
    if not one.is_strong:
        words = _("It rests on a digest that can be forged today.")
        yield Finding("weak-digest", Grade.BAD, words)
    if not one.changes_are_allowed:
        words = _("The file was changed after this signature in a way that it forbids.")
        yield Finding("forbidden-change", Grade.BAD, words)
    if one.certificate is not None and one.at is not None:
        try:
            refuse_unfit(one.certificate, one.at)
        except UnfitIdentityError as error:
            words = _("By the stated time, this should not have been signed with it. {why}").format(why=error)
            yield Finding("unfit-certificate", Grade.BAD, words)


def _missing(signed: set[str]) -> Iterator[Finding]:
    named = {
        SignRole.REVIEWER: _("The lead reviewer has not signed this file."),
        SignRole.SPONSOR: _(
            "The client's sponsor has not signed this file. If it was given to you as signed by both, it was"
            " cut back to an earlier state."
        ),
    }
    for role in EXPECTED:
        if role.value not in signed:
            yield Finding(f"no-{role.value}", Grade.OPEN, named[role])


def _unexpected(pdf: SignedPdf) -> Iterator[Finding]:
    places = [field for field in pdf.fields if field not in _ROLES]
    twice = len(pdf.fields) != len(set(pdf.fields)) or len(pdf.signatures) > len(EXPECTED)
    if places or twice:
        words = _("There is a signature, or room for one, that no report of Plumbline has.")
        yield Finding("unexpected-signature", Grade.BAD, words)


def _coverage(signatures: Sequence[FoundSignature]) -> Iterator[Finding]:
    last = signatures[-1]
    if last.covers_all:
        yield Finding(
            "whole-file", Grade.GOOD, _("The last signature covers the whole file, to its last byte.")
        )
    else:
        words = _("Something was added to the file, or put around it, after the last signature.")
        yield Finding("not-whole-file", Grade.BAD, words)
    if last.field == SignRole.SPONSOR.value and not last.locks:
        words = _("The last signature does not lock the file. The PDF reader that made it did not do so.")
        yield Finding("not-locked", Grade.NOTE, words)


def _growth(pdf: SignedPdf) -> Iterator[Finding]:
    """The report itself is revision 0, and each signature adds one."""
    revisions = sorted(one.revision for one in pdf.signatures)
    if revisions != list(range(1, pdf.revisions)):
        words = _("The file was added to by more than its signatures.")
        yield Finding("unexplained-revision", Grade.BAD, words)
    if any(described != pdf.described[0] for described in pdf.described):
        words = _("Title, author or keywords of the document were changed after it was made.")
        yield Finding("forged-title", Grade.BAD, words)
