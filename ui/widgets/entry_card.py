"""One row of a register opened: every field, with what is computed about it at the top."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from models.snapshot import Snapshot
from models.values import AnyEntry, RegisterName
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.entry_form import EntryForm
from ui.widgets.field_editor import FieldContext
from ui.widgets.labels import heading, label, muted, strong
from ui.widgets.surfaces import hairline, scrolled


class EntryCard(QWidget):
    """A form under the entry's name. `closed` when it is to go away; edits as in EntryForm."""

    value_given = Signal(str, str, object)
    closed = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = heading("", theme, self)
        self._about = muted("", theme, self)
        self._headline = strong("", theme, self)
        self._because = label("", theme, parent=self)
        self.form = EntryForm(theme, self)
        self._back = icon_button("chevron-up", _("Previous row"), theme, "previous_row", self)
        self._on = icon_button("chevron-down", _("Next row"), theme, "next_row", self)
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

    def show_verdict(self, headline: str, because: str = "") -> None:
        """Say what is computed about the entry, or nothing."""
        for line, text in ((self._headline, headline), (self._because, because)):
            line.setText(text)
            line.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.form.flush()
        super().hideEvent(event)

    def _build(self) -> None:
        self.setObjectName("entry_card")
        self._headline.setObjectName("verdict")
        self._because.setObjectName("verdict_because")
        space = self._theme.space
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        head = QHBoxLayout()
        head.setContentsMargins(space(2), space(1.5), space(1), space(1))
        head.setSpacing(space(0.5))
        head.addLayout(words, 1)
        for tool in (self._back, self._on, self._close):
            head.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(space(2), space(1.5), space(2), space(2))
        inner.setSpacing(space(2))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._headline)
        said.addWidget(self._because)
        inner.addLayout(said)
        inner.addWidget(self.form, 1)
        self.show_verdict("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline(self))
        column.addWidget(scrolled(content, "card_scroll", self), 1)
