"""Editors for text: one line, several lines that grow, and lists with one item a line."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from app.cell_text import CellError, cell_text, cell_value
from app.field_suggestions import example, suggestions
from app.i18n import _
from models.values import NAME, FieldSpec, ListOf, Text
from ui.theme import Theme
from ui.widgets.field_editor import FieldContext, TypedEditor

FEWEST_LINES, MOST_LINES = 2, 12
_PARAGRAPH = "\u2029"


class LineEditor(TypedEditor):
    """A single line, with words that the libraries and the register offer."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.line = QLineEdit(self)
        self._offers: tuple[str, ...] = ()
        self._build()

    def text(self) -> str:
        return self.line.text()

    def paint_value(self, value: object) -> None:
        self.forget()
        names = self.context.names if self.context else {}
        text = "" if value is None else cell_text(self.spec.kind, value, names)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)

    def target(self) -> QWidget:
        return self.line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._offer_words()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _opens_offers(event):
            return self._show_offers()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.line.setObjectName(f"field_{self.path}")
        self.line.setAccessibleName(self.label)
        self.line.setFont(self.theme.font())
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self.flush)
        self.line.returnPressed.connect(self._pass_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def _offer_words(self) -> None:
        """Words are looked up when somebody comes to type, not before: libraries take time to read."""
        if words := example(self.path):
            self.line.setPlaceholderText(words)
        if self.context is None or not isinstance(self.spec.kind, Text) or self.path == "client":
            return
        offers = suggestions(self.context.snapshot, self.context.register, self.path)
        if offers == self._offers:
            return
        self._offers = offers
        completer = QCompleter(offers, self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.typed)
        self.line.setCompleter(completer)

    def _pass_on(self) -> None:
        """Let Enter get to the form, too, when words are offered below and none of them was chosen."""
        if not self._offers:
            return
        popup = self.line.completer().popup()
        if popup is None or not popup.isVisible() or popup.currentIndex().isValid():
            return
        popup.hide()
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(self, enter)

    def _show_offers(self) -> bool:
        """Show all that is offered, whatever stands in the field; False where nothing is."""
        if not self._offers or self.line.isReadOnly():
            return False
        completer = self.line.completer()
        completer.setCompletionPrefix("")
        completer.complete()
        return True


class GrowingText(QTextEdit):
    """Plain text that is as high as what stands in it, within limits; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @property
    def plain(self) -> str:
        """The text as typed; unlike `toPlainText`, no-break spaces stay what they are."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        edges = self.contentsMargins()
        frame = edges.top() + edges.bottom()
        margins = round(2 * self.document().documentMargin())
        wanted = max(round(self.document().size().height()), FEWEST_LINES * line + margins)
        self.setFixedHeight(min(wanted, MOST_LINES * line + margins) + frame)


class TextEditor(TypedEditor):
    """Several lines of text."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.area = GrowingText(self)
        self._is_painting = False
        self._build()

    def text(self) -> str:
        return self.area.plain

    def paint_value(self, value: object) -> None:
        self.forget()
        text = self.lines_of(value)
        if text == self.area.plain:
            return
        self._is_painting = True
        self.area.setPlainText(text)
        self._is_painting = False

    def lines_of(self, value: object) -> str:
        """The value as the text to edit."""
        return "" if value is None else str(value)

    def set_read_only(self, is_read_only: bool) -> None:
        self.area.setReadOnly(is_read_only)

    def target(self) -> QWidget:
        return self.area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() is not Qt.FocusReason.PopupFocusReason:
                self.flush()
        elif isinstance(event, QFocusEvent):
            self.area.setPlaceholderText(example(self.path))
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.area.setObjectName(f"field_{self.path}")
        self.area.setAccessibleName(self.label)
        self.area.setFont(self.theme.font())
        self.area.installEventFilter(self)
        self.area.textChanged.connect(self._on_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.setFocusProxy(self.area)

    def _on_text(self) -> None:
        if not self._is_painting:
            self.typed()


class LinesEditor(TextEditor):
    """A list of texts, one a line."""

    def lines_of(self, value: object) -> str:
        return "\n".join(str(item) for item in value) if isinstance(value, tuple) else ""

    def read(self, context: FieldContext) -> object:
        """The items. Unlike in a grid's cell, a comma is part of an item."""
        kind = self.spec.kind
        assert isinstance(kind, ListOf)  # noqa: S101  (the editor is made for lists)
        lines = [line.strip() for line in self.text().splitlines() if line.strip()]
        items = tuple(dict.fromkeys(cell_value(kind.item, line, context.snapshot) for line in lines))
        if len(items) > kind.highest:
            raise CellError(_("Here stand at most {n} entries.").format(n=kind.highest))
        return items or None


def is_one_line(kind: Text) -> bool:
    """Whether a text is edited in a single line."""
    return kind.single_line or kind == NAME


def _opens_offers(event: QKeyEvent) -> bool:
    """Whether it is one of the keys that open a list elsewhere: F4, or Alt and the arrow down."""
    has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return event.key() == Qt.Key.Key_F4 or (has_alt and event.key() == Qt.Key.Key_Down)
