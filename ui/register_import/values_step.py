"""The fourth step: what the client's words mean in fields that hold one of a few values."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.i18n import _, ngettext
from app.register_import import DayOrder, ValueUse, fields_of
from app.register_import.draft import value_offers, with_day_order, with_meaning
from app.register_import.wording import field_words
from ui.register_import.step import Step, Work
from ui.register_import.step_table import GridModel, GridRow, StepTable
from ui.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.labelled import Labelled
from ui.widgets.labels import muted

DAY_WIDTH = 320
_ORDERS = (None, DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST)


class ValuesStep(Step):
    """Each different text with how often it stands there and what it is taken for."""

    words = "Values"
    question = "What do the client's words mean?"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "import_values_step", parent)
        self._work: Work | None = None
        self._order: tuple[tuple[str, str], ...] = ()
        self._hint = muted("", theme, self)
        self._only = QCheckBox(_("Only those not understood"), self)
        heads = (_("In the file"), _("Cells"), _("Field"), _("Taken for"))
        self._grid = GridModel(theme, heads, 3, self)
        self.table = StepTable(
            theme, "import_values", _("Words of the client"), self._grid, (5, 1, 3, 4), self
        )
        self._none = EmptyState(theme, "", "", "check", self)
        self._days = QComboBox(self)
        self._day_order = Labelled(_("Dates such as 03/04/2024 are written"), self._days, theme, parent=self)
        self._build()
        self._connect()

    @property
    def first_field(self) -> QWidget:
        if not self.table.isHidden():
            return self.table
        return self._days if not self._day_order.isHidden() else self

    def show_work(self, work: Work) -> None:
        self._work = work
        if work.found is None:
            return
        fields = fields_of(work.draft.register)
        self._day_order.setVisible(bool(work.draft.columns_of_days))
        with QSignalBlocker(self._days):
            self._days.setCurrentIndex(_ORDERS.index(work.draft.mapping.day_order))
        uses = {(use.column, use.text): use for use in work.found.uses}
        open_ones = sum(not use.meant for use in uses.values())
        self._show_hint(len(uses), open_ones)
        if not set(self._order) <= set(uses) or (not self._order and uses):
            self._arrange(uses)
        offers = {
            path: value_offers(fields[path], work.snapshot, _("Not known; kept in the notes"))
            for path in {use.path for use in uses.values()}
        }
        rows = [
            GridRow(
                cells=(use.text, f"{use.count:,}", field_words(work.draft.register, use.path), _meant(use)),
                offers=offers[use.path],
                value=use.value,
                is_quiet=not use.meant,
            )
            for use in map(uses.__getitem__, self._order)
        ]
        self._grid.show_rows(rows, is_same=True)

    def open(self) -> None:
        self._order = ()
        if self._work is not None:
            self.show_work(self._work)
        self.table.start()

    def _arrange(self, uses: dict[tuple[str, str], ValueUse]) -> None:
        """Those not understood first, then the most frequent; the order holds while one works on it."""
        is_only = self._only.isChecked()
        shown = [key for key, use in uses.items() if not (is_only and use.meant)]
        self._order = tuple(sorted(shown, key=lambda key: (bool(uses[key].meant), -uses[key].count)))

    def _show_hint(self, total: int, open_ones: int) -> None:
        words = ngettext(
            "{n:,} text is not understood. Left so, its value stays unknown, and it is kept in the notes.",
            "{n:,} texts are not understood. Left so, their values stay unknown, and they are kept in the "
            "notes.",
            open_ones,
        )
        self._hint.setText(words.format(n=open_ones) if open_ones else _("All of them are understood."))
        for part in (self._hint, self._only, self.table):
            part.setVisible(total > 0)
        self._none.setVisible(total == 0)
        self._none.show_words(
            _("Nothing to say here"),
            _("No column goes to a field with fixed values. What stands in the cells is taken as it is."),
        )

    def _build(self) -> None:
        self._only.setObjectName("only_not_understood")
        self._only.setFont(self.theme.font())
        self._days.setObjectName("day_order")
        self._days.setFont(self.theme.font())
        self._days.setMaximumWidth(self.theme.px(DAY_WIDTH))
        self._days.addItems(
            [_("Not said: they stay unknown"), _("With the day first"), _("With the month first")]
        )
        for part in (self._hint, self._only):
            self.column.addWidget(part)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._none)
        self.column.addWidget(self._day_order)
        self.column.addStretch(0)

    def _connect(self) -> None:
        self._grid.chosen.connect(self._give)
        self.table.left.connect(self.left)
        self._only.toggled.connect(self._filter)
        self._days.activated.connect(self._order_days)

    def _filter(self) -> None:
        self._order = ()
        self._grid.show_rows((), is_same=False)
        if self._work is not None:
            self.show_work(self._work)

    def _give(self, rows: list[int], value: object) -> None:
        if self._work is None or self._work.found is None:
            return
        uses = {(use.column, use.text): use for use in self._work.found.uses}
        draft = self._work.draft
        for row in rows:
            use = uses[self._order[row]]
            draft = with_meaning(draft, use.path, [use.text], str(value), self._work.snapshot)
        self.changed.emit(draft)

    def _order_days(self, row: int) -> None:
        if self._work is not None:
            self.changed.emit(with_day_order(self._work.draft, _ORDERS[row]))


def _meant(use: ValueUse) -> str:
    return use.meant or _("Not known; kept in the notes")
