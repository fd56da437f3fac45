"""Asks why a finding may stand, and who says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.lint.waivers import LONGEST_REASON, LONGEST_WHO
from ui.reading_order import bring_into_view
from ui.theme import Theme
from ui.widgets.buttons import button, quiet_button
from ui.widgets.labels import set_tone, small


class WaiveForm(QWidget):
    """`given` carries the reason, the name, and whether it is for all findings of the kind."""

    given = Signal(str, str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reason = QLineEdit(self)
        self._who = QLineEdit(self)
        self._missing = small("", theme, self)
        self._one = button(_("Waive"), theme, "check", "waive", self)
        self._all = quiet_button("", theme, "", "waive_all", self)
        self._build()
        self._connect()

    def take_who(self, name: str) -> None:
        """Who waives, unless somebody else is named."""
        if not self._who.text().strip():
            self._who.setText(name)

    def show_alike(self, alike: int) -> None:
        """How many open findings are of this kind."""
        words = ngettext("Waive all {n} of this kind", "Waive all {n} of this kind", alike)
        self._all.setText(words.format(n=alike))
        self._all.setVisible(alike > 1)

    def forget(self) -> None:
        """Drop what was typed: it was about another finding."""
        self._reason.clear()
        self._missing.hide()

    def start(self) -> None:
        """Take the keyboard, in view wherever the form stands."""
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(self._reason, self.window())

    def _give(self, *, is_for_all: bool) -> None:
        reason, who = self._reason.text().strip(), self._who.text().strip()
        self._missing.setVisible(not reason or not who)
        if not reason:
            self._missing.setText(_("A few words are enough. They are printed in the report."))
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not who:
            self._missing.setText(_("Say who takes it upon themselves."))
            self._who.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._reason.clear()
            self.given.emit(reason, who, is_for_all)

    def _build(self) -> None:
        self._missing.hide()
        set_tone(self._missing, "danger")
        self._reason.setMaxLength(LONGEST_REASON)
        self._who.setMaxLength(LONGEST_WHO)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._theme.space(1), 0, 0)
        column.setSpacing(self._theme.space(0.5))
        for name, words, field in (
            ("waive_reason", _("Why it may stand (printed in the report)"), self._reason),
            ("waive_who", _("Waived by"), self._who),
        ):
            said = small(words, self._theme, self)
            said.setBuddy(field)
            field.setObjectName(name)
            field.setAccessibleName(words)
            column.addWidget(said)
            column.addWidget(field)
        for part in (self._missing, self._one, self._all):
            column.addWidget(part)

    def _connect(self) -> None:
        self._one.clicked.connect(lambda _checked=False: self._give(is_for_all=False))
        self._all.clicked.connect(lambda _checked=False: self._give(is_for_all=True))
        for field in (self._reason, self._who):
            field.returnPressed.connect(lambda: self._give(is_for_all=False))
