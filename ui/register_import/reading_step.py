"""The second step: how the file is read, with its first rows just as they stand there."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget

from app.i18n import _, ngettext
from app.offers import Offer
from app.register_import.headings import column_letters
from app.register_import.wording import delimiter_offers, encoding_offers, kind_words
from ui.register_import.sample_table import SampleTable
from ui.register_import.step import Step, Work
from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled
from ui.widgets.labels import muted

COMBO_WIDTH, LAST_ROW = 260, 1000


class ReadingStep(Step):
    """`reading_wanted` carries how to read the file instead."""

    reading_wanted = Signal(object)

    words = "Reading"
    question = "Does it read well?"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "import_reading_step", parent)
        self._work: Work | None = None
        self._encoding = self._combo("read_encoding", _("Encoding"))
        self._delimiter = self._combo("read_delimiter", _("Cells are separated by"))
        self._sheet = self._combo("read_sheet", _("Sheet"))
        self._header = QSpinBox(self)
        self._found = muted("", theme, self)
        self._said = muted("", theme, self)
        self._sample = SampleTable(theme, self)
        self._fields: dict[QWidget, Labelled] = {}
        self._build()
        self._connect()

    @property
    def first_field(self) -> QWidget:
        is_book = self._work is not None and bool(self._work.draft.inventory.sheets)
        return self._sheet if is_book else self._encoding

    def show_work(self, work: Work) -> None:
        self._work = work
        inventory = work.draft.inventory
        how = inventory.read_as
        is_book = bool(inventory.sheets)
        self._fields[self._sheet].setVisible(is_book)
        for part in (self._encoding, self._delimiter):
            self._fields[part].setVisible(not is_book)
        if is_book:
            self._fill(self._sheet, tuple(Offer(name, name) for name in inventory.sheets), how.sheet)
        else:
            self._fill(self._encoding, encoding_offers(how.encoding), how.encoding)
            self._fill(self._delimiter, delimiter_offers(how.delimiter), how.delimiter)
        with QSignalBlocker(self._header):
            self._header.setValue(how.header_row)
        rows = len(inventory.rows)
        words = ngettext("{kind}; {n:,} row below.", "{kind}; {n:,} rows below.", rows)
        self._found.setText(words.format(kind=kind_words(how, len(inventory.sheets)), n=rows))
        self._show_said()
        self._sample.show_rows(inventory.top, how.header_row, column_letters)

    def _show_said(self) -> None:
        """What there is to say about the file as a whole."""
        assert self._work is not None  # noqa: S101  (there is a draft)
        general = [finding.message for finding in self._work.draft.inventory.findings if not finding.row]
        self._said.setText(" ".join(general))
        self._said.setVisible(bool(general))

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        combo.setFont(self.theme.font())
        combo.setFixedWidth(self.theme.px(COMBO_WIDTH))
        combo.setMaxVisibleItems(20)
        return combo

    def _fill(self, combo: QComboBox, offers: tuple[Offer, ...], value: str) -> None:
        with QSignalBlocker(combo):
            if [combo.itemData(n) for n in range(combo.count())] != [offer.value for offer in offers]:
                combo.clear()
                for offer in offers:
                    combo.addItem(offer.words, offer.value)
            combo.setCurrentIndex(combo.findData(value))

    def _build(self) -> None:
        self._header.setObjectName("read_header_row")
        self._header.setRange(1, LAST_ROW)
        self._header.setKeyboardTracking(False)
        self._header.setFont(self.theme.font())
        choices = QWidget(self)
        flow = FlowLayout(choices, spacing=self.theme.space(2))
        for part, words in (
            (self._encoding, self._encoding.accessibleName()),
            (self._delimiter, self._delimiter.accessibleName()),
            (self._sheet, self._sheet.accessibleName()),
            (self._header, _("Headings in row")),
        ):
            self._fields[part] = Labelled(words, part, self.theme, parent=choices)
            flow.addWidget(self._fields[part])
        hint: QLabel = muted(
            _("The file's first rows, as they stand there. Letters with accents show whether it reads well."),
            self.theme,
            self,
        )
        for widget in (self._found, self._said, choices, hint):
            self.column.addWidget(widget)
        self.column.addWidget(self._sample, 1)
        self._sample.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        self._encoding.activated.connect(lambda _n: self._want(encoding=str(self._encoding.currentData())))
        self._delimiter.activated.connect(lambda _n: self._want(delimiter=str(self._delimiter.currentData())))
        self._sheet.activated.connect(
            lambda _n: self._want(sheet=str(self._sheet.currentData()), header_row=0)
        )
        self._header.valueChanged.connect(lambda row: self._want(header_row=row))

    def _want(self, **said: object) -> None:
        if self._work is None:
            return
        how = self._work.draft.inventory.read_as
        if any(getattr(how, name) != value for name, value in said.items()):
            asked = replace(self._work.draft.asked, **said)  # type: ignore[arg-type]  # each of its kind
            self.reading_wanted.emit(asked)
