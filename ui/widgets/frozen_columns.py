"""Keeps the first columns of a grid in view, its ids and names, while the others are scrolled sideways."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QTableView

from app.i18n import _
from ui.theme import Theme
from ui.widgets.field_style import table_sheet

FROZEN = 2
# Where ids and names would take more of the width than this, they scroll along.
MOST_OF_WIDTH = 0.62


class FrozenColumns(QTableView):
    """A second look at the same rows over the left edge of `table`; hidden while nothing is scrolled away.

    What is pressed in it counts as pressed in the table. It never has the keyboard.
    """

    def __init__(self, theme: Theme, table: QTableView, delegate: QAbstractItemDelegate) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._build(delegate)
        self._connect()
        self.hide()

    @property
    def covered(self) -> int:
        """How many pixels of the table's left edge it covers."""
        return 0 if self.isHidden() else self.width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand over the left edge, if the first columns are scrolled away and there is room for them."""
        table, header = self._table, self._table.horizontalHeader()
        count = table.model().columnCount()
        width = sum(table.columnWidth(column) for column in range(min(FROZEN, count)))
        is_away = table.horizontalScrollBar().value() > 0
        is_wanted = is_away and count > FROZEN and 0 < width <= table.viewport().width() * MOST_OF_WIDTH
        if not is_wanted:
            self.hide()
            return
        for column in range(count):
            self.setColumnHidden(column, column >= FROZEN)
            if column < FROZEN and self.columnWidth(column) != table.columnWidth(column):
                self.setColumnWidth(column, table.columnWidth(column))
        self.horizontalHeader().setFixedHeight(header.height())
        edge = table.frameWidth()
        self.setGeometry(edge, edge, width + 1, header.height() + table.viewport().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def _build(self, delegate: QAbstractItemDelegate) -> None:
        table, ink = self._table, self._theme.colors["control_border"]
        self.setObjectName("frozen_columns")
        self.setAccessibleName(_("Ids and names"))
        rule = f"QTableView#frozen_columns {{ border: none; border-right: 1px solid {ink}; }}"
        self.setStyleSheet(table_sheet(self._theme) + rule)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(self._theme.font())
        self.setVerticalScrollMode(table.verticalScrollMode())
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFont(self._theme.font("small"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setHighlightSections(False)

    def _connect(self) -> None:
        table = self._table
        table.viewport().installEventFilter(self)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self.place())
        table.model().modelReset.connect(self.place)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        self.pressed.connect(lambda _index: table.setFocus(Qt.FocusReason.MouseFocusReason))
        self.doubleClicked.connect(table.doubleClicked)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _sort(self, column: int) -> None:
        header = self._table.horizontalHeader()
        is_rising = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == (
            Qt.SortOrder.AscendingOrder
        )
        header.setSortIndicator(
            column, Qt.SortOrder.DescendingOrder if is_rising else Qt.SortOrder.AscendingOrder
        )
