"""One row of a register opened: every field, with what is computed about it at the top."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.vendor_scope_words import ScopeLine
from models.snapshot import Snapshot
from models.values import AnyEntry, EvidenceItem, RegisterName
from ui.page import Shown
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.entry_form import EntryForm
from ui.widgets.evidence_file import EvidenceFile
from ui.widgets.field_editor import FieldContext
from ui.widgets.history_button import HistoryButton
from ui.widgets.labels import heading, label, muted, small, strong
from ui.widgets.moves import Moves
from ui.widgets.scope_table import ScopeTable
from ui.widgets.surfaces import hairline, scrolled

_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class EntryCard(QWidget):
    """A form under the entry's name. `closed` when it is to go away; edits as in EntryForm.

    A row of evidence shows its `file` above the form. `link_followed` carries "risk:ID" of a risk that the
    entry moves, or the place of its history.
    """

    value_given = Signal(str, str, object)
    link_followed = Signal(str)
    closed = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._position = small("", theme, self)
        self._title = heading("", theme, self)
        self._about = muted("", theme, self)
        self._headline, self._because = strong("", theme, self), label("", theme, parent=self)
        self.file, self._history = EvidenceFile(theme, self), HistoryButton(theme, self)
        self._outlook = label("", theme, parent=self)
        self._scope = ScopeTable(theme, self)
        self._moves = Moves(small(_("This row moves"), theme), theme, self)
        self.form = EntryForm(theme, self)
        self._back = icon_button("chevron-up", _("Previous row (Ctrl+Page Up)"), theme, "previous_row", self)
        self._on = icon_button("chevron-down", _("Next row (Ctrl+Page Down)"), theme, "next_row", self)
        self._close = icon_button("x", _("Close (Esc)"), theme, "close_card", self)
        self._build()
        self.form.value_given.connect(self.value_given)
        self._close.clicked.connect(self.closed)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._on.clicked.connect(lambda: self.stepped.emit(1))

    def show_entry(
        self,
        register: RegisterName,
        entry: AnyEntry,
        snapshot: Snapshot,
        context: FieldContext,
        *,
        is_read_only: bool,
    ) -> None:
        """Show an entry."""
        caption = str(getattr(entry, "caption", ""))
        self._title.setText(caption if caption != entry.key else _(entry.noun))
        self._about.setText(f"{_(entry.noun)} {entry.key}")
        self.form.show_entry(register, entry, snapshot, is_read_only=is_read_only, context=context)
        self._history.show_entry(register.value, entry.key)
        self.file.setVisible(isinstance(entry, EvidenceItem))
        if isinstance(entry, EvidenceItem):
            self.file.show_item(entry, can_edit=not is_read_only)

    def show_verdict(self, headline: str, because: str = "") -> None:
        """Say what is computed about the entry, or nothing."""
        for line, text in ((self._headline, headline), (self._because, because)):
            line.setText(text)
            line.setVisible(bool(text))

    def show_outlook(self, words: str) -> None:
        """Say what may happen with the entry, which takes longer to work out, or nothing."""
        self._outlook.setText(words)
        self._outlook.setVisible(bool(words))

    def show_scope(self, lines: Sequence[ScopeLine]) -> None:
        """Show a vendor's approved scope beside the deployed one; none for other entries."""
        self._scope.show_lines(lines)

    def show_position(self, row: int, rows: int) -> None:
        """Say which row of how many this is, counted from 0."""
        self._position.setText(_("{n} of {total}").format(n=f"{row + 1:,}", total=f"{rows:,}"))
        self._back.setEnabled(row > 0)
        self._on.setEnabled(row < rows - 1)

    def show_moved(self, shown: Shown) -> None:
        """Say which risks the entry moves, once the rest is on the screen."""
        key = self.form.key
        self._moves.show_state(shown, lambda trace: trace.risks_moved_by(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif is_control and event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.form.flush()
        super().hideEvent(event)

    def _build(self) -> None:
        self.setObjectName("entry_card")
        self._headline.setObjectName("verdict")
        self._because.setObjectName("verdict_because")
        self._outlook.setObjectName("outlook")
        space = self._theme.space
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        head = QHBoxLayout()
        head.setContentsMargins(space(2), space(1.5), space(1), space(1))
        head.setSpacing(space(0.5))
        head.addLayout(words, 1)
        self._position.setWordWrap(False)
        self._position.setFixedHeight(self._close.sizeHint().height())
        for tool in (self._position, self._history, self._back, self._on, self._close):
            head.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(space(2), space(1.5), space(2), space(2))
        inner.setSpacing(space(2))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._headline)
        said.addWidget(self._because)
        said.addWidget(self._outlook)
        said.addWidget(self._moves)
        for part in (self._moves, self._history):
            part.link_followed.connect(self.link_followed)
        inner.addLayout(said)
        inner.addWidget(self._scope)
        inner.addWidget(self.file)
        inner.addWidget(self.form, 1)
        self.show_verdict("")
        self.show_outlook("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline(self))
        column.addWidget(scrolled(content, "card_scroll", self), 1)
