"""Signing off a review: sealed, written, signed, and noted in its audit trail, whole or not at all.

Importing this loads pyHanko and ReportLab, which takes a while: import it where something is signed.
"""

import hashlib
from datetime import datetime
from pathlib import Path

from app.assessment import assess
from app.atomic_file import staged, write_whole
from app.attachments import FileNotTakenInError
from app.branding.template import PLAIN, Stationery
from app.errors import ReviewError
from app.i18n import _
from app.reporting import pdf_bytes, report_content
from app.signing.findings import Grade, Verification
from app.signing.identity import Identity, refuse_unfit
from app.signing.pades import Signing, signed_bytes
from app.signing.pdf_signatures import signed_pdf
from app.signing.seal import seal
from app.signing.standing import SignOffStanding, SignState, sign_off_standing
from app.signing.verification import verify
from app.workspace import Workspace
from models.assessment import Assessment
from models.sign_off import Acceptance, ReadyToSign, Signatory, Signed, SignRole, SignWay
from models.snapshot import Snapshot
from models.values import Treatment


class AlreadySignedError(ReviewError):
    """Everybody has signed this version."""

    title = "This version of the review is signed already"
    advice = (
        "To change and sign it again, open the review again and say why. It then becomes the next version."
    )


class NotReadyError(ReviewError):
    """A sponsor cannot sign before the lead reviewer has."""

    title = "The lead reviewer has not signed this review yet"
    advice = "Sign it as the reviewer first: that seals it and writes the report for the sponsor."


class NotTheReportError(ReviewError):
    """A report is not the one that the audit trail names, or something was done to it; the text says what."""

    title = "This is not the report that the lead reviewer signed"
    advice = "Take the file as it was written at that time, unchanged."


def standing(workspace: Workspace) -> SignOffStanding:
    """How far the sign-off of the open review has come."""
    return sign_off_standing(workspace.snapshot.header, workspace.sign_offs)


def acceptances(snapshot: Snapshot, assessment: Assessment) -> tuple[Acceptance, ...]:
    """The risks that were decided to be accepted as they stand, in priority order."""
    decided = {one.risk: one for one in snapshot.risk_decisions.values() if one.treatment is Treatment.ACCEPT}
    return tuple(
        Acceptance(
            risk=risk.id,
            band=risk.residual.band,
            accepted_by=decided[risk.id].accepted_by or "",
            until=decided[risk.id].accepted_until,
        )
        for risk in assessment.risks
        if risk.id in decided
    )


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


def report_for_signature(workspace: Workspace, ready: ReadyToSign, stationery: Stationery = PLAIN) -> bytes:
    """The report to sign: the same review, sign-off and stationery always give the same bytes."""
    previous = workspace.previous
    before = (previous, assess(previous)) if previous is not None else None
    return pdf_bytes(report_content(workspace.snapshot, workspace.assessment, before, ready), stationery)


def sign_as_reviewer(
    workspace: Workspace,
    identity: Identity,
    out: Path,
    *,
    at: datetime,
    position: str = "",
    sponsor: str = "",
    stationery: Stationery = PLAIN,
) -> Signed:
    """Seal the review if it is not sealed yet, and write its report with the reviewer's signature to `out`.

    Signing again, because a file was lost, is fine until the sponsor has signed. Raises UnfitIdentityError,
    AlreadySignedError, FileNotWrittenError and what the workspace raises; then nothing is sealed or written.
    """
    refuse_unfit(identity.certificate, at)
    now = standing(workspace)
    if now.signature_of(SignRole.SPONSOR) is not None or now.state is SignState.SUPERSEDED:
        raise AlreadySignedError
    signatories = (
        Signatory(role=SignRole.REVIEWER, name=identity.about.name, position=position),
        Signatory(role=SignRole.SPONSOR, name=sponsor),
    )
    ready = now.ready or ready_to_sign(workspace.snapshot, workspace.assessment, signatories, at)
    report = report_for_signature(workspace, ready, stationery)
    signing = Signing(role=SignRole.REVIEWER, position=position, seal=ready.seal, at=at)
    data = signed_bytes(report, identity, signing)
    record = _digital(data, identity, signing, ready.version)
    with staged(out, data):
        if now.ready is None:
            workspace.sign_off(ready, _("Seal the review for signature"))
        workspace.sign_off(record, _("Sign as lead reviewer"))
    return record


def sign_as_sponsor(
    report: bytes,
    identity: Identity,
    out: Path,
    *,
    at: datetime,
    position: str = "",
    workspace: Workspace | None = None,
) -> None:
    """Add the sponsor's signature to a report that the reviewer signed, and write it to `out`.

    Without the review file (on the sponsor's own machine) the signature is noted later, by `take_in`.
    Raises UnfitIdentityError, NotReadyError, AlreadySignedError, NotTheReportError or FileNotWrittenError.
    """
    refuse_unfit(identity.certificate, at)
    found = verify(report)
    _refuse_unless_for_sponsor(found)
    version = 0
    if workspace is not None:
        version = _refuse_other_report(workspace, found.sha256)
    signing = Signing(role=SignRole.SPONSOR, position=position, seal=found.seal, at=at)
    data = signed_bytes(report, identity, signing)
    if workspace is None:
        write_whole(out, data)
        return
    with staged(out, data):
        workspace.sign_off(_digital(data, identity, signing, version), _("Sign as sponsor"))


def take_in(workspace: Workspace, report: bytes, at: datetime) -> Signed:
    """Note a sponsor's signature that was made elsewhere, with Plumbline or with any PDF reader.

    The report must be the one that the reviewer signed, with that one signature added. Raises NotReadyError,
    AlreadySignedError or NotTheReportError.
    """
    found = verify(report)
    _refuse_unsound(found)
    first = next(one for one in signed_pdf(report).signatures if one.field == SignRole.REVIEWER.value)
    version = _refuse_other_report(workspace, hashlib.sha256(report[: first.end]).hexdigest())
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
    workspace.sign_off(record, _("Take in the sponsor's signature"))
    return record


def take_in_scan(workspace: Workspace, scan: Path, signatory: Signatory, at: datetime) -> Signed:
    """Keep the scan of a page that was signed by hand, and note who signed.

    It proves what a scan proves: neither the seal nor the signature can be checked by a computer.
    Raises NotReadyError, AlreadySignedError, FileNotTakenInError and what the store raises.
    """
    now = standing(workspace)
    if now.ready is None:
        raise NotReadyError
    if signatory not in now.missing and now.signature_of(signatory.role) is not None:
        raise AlreadySignedError
    try:
        with scan.open("rb") as source:
            kept = workspace.store.attach(source).sha256
    except OSError as error:
        raise FileNotTakenInError from error
    record = Signed(
        version=now.version,
        seal=now.ready.seal,
        at=at,
        role=signatory.role,
        name=signatory.name,
        position=signatory.position,
        way=SignWay.BY_HAND,
        file=kept,
    )
    workspace.sign_off(record, _("Take in a page signed by hand"))
    return record


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


def _refuse_other_report(workspace: Workspace, sha256: str) -> int:
    """The version that the report with this SHA-256 is of. Raises if it is not the reviewer's newest."""
    now = standing(workspace)
    reviewers = now.signature_of(SignRole.REVIEWER)
    if reviewers is None:
        raise NotReadyError
    if now.signature_of(SignRole.SPONSOR) is not None:
        raise AlreadySignedError
    if reviewers.file != sha256:
        raise NotTheReportError(_("The audit trail names another file: by its SHA-256, this is not it."))
    return now.version


def _refuse_unless_for_sponsor(found: Verification) -> None:
    """Everything in order, and nothing missing but the sponsor."""
    if any(one.role is SignRole.SPONSOR for one in found.signatures):
        raise AlreadySignedError
    _refuse_unsound(found, still_open=frozenset({"no-sponsor"}))


def _refuse_unsound(found: Verification, still_open: frozenset[str] = frozenset()) -> None:
    wrong = [
        finding.words
        for finding in found.all_findings
        if finding.grade in {Grade.BAD, Grade.OPEN} and finding.code not in still_open
    ]
    if wrong:
        raise NotTheReportError("\n".join(wrong))
