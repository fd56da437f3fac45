"""Lets a person sign: asks for the identity, makes the report beside the window, and records it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.atomic_file import place_of
from app.errors import ReviewError
from app.i18n import _
from app.settings import Settings
from models.sign_off import Signatory, SignRole
from ui.beside import Beside
from ui.desk import Desk
from ui.dialogs.sign import SignDialog, SignWish
from ui.file_chooser import FileChooser
from ui.identity_desk import Opened, ToOpen
from ui.identity_flow import IdentityFlow
from ui.latest_job import LatestJob
from ui.open_review import OpenReview
from ui.signing_jobs import reviewer_job, sponsor_job
from ui.tasks import Job
from ui.theme import Theme

if TYPE_CHECKING:
    from app.signing.making import ReviewToSign, SignedReport, Signer
    from ui.bridge import WorkspaceBridge

PURPOSE = "export"
_FORBIDDEN = '<>:"/\\|?*'


class SameFileError(ReviewError):
    """The signed report was to be written over the review file, the identity, or the report that it is of."""

    title = "This place is taken by a file that is needed"
    advice = "Choose another name for the signed report."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody is asked to sign as; `report` is what the reviewer signed, for the sponsor alone."""

    role: SignRole
    others: tuple[Signatory, ...] = ()
    report: bytes = b""
    position: str = ""


class SigningFlow(QObject):
    """One signature at a time. `signed` carries the path of the report that was written."""

    signed = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        review: OpenReview,
        desk: Desk,
        identities: IdentityFlow,
        chooser: FileChooser,
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review, self._desk, self._identities = review, desk, identities
        self._chooser = chooser
        self._theme = theme
        self._window = window
        self._opening: Beside | None = None
        self._job = LatestJob(self)

    def ask(self, asked: Asked) -> None:
        """Ask who signs, and with which identity."""
        own = self._identities.desk.own
        dialog = SignDialog(self._theme(), asked.role, own, asked.position, self._window)
        is_own = asked.role is SignRole.REVIEWER
        name = self._review.bridge.workspace.who if is_own and self._review.bridge is not None else ""
        dialog.wanted.connect(lambda wish: self._open(dialog, asked, wish))
        dialog.file_wanted.connect(lambda: self._choose(dialog))
        dialog.new_wanted.connect(
            lambda: self._identities.ask_for_new(
                dialog,
                lambda made: dialog.choose(made.path, made.passphrase),
                name=name,
                is_own=is_own,
                refused=self.refused.emit,
            )
        )
        dialog.stopped.connect(lambda: self._stop(dialog))
        dialog.rejected.connect(self._stop)
        dialog.open()

    def leave(self) -> None:
        """The review goes away; what is being made is given up, and nothing is written after this."""
        self._stop()
        self._job.leave()

    def _choose(self, dialog: SignDialog) -> None:
        path = self._identities.file_of_one(dialog)
        if path is not None:
            dialog.choose(path)

    def _open(self, dialog: SignDialog, asked: Asked, wish: SignWish) -> None:
        """The passphrase is proven before anything else is asked."""
        wanted = ToOpen(wish.path, wish.passphrase, wish.own)
        self._opening = opening = Beside(self._identities.desk.opening(wanted), self)
        opening.failed.connect(lambda error: self._refuse(dialog, error))
        opening.done.connect(lambda opened: self._make(dialog, asked, wish, opened))
        opening.start()

    def _refuse(self, dialog: SignDialog, error: ReviewError) -> None:
        self._opening = None
        dialog.show_error(error)

    def _make(self, dialog: SignDialog, asked: Asked, wish: SignWish, opened: Opened) -> None:
        bridge, self._opening = self._review.bridge, None
        if bridge is None or self._job.is_running:
            return
        dialog.busy.end()
        out = self._place(dialog, bridge, asked.role)
        if out is None:
            dialog.set_busy(False)
            return
        if _is_one_of(out, bridge.workspace.path, wish.path):
            dialog.show_error(SameFileError())
            return
        from app.signing.identity import now  # noqa: PLC0415  (loads cryptography)
        from app.signing.making import Signer  # noqa: PLC0415  (loads pyHanko)
        from app.signing.signing_off import review_to_sign  # noqa: PLC0415  (as above)

        signer = Signer(identity=opened.identity, at=now(), position=wish.position)
        review = review_to_sign(bridge.workspace)
        job = _job(asked, review, signer, self._desk.settings)
        dialog.show_busy(_("Writing and signing the report …"))
        signing = _Signing(bridge, asked, wish, opened, out, review)
        self._job.run(
            job,
            lambda made: self._record(dialog, signing, made),
            dialog.show_failure,
            dialog.busy.show_share,
        )

    def _record(self, dialog: SignDialog, of: "_Signing", made: "SignedReport") -> None:
        """Write and record it, in the window's thread: the store lives here."""
        from app.signing.signing_off import record_report  # noqa: PLC0415  (loads pyHanko)

        if self._review.bridge is not of.bridge:
            return
        is_reviewer = of.asked.role is SignRole.REVIEWER
        try:
            record_report(of.bridge.workspace, made, of.out, of.review if is_reviewer else None)
        except ReviewError as error:
            dialog.show_error(error)
            return
        of.bridge.undo_stack.clear()  # what came before belongs to a sealed state
        dialog.accept()
        if is_reviewer:
            self._identities.desk.note_use(of.opened)
            if of.wish.is_remembered:
                self._identities.remember(of.opened, self.refused.emit)
        self.signed.emit(str(of.out))

    def _place(self, dialog: QWidget, bridge: "WorkspaceBridge", role: SignRole) -> Path | None:
        client = bridge.workspace.snapshot.engagement.client
        kept = "".join(c for c in client if c.isprintable() and c not in _FORBIDDEN).strip(" .")[:80]
        words = (
            _("{client} – AI risk map, signed.pdf")
            if role is SignRole.REVIEWER
            else _("{client} – AI risk map, signed by both.pdf")
        )
        suggested = self._chooser.folder(PURPOSE) / words.format(client=kept or _("Review"))
        title = _("Save the signed report")
        return self._chooser.file_to_make(dialog, title, suggested, _("PDF (*.pdf)"), PURPOSE)

    def _stop(self, dialog: SignDialog | None = None) -> None:
        """Give up what is being done: nothing of it is heard any more, and nothing is written."""
        if self._opening is not None:
            self._opening.forget()
        self._opening = None
        self._job.stop()
        if dialog is not None:
            dialog.busy.end()
            dialog.set_busy(False)


@dataclass(frozen=True, slots=True)
class _Signing:
    """Everything about a signature that is being made."""

    bridge: "WorkspaceBridge"
    asked: Asked
    wish: SignWish
    opened: Opened
    out: Path
    review: "ReviewToSign"


def _job(asked: Asked, review: "ReviewToSign", signer: "Signer", settings: Settings) -> Job:
    if asked.role is SignRole.REVIEWER:
        return reviewer_job(review, signer, asked.others, settings)
    return sponsor_job(asked.report, signer, review.standing.version)


def _is_one_of(out: Path, *needed: Path) -> bool:
    return any(place_of(out) == place_of(one) for one in needed)
