"""A grid whose cells are choices: opened by a click or Enter, or chosen by the first letter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.offers import Offer
from models.values import TEXT_LENGTH
from ui.theme import Theme
from ui.widgets.combo_rows import pad_rows
from ui.widgets.icons import pixmap
from ui.widgets.style import filled

CHOICES = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2
_CHEVRON = 14

Index = QModelIndex | QPersistentModelIndex
_RULE = "QTableView::item { padding: 0 ${step}px; border-bottom: ${hair}px solid $border; }"


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a chevron on every choice, and edits in place: a list for choices, a text field for texts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if not index.data(CHOICES) or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        mark = pixmap("chevron-down", self._theme, "muted", _CHEVRON)
        side = self._theme.px(_CHEVRON)
        rect: QRect = option.rect
        painter.drawPixmap(rect.right() - side - 6, rect.center().y() - side // 2, mark)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if option.features & QStyleOptionViewItem.ViewItemFeature.WrapText or not index.data(CHOICES):
            return
        # A text on one line ends before the chevron.
        room = option.rect.width() - self._theme.px(_CHEVRON) - 24
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The padding of the style sheet is not in Qt's hint, and wrapped text would lose its last line.
        padded = QStyleOptionViewItem(option)
        padded.rect = option.rect.adjusted(0, 0, -self._theme.px(_CHEVRON) - 16, 0)
        hint = super().sizeHint(padded, index)
        return QSize(hint.width() + self._theme.px(_CHEVRON), max(hint.height() + 8, self._theme.px(38)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        offers = index.data(CHOICES)
        if not offers:
            text = QPlainTextEdit(parent)
            text.setTabChangesFocus(True)
            text.setFont(self._theme.font("body"))
            return text
        editor = QComboBox(parent)
        pad_rows(editor)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        editor.setFont(self._theme.font("body"))
        for offer in offers:
            editor.addItem(offer.words)
        view = editor.view()
        wanted = view.sizeHintForColumn(0) + self._theme.px(32)
        view.setMinimumWidth(min(wanted, parent.window().width() // 2))
        editor.activated.connect(lambda _row: self._finish(editor))
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            values = [offer.value for offer in index.data(CHOICES)]
            value = index.data(VALUE)
            editor.setCurrentIndex(values.index(value) if value in values else 0)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(index.data(VALUE) or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            offers = index.data(CHOICES)
            model.setData(index, offers[editor.currentIndex()])
        elif isinstance(editor, QPlainTextEdit):
            model.setData(index, Offer(editor.toPlainText()[:TEXT_LENGTH] or None, ""))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, QPlainTextEdit):
            editor.resize(editor.width(), max(editor.height(), self._theme.px(96)))

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # as Qt calls it
        returned = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if returned and isinstance(editor, QPlainTextEdit) and isinstance(event, QKeyEvent):
            is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_return and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._finish(editor)
                return True
        return super().eventFilter(editor, event)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class ChoiceTable(QTableView):
    """A grid over a model that gives CHOICES and VALUE for its cells; arrows move, letters choose.

    Delete sets nothing, Ctrl+D fills down from the first selected cell. A letter in an empty cell goes on to
    the next empty one, so that a grid is filled in with one key for each cell. `row_opened` tells of a click
    on a row's name, or Enter on a cell that is no choice; `left` of Escape; `filled_in` that none is empty.
    """

    row_opened = Signal(int)
    filled_down = Signal(list)
    filled_in = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setItemDelegate(ChoiceDelegate(theme, self))
        self._build()
        self.clicked.connect(self._open)
        self.verticalHeader().sectionClicked.connect(self.row_opened)

    def _build(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setStyleSheet(filled(_RULE, self._theme))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(self._theme.font("body"))
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setDefaultSectionSize(self._theme.px(36))
        self.verticalHeader().setCursor(Qt.CursorShape.PointingHandCursor)

    def begin(self) -> None:
        """Take the keyboard at the first empty cell, else at the first one."""
        self.setCurrentIndex(self._empty_after(-1, 0) or self.model().index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_down = event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_down:
            self._fill_down()
        elif event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space}:
            self._open(index)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.model().setData(index, Offer(None, ""))
        elif event.text().strip() and index.data(CHOICES):
            self._choose(index, event.text())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.row_opened.emit(index.row())

    def _choose(self, index: QModelIndex, letter: str) -> None:
        """The next choice after the present one that begins with the letter."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        offers: Sequence[Offer] = index.data(CHOICES)
        values = [offer.value for offer in offers]
        start = values.index(index.data(VALUE)) + 1 if index.data(VALUE) in values else 0
        for offer in (*offers[start:], *offers[:start]):
            if offer.value is not None and offer.words.casefold().startswith(letter.casefold()):
                was_empty = _is_empty(index)
                row, column = index.row(), index.column()
                self.model().setData(index, offer)
                if was_empty:
                    self._go_on(row, column)
                return

    def _go_on(self, row: int, column: int) -> None:
        """To the next empty cell after one that was filled in; the keyboard stays where there is none."""
        there = self._empty_after(row, column) or self._empty_after(-1, 0)
        if there is None:
            self.filled_in.emit()
        else:
            self.setCurrentIndex(there)

    def _empty_after(self, row: int, column: int) -> QModelIndex | None:
        """The first empty cell after one, along the rows; with -1 for the row, the first of all."""
        columns = self.model().columnCount()
        places = range(row * columns + column + 1 if row >= 0 else 0, self.model().rowCount() * columns)
        cells = (self.model().index(place // columns, place % columns) for place in places)
        return next((cell for cell in cells if _is_empty(cell)), None)

    def _fill_down(self) -> None:
        chosen = sorted(self.selectedIndexes(), key=lambda index: index.row())
        column = [index for index in chosen if index.column() == self.currentIndex().column()]
        if len(column) > 1:
            self.filled_down.emit(column)


def _is_empty(index: QModelIndex) -> bool:
    """Whether a cell is a choice that nobody has made yet."""
    is_open = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
    return is_open and bool(index.data(CHOICES)) and index.data(VALUE) is None
