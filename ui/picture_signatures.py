"""Made-up signatures, checks and identities for the pictures: how they look, not how they are made."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.edits import put
from app.lint import blockers
from app.lint.waivers import waiving
from app.own_identities import OwnIdentity, put_first
from app.signing.accepting import acceptances
from app.signing.findings import Finding, Grade, SignatureFindings, Verification
from app.signing.seal import seal
from models.sign_off import ReadyToSign, Signatory, Signed, SignRole, SignWay
from models.values import RegisterName
from ui.pages.verify_page import VerifyPage

if TYPE_CHECKING:
    from app.workspace import Workspace
    from ui.main_window import MainWindow

_AT = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
_DIGITS = "91da30975c1e" * 6
_ANA, _BO = "Ana López", "Bo Ferrowick"


class SignatureSteps:
    """Brings the open review into states of its sign-off. `folder` keeps a person's settings."""

    def __init__(self, window: "MainWindow", folder: Path) -> None:
        self._window = window
        self._folder = folder

    def sign(self, step: str) -> None:
        """Record a made-up signature as "reviewer" or "sponsor"; "reopened" opens it again and changes it.

        "settled" waives what hinders sealing.
        """
        bridge = self._window.bridge
        if bridge is None:
            raise LookupError("no review is open")
        workspace = bridge.workspace
        if step == "settled":
            found = blockers(workspace.snapshot, workspace.assessment, _AT.date())
            waived = waiving(workspace.snapshot, found, "For the picture.", _ANA, _AT.date())
            if waived is not None:
                bridge.do(waived)
            return
        if step == "reopened":
            workspace.reopen("A tool was missing.")
            tool = next(iter(workspace.snapshot.ai_tools.values()))
            changed = replace(tool, name=f"{tool.name} (EU)", owner=None)
            bridge.do(put(workspace.snapshot, RegisterName.AI_TOOLS, changed, "Edit"))
            return
        role = SignRole(step)
        if role is SignRole.REVIEWER:
            workspace.sign_off(_ready(workspace), "Seal the review for signature")
        name, position = (_ANA, "Managing consultant") if role is SignRole.REVIEWER else (_BO, "CMO")
        signed = Signed(
            version=workspace.snapshot.header.version,
            seal=_seal(workspace),
            at=_AT,
            role=role,
            name=name,
            position=position,
            way=SignWay.DIGITAL,
            file=workspace.store.attach(BytesIO(b"%PDF, made up")).sha256,
            certificate=_DIGITS[:64],
        )
        workspace.sign_off(signed, "Sign")

    def show_check(self, grade: str) -> None:
        """Show a made-up result of a check, sound or not."""
        page = self._window.page
        if isinstance(page, VerifyPage):
            page.show_result(_checked(Grade(grade)), "AI risk map, signed by both.pdf", is_against=False)

    def list_identity(self) -> None:
        """Put a made-up identity on the list of this computer."""
        path = Path.home() / "Keys" / f"{_ANA}.p12"
        own = OwnIdentity(path=path, name=_ANA, certificate=_DIGITS[:64], valid_until=date(2029, 11, 27))
        put_first(own, self._folder)


def _seal(workspace: "Workspace") -> str:
    return seal(workspace.snapshot, workspace.assessment)


def _ready(workspace: "Workspace") -> ReadyToSign:
    return ReadyToSign(
        version=workspace.snapshot.header.version,
        seal=_seal(workspace),
        at=_AT,
        signatories=(
            Signatory(role=SignRole.REVIEWER, name=_ANA, position="Managing consultant"),
            Signatory(role=SignRole.SPONSOR, name=_BO, position="CMO"),
        ),
        acceptances=acceptances(workspace.snapshot, workspace.assessment),
    )


def _checked(grade: Grade) -> Verification:
    is_good = grade is Grade.GOOD
    unaltered = Finding("intact", Grade.GOOD, "What was signed is unaltered, to the byte.")
    altered = Finding(
        "altered", Grade.BAD, "What was signed has been altered: the signature does not fit the file."
    )
    whole = (
        Finding("whole-file", Grade.GOOD, "The last signature covers the whole file, to its last byte."),
        Finding("seal", Grade.GOOD, "The seal printed, the seal stated in the data, and the seal recomputed "
                "from them are one."),
    )  # fmt: skip
    added = Finding("unexplained-revision", Grade.BAD, "The file was added to by more than its signatures.")
    people = (
        (SignRole.REVIEWER, _ANA, unaltered),
        (SignRole.SPONSOR, _BO, unaltered if is_good else altered),
    )
    signatures = tuple(
        SignatureFindings(
            role=role,
            name=name,
            issuer=name,
            is_self_signed=True,
            fingerprint=_DIGITS[:64],
            at=_AT,
            findings=(finding,),
        )
        for role, name, finding in people
    )
    return Verification(
        sha256=_DIGITS[:64],
        seal=_DIGITS[:64],
        signatures=signatures,
        findings=whole if is_good else (added, *whole[1:]),
    )
