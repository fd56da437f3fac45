"""Holds a signed report against the review file it came from: its audit trail, and what changed since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from app.assessment import assess
from app.i18n import _
from app.signing.changes import Changes, changes_between
from app.signing.copy_checks import ReadCopy
from app.signing.findings import Finding, Grade, SignatureFindings
from models.sign_off import Reopened, Signed, SignOffRecord, SignWay
from models.snapshot import Snapshot
from models.storage import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownReview:
    """A review as its file has it now, and everything recorded about its sign-off."""

    snapshot: Snapshot
    sign_offs: tuple[SignOffRecord, ...]


def known_reviews(store: Store) -> tuple[KnownReview, ...]:
    """All reviews of a file."""
    return tuple(
        KnownReview(snapshot=store.load(header.id), sign_offs=store.sign_offs(header.id))
        for header in store.reviews()
    )


def against_file(
    sha256: str,
    signatures: Sequence[SignatureFindings],
    copy: ReadCopy | None,
    known: Sequence[KnownReview],
) -> tuple[tuple[Finding, ...], Changes | None]:
    """What the review file says of a report with this SHA-256, and what has changed since it was sealed."""
    review = _the_review(copy, known)
    if copy is None or review is None:
        words = _("The review file holds no sign-off with this seal: the report comes from another file.")
        return (Finding("other-file", Grade.BAD, words),), None
    findings = (*_trail(sha256, signatures, copy, review.sign_offs), *_since(copy, review.sign_offs))
    if copy.state is None:
        return findings, None
    return findings, changes_between(copy.state, (review.snapshot, assess(review.snapshot)))


def _the_review(copy: ReadCopy | None, known: Sequence[KnownReview]) -> KnownReview | None:
    """The review that was sealed for exactly this sign-off."""
    if copy is None or copy.ready is None:
        return None
    return next(
        (one for one in known if one.snapshot.header.id == copy.review_id and copy.ready in one.sign_offs),
        None,
    )


def _trail(
    sha256: str, signatures: Sequence[SignatureFindings], copy: ReadCopy, sign_offs: Sequence[SignOffRecord]
) -> Iterator[Finding]:
    signed = [one for one in sign_offs if _is_of(one, copy)]
    if not any(one.file == sha256 for one in signed):
        words = _("The audit trail of the review file knows nothing of this very report.")
        yield Finding("not-in-trail", Grade.BAD, words)
    else:
        words = _("The audit trail of the review file holds the SHA-256 of this very report.")
        yield Finding("in-trail", Grade.GOOD, words)
    there = {one.role for one in signatures}
    for one in signed:
        if one.role not in there:
            words = _(
                "The audit trail holds a signature by {name} that is not in this report: it was cut back to"
                " an earlier state."
            ).format(name=one.name)
            yield Finding("cut-back", Grade.BAD, words)
    certificates = {one.certificate for one in signed}
    for signature in signatures:
        if signature.fingerprint not in certificates:
            words = _("The certificate of {name} is not the one that the audit trail names.").format(
                name=signature.name or "?"
            )
            yield Finding("other-certificate", Grade.BAD, words)


def _is_of(record: SignOffRecord, copy: ReadCopy) -> TypeGuard[Signed]:
    """Whether it records a digital signature of this version."""
    return isinstance(record, Signed) and record.way is SignWay.DIGITAL and record.version == copy.version


def _since(copy: ReadCopy, sign_offs: Sequence[SignOffRecord]) -> Iterator[Finding]:
    reopened = [one for one in sign_offs if isinstance(one, Reopened) and one.version == copy.version]
    for one in reopened:
        words = _("The review was opened again on {at:%Y-%m-%d}: version {n} is superseded.").format(
            at=one.at, n=one.version
        )
        yield Finding("superseded", Grade.NOTE, words)
