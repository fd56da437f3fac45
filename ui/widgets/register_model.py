"""The entries that a register-driven question is asked of, with the fields in which it is answered."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics

from app.cell_text import Names, names_of
from app.i18n import _
from app.offers import Offer, offer_words, offers_for
from app.register_columns import spec_at, value_at
from app.register_questions import REGISTER_QUESTIONS, entries_asked
from models.pack import Question
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, AccessGrant, AnyEntry, FieldSpec
from ui.theme import Theme
from ui.widgets.choice_table import CHOICES, VALUE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MOST_LETTERS = 26
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class RegisterModel(QAbstractTableModel):
    """Rows are entries, columns are fields. `field_chosen` carries an entry's key, a path and a value.

    A choice is only told; the review then shows what became of it.
    """

    field_chosen = Signal(str, str, object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[AnyEntry, ...] = ()
        self._paths: tuple[str, ...] = ()
        self._specs: tuple[FieldSpec, ...] = ()
        self._offers: tuple[tuple[Offer, ...], ...] = ()
        self._names: Names = {}
        self._shape: object = None
        self._can_edit = True

    @property
    def entries(self) -> Sequence[AnyEntry]:
        """The entries shown."""
        return self._entries

    @property
    def paths(self) -> Sequence[str]:
        """The paths of the fields shown."""
        return self._paths

    def show_question(self, snapshot: Snapshot, question: Question, *, can_edit: bool) -> None:
        """Show the entries that a question is asked of; keeps rows and selection where they are the same."""
        asked = REGISTER_QUESTIONS[question.id]
        entries = entries_asked(snapshot, question.id)
        shape = (question.id, tuple(entry.key for entry in entries), can_edit)
        is_new = shape != self._shape
        if is_new:
            self.beginResetModel()
        self._entries, self._paths, self._can_edit, self._shape = entries, asked.fields, can_edit, shape
        self._names = names_of(snapshot)
        self._specs = tuple(spec_at(ENTRY_TYPES[asked.register], path) for path in asked.fields)
        self._offers = tuple(offers_for(spec, snapshot, self._names) for spec in self._specs)
        if is_new:
            self.endResetModel()
        elif entries:
            last = self.index(len(entries) - 1, len(self._paths) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def recorded(self) -> int:
        """How many entries have every field recorded, known or not."""
        return sum(all(value_at(entry, path) is not None for path in self._paths) for entry in self._entries)

    def widths(self, font: QFont, around: int) -> list[int]:
        """The width that each column needs for its choices and for the longest word above them."""
        metrics = QFontMetrics(font)
        texts = [
            [*(offer.words for offer in offers[1:]), *_(spec.label).split()]
            for offers, spec in zip(self._offers, self._specs, strict=True)
        ]
        longest = [max(map(metrics.horizontalAdvance, column), default=0) for column in texts]
        return [min(width, metrics.horizontalAdvance("n" * MOST_LETTERS)) + around for width in longest]

    def header_height(self, column: int, font: QFont, width: int) -> int:
        """The height of a column's title, wrapped."""
        room = QRect(0, 0, width - 16, 1 << 12)
        return QFontMetrics(font).boundingRect(room, _WRAPPED, _(self._specs[column].label)).height()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._paths)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._can_edit else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self._entries[index.row()], index.column()
        value = value_at(entry, self._paths[column])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(column, value)
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.color("muted" if value is None else "text")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._caption(entry)}, {_(self._specs[column].label)}: {self._words(column, value)}"
            case _:
                return {CHOICES: self._offers[column], VALUE: value}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not isinstance(value, Offer) or not self._can_edit or not index.isValid():
            return False
        entry, path = self._entries[index.row()], self._paths[index.column()]
        if value.value != value_at(entry, path):
            self.field_chosen.emit(entry.key, path, value.value)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_column = orientation == Qt.Orientation.Horizontal
        if is_column and section < len(self._specs):
            spec = self._specs[section]
            return {
                Qt.ItemDataRole.DisplayRole: _(spec.label),
                Qt.ItemDataRole.ToolTipRole: _(spec.help) or None,
                Qt.ItemDataRole.TextAlignmentRole: _WRAPPED,
            }.get(Qt.ItemDataRole(role))
        if not is_column and section < len(self._entries):
            named = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
            return self._caption(self._entries[section]) if role in named else None
        return None

    def _words(self, column: int, value: object) -> str:
        if value is None:
            return _("Open")
        text = offer_words(self._specs[column], value, self._names)
        return _("? {words}").format(words=text) if value == "unknown" else text

    def _caption(self, entry: AnyEntry) -> str:
        if isinstance(entry, AccessGrant):
            tool, system = (self._names.get(key, key) for key in (entry.tool, entry.system))
            return _("{id}  {tool} → {system}").format(id=entry.id, tool=tool, system=system)
        return _("{id}  {name}").format(id=entry.key, name=self._names.get(entry.key, ""))
