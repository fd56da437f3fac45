"""Draws the cells of a grid, and edits them in place with an editor for their kind."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import _
from models.values import FieldSpec, OneOf, Reference, Whole
from ui.theme import Theme
from ui.widgets.choice_editors import options_of
from ui.widgets.combo_rows import pad_rows
from ui.widgets.entry_model import EntryModel
from ui.widgets.reference_picker import choices_for

AnyIndex = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Closed lists and references open as a list; everything else is typed."""

    def __init__(self, theme: Theme, model: EntryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        column = self._model.columns[index.column()]
        if column.spec is not None and isinstance(column.spec.kind, OneOf | Whole | Reference):
            editor: QWidget = self._list(column.spec, parent)
        else:
            editor = QLineEdit(parent)
        editor.setFont(self._theme.font())
        editor.setAccessibleName(_(column.label))
        editor.setObjectName("cell_editor")
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        text = str(self._model.data(index, 2) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, QComboBox):
            data = str(editor.currentData() or "")
            self._model.give(index, data)
        elif isinstance(editor, QLineEdit) and editor.isModified():
            self._model.setData(index, editor.text())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(self._theme.color("focus"), self._theme.stroke("edge")))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()

    def _list(self, spec: FieldSpec, parent: QWidget) -> QComboBox:
        combo = _OpenCombo(parent)
        if not spec.required:
            combo.addItem(_("not recorded"), "")
        if isinstance(spec.kind, Reference):
            snapshot = self._model.snapshot
            offered = choices_for(spec.kind, snapshot, self._model.names) if snapshot else []
        else:
            offered = list(options_of(spec))
        for value, words in offered:
            combo.addItem(words, value)
        combo.setMaxVisibleItems(16)
        combo.done.connect(lambda: self._finish(combo))
        return combo

    def _finish(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QStyledItemDelegate.EndEditHint.NoHint)


class _OpenCombo(QComboBox):
    """A combo box in a cell: its list opens at once, and choosing ends the editing."""

    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        pad_rows(self)
        self.activated.connect(lambda _index: self.done.emit())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.showPopup)
