"""The third step: which field each column goes to, and the facts that no column says."""

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.i18n import _, ngettext
from app.register_import import KEPT, LEFT_OUT, fields_of
from app.register_import.draft import Draft, column_offers, examples, value_offers, with_column, with_fact
from app.register_import.wording import field_words
from app.register_teaching import teaching
from ui.register_import.step import Step, Work
from ui.register_import.step_table import GridModel, GridRow, StepTable
from ui.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled
from ui.widgets.labels import muted
from ui.widgets.refill import refill

FACT_WIDTH, FACT_WORDS_WIDTH = 260, 480


class ColumnsStep(Step):
    """`loading_wanted` and `saving_wanted` for a mapping in a file of its own."""

    loading_wanted = Signal()
    saving_wanted = Signal()

    words = "Columns"
    question = "What do the columns hold?"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "import_columns_step", parent)
        self._work: Work | None = None
        self._shape: object = None
        self._hint = muted("", theme, self)
        heads = (_("Column"), _("For example"), _("Goes to"))
        self._grid = GridModel(theme, heads, 2, self)
        self.table = StepTable(theme, "import_columns", _("Columns"), self._grid, (3, 5, 3), self)
        self._facts = QWidget(self)
        self._flow = FlowLayout(self._facts, spacing=theme.space(2))
        self._asked: dict[str, Labelled] = {}
        self._load = quiet_button(_("Load a mapping…"), theme, "folder-open", "load_mapping", self)
        self._save = quiet_button(_("Save this mapping…"), theme, "download", "save_mapping", self)
        self._build()
        self._connect()

    @property
    def first_field(self) -> QWidget:
        return self.table

    def show_work(self, work: Work) -> None:
        self._work = work
        draft = work.draft
        offers = column_offers(draft.register)
        rows = [
            GridRow(
                cells=(column, " · ".join(examples(draft, column)), field_words(draft.register, path)),
                offers=offers,
                value=path,
                is_quiet=path in (KEPT, LEFT_OUT),
            )
            for column, path in draft.mapping.columns.items()
        ]
        shape = (draft.register, draft.inventory.columns)
        self._grid.show_rows(rows, is_same=shape == self._shape)
        self._shape = shape
        self._show_hint(draft)
        self._show_facts(work)

    def open(self) -> None:
        self.table.start()

    def why_not(self, work: Work) -> tuple[str, str] | None:
        if not work.draft.has_names:
            one = _(teaching(work.draft.register).one)
            return _("No column goes to the name yet."), _(
                "Say which column names each {what}: choose “Name” for it in the last column of the grid."
            ).format(what=one)
        if missing := work.draft.facts_missing:
            labels = ", ".join(field_words(work.draft.register, path) for path in missing)
            return _("A fact is missing that every entry needs: {facts}.").format(facts=labels), _(
                "Choose it below for all rows, or send a column to it."
            )
        return None

    def _show_hint(self, draft: Draft) -> None:
        kept = list(draft.mapping.columns.values()).count(KEPT)
        words = ngettext(
            "Guessed from the headings. {n:,} column has no field: it is kept in the notes of each entry, so "
            "that nothing is lost.",
            "Guessed from the headings. {n:,} columns have no field: they are kept in the notes of each "
            "entry, so that nothing is lost.",
            kept,
        )
        if draft.is_as_last_time:
            words = ngettext(
                "Mapped as last time. {n:,} column is kept in the notes.",
                "Mapped as last time. {n:,} columns are kept in the notes.",
                kept,
            )
        if not kept:
            words = _("Mapped as last time.") if draft.is_as_last_time else _("Guessed from the headings.")
        self._hint.setText(words.format(n=kept))

    def _show_facts(self, work: Work) -> None:
        """The facts that every entry needs, to be given once for the rows that do not say them."""
        draft = work.draft
        if tuple(self._asked) != draft.facts:
            old = list(self._asked.values())
            self._asked = {path: self._fact(work, path) for path in draft.facts}
            refill(self._flow, old, self._asked.values())
            chain = [self.table, *(asked.field for asked in self._asked.values()), self._load, self._save]
            for before, after in pairwise(chain):
                self.setTabOrder(before, after)
        self._facts.setVisible(bool(self._asked))
        for path, asked in self._asked.items():
            assert isinstance(asked.field, QComboBox)  # noqa: S101  (made in _fact)
            with QSignalBlocker(asked.field):
                asked.field.setCurrentIndex(
                    max(asked.field.findData(draft.mapping.defaults.get(path, "")), 0)
                )

    def _fact(self, work: Work, path: str) -> Labelled:
        spec = fields_of(work.draft.register)[path]
        choice = QComboBox(self._facts)
        choice.setObjectName(f"fact_{path}")
        choice.setFont(self.theme.font())
        choice.setFixedWidth(self.theme.px(FACT_WIDTH))
        for offer in value_offers(spec, work.snapshot, _("Choose…")):
            choice.addItem(offer.words, offer.value)
        choice.activated.connect(lambda _n: self._give(path, str(choice.currentData())))
        words = _("{field}, for every row that does not say it").format(field=_(spec.label))
        asked = Labelled(words, choice, self.theme, _(spec.help), self._facts)
        asked.setMinimumWidth(self.theme.px(FACT_WORDS_WIDTH))
        return asked

    def _build(self) -> None:
        files = QHBoxLayout()
        files.setSpacing(self.theme.space(1))
        files.addWidget(self._load)
        files.addWidget(self._save)
        files.addStretch(1)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._facts)
        self.column.addLayout(files)

    def _connect(self) -> None:
        self._grid.chosen.connect(self._send)
        self.table.left.connect(self.left)
        self._load.clicked.connect(self.loading_wanted)
        self._save.clicked.connect(self.saving_wanted)

    def _send(self, rows: list[int], path: object) -> None:
        if self._work is None:
            return
        draft = self._work.draft
        for row in rows:
            draft = with_column(draft, draft.inventory.columns[row], str(path))
        self.changed.emit(draft)

    def _give(self, path: str, value: str) -> None:
        if self._work is not None and value != self._work.draft.mapping.defaults.get(path, ""):
            self.changed.emit(with_fact(self._work.draft, path, value))
