"""The fifth step: what becomes of every row, what is to be looked at, and names that are there already."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.cell_text import names_of
from app.i18n import _, ngettext
from app.offers import Offer
from app.register_import import Duplicates, Outcome, Preview, PreviewRow
from app.register_import.draft import with_decision, with_policy
from app.register_import.headings import fields_of
from app.register_import.summing_up import problem_rows
from app.register_import.wording import looks_words, outcome_words, row_lines
from ui.register_import.step import Step, Work
from ui.register_import.step_table import GridModel, GridRow, StepTable
from ui.register_import.tab_row import TabRow
from ui.theme import Theme
from ui.widgets.labels import label, strong
from ui.widgets.surfaces import scrolled

N_ = str  # marks words for translation
ALL, PROBLEMS, DUPLICATES = "all", "problems", "there"
FILTER_WIDTH, DETAIL_HEIGHT = 220, 108
_POLICIES = {
    Duplicates.SKIP.value: N_("Skip"),
    Duplicates.MERGE.value: N_("Merge: fill what is missing"),
    Duplicates.ADD.value: N_("Add as another entry"),
}
_OUTCOMES = {Duplicates.SKIP: Outcome.SKIP, Duplicates.MERGE: Outcome.MERGE, Duplicates.ADD: Outcome.ADD}


class CheckStep(Step):
    """All rows, or those worth a look, or those that are there already; the current one below in full."""

    words = "Check"
    question = "What becomes of each row?"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "import_check_step", parent)
        self._work: Work | None = None
        self._numbers: tuple[int, ...] = ()
        views = {ALL: "", PROBLEMS: "", DUPLICATES: ""}
        self._views = TabRow(theme, "rows", _("Which rows to show"), views, self)
        self._filter = QLineEdit(self._views)
        self._bulk_words = strong("", theme, self)
        policies = {policy: _(words) for policy, words in _POLICIES.items()}
        self._bulk = TabRow(theme, "duplicates", _("Rows that are there already"), policies, self, "toggle")
        heads = (_("Row"), _("Name"), _("Outcome"), _("Worth a look"))
        self._grid = GridModel(theme, heads, 2, self)
        self.table = StepTable(theme, "import_rows", _("Rows of the file"), self._grid, (1, 4, 3, 5), self)
        self._head, self._detail = strong("", theme, self), label("", theme, parent=self)
        self._build()
        self._connect()

    @property
    def first_field(self) -> QWidget:
        return self.table

    def show_work(self, work: Work) -> None:
        self._work = work
        if work.found is None:
            return
        self._show_counts(work.found)
        self._show_bulk(work)
        self._show_rows()

    def open(self) -> None:
        self._numbers = ()
        if self._work is not None and self._work.found is not None:
            view = PROBLEMS if problem_rows(self._work.found) else ALL
            self._views.show_chosen(view)
            self.show_work(self._work)
        self.table.start()

    def why_not(self, work: Work) -> tuple[str, str] | None:
        if work.found is None:
            return _("The rows have not been looked at yet."), _("Mend what is said above, or wait a moment.")
        if undecided := work.found.numbers(Outcome.UNDECIDED):
            words = ngettext(
                "{n:,} row has a name that is there already.",
                "{n:,} rows have names that are there already.",
                len(undecided),
            )
            self._views.show_chosen(DUPLICATES)
            self._show_rows()
            return words.format(n=len(undecided)), _(
                "Say above the grid what to do with all of them, or in the grid with each."
            )
        if incomplete := work.found.numbers(Outcome.INCOMPLETE):
            words = ngettext(
                "{n:,} row lacks a fact that every entry needs.",
                "{n:,} rows lack a fact that every entry needs.",
                len(incomplete),
            )
            self._views.show_chosen(PROBLEMS)
            self._show_rows()
            self._go_to(incomplete[0])
            facts = ", ".join(self._facts_missing(work))
            return words.format(n=len(incomplete)), _(
                "Missing: {facts}. Give it for all rows in the step “Columns”."
            ).format(facts=facts)
        if not work.found.after:
            return _("There is nothing left to import."), _("Every row is skipped, or is there already.")
        return None

    def _go_to(self, number: int) -> None:
        """Put the cursor into a row of the file, so that it is said below what is the matter with it."""
        if number in self._numbers:
            self.table.setCurrentIndex(self._grid.index(self._numbers.index(number), 0))

    def _facts_missing(self, work: Work) -> tuple[str, ...]:
        """What people call the facts that rows lack."""
        assert work.found is not None  # noqa: S101  (asked by why_not)
        fields = fields_of(work.draft.mapping.register)
        return tuple(_(fields[path].label) for path in work.found.missing if path in fields)

    def _show_counts(self, found: Preview) -> None:
        words = {
            ALL: _("All rows: {n:,}").format(n=len(found.rows)),
            PROBLEMS: _("Worth a look: {n:,}").format(n=len(problem_rows(found))),
            DUPLICATES: _("There already: {n:,}").format(n=len(found.duplicates)),
        }
        for view, said in words.items():
            self._views.tabs[view].setText(said)

    def _show_bulk(self, work: Work) -> None:
        assert work.found is not None  # noqa: S101  (asked by show_work)
        n = len(work.found.duplicates)
        for part in (self._bulk_words, self._bulk):
            part.setVisible(n > 0)
        words = ngettext(
            "{n:,} row has the name of another row or entry. What shall become of it?",
            "{n:,} rows have the names of other rows or entries. What shall become of all of them?",
            n,
        )
        self._bulk_words.setText(words.format(n=n))
        policy = work.draft.mapping.duplicates
        self._bulk.show_chosen(policy if policy and not work.draft.decided else "")

    def _show_rows(self) -> None:
        if self._work is None or self._work.found is None:
            return
        found = self._work.found
        rows = self._shown(found)
        numbers = tuple(row.number for row in rows)
        self._grid.show_rows([_grid_row(row) for row in rows], is_same=numbers == self._numbers)
        self._numbers = numbers
        self.table.start()
        self._show_detail(self.table.currentIndex().row())

    def _shown(self, found: Preview) -> tuple[PreviewRow, ...]:
        wanted = self._filter.text().strip().casefold()
        rows = found.duplicates if self._views.current == DUPLICATES else found.rows
        if self._views.current == PROBLEMS:
            numbers = set(problem_rows(found))
            rows = tuple(row for row in rows if row.number in numbers)
        return tuple(row for row in rows if wanted in row.name.casefold())

    def _show_detail(self, at: int) -> None:
        row = self._row_at(at)
        if row is None or self._work is None or self._work.found is None:
            self._head.setText(_("No row to show here."))
            self._detail.clear()
            return
        self._head.setText(_("Row {n}: {name}").format(n=row.number, name=row.name or _("no name")))
        lines = row_lines(self._work.found, row, names_of(self._work.snapshot))
        self._detail.setText("\n".join(lines))

    def _row_at(self, at: int) -> PreviewRow | None:
        if self._work is None or self._work.found is None or not 0 <= at < len(self._numbers):
            return None
        number = self._numbers[at]
        return next((row for row in self._work.found.rows if row.number == number), None)

    def _build(self) -> None:
        self._views.show_chosen(ALL)
        self._filter.setObjectName("filter_rows")
        self._filter.setPlaceholderText(_("Filter (Ctrl+F)"))
        self._filter.setAccessibleName(_("Filter the rows by name"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setFont(self.theme.font())
        self._filter.setFixedWidth(self.theme.px(FILTER_WIDTH))
        self._views.flow.addWidget(self._filter)
        self._detail.setObjectName("row_detail")
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, self.theme.space(1), 0)
        lines.setSpacing(self.theme.space(0.5))
        for line in (self._head, self._detail):
            lines.addWidget(line)
        lines.addStretch(1)
        detail = scrolled(inside, "row_detail_area", self)
        detail.setFixedHeight(self.theme.px(DETAIL_HEIGHT))
        for part in (self._bulk_words, self._bulk, self._views):
            self.column.addWidget(part)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(detail)

    def _connect(self) -> None:
        self._grid.chosen.connect(self._decide)
        self.table.left.connect(self.left)
        self.table.moved.connect(self._show_detail)
        self._views.chosen.connect(self._show_rows)
        self._filter.textChanged.connect(self._show_rows)
        self._bulk.chosen.connect(self._decide_all)

    def _decide(self, rows: list[int], value: object) -> None:
        if self._work is not None and value:
            numbers = [self._numbers[row] for row in rows]
            self.changed.emit(with_decision(self._work.draft, numbers, Duplicates(str(value))))

    def _decide_all(self, policy: str) -> None:
        if self._work is not None:
            self.changed.emit(with_policy(self._work.draft, Duplicates(policy)))


def _grid_row(row: PreviewRow) -> GridRow:
    is_duplicate = bool(row.same_as or row.same_row)
    decided = next((policy for policy, outcome in _OUTCOMES.items() if outcome is row.outcome), "")
    return GridRow(
        cells=(f"{row.number:,}", row.name, outcome_words(row.outcome), looks_words(row)),
        offers=tuple(Offer(value, _(words)) for value, words in _POLICIES.items()) if is_duplicate else (),
        value=decided,
        is_quiet=row.outcome in {Outcome.SKIP, Outcome.NAMELESS},
    )
