"""Editors for references to other entries: found by typing any part of their id or name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from app.cell_text import CellError, Names, cell_text, cell_value, reference_text
from app.i18n import _
from models.snapshot import Snapshot
from models.values import LISTS, FieldSpec, Kind, ListOf, QuestionId, Reference, RegisterName
from ui.theme import Theme
from ui.widgets.badge import Chip
from ui.widgets.choice_editors import CalmCombo
from ui.widgets.field_editor import FieldContext, FieldEditor
from ui.widgets.flow_layout import FlowLayout

_NOT_OWNED = frozenset({RegisterName.ANSWERS, RegisterName.RISK_DECISIONS})
_SHORTEST = 18


class ReferenceCombo(CalmCombo):
    """A combo box over the entries that a field may point to, filled when somebody comes to choose.

    `picked` carries the id or reserved word, or nothing for "not recorded"; `mistyped` a text without entry.
    """

    picked = Signal(str)
    mistyped = Signal(str)

    def __init__(self, theme: Theme, kind: Kind, empty_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._empty_words = empty_words
        self._context: FieldContext | None = None
        self._shown = ""
        self._filled_for: object = None
        self.setFont(theme.font())
        self._build()

    def show_key(self, key: str, context: FieldContext) -> None:
        """Show the entry that is referred to, or nothing."""
        self._context = context
        self._shown = label_of(self._kind, key, context) if key else ""
        if not (self._line().hasFocus() and self._line().isModified()):
            self._write(self._shown)

    def try_text(self, text: str) -> None:
        """Pick what a text names by now, or say again that it names nothing; newer typing comes first."""
        if not self._line().isModified():
            self._write(text)
            self._line().setModified(True)
            self._on_finished()

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._fill()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(CalmCombo.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(_SHORTEST)
        self.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self._line().setPlaceholderText(self._empty_words)
        self._line().installEventFilter(self)
        self.activated.connect(self._on_activated)
        self._line().editingFinished.connect(self._on_finished)

    def _fill(self) -> None:
        if self._context is None or self._filled_for is self._context.snapshot:
            return
        text = self._line().text()
        self._filled_for = self._context.snapshot
        self.blockSignals(True)
        self.clear()
        self.addItem(self._empty_words, "")
        for key, said in _choices(self._kind, self._context):
            self.addItem(said, key)
        self.setCurrentIndex(self.findText(self._shown) if self._shown else -1)
        self._write(text)
        self.blockSignals(False)

    def _on_activated(self, index: int) -> None:
        key = str(self.itemData(index) or "")
        self._line().setModified(False)
        self._shown = self.itemText(index) if key else ""
        self._write(self._shown)
        self.picked.emit(key)

    def _on_finished(self) -> None:
        """Enter or leaving with a typed text: what it names is picked, what it does not name is said."""
        if not self._line().isModified() or self._context is None:
            return
        self._line().setModified(False)
        try:
            key = cell_value(self._kind, self._line().text(), self._context.snapshot)
        except CellError as error:
            only = self._only_match()
            if only is None:
                self.mistyped.emit(error.why)
            else:
                self._on_activated(only)
            return
        self.picked.emit(str(key or ""))

    def _only_match(self) -> int | None:
        """The place of the one entry that the typed text is part of; None if there are several or none."""
        self._fill()
        typed = self._line().text().strip().casefold()
        found = [i for i in range(self.count()) if self.itemData(i) and typed in self.itemText(i).casefold()]
        return found[0] if typed and len(found) == 1 else None

    def _write(self, text: str) -> None:
        self._line().setText(text)
        self._line().setCursorPosition(0)

    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None  # noqa: S101  (the combo box is editable)
        return line


class ReferenceEditor(FieldEditor):
    """One reference."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.combo = ReferenceCombo(theme, spec.kind, _("not recorded"), self)
        self._build()

    def paint_value(self, value: object) -> None:
        assert self.context is not None  # noqa: S101  (given with the value)
        self.combo.show_key(str(value or ""), self.context)

    def show_value(self, value: object, context: FieldContext) -> None:
        super().show_value(value, context)
        self.combo.show_key(str(self.value or ""), context)

    def target(self) -> QWidget:
        return self.combo

    def _build(self) -> None:
        self.combo.setObjectName(f"field_{self.path}")
        self.combo.setAccessibleName(self.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.combo.picked.connect(lambda key: self.give(key or None))
        self.combo.mistyped.connect(self.refused)


class ReferencesEditor(FieldEditor):
    """Several references: a chip for each, and a place to add one more."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        assert isinstance(spec.kind, ListOf)  # noqa: S101  (the editor is made for lists)
        self._item = spec.kind.item
        self._chips = QWidget(self)
        self.combo = ReferenceCombo(theme, self._item, _("Add …"), self)
        self._read_only = False
        self._build()

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids that are listed."""
        return self.value if isinstance(self.value, tuple) else ()

    def paint_value(self, value: object) -> None:
        flow = self._chips.layout()
        assert flow is not None  # noqa: S101  (set in _build)
        while (item := flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for key in value if isinstance(value, tuple) else ():
            flow.addWidget(self._chip(str(key)))
        self._chips.setVisible(bool(value))
        if self.context is not None:
            self.combo.show_key("", self.context)

    def show_value(self, value: object, context: FieldContext) -> None:
        is_same = value == self.value and self.context is not None and self.context.names is context.names
        super().show_value(value, context) if not is_same else self.combo.show_key("", context)

    def set_read_only(self, is_read_only: bool) -> None:
        self._read_only = is_read_only
        self.combo.setEnabled(not is_read_only)
        self.paint_value(self.value)

    def target(self) -> QWidget:
        return self.combo

    def _build(self) -> None:
        FlowLayout(self._chips, spacing=self.theme.space(0.5))
        self._chips.setObjectName("chips")
        self.combo.setObjectName(f"field_{self.path}")
        self.combo.setAccessibleName(_("Add to {field}").format(field=self.label))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.space(0.5))
        column.addWidget(self._chips)
        column.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.combo.picked.connect(self._on_picked)
        self.combo.mistyped.connect(self.refused)

    def _chip(self, key: str) -> Chip:
        said = label_of(self._item, key, self.context) if self.context else key
        chip = Chip(said, self.theme, can_be_removed=not self._read_only, parent=self._chips)
        chip.setProperty("key", key)
        chip.removed.connect(lambda: self._on_removed(key))
        return chip

    def _on_picked(self, key: str) -> None:
        if key and key not in self.keys:
            self._take((*self.keys, key))
        elif self.context is not None:
            self.combo.show_key("", self.context)

    def _on_removed(self, key: str) -> None:
        self._take(tuple(item for item in self.keys if item != key))

    def _take(self, keys: tuple[str, ...]) -> None:
        self.give(keys or None)
        self.paint_value(self.value)


def label_of(kind: Kind, key: str, context: FieldContext) -> str:
    """What a referenced entry or question is called."""
    if isinstance(kind, Reference):
        return reference_text(key, context.names)
    return cell_text(kind, key, context.names)


def choices_for(kind: Reference, snapshot: Snapshot, names: Names) -> list[tuple[str, str]]:
    """The ids and reserved words that a reference may hold, each with its words."""
    reserved = [(word, reference_text(word, {})) for word in kind.reserved]
    registers = kind.registers or tuple(name for name in LISTS if name not in _NOT_OWNED)
    keys = [key for register in registers for key in snapshot.entries(register)]
    return [*reserved, *((key, reference_text(key, names)) for key in keys)]


def _choices(kind: Kind, context: FieldContext) -> Sequence[tuple[str, str]]:
    if isinstance(kind, QuestionId):
        return [
            (question.id, f"{question.id} {question.text}") for question in context.snapshot.pack.questions
        ]
    assert isinstance(kind, Reference)  # noqa: S101  (nothing else is referred to)
    return choices_for(kind, context.snapshot, context.names)
