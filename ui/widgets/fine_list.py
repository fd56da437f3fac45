"""What is fine as it is: groups of names, each with what is said of it and where that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.fine import FineGroup, FineLine
from app.i18n import _
from ui.theme import Theme
from ui.widgets.badge import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import pixmap
from ui.widgets.labels import body, heading, muted, strong


class FineList(QWidget):
    """The groups. `followed` carries the place of a risk or an entry that was pressed."""

    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._shown: tuple[FineGroup, ...] | None = None
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1))
        self.setObjectName("fine_list")

    def show_groups(self, groups: Sequence[FineGroup]) -> None:
        """Show these groups, or say that there are none yet."""
        if self._shown == tuple(groups):
            return
        self._shown = tuple(groups)
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if not groups:
            words = _("Nothing can be called fine yet. A risk that is Low with nothing unknown appears here.")
            self._column.addWidget(muted(words, self._theme, self))
        for group in groups:
            self._column.addWidget(self._group(group))
        self._column.addStretch(1)

    def _group(self, group: FineGroup) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, self._theme.space(2))
        column.setSpacing(self._theme.space(1))
        column.addWidget(heading(f"{group.title}  {len(group.lines)}", self._theme, holder))
        column.addWidget(muted(group.meaning, self._theme, holder))
        for line in group.lines:
            column.addWidget(self._line(line, holder))
        return holder

    def _line(self, line: FineLine, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        check = QLabel(holder)
        check.setPixmap(pixmap("check", self._theme, "ok"))
        row.addWidget(check, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(line.name, self._theme, holder))
        if line.words:
            words.addWidget(body(line.words, self._theme, holder))
        row.addLayout(words, 1)
        row.addWidget(self._chips(line, holder), 1, Qt.AlignmentFlag.AlignTop)
        return holder

    def _chips(self, line: FineLine, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        flow = FlowLayout(holder, self._theme.space(0.5))
        for place in line.places:
            name = place.rpartition(":")[2].rpartition("/")[2]
            chip = Chip(name, self._theme, can_be_pressed=True, parent=holder)
            chip.setAccessibleName(_("{name}: show {place}").format(name=line.name, place=name))
            chip.setToolTip(_("Show where this is recorded"))
            chip.clicked.connect(lambda place=place: self.followed.emit(place))
            flow.addWidget(chip)
        return holder
