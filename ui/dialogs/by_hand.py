"""Takes a signature made by hand, drawn on a pad or scanned, and calls it what it is: a picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.errors import ReviewError
from app.i18n import _
from app.role_words import role_words
from models.sign_off import Signatory
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.busy_row import BusyRow
from ui.widgets.buttons import button, quiet_button
from ui.widgets.combo_rows import pad_rows
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled
from ui.widgets.labels import body, muted, small
from ui.widgets.sign_pad import SignPad

LONGEST = 120


@dataclass(frozen=True, slots=True)
class HandSignature:
    """Who signed by hand; either the picture drawn here (PNG), or the scan of a page."""

    signatory: Signatory
    picture: bytes = field(default=b"", repr=False)
    scan: Path | None = None


class ByHandDialog(DialogFrame):
    """Stays open until the signature is kept. `wanted` carries a HandSignature, `stopped` when it takes long.

    `missing` are those who have not signed; `small_print` gives the lines that stand under what is drawn by
    somebody; `choose` asks for the file of a scan.
    """

    wanted = Signal(object)
    stopped = Signal()

    def __init__(
        self,
        theme: Theme,
        missing: Sequence[Signatory],
        small_print: Callable[[Signatory], Sequence[str]],
        choose: Callable[[], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, "by_hand", _("Sign by hand"), _("Keep it"), parent)
        self._missing, self._small_print, self._choose = tuple(missing), small_print, choose
        self._scan: Path | None = None
        self._who, self._name = QComboBox(self), QLineEdit(self)
        self._pad = SignPad(theme, self)
        self._back = quiet_button(_("Take back a stroke"), theme, "undo-2", "pad_back", self)
        self._attach = button(_("Attach a scan instead…"), theme, "paperclip", "attach_scan", self)
        self._file = muted("", theme, self)
        self.busy = BusyRow(theme, self)
        self._build_content()
        self._connect()
        self._show_who()

    def show_error(self, error: ReviewError) -> None:
        """Say in place why it was not kept."""
        self.busy.end()
        self.show_refused(error.title, error.advice)

    def _build_content(self) -> None:
        told = _(
            "It shows who signed for people to judge. It is not a digital signature: no program can check "
            "whose hand it was, and nothing in it is bound to the seal. The audit trail calls it what it is."
        )
        self.content.addWidget(body(told, self.theme, self))
        self._who.setObjectName("by_hand_who")
        pad_rows(self._who)
        for one in self._missing:
            words = _("{role}: {name}").format(role=role_words(one.role), name=one.name)
            self._who.addItem(words if one.name else role_words(one.role))
        self.content.addWidget(Labelled(_("Who signs"), self._who, self.theme, parent=self))
        self._name.setObjectName("by_hand_name")
        self._name.setMaxLength(LONGEST)
        self._name_row = Labelled(_("Name"), self._name, self.theme, parent=self)
        self.content.addWidget(self._name_row)
        self.content.addWidget(self._pad)
        line = QWidget(self)
        flow = FlowLayout(line, spacing=self.theme.space(1))
        flow.addWidget(self._back)
        flow.addWidget(self._attach)
        self.content.addWidget(line)
        self.content.addWidget(self._file)
        self._file.setObjectName("scan_name")
        self._file.hide()
        kept = _("Kept inside the encrypted review file; it can be saved from the sign-off page.")
        self.content.addWidget(small(kept, self.theme, self))
        self.content.addWidget(self.busy)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._ask)
        self._who.currentIndexChanged.connect(self._show_who)
        self._back.clicked.connect(self._pad.take_back)
        self._attach.clicked.connect(self._attach_or_draw)
        self._pad.drawn.connect(self.notice.clear)
        self.busy.stopped.connect(self.stopped)

    def _show_who(self) -> None:
        one = self._missing[max(0, self._who.currentIndex())]
        self._name_row.setVisible(not one.name)
        self.fit_soon()

    def _attach_or_draw(self) -> None:
        self._scan = None if self._scan is not None else self._choose()
        is_scan = self._scan is not None
        self._pad.setVisible(not is_scan)
        self._back.setVisible(not is_scan)
        self._file.setVisible(is_scan)
        self._file.setText(_("Scan: {name}").format(name=self._scan.name) if self._scan is not None else "")
        self._attach.setText(_("Draw it instead") if is_scan else _("Attach a scan instead…"))
        self.fit_soon()

    def _ask(self) -> None:
        one = self._missing[max(0, self._who.currentIndex())]
        name = one.name or " ".join(self._name.text().split())
        if not name:
            self._name.setFocus()
            self.show_refused(_("The name is missing"), _("Type the name of the person who signs."))
            return
        if self._scan is None and self._pad.is_empty:
            self.show_refused(
                _("Nothing is drawn yet"), _("Sign on the pad, or attach the scan of a signed page.")
            )
            return
        self.notice.clear()
        self.set_busy(True)
        signatory = replace(one, name=name)
        picture = b"" if self._scan is not None else self._pad.picture(self._small_print(signatory))
        self.wanted.emit(HandSignature(signatory, picture, self._scan))
