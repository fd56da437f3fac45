"""The file behind a row of evidence: kept inside the review file, given out again, or removed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.attachments import Attachment, attachment_of, limit_words, size_words
from app.i18n import _
from models.values import EvidenceItem
from ui.dropped_file import any_dropped_file
from ui.theme import Theme
from ui.widgets.busy_row import BusyRow
from ui.widgets.buttons import button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, small, strong
from ui.widgets.notice import Notice


class EvidenceFile(QWidget):
    """Name and size, and what can be done. Every signal carries the evidence's id.

    `keep_wanted` also carries the path of a file that was dropped here, or None where one is to be asked for.
    `stop_wanted` when a large one takes too long.
    """

    keep_wanted = Signal(str, object)
    save_wanted = Signal(str)
    remove_wanted = Signal(str)
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._id = ""
        self._can_edit = False
        self._kept: Attachment | None = None
        self._name = label("", theme, parent=self)
        self._keep = button(_("Keep a file…"), theme, "paperclip", "keep_evidence_file", self)
        self._save = button(_("Save a copy…"), theme, "download", "save_evidence_file", self)
        self._remove = quiet_button(_("Remove"), theme, "trash-2", "remove_evidence_file", self)
        self.busy = BusyRow(theme, self)
        self.notice = Notice(theme, self)
        self._build()
        self._connect()

    @property
    def evidence_id(self) -> str:
        """The row whose file it is."""
        return self._id

    def show_item(self, item: EvidenceItem, *, can_edit: bool) -> None:
        """Show the file of a row of evidence, or that there is none."""
        kept = attachment_of(item)
        if item.id != self._id or kept != self._kept:
            self.notice.clear()  # what it says is of another file, or was undone
        self._id, self._can_edit, self._kept = item.id, can_edit, kept
        if kept is None:
            self._name.setText(_("None is kept yet. Drop one here, or choose it."))
        else:
            self._name.setText(_("{name}, {size}").format(name=kept.name, size=size_words(kept.size)))
        self._keep.setText(_("Keep a file…") if kept is None else _("Keep another one…"))
        self._keep.setEnabled(can_edit)
        self._save.setVisible(kept is not None)
        self._remove.setVisible(kept is not None)
        self._remove.setEnabled(can_edit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._can_edit and any_dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = any_dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.keep_wanted.emit(self._id, path)

    def _build(self) -> None:
        self.setObjectName("evidence_file")
        self.setAcceptDrops(True)
        self._name.setObjectName("evidence_file_name")
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=self._theme.space(1))
        for part in (self._keep, self._save, self._remove):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        column.addWidget(strong(_("File"), self._theme, self))
        column.addWidget(self._name)
        column.addWidget(buttons)
        column.addWidget(small(limit_words(), self._theme, self))
        column.addWidget(self.busy)
        column.addWidget(self.notice)

    def _connect(self) -> None:
        self._keep.clicked.connect(lambda: self.keep_wanted.emit(self._id, None))
        self._save.clicked.connect(lambda: self.save_wanted.emit(self._id))
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self._id))
        self.busy.stopped.connect(self.stop_wanted)
