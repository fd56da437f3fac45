"""The choice of a firm's template: which one is used, what was made of it, and a sample."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.branding.template import FirmTemplate
from app.branding.words import notes
from app.i18n import _
from ui.theme import Theme
from ui.widgets.basics import Notice, body, button, quiet_button, small
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pdf_preview import PdfPreview

SAMPLE_HEIGHT = 420


class TemplateChoice(QWidget):
    """Shows one template or none. It reads no file: what it wishes for comes back by its `show_…`."""

    choose_wanted = Signal()
    sample_wanted = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = body("", theme, self)
        self._notes = small("", theme, self)
        self._notice = Notice(theme, self)
        self._choose = button(_("Choose…"), theme, "folder-open", "choose_template", self)
        self._sample = button(_("Show a sample"), theme, "eye", "show_sample", self)
        self._remove = quiet_button(_("Remove"), theme, "x", "remove_template", self)
        self._preview = PdfPreview(theme, self)
        self._build()
        self._connect()

    def show_none(self) -> None:
        """No template is chosen."""
        self._notice.clear()
        self._name.setText(_("None. Reports carry Plumbline's own look."))
        self._show_notes("")
        self._remove.setEnabled(False)
        self._forget_sample()

    def show_template(self, template: FirmTemplate) -> None:
        """A template is in use."""
        self._notice.clear()
        self._name.setText(template.name)
        self._show_notes("\n".join(notes(template)))
        self._remove.setEnabled(True)
        self._forget_sample()

    def show_path(self, path: Path) -> None:
        """A template is chosen that is not read yet, or cannot be; where it lies is nobody's business."""
        self._name.setText(path.name)
        self._show_notes("")
        self._remove.setEnabled(True)
        self._forget_sample()

    def show_sample(self, pdf: bytes) -> None:
        """Show pages made with what is chosen."""
        self._preview.show_pdf(pdf)
        self._preview.show()
        self._sample.setText(_("Hide the sample"))

    def show_failed(self, title: str, what: str, advice: str) -> None:
        """Say what is wrong with a template, and what to do."""
        self._notice.show_message(title, f"{what}. {advice}", "danger")

    def _build(self) -> None:
        self._preview.setFixedHeight(self._theme.px(SAMPLE_HEIGHT))
        self._preview.setObjectName("template_sample")
        self._notice.setObjectName("template_notice")
        self._preview.hide()
        self.setFocusProxy(self._choose)
        row = FlowLayout(spacing=self._theme.space(1))
        for part in (self._choose, self._sample, self._remove):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        for shown in (self._name, self._notes, self._notice):
            column.addWidget(shown)
        column.addLayout(row)
        column.addWidget(self._preview)
        self.show_none()

    def _show_notes(self, words: str) -> None:
        self._notes.setText(words)
        self._notes.setVisible(bool(words))

    def _forget_sample(self) -> None:
        self._preview.hide()
        self._preview.clear()
        self._sample.setText(_("Show a sample"))

    def _turn_sample(self) -> None:
        if self._preview.isHidden():
            self.sample_wanted.emit()
        else:
            self._forget_sample()

    def _connect(self) -> None:
        self._choose.clicked.connect(self.choose_wanted)
        self._sample.clicked.connect(self._turn_sample)
        self._remove.clicked.connect(self.removed)
