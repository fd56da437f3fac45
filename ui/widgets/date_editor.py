"""An editor for dates: typed as YYYY-MM-DD, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from app.cell_text import CellError
from app.i18n import _
from models.values import FieldSpec
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.field_editor import FieldContext, TypedEditor

WIDTH = 160


class DateEditor(TypedEditor):
    """A date, or nothing."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.line = QLineEdit(self)
        words = _("Pick {field} from a calendar").format(field=self.label)
        self.button = icon_button("calendar", words, theme, "open_calendar", self)
        self._build()
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self.flush)
        self.button.clicked.connect(self.open_calendar)

    def text(self) -> str:
        return self.line.text()

    def read(self, context: FieldContext) -> object:
        try:
            return super().read(context)
        except CellError:
            raise CellError(_("A date is written as year-month-day: 2026-03-31.")) from None

    def paint_value(self, value: object) -> None:
        self.forget()
        text = value.isoformat() if isinstance(value, date) else ""
        if text != self.line.text():
            self.line.setText(text)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        self.button.setEnabled(not is_read_only)

    def target(self) -> QWidget:
        return self.line

    def open_calendar(self) -> None:
        """Show a calendar under the field; it is made when it is first needed."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setObjectName("calendar")
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFont(self.theme.font())
        if isinstance(self.value, date):
            calendar.setSelectedDate(QDate(self.value.year, self.value.month, self.value.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(menu.close)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        self.line.setObjectName(f"field_{self.path}")
        self.line.setAccessibleName(self.label)
        self.line.setPlaceholderText(_("YYYY-MM-DD"))
        self.line.setFont(self.theme.font())
        self.line.setFixedWidth(self.theme.px(WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.space(0.5))
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setFocusProxy(self.line)

    def _on_picked(self, picked: QDate) -> None:
        day = date(picked.year(), picked.month(), picked.day())
        self.forget()
        self.line.setText(day.isoformat())
        self.give(day)
