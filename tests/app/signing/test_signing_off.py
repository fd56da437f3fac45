"""From draft to signed and superseded: what is kept, what is refused, and what a report says of it."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.atomic_file import FileNotWrittenError
from app.edits import put, set_field
from app.signing.against import known_reviews
from app.signing.findings import Grade
from app.signing.identity import Identity, UnfitIdentityError
from app.signing.seal import seal
from app.signing.signing_off import (
    AlreadySignedError,
    NotReadyError,
    NotTheReportError,
    acceptances,
    ready_to_sign,
    report_for_signature,
    sign_as_reviewer,
    sign_as_sponsor,
    standing,
    take_in,
    take_in_scan,
)
from app.signing.standing import SignState, state_words
from app.signing.verification import verify
from app.workspace import SealedError, Workspace
from models.sign_off import (
    Acceptance,
    Signatory,
    SignRole,
    SignWay,
)
from models.storage import SealedReviewError, Store, open_file
from models.values import RegisterName, RiskDecision, Treatment
from tests.app.signing.conftest import AT, PASSPHRASE, QUICK, SignedReview
from tests.reports import page_texts

TOOLS = RegisterName.AI_TOOLS
BO = Signatory(role=SignRole.SPONSOR, name="Bo Ferrowick")


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_review_goes_from_draft_to_ready_to_signed(
    workspace: Workspace, ana: Identity, bo: Identity, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    states = [standing(workspace).state]

    sign_as_reviewer(workspace, ana, one, at=AT, sponsor="Bo Ferrowick")
    states.append(standing(workspace).state)
    waiting = state_words(standing(workspace))
    sign_as_sponsor(one.read_bytes(), bo, two, at=AT, workspace=workspace)
    states.append(standing(workspace).state)

    assert states == [SignState.DRAFT, SignState.READY, SignState.SIGNED]
    assert waiting == "Version 1 is sealed and waits for: Bo Ferrowick."
    now = standing(workspace)
    assert now.ready is not None
    assert now.ready.seal == seal(workspace.snapshot, workspace.assessment)
    assert [(s.role, s.name, s.file) for s in now.signed] == [
        (SignRole.REVIEWER, "Ana López", sha256(one)),
        (SignRole.SPONSOR, "Bo Ferrowick", sha256(two)),
    ]
    assert workspace.store.check() == ()


def test_a_sealed_review_cannot_be_changed(workspace: Workspace, ana: Identity, tmp_path: Path) -> None:
    sign_as_reviewer(workspace, ana, tmp_path / "one.pdf", at=AT)

    edit = set_field(workspace.snapshot, RegisterName.ENGAGEMENT, "engagement", "scope", "Other")
    with pytest.raises(SealedError):
        workspace.apply(edit)
    with pytest.raises(SealedReviewError):
        workspace.store.seal("R1", who="Ana")
    assert workspace.is_read_only


def test_what_is_accepted_stands_in_the_sign_off_with_who_and_until_when(workspace: Workspace) -> None:
    risk = workspace.assessment.risks[0]
    decision = RiskDecision(
        risk=risk.id, treatment=Treatment.ACCEPT, accepted_by="CMO", accepted_until=date(2027, 6, 30)
    )
    workspace.apply(put(workspace.snapshot, RegisterName.RISK_DECISIONS, decision))

    accepted = acceptances(workspace.snapshot, workspace.assessment)

    until = date(2027, 6, 30)
    assert accepted == (Acceptance(risk=risk.id, band=risk.residual.band, accepted_by="CMO", until=until),)
    ready = ready_to_sign(workspace.snapshot, workspace.assessment, (BO,), AT)
    printed = " ".join(page_texts(report_for_signature(workspace, ready)))
    assert f"accepts as they stand: {risk.id} (CMO, until 30 June 2027)" in printed
    assert "Bo Ferrowick" in printed
    assert "Version 1, sealed for signature" in printed


def test_the_report_for_signature_has_the_same_bytes_each_time(workspace: Workspace) -> None:
    ready = ready_to_sign(workspace.snapshot, workspace.assessment, (BO,), AT)

    assert report_for_signature(workspace, ready) == report_for_signature(workspace, ready)
    with pytest.raises(ValueError, match="changed since"):
        report_for_signature(workspace, replace(ready, seal="0" * 64))


def test_each_version_is_held_against_its_own_signatures_alone(
    signed: SignedReview, reopened: Workspace, ana: Identity, tmp_path: Path
) -> None:
    second = tmp_path / "second.pdf"
    reopened.reopen("Once more.")
    sign_as_reviewer(reopened, ana, second, at=AT)
    known = known_reviews(reopened.store)

    of_first, of_second = (
        {one.code for one in verify(data, known).all_findings}
        for data in (signed.by_both, second.read_bytes())
    )

    assert {"in-trail", "superseded"} <= of_first
    assert "in-trail" in of_second
    assert "cut-back" not in of_first | of_second  # the sponsor signed the first alone
    assert "superseded" not in of_second


def test_the_version_is_printed(reopened: Workspace, ana: Identity, tmp_path: Path) -> None:
    reopened.reopen("Once more.")

    sign_as_reviewer(reopened, ana, tmp_path / "again.pdf", at=AT)

    assert "Version 2, sealed for signature" in page_texts((tmp_path / "again.pdf").read_bytes())[4]
    found = verify((tmp_path / "again.pdf").read_bytes())
    assert found.grade is Grade.OPEN


def test_nothing_is_sealed_when_the_report_cannot_be_written(
    workspace: Workspace, ana: Identity, tmp_path: Path
) -> None:
    with pytest.raises(FileNotWrittenError):
        sign_as_reviewer(workspace, ana, tmp_path / "no such folder" / "one.pdf", at=AT)
    with pytest.raises(UnfitIdentityError):
        sign_as_reviewer(workspace, ana, tmp_path / "one.pdf", at=AT + timedelta(days=5000))

    assert standing(workspace).state is SignState.DRAFT
    assert not workspace.is_read_only
    assert sorted(item.name for item in tmp_path.iterdir() if item.suffix != ".plumbline") in (
        [],
        ["client.plumbline-shm", "client.plumbline-wal"],
    )


def test_no_report_is_left_when_the_trail_cannot_be_written(
    store: Store, ana: Identity, tmp_path: Path
) -> None:
    out = tmp_path / "one.pdf"
    out.write_bytes(b"what was here")
    store.close()
    with open_file(store.path, PASSPHRASE, read_only=True, cost=QUICK) as only_read:
        workspace = Workspace(only_read, "R1", "Ana")
        with pytest.raises(SealedError):
            sign_as_reviewer(workspace, ana, out, at=AT)

    assert out.read_bytes() == b"what was here"
    assert not list(tmp_path.glob("*.part"))


def test_a_reviewer_who_lost_the_file_signs_again_and_the_earlier_one_no_longer_counts(
    workspace: Workspace, ana: Identity, bo: Identity, tmp_path: Path
) -> None:
    lost, again = tmp_path / "lost.pdf", tmp_path / "again.pdf"
    sign_as_reviewer(workspace, ana, lost, at=AT)
    sign_as_reviewer(workspace, ana, again, at=AT)

    with pytest.raises(NotTheReportError, match="SHA-256"):
        sign_as_sponsor(lost.read_bytes(), bo, tmp_path / "two.pdf", at=AT, workspace=workspace)
    sign_as_sponsor(again.read_bytes(), bo, tmp_path / "two.pdf", at=AT, workspace=workspace)

    assert standing(workspace).state is SignState.SIGNED
    for sign in (
        lambda: sign_as_reviewer(workspace, ana, again, at=AT),
        lambda: sign_as_sponsor(again.read_bytes(), bo, lost, at=AT, workspace=workspace),
    ):
        with pytest.raises(AlreadySignedError):
            sign()


def test_a_sponsor_signs_nothing_that_was_altered_or_never_signed(
    workspace: Workspace, ana: Identity, bo: Identity, tmp_path: Path
) -> None:
    out = tmp_path / "two.pdf"
    ready = ready_to_sign(workspace.snapshot, workspace.assessment, (BO,), AT)
    unsigned = report_for_signature(workspace, ready)
    with pytest.raises(NotTheReportError, match="no signature"):
        sign_as_sponsor(unsigned, bo, out, at=AT)
    with pytest.raises(NotReadyError):
        sign_as_sponsor(_signed(workspace, ana, tmp_path), bo, out, at=AT, workspace=_other(tmp_path))
    with pytest.raises(NotTheReportError, match="cannot be read"):
        sign_as_sponsor(b"no PDF", bo, out, at=AT)

    assert not out.exists()


def _signed(workspace: Workspace, ana: Identity, folder: Path) -> bytes:
    sign_as_reviewer(workspace, ana, folder / "one.pdf", at=AT)
    return (folder / "one.pdf").read_bytes()


def _other(folder: Path) -> Workspace:
    from models.storage import create_file
    from tests.specified import specified_review

    store = create_file(
        folder / "other.plumbline", PASSPHRASE, specified_review("tiny_empty"), who="A", cost=QUICK
    )
    return Workspace(store, "R1", "Ana")


def test_a_signature_made_on_another_machine_is_taken_in(
    workspace: Workspace, ana: Identity, bo: Identity, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    sign_as_reviewer(workspace, ana, one, at=AT)
    sign_as_sponsor(one.read_bytes(), bo, two, at=AT + timedelta(hours=2))
    assert standing(workspace).state is SignState.READY

    record = take_in(workspace, two.read_bytes(), AT)

    assert standing(workspace).state is SignState.SIGNED
    assert (record.name, record.file, record.at) == ("Bo Ferrowick", sha256(two), AT + timedelta(hours=2))
    with pytest.raises(AlreadySignedError):
        take_in(workspace, two.read_bytes(), AT)


def test_only_the_reviewers_own_report_is_taken_in(
    signed: SignedReview, workspace: Workspace, ana: Identity, tmp_path: Path
) -> None:
    sign_as_reviewer(workspace, ana, tmp_path / "one.pdf", at=AT)

    for report, why in (
        (signed.by_both, "SHA-256"),
        ((tmp_path / "one.pdf").read_bytes(), "sponsor has not"),
    ):
        with pytest.raises(NotTheReportError, match=why):
            take_in(workspace, report, AT)


def test_a_page_signed_by_hand_is_kept_as_a_scan_and_said_to_be_one(
    workspace: Workspace, ana: Identity, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG what the scanner saw")
    with pytest.raises(NotReadyError):
        take_in_scan(workspace, scan, BO, AT)
    sign_as_reviewer(workspace, ana, tmp_path / "one.pdf", at=AT, sponsor="Bo Ferrowick")

    record = take_in_scan(workspace, scan, BO, AT)

    assert (record.way, record.file, record.certificate) == (SignWay.BY_HAND, sha256(scan), "")
    assert standing(workspace).state is SignState.SIGNED
    assert workspace.store.drop_unused_attachments() == 0
    assert b"".join(workspace.store.read_attached(record.file)) == scan.read_bytes()
