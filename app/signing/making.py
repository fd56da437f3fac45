"""Makes signed reports from values alone, so that it can run beside the window; nothing is recorded here.

Importing this loads pyHanko and ReportLab, which takes a while: import it where something is signed.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.assessment import assess
from app.branding.template import PLAIN, Stationery
from app.reporting import pdf_bytes, report_content
from app.signing.accepting import acceptances
from app.signing.findings import Grade, Verification
from app.signing.identity import Identity, refuse_unfit
from app.signing.pades import Signing, signed_bytes
from app.signing.pdf_signatures import signed_pdf
from app.signing.refusals import AlreadySignedError, NotTheReportError
from app.signing.seal import seal
from app.signing.standing import SignOffStanding, SignState
from app.signing.verification import verify
from models.assessment import Assessment
from models.sign_off import ReadyToSign, Signatory, Signed, SignRole, SignWay
from models.snapshot import Snapshot

OnProgress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewToSign:
    """A review as it is when somebody wants to sign it; `previous` is the review before it, if any.

    `stationery` is what its report is made on.
    """

    snapshot: Snapshot
    assessment: Assessment
    previous: Snapshot | None
    standing: SignOffStanding
    stationery: Stationery = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedReport:
    """A signed report, and what is to be recorded of it.

    `ready` comes first where the review is not sealed yet. `before` is the SHA-256 of the report that the
    signature was added to, empty for the first one.
    """

    data: bytes
    record: Signed
    ready: ReadyToSign | None = None
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Somebody who signs now: identity, job title, and what this computer's clock says."""

    identity: Identity
    at: datetime
    position: str = ""


def ready_to_sign(
    snapshot: Snapshot, assessment: Assessment, signatories: tuple[Signatory, ...], at: datetime
) -> ReadyToSign:
    """What is sealed if the review is sealed as it is now."""
    return ReadyToSign(
        version=snapshot.header.version,
        seal=seal(snapshot, assessment),
        at=at,
        signatories=signatories,
        acceptances=acceptances(snapshot, assessment),
    )


def report_to_sign(
    review: ReviewToSign,
    ready: ReadyToSign,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> bytes:
    """The report to sign: the same review, sign-off and stationery always give the same bytes."""
    before = (review.previous, assess(review.previous)) if review.previous is not None else None
    content = report_content(review.snapshot, review.assessment, before, ready)
    return pdf_bytes(content, review.stationery, on_progress=on_progress, cancelled=cancelled)


def signed_by_reviewer(
    review: ReviewToSign,
    signer: Signer,
    others: tuple[Signatory, ...],
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> SignedReport:
    """The report with the lead reviewer's signature; `others` are who is to sign beside the reviewer.

    Raises UnfitIdentityError, AlreadySignedError, or ReportCancelledError once `cancelled` says so.
    """
    refuse_unfit(signer.identity.certificate, signer.at)
    now = review.standing
    if now.signature_of(SignRole.SPONSOR) is not None or now.state is SignState.SUPERSEDED:
        raise AlreadySignedError
    name = signer.identity.about.name
    reviewer = Signatory(role=SignRole.REVIEWER, name=name, position=signer.position)
    ready = now.ready or ready_to_sign(review.snapshot, review.assessment, (reviewer, *others), signer.at)
    report = report_to_sign(review, ready, on_progress, cancelled)
    signing = _signing(SignRole.REVIEWER, signer, ready.seal)
    data = signed_bytes(report, signer.identity, signing)
    return SignedReport(
        data=data,
        record=_digital(data, signer.identity, signing, ready.version),
        ready=None if now.ready is not None else ready,
    )


def signed_by_sponsor(report: bytes, signer: Signer, version: int) -> SignedReport:
    """A report that the reviewer signed, of a `version` of the review, with the sponsor's signature added.

    Raises UnfitIdentityError, AlreadySignedError or NotTheReportError.
    """
    refuse_unfit(signer.identity.certificate, signer.at)
    found = verify(report)
    if any(one.role is SignRole.SPONSOR for one in found.signatures):
        raise AlreadySignedError
    _refuse_unsound(found, still_open=frozenset({"no-sponsor"}))
    signing = _signing(SignRole.SPONSOR, signer, found.seal)
    data = signed_bytes(report, signer.identity, signing)
    return SignedReport(
        data=data, record=_digital(data, signer.identity, signing, version), before=found.sha256
    )


def signed_elsewhere(report: bytes, version: int, at: datetime) -> SignedReport:
    """What there is to record of a report that the sponsor signed with another program or machine.

    Raises NotTheReportError where anything about it is not in order, or somebody has not signed it.
    """
    found = verify(report)
    _refuse_unsound(found)
    first = next(one for one in signed_pdf(report).signatures if one.field == SignRole.REVIEWER.value)
    sponsor = next(one for one in found.signatures if one.role is SignRole.SPONSOR)
    record = Signed(
        version=version,
        seal=found.seal,
        at=sponsor.at or at,
        role=SignRole.SPONSOR,
        name=sponsor.name,
        way=SignWay.DIGITAL,
        file=found.sha256,
        certificate=sponsor.fingerprint,
    )
    return SignedReport(data=report, record=record, before=hashlib.sha256(report[: first.end]).hexdigest())


def _signing(role: SignRole, signer: Signer, digits: str) -> Signing:
    return Signing(role=role, position=signer.position, seal=digits, at=signer.at)


def _digital(data: bytes, identity: Identity, signing: Signing, version: int) -> Signed:
    return Signed(
        version=version,
        seal=signing.seal,
        at=signing.at,
        role=signing.role,
        name=identity.about.name,
        position=signing.position,
        way=SignWay.DIGITAL,
        file=hashlib.sha256(data).hexdigest(),
        certificate=identity.about.fingerprint,
    )


def _refuse_unsound(found: Verification, still_open: frozenset[str] = frozenset()) -> None:
    wrong = [
        finding.words
        for finding in found.all_findings
        if finding.grade in {Grade.BAD, Grade.OPEN} and finding.code not in still_open
    ]
    if wrong:
        raise NotTheReportError("\n".join(wrong))
