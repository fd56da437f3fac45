"""What to export: for whom, as what, with which options; one place for every format."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from app.exports import VARIANTS_OF, Format, Wanted
from app.i18n import _
from app.map_choice import Maps
from app.redaction import Hidden
from app.variants import EDITIONS, Variant
from ui.theme import Theme
from ui.widgets.buttons import primary_button
from ui.widgets.choice_editors import CalmCombo
from ui.widgets.combo_rows import widen_list
from ui.widgets.labelled import Labelled
from ui.widgets.labels import small

_PICTURES = (Format.PNG, Format.SVG)
_HIDING: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "": (_("As they are"), _("Names, notes and texts as they were typed.")),
        Hidden.PEOPLE: (
            _("Without people"),
            _("No names of people or of the client, no notes, no texts."),
        ),
        Hidden.NAMES: (_("Without all names"), _("Nor names of tools, systems, vendors and use cases.")),
    }
)


_FORMATS: Mapping[Format, tuple[str, str]] = MappingProxyType(
    {
        Format.PDF: ("PDF", _("The report, to read, print and sign.")),
        Format.DOCX: (_("Word document"), _("The report, to edit.")),
        Format.XLSX: (_("Excel workbook"), _("Registers, answers, risks and actions, to filter and sort.")),
        Format.CSV: (_("CSV tables"), _("The same tables for any program, in one ZIP file.")),
        Format.JSON: ("JSON", _("The whole review, to bring in elsewhere.")),
        Format.ICS: (_("Calendar"), _("Due dates and recurring reviews; roles, and no names.")),
        Format.PNG: (_("PNG picture"), _("The maps, for slides and pages.")),
        Format.SVG: (_("SVG drawing"), _("The maps, sharp at any size.")),
    }
)


class ExportPanel(QWidget):
    """`chosen` carries every new choice, `wanted` the one to export now; both carry a `Wanted`."""

    chosen = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._variant = _choice("export_variant", ((v, EDITIONS[v].title) for v in Variant), self)
        self._format = _choice("export_format", (), self)
        self._maps = _choice("export_maps", _map_words(), self)
        self._hidden = _choice("export_hidden", ((key, told[0]) for key, told in _HIDING.items()), self)
        self._bom = QCheckBox(_("For older Excel"), self)
        self._bom_hint = small(_("Each file begins with a byte order mark."), theme, self)
        self._fields: dict[QWidget, Labelled] = {}
        self._has_lent_keys = False
        self._export = primary_button(_("Export…"), theme, "download", "export_file", self)
        self._build()
        self._fill_formats(Format.PDF)
        self._connect()

    @property
    def choice(self) -> Wanted:
        """What is chosen now."""
        hidden = self._hidden.currentData()
        variant = Variant(self._variant.currentData())
        return Wanted(
            format=Format(self._format.currentData()),
            variant=variant,
            hidden=Hidden(hidden) if hidden and variant is not Variant.CLIENT_SAFE else None,
            with_bom=self._bom.isChecked() and self._format.currentData() == Format.CSV,
            maps=Maps(self._maps.currentData()),
        )

    def choose(self, wanted: Wanted) -> None:
        """Show a choice; nobody is told."""
        for field in (self._variant, self._format, self._maps, self._hidden, self._bom):
            field.blockSignals(True)
        _select(self._variant, wanted.variant)
        self._fill_formats(wanted.format)
        _select(self._maps, wanted.maps)
        _select(self._hidden, wanted.hidden or "")
        self._bom.setChecked(wanted.with_bom)
        for field in (self._variant, self._format, self._maps, self._hidden, self._bom):
            field.blockSignals(False)
        self._show_options()

    def add_choice(self, words: str, field: QWidget) -> None:
        """One more choice, above the button, that is not part of what is wanted."""
        self._column.insertWidget(
            self._column.indexOf(self._bom), Labelled(words, field, self._theme, parent=self)
        )

    def set_busy(self, is_busy: bool) -> None:
        """Take no wishes while one is being met."""
        # A button that cannot be pressed gives the keyboard away, to whatever comes next in the window.
        # The window's word for it: after a file dialog the keyboard may not be back in the window yet.
        if is_busy and self.window().focusWidget() is self._export:
            self._variant.setFocus()
            self._has_lent_keys = True
        self._export.setEnabled(not is_busy)
        if not is_busy and self._has_lent_keys:
            self._has_lent_keys = False
            if self.window().focusWidget() is self._variant:
                self._export.setFocus()

    def _fill_formats(self, wanted: Format) -> None:
        """Offer the formats that the variant has; PDF where the one chosen is not among them."""
        variant = Variant(self._variant.currentData())
        was_blocked = self._format.blockSignals(True)
        self._format.clear()
        for kind in Format:
            if variant in VARIANTS_OF[kind]:
                self._format.addItem(_FORMATS[kind][0], kind)
        _select(self._format, wanted)
        widen_list(self._format)
        self._format.blockSignals(was_blocked)
        self._show_options()

    def _show_options(self) -> None:
        """Show what belongs to the choice and nothing else."""
        kind, edition = Format(self._format.currentData()), EDITIONS[Variant(self._variant.currentData())]
        self._fields[self._variant].hint.setText(f"{edition.about} {edition.left_out}".rstrip())
        self._fields[self._format].hint.setText(_FORMATS[kind][1])
        self._fields[self._hidden].hint.setText(_HIDING[self._hidden.currentData()][1])
        for part in (self._bom, self._bom_hint):
            part.setVisible(kind is Format.CSV)
        self._fields[self._maps].setVisible(kind in _PICTURES)
        self._fields[self._hidden].setVisible(self._variant.currentData() != Variant.CLIENT_SAFE)

    def _build(self) -> None:
        self.setObjectName("export_panel")
        self._bom.setObjectName("export_bom")
        self._bom.setAccessibleDescription(self._bom_hint.text())
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        for words, field in (
            (_("For whom"), self._variant),
            (_("As what"), self._format),
            (_("Which map"), self._maps),
            (_("Names and texts"), self._hidden),
        ):
            self._fields[field] = Labelled(words, field, self._theme, parent=self)
            column.addWidget(self._fields[field])
            self._fields[field].hint.setVisible(field is not self._maps)
        column.addWidget(self._bom)
        column.addWidget(self._bom_hint)
        column.addWidget(self._export)
        self.setFocusProxy(self._variant)

    def _connect(self) -> None:
        self._variant.currentIndexChanged.connect(self._change_variant)
        for field in (self._format, self._maps, self._hidden):
            field.currentIndexChanged.connect(self._change)
        self._bom.toggled.connect(self._change)
        self._export.clicked.connect(lambda: self.export_wanted.emit(self.choice))

    def _change_variant(self) -> None:
        self._fill_formats(Format(self._format.currentData()))
        self._change()

    def _change(self) -> None:
        self._show_options()
        self.chosen.emit(self.choice)


def _choice(name: str, offers: Iterable[tuple[str, str]], parent: QWidget) -> QComboBox:
    box = CalmCombo(parent)
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, words in offers:
        box.addItem(words, value)
    widen_list(box)
    return box


def _select(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))


def _map_words() -> tuple[tuple[str, str], ...]:
    return (
        (Maps.BOTH, _("Both, side by side")),
        (Maps.SYSTEMS, _("Systems and tools")),
        (Maps.RISKS, _("Likelihood and impact")),
    )
