"""An editor for dates: typed as people write them, or picked from a calendar."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from app.day_reading import is_from_today, typed_day
from app.day_words import short_day
from app.i18n import _
from models.values import FieldSpec
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.day_calendar import DayCalendar
from ui.widgets.field_editor import TypedEditor

WIDTH, NARROWEST = 160, 96


class DateEditor(TypedEditor):
    """A date, or nothing. F4 or Alt with the down arrow opens the calendar; `picked` when it was used."""

    picked = Signal()

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.line = QLineEdit(self)
        words = _("Pick {field} from a calendar").format(field=self.label)
        self.button = icon_button("calendar", words, theme, "open_calendar", self)
        self._build()
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self._finish)
        self.button.clicked.connect(self.open_calendar)

    def text(self) -> str:
        return self.line.text()

    def typed(self) -> None:
        super().typed()
        if is_from_today(self.text()):
            self._typing.hold()  # "+1" may be on its way to "+14"

    def paint_value(self, value: object) -> None:
        self.forget()
        text = short_day(value) if isinstance(value, date) else ""
        is_typed_so = self.line.hasFocus() and value is not None and typed_day(self.text(), _today()) == value
        if text != self.line.text() and not is_typed_so:
            self.line.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar by the keys that open a list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            wants = event.key() == Qt.Key.Key_F4 or (with_alt and event.key() == Qt.Key.Key_Down)
            if wants and self.button.isEnabled():
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        self.button.setEnabled(not is_read_only)

    def target(self) -> QWidget:
        return self.line

    def open_calendar(self) -> None:
        """Show a calendar under the field; it is made when it is first needed."""
        menu = QMenu(self)
        day = typed_day(self.text(), _today()) or self.value
        calendar = DayCalendar(self.theme, day if isinstance(day, date) else None, _today(), menu)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        for chosen in (calendar.clicked, calendar.activated):
            chosen.connect(menu.close)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        self.line.setObjectName(f"field_{self.path}")
        self.line.setAccessibleName(self.label)
        self.line.setPlaceholderText(_("like 14 Dec 2026"))
        self.line.setToolTip(_("14 Dec 2026, 14.12.2026, 2026-12-14 or +14 days; F4 opens a calendar"))
        self.line.installEventFilter(self)
        self.line.setFont(self.theme.font())
        self.line.setMinimumWidth(self.theme.px(NARROWEST))
        self.line.setMaximumWidth(self.theme.px(WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.space(0.5))
        row.addWidget(self.line, 100)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setFocusProxy(self.line)

    def _on_picked(self, picked: QDate) -> None:
        day = date(picked.year(), picked.month(), picked.day())
        self.forget()
        self.line.setText(short_day(day))
        self.give(day)
        self.picked.emit()

    def _finish(self) -> None:
        """Take what was typed, and show it in the one form."""
        self.flush()
        if not self.is_dirty() and isinstance(self.value, date):
            self.line.setText(short_day(self.value))


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
