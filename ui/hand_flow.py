"""Takes in a signature made by hand, as the picture that it is; a scan is read beside the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.attachments import Attached, take_in_beside
from app.day_words import short_day
from app.errors import ReviewError
from app.i18n import _
from app.role_words import role_words
from app.signing.digits import grouped
from app.signing.overview import SHORT
from app.signing.standing import SignOffStanding, sign_off_standing
from models.sign_off import Signatory
from ui.dialogs.by_hand import ByHandDialog, HandSignature
from ui.file_chooser import FileChooser
from ui.latest_job import LatestJob
from ui.open_review import OpenReview
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.bridge import WorkspaceBridge

PURPOSE = "evidence"


class HandFlow(QObject):
    """`kept` carries the name of whoever signed, `refused` a ReviewError."""

    kept = Signal(str)
    refused = Signal(object)

    def __init__(
        self, review: OpenReview, chooser: FileChooser, theme: Callable[[], Theme], window: QWidget
    ) -> None:
        super().__init__(window)
        self._review = review
        self._chooser = chooser
        self._theme = theme
        self._window = window
        self._job = LatestJob(self)

    def ask(self) -> None:
        """Ask who signs by hand, and how."""
        bridge = self._review.bridge
        if bridge is None or self._job.is_running:
            return
        standing = sign_off_standing(bridge.workspace.snapshot.header, bridge.workspace.sign_offs)
        if not standing.missing:
            return
        dialog = ByHandDialog(
            self._theme(),
            standing.missing,
            lambda signatory: _small_print(signatory, standing),
            self._ask_for_scan,
            self._window,
        )
        dialog.wanted.connect(lambda signature: self._take(dialog, bridge, signature))
        dialog.stopped.connect(lambda: self._stop(dialog))
        dialog.rejected.connect(self._stop)
        dialog.open()

    def leave(self) -> None:
        """The review goes away; what is being taken in is given up."""
        self._job.leave()

    def _ask_for_scan(self) -> Path | None:
        title, kinds = _("Attach the scan of a signed page"), _("Pictures and PDF (*.png *.jpg *.jpeg *.pdf)")
        return self._chooser.file_to_open(self._window, title, kinds, PURPOSE)

    def _take(self, dialog: ByHandDialog, bridge: "WorkspaceBridge", signature: HandSignature) -> None:
        if self._review.bridge is not bridge or self._job.is_running:
            return
        store, scan = bridge.workspace.store, signature.scan
        if scan is None:
            self._record(dialog, bridge, signature, None)
            return
        path, key = store.path, store.key
        dialog.busy.begin(_("Taking in {name} …").format(name=scan.name), can_be_stopped=True)
        self._job.run(
            lambda report, stopped: take_in_beside(path, key, scan, report, stopped),
            lambda kept: self._record(dialog, bridge, signature, kept),
            dialog.show_failure,
            dialog.busy.show_share,
        )

    def _record(
        self,
        dialog: ByHandDialog,
        bridge: "WorkspaceBridge",
        signature: HandSignature,
        kept: Attached | None,
    ) -> None:
        from app.signing.identity import now  # noqa: PLC0415  (loads cryptography)
        from app.signing.signing_off import keep_picture, record_by_hand  # noqa: PLC0415  (loads pyHanko)

        if self._review.bridge is not bridge:
            return
        try:
            sha256 = kept.sha256 if kept is not None else keep_picture(bridge.workspace, signature.picture)
            record_by_hand(bridge.workspace, sha256, signature.signatory, now())
        except ReviewError as error:
            dialog.show_error(error)
            return
        dialog.accept()
        self.kept.emit(signature.signatory.name)

    def _stop(self, dialog: ByHandDialog | None = None) -> None:
        """Give up what is being taken in: nothing of it is recorded."""
        self._job.stop()
        if dialog is not None:
            dialog.busy.end()
            dialog.set_busy(False)


def _small_print(signatory: Signatory, standing: SignOffStanding) -> Sequence[str]:
    """What stands under a signature drawn here, so that the picture says by itself what it is."""
    from app.signing.identity import now  # noqa: PLC0415  (loads cryptography)

    seal, at = standing.ready.seal if standing.ready is not None else "", now()
    who = ", ".join(part for part in (signatory.name, signatory.position) if part)
    return (
        _("{role}: {who}").format(role=role_words(signatory.role), who=who),
        _("Drawn on a screen, {day}, {at:%H:%M} UTC, by the clock of its computer").format(
            day=short_day(at), at=at
        ),
        _("Version {n}, seal {digits} …").format(n=standing.version, digits=grouped(seal[:SHORT])),
        _("A picture, not a digital signature"),
    )
