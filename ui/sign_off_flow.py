"""Serves the sign-off page: shows how far it has come, and does what is wished for there."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.assessment import assess
from app.errors import ReviewError
from app.i18n import _
from app.signing.before_sealing import hindrances
from app.signing.changes import as_sealed
from app.signing.kept_reports import kept_file
from app.signing.overview import SealedState, overview, sealed_before
from models.sign_off import Signatory, Signed, SignRole, SignWay
from ui.desk import Desk
from ui.dialogs.reopen import ReopenDialog
from ui.file_chooser import FileChooser
from ui.hand_flow import HandFlow
from ui.identity_flow import IdentityFlow
from ui.latest_job import LatestJob
from ui.open_review import OpenReview
from ui.pages.sign_off_page import SignOffPage
from ui.saving_flow import SavingFlow, WantedFile
from ui.signing_flow import PURPOSE, Asked, SigningFlow
from ui.signing_jobs import MOST_REPORT_BYTES, elsewhere_job
from ui.theme import Theme

if TYPE_CHECKING:
    from app.signing.making import SignedReport
    from app.signing.standing import SignOffStanding
    from ui.bridge import WorkspaceBridge

Check = Callable[[bytes, str], object]


class NoReportHereError(ReviewError):
    """The review file holds no copy of the signed report, which was too large or signed elsewhere."""

    title = "The review file holds no copy of the signed report"
    advice = "Take the file as it was saved when it was signed."


class SignOffFlow(QObject):
    """Serves one page at a time. `check` is given a report and its name, and shows what there is to say."""

    def __init__(
        self,
        review: OpenReview,
        desk: Desk,
        identities: IdentityFlow,
        chooser: FileChooser,
        theme: Callable[[], Theme],
        check: Check,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review, self._chooser, self._theme = review, chooser, theme
        self._desk, self._check, self._window = desk, check, window
        self._saving, self._hand = SavingFlow(chooser, window), HandFlow(review, chooser, theme, window)
        self._signing = SigningFlow(review, desk, identities, chooser, theme, window)
        self._page: SignOffPage | None = None
        self._sealed: tuple[tuple[object, int], SealedState] | None = None
        self._job = LatestJob(self)
        self._connect()

    def serve(self, page: SignOffPage) -> None:
        """Listen to a page."""
        self._page = page
        page.overview_wanted.connect(self._show)
        page.wanted.connect(self._do)
        page.file_wanted.connect(self._save_picture)
        page.busy.stopped.connect(self._stop)

    def leave(self) -> None:
        """The review or its pages go away; what is being done is given up."""
        self._stop()
        self._signing.leave()
        self._hand.leave()
        self._job.leave()
        self._page = self._sealed = None

    def _connect(self) -> None:
        self._signing.signed.connect(self._tell_signed)
        self._signing.refused.connect(self._fail)
        self._hand.kept.connect(self._tell_kept)
        self._hand.refused.connect(self._fail)

    def _show(self) -> None:
        page, bridge = self._page, self._review.bridge
        if page is None or bridge is None:
            return
        workspace, shown = bridge.workspace, bridge.shown
        try:
            records = workspace.sign_offs
            sealed = self._sealed_state(bridge)
        except ReviewError as error:
            page.show_failed(error.title, error.advice)
            return
        found = overview(shown.snapshot, shown.assessment, records, workspace.reviews, sealed)
        page.show_overview(
            found,
            hindrances(shown.snapshot, shown.assessment, _today(), self._desk.other_clients(workspace.path)),
            waits=bool(bridge.waiting),
            can_write=not workspace.store.read_only,
        )

    def _sealed_state(self, bridge: "WorkspaceBridge") -> SealedState | None:
        """The version before this draft, as it was sealed; worked out once."""
        workspace = bridge.workspace
        ready = sealed_before(workspace.snapshot, workspace.sign_offs)
        if ready is None:
            return None
        key = (workspace.snapshot.header.id, ready.version)
        if self._sealed is None or self._sealed[0] != key:
            log = workspace.store.history(workspace.snapshot.header.id)
            before = as_sealed(workspace.snapshot, log, ready)
            self._sealed = (key, SealedState(ready, before, assess(before)))
        return self._sealed[1]

    def _do(self, wish: str) -> None:
        page, bridge = self._page, self._review.bridge
        if page is None or bridge is None or self._job.is_running:
            return
        page.notice.clear()
        self._review.settle()
        match wish:
            case "sign_reviewer" | "again_reviewer":
                self._sign_as_reviewer(page.signatories)
            case "sign_sponsor":
                self._with_report(bridge, self._sign_as_sponsor)
            case "hand_out":
                self._with_report(bridge, self._hand_out)
            case "take_in":
                self._take_in(bridge)
            case "by_hand":
                self._hand.ask()
            case "save_report":
                self._with_report(bridge, self._save_report)
            case "check_report":
                self._with_report(bridge, lambda data: self._check(data, _("The signed report")))
            case "reopen":
                self._ask_to_reopen(bridge)

    def _sign_as_reviewer(self, others: tuple[Signatory, ...]) -> None:
        if self._review.save_all():
            self._signing.ask(Asked(role=SignRole.REVIEWER, others=others))
        self._show()

    def _sign_as_sponsor(self, report: bytes) -> None:
        standing = self._standing()
        sponsor = [one for one in standing.missing if one.role is SignRole.SPONSOR] if standing else []
        position = sponsor[0].position if sponsor else ""
        self._signing.ask(Asked(role=SignRole.SPONSOR, report=report, position=position))

    def _with_report(self, bridge: "WorkspaceBridge", then: Callable[[bytes], object]) -> None:
        """Go on with the newest signed report: the copy in the file, or one that is asked for."""
        standing = self._standing()
        digital = [one for one in standing.signed if one.way is SignWay.DIGITAL] if standing else []
        data = kept_file(bridge.workspace.store, digital[-1]) if digital else None
        if data is not None:
            then(data)
            return
        path = self._chooser.file_to_open(
            self._window, _("Choose the signed report"), _("PDF (*.pdf)"), PURPOSE
        )
        if path is not None:
            self._then_with(path, then)

    def _then_with(self, path: Path, then: Callable[[bytes], object]) -> None:
        from app.limited_reading import bytes_within  # noqa: PLC0415  (seldom needed)

        try:
            then(bytes_within(path, MOST_REPORT_BYTES))
        except ReviewError as error:
            self._fail(error)

    def _hand_out(self, report: bytes) -> None:
        page = self._page
        if page is None or not self._save(report, _("Report to sign.pdf")):
            return
        told = _(
            "Give it to the sponsor. It is signed with Plumbline on another computer, or in the field "
            "“sponsor” with any PDF reader; nothing else in it may be changed. When it comes back: “Take in "
            "a signed report”. The file is not encrypted, and all of the review's data ride in it."
        )
        page.notice.show_message(_("Saved for signature."), told, "ok")

    def _save_report(self, report: bytes) -> None:
        self._save(report, _("Signed report.pdf"))

    def _save(self, report: bytes, name: str) -> bool:
        """Ask for a place and write there; whether it was written."""
        page = self._page
        if page is None:
            return False
        title, kinds = _("Save the signed report"), _("PDF (*.pdf)")
        wanted = WantedFile(title=title, name=name, kinds=kinds, purpose=PURPOSE)
        return self._saving.save(page, report, wanted)

    def _save_picture(self, signed: Signed) -> None:
        page, bridge = self._page, self._review.bridge
        if page is None or bridge is None:
            return
        data = kept_file(bridge.workspace.store, signed)
        if data is None:
            self._fail(NoReportHereError())
            return
        name = _("Signature by hand.png") if data.startswith(b"\x89PNG") else _("Scan of a signature")
        wanted = WantedFile(title=_("Save the picture"), name=name, kinds=_("All files (*)"), purpose=PURPOSE)
        self._saving.save(page, data, wanted)

    def _take_in(self, bridge: "WorkspaceBridge") -> None:
        page, standing = self._page, self._standing()
        title, kinds = _("Take in a signed report"), _("PDF (*.pdf)")
        path = self._chooser.file_to_open(self._window, title, kinds, PURPOSE)
        if path is None or page is None or standing is None:
            return
        from app.signing.identity import now  # noqa: PLC0415  (loads cryptography)

        page.busy.begin(_("Checking the report …"), can_be_stopped=True)
        job = elsewhere_job(path, standing.version, now())
        self._job.run(job, lambda made: self._note(bridge, made), self._fail_taking_in)

    def _note(self, bridge: "WorkspaceBridge", made: "SignedReport") -> None:
        from app.signing.signing_off import note_elsewhere  # noqa: PLC0415  (loads pyHanko)

        if self._review.bridge is not bridge or self._page is None:
            return
        self._stop()
        try:
            record = note_elsewhere(bridge.workspace, made)
        except ReviewError as error:
            self._fail(error)
            return
        words = _("The signature of {name} is checked and recorded.").format(name=record.name)
        self._page.notice.show_message(words, _("A copy of the report is kept in the review file."), "ok")

    def _ask_to_reopen(self, bridge: "WorkspaceBridge") -> None:
        following = bridge.workspace.snapshot.header.version + 1
        dialog = ReopenDialog(self._theme(), following, self._window)

        def reopen(reason: str) -> None:
            try:
                bridge.workspace.reopen(reason)
            except ReviewError as error:
                dialog.show_refused(error.title, error.advice)
                return
            bridge.undo_stack.clear()
            dialog.accept()
            if self._page is not None:
                words = _("Version {n} is open for changes.").format(n=following)
                self._page.notice.show_message(words, _("It has to be signed anew."), "ok")

        dialog.reason_given.connect(reopen)
        dialog.open()

    def _tell_signed(self, path: str) -> None:
        if self._page is not None:
            self._page.notice.show_message(_("Signed. This file is not encrypted."), path, "ok")

    def _tell_kept(self, name: str) -> None:
        if self._page is not None:
            words = _("The signature by hand of {name} is kept.").format(name=name)
            self._page.notice.show_message(words, _("It is a picture, not a digital signature."), "ok")

    def _standing(self) -> "SignOffStanding | None":
        from app.signing.standing import sign_off_standing  # noqa: PLC0415  (beside its use)

        bridge = self._review.bridge
        if bridge is None:
            return None
        return sign_off_standing(bridge.workspace.snapshot.header, bridge.workspace.sign_offs)

    def _fail_taking_in(self, error: Exception) -> None:
        self._stop()
        self._fail(error)

    def _stop(self) -> None:
        """Give up what is being checked: nothing of it is recorded any more."""
        self._job.stop()
        if self._page is not None:
            self._page.busy.end()

    def _fail(self, error: object) -> None:
        if not isinstance(error, ReviewError):
            raise error if isinstance(error, Exception) else TypeError
        if self._page is not None:
            advice = f"{error}\n{error.advice}" if str(error) else error.advice
            self._page.show_failed(error.title, advice)


def _today() -> date:
    return datetime.now().astimezone().date()
