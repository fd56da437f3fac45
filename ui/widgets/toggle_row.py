"""A row of small toggles: one value of a few, or several; pressing the chosen one clears it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import FilledButton, make_one_choice
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import icon

CLEAR_SIZE = 16
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ToggleRow(QWidget):
    """Toggles for `options`, pairs of value and words. `chosen` carries the values now chosen, as a tuple.

    The row is one stop of the Tab key: arrows move in it, Space or a first letter chooses, the same letter
    again the next that begins with it, Delete clears.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        takes_many: bool = False,
        can_be_empty: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._takes_many = takes_many
        self._can_be_empty = can_be_empty
        self._values: tuple[str, ...] = ()
        self._buttons = {value: FilledButton(theme, words, self) for value, words in options}
        self._clear = QPushButton(self)
        self._build()

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen."""
        return self._values

    def show_values(self, values: Collection[str]) -> None:
        """Choose these, without telling anybody."""
        self._values = tuple(value for value in self._buttons if value in values)
        for value, button in self._buttons.items():
            button.setChecked(value in self._values)
        is_empty = not self._values
        self._clear.setText(_("not recorded") if is_empty else "")
        self._clear.setIcon(QIcon() if is_empty else icon("x", self._theme, "muted"))
        self._clear.setToolTip("" if is_empty else _("Clear"))
        self._clear.setEnabled(not is_empty)
        self._clear.setVisible(is_empty or self._can_be_empty)
        self._place_tab_stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the row, before a button takes an arrow for a step in the order of Tab."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tab_stop().setFocus(event.reason())

    def _take_key(self, focused: QObject, event: QKeyEvent) -> bool:
        buttons = list(self._buttons.values())
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if event.key() in _STEPS and focused in buttons:
            at = buttons.index(focused) + _STEPS[Qt.Key(event.key())]
            buttons[at % len(buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._values:
            self._on_clear()
        elif (found := self._beginning_with(event.text())) is not None:
            self._buttons[found].setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_click(found)
        else:
            return False
        return True

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self._label)
        row = _SteadyFlow(self, spacing=self._theme.space(0.5))
        for value, button in self._buttons.items():
            button.setObjectName(f"choice_{value}")
            button.installEventFilter(self)
            button.setCheckable(True)
            button.setProperty("kind", "toggle")
            button.setAccessibleName(f"{self._label}: {button.text()}")
            self._size(button)
            button.clicked.connect(lambda _checked, value=value: self._on_click(value))
            row.addWidget(button)
        if not self._takes_many:
            make_one_choice(self._buttons.values(), self)
        self._clear.setObjectName("clear")
        self._clear.setProperty("kind", "clear")
        self._clear.setIconSize(QSize(self._theme.px(CLEAR_SIZE), self._theme.px(CLEAR_SIZE)))
        self._clear.setAccessibleName(_("Clear {field}").format(field=self._label))
        self._clear.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._size(self._clear)
        self._clear.clicked.connect(self._on_clear)
        row.addWidget(self._clear)
        self.show_values(())

    def _size(self, button: QPushButton) -> None:
        button.setFont(self._theme.font())
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _on_click(self, value: str) -> None:
        was = value in self._values
        if self._takes_many:
            now = tuple(v for v in self._buttons if (v in self._values) != (v == value))
        else:
            now = () if was and self._can_be_empty else (value,)
        if not now and not self._can_be_empty:
            now = self._values
        told = now != self._values
        self.show_values(now)
        if told:
            self.chosen.emit(now)

    def _on_clear(self) -> None:
        if self._can_be_empty and self._values:
            had_focus = self._clear.hasFocus()
            self.show_values(())
            if had_focus:
                self._tab_stop().setFocus()
            self.chosen.emit(())

    def _beginning_with(self, text: str) -> str | None:
        letter = text.strip().casefold()
        if not letter:
            return None
        if letter == "?" and "unknown" in self._buttons:
            return "unknown"
        words = ((value, button.text().casefold()) for value, button in self._buttons.items())
        found = [value for value, said in words if said.startswith(letter)]
        if len(found) > 1 and not self._takes_many and self._values and self._values[0] in found:
            return found[(found.index(self._values[0]) + 1) % len(found)]
        return found[0] if found else None

    def _tab_stop(self) -> QPushButton:
        first = self._values[0] if self._values else next(iter(self._buttons))
        return self._buttons[first]

    def _place_tab_stop(self) -> None:
        stop = self._tab_stop()
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)


class _SteadyFlow(FlowLayout):
    """Remembers the heights it has worked out: a form with many rows is asked for them again and again."""

    def __init__(self, parent: QWidget, spacing: int) -> None:
        self._heights: dict[int, int] = {}  # asked for while the layout is being set up
        super().__init__(parent, spacing)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()
