"""Tools in rows, systems in columns, and in each cell the strongest thing that the tool can do there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.access_cells import LETTERS, NO_SYSTEM, AccessCell, access_cells
from app.i18n import _
from app.row_filter import RowFilter
from models.snapshot import Snapshot
from models.values import AnyEntry, words
from ui.theme import Theme
from ui.widgets.entry_model import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex


def _folded(tool: AnyEntry) -> str:
    return f"{tool.key} {getattr(tool, 'caption', '')}".casefold()


class AccessModel(QAbstractTableModel):
    """Shows a snapshot; the page makes the edits."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tools: Sequence[str] = ()
        self._systems: Sequence[str] = ()
        self._names: dict[str, str] = {}
        self._cells: Mapping[tuple[str, str], AccessCell] = {}
        self._filter = RowFilter()

    def show_snapshot(self, snapshot: Snapshot, wanted: RowFilter | None = None) -> None:
        """Show a review: the tools with the words of `wanted` in them, if there is such a wish."""
        self._filter = self._filter if wanted is None else wanted
        tools = list(self._filter.shown(snapshot.ai_tools, _folded, {}))
        systems = [*snapshot.systems, NO_SYSTEM]
        self._names = {key: tool.name for key, tool in snapshot.ai_tools.items()}
        self._names |= {key: system.name for key, system in snapshot.systems.items()}
        self._names |= {key: category.name for key, category in snapshot.data_categories.items()}
        self._cells = access_cells(snapshot)
        if tools == self._tools and systems == self._systems:
            if tools:
                self.dataChanged.emit(self.index(0, 0), self.index(len(tools) - 1, len(systems) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(tools) - 1)
            return
        self.beginResetModel()
        self._tools, self._systems = tools, systems
        self.endResetModel()

    def place(self, index: AnyIndex) -> tuple[str, str] | None:
        """Tool and system of a cell."""
        if not index.isValid() or index.row() >= len(self._tools):
            return None
        return self._tools[index.row()], self._systems[index.column()]

    def index_of(self, tool: str, system: str) -> QModelIndex:
        """The cell of a tool and a system; an invalid one where there is none."""
        if tool not in self._tools or system not in self._systems:
            return QModelIndex()
        return self.index(self._tools.index(tool), self._systems.index(system))

    def cell(self, tool: str, system: str) -> AccessCell | None:
        """What a tool can do with a system."""
        return self._cells.get((tool, system))

    @property
    def names(self) -> Mapping[str, str]:
        """What tools, systems and data categories are called."""
        return self._names

    def words_of(self, key: str) -> str:
        """A tool or a system as people call it."""
        return _("Outside every system") if key == NO_SYSTEM else f"{key} {self._names.get(key, '')}".strip()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._tools)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._systems)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        keys = self._tools if orientation is Qt.Orientation.Vertical else self._systems
        if not 0 <= section < len(keys):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words_of(keys[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.words_of(keys[section]))
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.place(index)
        if place is None:
            return None
        cell = self._cells.get(place)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if cell is None:
                    return ""
                letter = LETTERS[cell.strongest]
                return f"{letter} ?" if cell.is_assumed else letter
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                sentence = self.sentence(*place)
                return plain_tip(sentence) if role == Qt.ItemDataRole.ToolTipRole else sentence
            case _:
                return None

    def sentence(self, tool: str, system: str) -> str:
        """What a cell says, in words."""
        cell = self._cells.get((tool, system))
        if cell is None:
            return _("{tool} has no access to {system}.").format(
                tool=self.words_of(tool), system=self.words_of(system)
            )
        can = ", ".join(_(words(capability)).lower() for capability in cell.capabilities)
        said = _("{tool} can {abilities}: {system}.").format(
            tool=self.words_of(tool), abilities=can, system=self.words_of(system)
        )
        return f"{said} {_('This is assumed.')}" if cell.is_assumed else said
