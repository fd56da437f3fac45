"""The seal: the first of its digits to compare at a glance, all of them to copy, and what it stands for."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.signing.digits import grouped
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small, strong

SHORT = 16


class SealLine(QWidget):
    """Shows the seal of one version."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seal = ""
        self._digits = strong("", theme, self)
        self._copy = button(_("Copy the seal"), theme, "copy", "copy_seal", self)
        self._told = small("", theme, self)
        self._build()
        self._copy.clicked.connect(self._copy_seal)

    def show_seal(self, seal: str, version: int) -> None:
        """Show the seal of a version, 64 hex digits."""
        if seal != self._seal:
            self._copy.setText(_("Copy the seal"))
        self._seal = seal
        self._digits.setText(_("{digits} …").format(digits=grouped(seal[:SHORT])))
        self._digits.setToolTip(grouped(seal))
        self._digits.setAccessibleName(_("Seal of version {n}: {digits}").format(n=version, digits=seal))
        self._told.setText(
            _(
                "The SHA-256 over answers, registers, evidence, question pack and bands of version {n}. The "
                "same number stands on the report's pages, in its data, and in the audit trail."
            ).format(n=version)
        )

    def _copy_seal(self) -> None:
        QGuiApplication.clipboard().setText(self._seal)
        self._copy.setText(_("Copied"))

    def _build(self) -> None:
        self._digits.setObjectName("seal_digits")
        self._digits.setWordWrap(False)
        line = QWidget(self)
        flow = FlowLayout(line, spacing=self._theme.space(2))
        flow.addWidget(self._digits)
        flow.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        column.addWidget(line)
        column.addWidget(self._told)
