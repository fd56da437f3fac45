"""How far an answer was backed up: three grades, and the evidence that stands behind it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answering import GRADES
from app.attachments import attachment_of, size_words
from app.i18n import _
from models.values import EvidenceGrade, EvidenceItem
from ui.dropped_file import any_dropped_file
from ui.theme import Theme
from ui.widgets.badge import Chip
from ui.widgets.buttons import icon_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, KeyCap
from ui.widgets.labels import muted
from ui.widgets.pick_field import PickField, offers_from
from ui.widgets.refill import refill

GRADE_WORDS = {
    EvidenceGrade.NONE: "None",
    EvidenceGrade.DOCUMENT: "Document",
    EvidenceGrade.DEMONSTRATED: "Demonstrated",
}
LONGEST_TITLE = 40


class EvidenceRow(QWidget):
    """Grades as three toggles, items as chips, and a field to link one or to enter a new one by its title.

    The chips stand above, so that the toggles stay where they are when something is added; `opened` carries
    the id of the one that was pressed, to see its row and its file. `file_given` carries the path of a file
    that was dropped here, or None where one is to be asked for.
    """

    graded = Signal(object)
    linked = Signal(str)
    named = Signal(str)
    unlinked = Signal(str)
    opened = Signal(str)
    file_given = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grades = {grade: self._toggle(grade) for grade in GRADES}
        self._chips: dict[str, Chip] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        words = _("Link evidence, or enter new evidence by its title")
        self._keep = icon_button("paperclip", _("Keep a file as evidence"), theme, "keep_file", self)
        self.field = PickField(theme, "add_evidence", words, self, can_name=True)
        self._flow = FlowLayout(spacing=theme.space(1))
        self._seen = QWidget(self)
        self._seen_flow = FlowLayout(self._seen, spacing=theme.space(1))
        self._build()

    def show_evidence(
        self, grade: EvidenceGrade, items: Sequence[str], register: Mapping[str, EvidenceItem]
    ) -> None:
        """Show the grade and the items of one answer; all others of the register can be linked."""
        for each, toggle in self._grades.items():
            toggle.setChecked(each is grade)
        shown = tuple((key, _words(register.get(key)) or key) for key in items)
        if shown != self._shown:
            self._shown = shown
            self._show_chips()
            self._seen.setVisible(bool(shown))
        others = [(key, f"{key} {item.title}") for key, item in register.items() if key not in items]
        self.field.offer(offers_from(others))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and any_dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = any_dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_given.emit(path)

    def _build(self) -> None:
        label = muted(_("Evidence"), self._theme, self)
        label.setWordWrap(False)
        label.setFixedHeight(next(iter(self._grades.values())).sizeHint().height())
        self._flow.addWidget(label)
        self._flow.addWidget(KeyCap("E", self._theme, self))
        for toggle in self._grades.values():
            self._flow.addWidget(toggle)
        self.field.setPlaceholderText(_("Add    Shift+E"))
        self.field.setFixedWidth(self._theme.px(150))
        self.field.picked.connect(self.linked)
        self.field.named.connect(self.named)
        self._flow.addWidget(self.field)
        self._flow.addWidget(self._keep)
        self._keep.clicked.connect(lambda: self.file_given.emit(None))
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addWidget(self._seen)
        column.addLayout(self._flow)
        self._seen.hide()

    def _toggle(self, grade: EvidenceGrade) -> KeyButton:
        name = f"evidence_{grade.value}"
        toggle = KeyButton(_(GRADE_WORDS[grade]), "", self._theme, name, self, can_be_chosen=True)
        toggle.setAccessibleName(_("Evidence: {grade}").format(grade=_(GRADE_WORDS[grade])))
        toggle.clicked.connect(lambda: self.graded.emit(grade))
        return toggle

    def _show_chips(self) -> None:
        old = list(self._chips.values())
        self._chips = {key: self._chip(key, title) for key, title in self._shown}
        refill(self._seen_flow, old, self._chips.values())
        self.updateGeometry()

    def _chip(self, key: str, title: str) -> Chip:
        short = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
        chip = Chip(f"{key} {short}", self._theme, can_be_pressed=True, can_be_removed=True, parent=self)
        words = _("Open it in the register, where its file is: {title}").format(title=title)
        chip.setToolTip(words)
        chip.setAccessibleDescription(words)
        chip.clicked.connect(lambda: self.opened.emit(key))
        chip.removed.connect(lambda: self.unlinked.emit(key))
        return chip


def _words(item: EvidenceItem | None) -> str:
    """What an item is called; where a file is kept for it, how large that is."""
    if item is None:
        return ""
    kept = attachment_of(item)
    if kept is None:
        return item.title
    return _("{title} (file, {size})").format(title=item.title, size=size_words(kept.size))
