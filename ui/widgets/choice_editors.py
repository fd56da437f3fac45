"""Editors for closed lists and small numbers: toggles where there are few values, else a list to open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QVBoxLayout, QWidget

from app.cell_text import chosen_value
from app.i18n import _
from models.values import Count, FieldSpec, ListOf, OneOf, Reading, Unknown, Whole, words
from ui.theme import Theme
from ui.widgets.combo_rows import pad_rows
from ui.widgets.field_editor import FieldContext, FieldEditor
from ui.widgets.toggle_row import ToggleRow

MOST_TOGGLES = 5
MOST_NUMBERS = 9
ELLIPSIS_ROOM = 4
NARROWEST = 120


class TogglesEditor(FieldEditor):
    """Toggles for a closed list, for several values of one, or for a small number."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.row = ToggleRow(
            theme,
            self.label,
            options_of(spec),
            takes_many=isinstance(spec.kind, ListOf),
            can_be_empty=not spec.required,
            parent=self,
        )
        self._build()

    def paint_value(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else () if value is None else (value,)
        self.row.show_values([str(item) for item in chosen])

    def target(self) -> QWidget:
        return self.row

    def _build(self) -> None:
        self.row.setObjectName(f"field_{self.path}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.setFocusProxy(self.row)
        self.row.chosen.connect(self._on_chosen)

    def _on_chosen(self, values: tuple[str, ...]) -> None:
        self.give(_value(self.spec, values))


class ComboEditor(FieldEditor):
    """A list to open, for closed lists with more values; "not recorded" stands first."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.combo = CalmCombo(self)
        self._build()

    def paint_value(self, value: object) -> None:
        # A required choice that was not made yet shows none: its first value would look like an answer.
        self.combo.setCurrentIndex(self.combo.findData("" if value is None else str(value)))

    def target(self) -> QWidget:
        return self.combo

    def show_value(self, value: object, context: FieldContext) -> None:
        super().show_value(value, context)
        self.combo.setAccessibleDescription(self.combo.currentText())

    def _build(self) -> None:
        self.combo.setObjectName(f"field_{self.path}")
        self.combo.setAccessibleName(self.label)
        self.combo.setFont(self.theme.font())
        self.combo.setMinimumWidth(self.theme.px(NARROWEST))  # long choices must not widen a narrow form
        self.combo.setPlaceholderText(_("choose"))
        if not self.spec.required:
            self.combo.addItem(_("not recorded"), "")
        for value, said in options_of(self.spec):
            self.combo.addItem(said, value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.combo)
        self.combo.activated.connect(self._on_activated)

    def _on_activated(self, index: int) -> None:
        chosen = str(self.combo.itemData(index))
        self.give(_value(self.spec, (chosen,) if chosen else ()))


class CalmCombo(QComboBox):
    """A combo box that the wheel scrolls past instead of changing a value by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pad_rows(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that are too long end in an ellipsis, and not in the middle of a letter."""
        if self.isEditable() or self.currentIndex() < 0:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        words = option.currentText
        option.currentText = option.fontMetrics.elidedText(
            words, Qt.TextElideMode.ElideRight, room - ELLIPSIS_ROOM
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


def options_of(spec: FieldSpec) -> Sequence[tuple[str, str]]:
    """The values of a field that can be chosen, each with its words."""
    match spec.kind:
        case OneOf(choices) | ListOf(OneOf(choices)):
            return [(member.value, _(words(member))) for member in choices]
        case Whole(lowest, highest):
            return [(str(n), str(n)) for n in range(lowest, highest + 1)]
        case Count(highest):
            known = [(str(n), str(n)) for n in range(highest + 1)]
            return [*known, (Unknown.UNKNOWN.value, _(words(Unknown.UNKNOWN)))]
        case _:
            raise TypeError(type(spec.kind))


def _value(spec: FieldSpec, values: Sequence[str]) -> object:
    """The value that the chosen toggles stand for; nothing chosen is not recorded."""
    if not values:
        return None
    if isinstance(spec.kind, ListOf):
        return spec.kind.read(list(values), Reading())
    return chosen_value(spec.kind, values[0])
