"""Shows the recovery sheet: four large lines, covered at first, to be printed or saved and put away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from app.day_words import short_day
from app.i18n import _
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.basics import body, button, card, label, muted, small
from ui.widgets.buttons import give_icon
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.recovery_sheet import RecoverySheet

KEY_POINTS = 17.0
COVER = "\N{BULLET}"


class RecoverySheetDialog(DialogFrame):
    """`print_wanted` and `pdf_wanted` when the person wants the sheet on paper or as a file.

    The lines are covered until they are asked for: the dialog comes by itself, perhaps on a projector.
    """

    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, theme: Theme, sheet: "RecoverySheet", parent: QWidget | None = None) -> None:
        super().__init__(theme, "recovery_sheet", _("Recovery sheet"), _("I have put it away"), parent)
        self._lines = sheet.lines
        self._shown = [QLabel(self) for _line in sheet.lines]
        self._print = button(_("Print…"), theme, "file-text", "print_sheet", self)
        self._save = button(_("Save as PDF…"), theme, "download", "save_sheet", self)
        self._show = button(_("Show the lines"), theme, "eye", "show_lines", self)
        self._build_content(sheet)
        self._show.setCheckable(True)
        self._show.toggled.connect(self._uncover)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self.pdf_wanted)
        self.go_on.clicked.connect(self.accept)

    def show_saved(self, place: str) -> None:
        """Say where the PDF is, and what it can do."""
        advice = _("{place}\nIt opens the file for whoever finds it: keep it apart from this laptop.")
        self.notice.show_message(_("The sheet is saved."), advice.format(place=place), "ok")
        self.fit()

    def _build_content(self, sheet: "RecoverySheet") -> None:
        self.cancel.hide()
        use = _(
            "If the passphrase is lost, these four lines open the file. Print them, or write them down, note "
            "by hand whose file it is, and keep the sheet in a safe."
        )
        warning = _(
            "Whoever sees or holds these lines can open the file, without its passphrase. Show them only "
            "where nobody watches your screen, and never keep the sheet with the laptop."
        )
        marks = _("File {mark}, {day}. The client's name is not on the sheet.")
        buttons = QWidget(self)
        row = FlowLayout(buttons, self.theme.space(1))
        for each in (self._print, self._save, self._show):
            row.addWidget(each)
        for part in (
            body(use, self.theme, self),
            self._key(),
            muted(marks.format(mark=sheet.mark, day=short_day(sheet.day)), self.theme, self, "small"),
            label(warning, self.theme, "strong", parent=self),
            buttons,
            small(_("You can come back to it: File, “Recovery sheet…”."), self.theme, self),
        ):
            self.content.addWidget(part)

    def _key(self) -> QFrame:
        """The four lines; they cannot be selected, so that they never reach the clipboard."""
        frame = card(self.theme, self)
        grid = QGridLayout(frame)
        grid.setHorizontalSpacing(self.theme.space(3))
        grid.setVerticalSpacing(self.theme.space(1))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(KEY_POINTS * self.theme.scale)
        fixed.setWeight(QFont.Weight.DemiBold)
        for n, shown in enumerate(self._shown):
            grid.addWidget(muted(str(n + 1), self.theme, frame), n, 0)
            shown.setObjectName(f"sheet_line_{n + 1}")
            shown.setFont(fixed)
            grid.addWidget(shown, n, 1)
        grid.setColumnStretch(1, 1)
        self._uncover(is_shown=False)
        return frame

    def _uncover(self, is_shown: bool) -> None:
        self._show.setText(_("Cover the lines") if is_shown else _("Show the lines"))
        give_icon(self._show, self.theme, "eye-off" if is_shown else "eye")
        for n, (shown, line) in enumerate(zip(self._shown, self._lines, strict=True), start=1):
            shown.setText(line if is_shown else " ".join(COVER * len(group) for group in line.split()))
            signs = _("Line {n}: {signs}").format(n=n, signs=" ".join(line))
            shown.setAccessibleName(signs if is_shown else _("Line {n} is covered").format(n=n))
