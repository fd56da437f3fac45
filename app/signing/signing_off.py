"""Signing off a review: sealed, written, signed, and noted in its audit trail, whole or not at all.

Importing this loads pyHanko and ReportLab, which takes a while: import it where something is signed.
"""

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.atomic_file import staged, write_whole
from app.attachments import FileNotTakenInError
from app.branding.template import PLAIN, Stationery
from app.i18n import _
from app.signing.accepting import acceptances
from app.signing.identity import Identity
from app.signing.kept_reports import keep_report
from app.signing.making import (
    ReviewToSign,
    SignedReport,
    Signer,
    ready_to_sign,
    report_to_sign,
    signed_by_reviewer,
    signed_by_sponsor,
    signed_elsewhere,
)
from app.signing.refusals import (
    AlreadySignedError,
    ChangedMeanwhileError,
    NotReadyError,
    NotTheReportError,
)
from app.signing.standing import SignOffStanding, SignState, sign_off_standing
from app.workspace import Workspace
from models.sign_off import ReadyToSign, Signatory, Signed, SignRole, SignWay

__all__ = [
    "AlreadySignedError",
    "ChangedMeanwhileError",
    "NotReadyError",
    "NotTheReportError",
    "acceptances",
    "keep_picture",
    "note_elsewhere",
    "ready_to_sign",
    "record_by_hand",
    "record_report",
    "refuse_sealed_by_hand",
    "report_for_signature",
    "review_to_sign",
    "sign_as_reviewer",
    "sign_as_sponsor",
    "standing",
    "take_in",
    "take_in_scan",
]


def standing(workspace: Workspace) -> SignOffStanding:
    """How far the sign-off of the open review has come."""
    return sign_off_standing(workspace.snapshot.header, workspace.sign_offs)


def review_to_sign(workspace: Workspace, stationery: Stationery = PLAIN) -> ReviewToSign:
    """The values that a report for signature is made of."""
    return ReviewToSign(
        snapshot=workspace.snapshot,
        assessment=workspace.assessment,
        previous=workspace.previous,
        standing=standing(workspace),
        stationery=stationery,
    )


def report_for_signature(workspace: Workspace, ready: ReadyToSign, stationery: Stationery = PLAIN) -> bytes:
    """The report to sign: the same review, sign-off and stationery always give the same bytes."""
    return report_to_sign(review_to_sign(workspace, stationery), ready)


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
    review = review_to_sign(workspace, stationery)
    signer = Signer(identity=identity, at=at, position=position)
    made = signed_by_reviewer(review, signer, (Signatory(role=SignRole.SPONSOR, name=sponsor),))
    record_report(workspace, made, out, review)
    return made.record


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
    version = standing(workspace).version if workspace is not None else 0
    made = signed_by_sponsor(report, Signer(identity=identity, at=at, position=position), version)
    if workspace is None:
        write_whole(out, made.data)
    else:
        record_report(workspace, made, out)


def record_report(
    workspace: Workspace, made: SignedReport, out: Path, review: ReviewToSign | None = None
) -> None:
    """Write a report that was signed just now to `out` and record it, or neither; a copy stays in the file.

    `review` is what a reviewer's report was made of: it has to be still what the workspace shows. Raises
    ChangedMeanwhileError, NotReadyError, AlreadySignedError, NotTheReportError, FileNotWrittenError and what
    the workspace raises.
    """
    if review is not None and (
        review.snapshot is not workspace.snapshot or review.standing != standing(workspace)
    ):
        raise ChangedMeanwhileError
    if made.record.role is SignRole.SPONSOR:
        _refuse_other_report(workspace, made.before)
    with staged({out: made.data}):
        if made.ready is not None:
            workspace.sign_off(made.ready, _("Seal the review for signature"))
        words = _("Sign as lead reviewer") if made.record.role is SignRole.REVIEWER else _("Sign as sponsor")
        workspace.sign_off(made.record, words)
    keep_report(workspace.store, made.data)


def take_in(workspace: Workspace, report: bytes, at: datetime) -> Signed:
    """Note a sponsor's signature that was made elsewhere, with Plumbline or with any PDF reader.

    The report must be the one that the reviewer signed, with that one signature added. Raises NotReadyError,
    AlreadySignedError or NotTheReportError.
    """
    return note_elsewhere(workspace, signed_elsewhere(report, standing(workspace).version, at))


def note_elsewhere(workspace: Workspace, made: SignedReport) -> Signed:
    """Record a signature that was made elsewhere; raises as `take_in`."""
    record = replace(made.record, version=_refuse_other_report(workspace, made.before))
    workspace.sign_off(record, _("Take in the sponsor's signature"))
    keep_report(workspace.store, made.data)
    return record


def take_in_scan(workspace: Workspace, scan: Path, signatory: Signatory, at: datetime) -> Signed:
    """Keep the scan of a page that was signed by hand, and note who signed.

    It proves what a scan proves: neither the seal nor the signature can be checked by a computer.
    Raises NotReadyError, AlreadySignedError, FileNotTakenInError and what the store raises.
    """
    refuse_sealed_by_hand(workspace, signatory)
    try:
        with scan.open("rb") as source:
            kept = workspace.store.attach(source).sha256
    except OSError as error:
        raise FileNotTakenInError from error
    return record_by_hand(workspace, kept, signatory, at)


def keep_picture(workspace: Workspace, picture: bytes) -> str:
    """Keep the picture of a signature drawn on a screen; gives its SHA-256. Raises what the store raises."""
    return workspace.store.attach(io.BytesIO(picture)).sha256


def refuse_sealed_by_hand(workspace: Workspace, signatory: Signatory) -> None:
    """Raises NotReadyError or AlreadySignedError where nobody is to sign by hand as this signatory."""
    now = standing(workspace)
    if now.ready is None or now.state is SignState.SUPERSEDED:
        raise NotReadyError
    if signatory not in now.missing and now.signature_of(signatory.role) is not None:
        raise AlreadySignedError


def record_by_hand(workspace: Workspace, kept: str, signatory: Signatory, at: datetime) -> Signed:
    """Note that somebody signed by hand; `kept` is the SHA-256 of the picture, which the file holds already.

    Raises NotReadyError, AlreadySignedError and what the workspace raises.
    """
    refuse_sealed_by_hand(workspace, signatory)
    now = standing(workspace)
    record = Signed(
        version=now.version,
        seal=now.ready.seal if now.ready is not None else "",
        at=at,
        role=signatory.role,
        name=signatory.name,
        position=signatory.position,
        way=SignWay.BY_HAND,
        file=kept,
    )
    workspace.sign_off(record, _("Take in a page signed by hand"))
    return record


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
