"""How many backup copies are kept, and where: a part of the settings."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.i18n import _
from app.settings import FEWEST_COPIES, MOST_COPIES
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.spin_padding import pad_number


@dataclass(frozen=True, slots=True)
class CopiesChosen:
    """A person's choice: how many automatic copies each place keeps, and which places there are."""

    kept: int
    beside: bool
    in_data_folder: bool


class CopiesChoice(QWidget):
    """A number and two places. `chosen` carries the new choice as CopiesChosen."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beside = QCheckBox(_("In a folder beside the file"), self)
        self._data_folder = QCheckBox(_("In Plumbline's own folder on this computer"), self)
        self._kept = QSpinBox(self)
        self._hint = label(
            _("No copies: what happens to the file happens to all of your work."),
            theme,
            tone="warn",
            parent=self,
        )
        self._build()
        for box in (self._beside, self._data_folder):
            box.clicked.connect(self._tell)
        self._kept.valueChanged.connect(self._tell)

    def show_choice(self, choice: CopiesChosen) -> None:
        """Show a choice."""
        with QSignalBlocker(self._kept):
            self._kept.setValue(choice.kept)
        self._beside.setChecked(choice.beside)
        self._data_folder.setChecked(choice.in_data_folder)
        self._show_hint()

    def _build(self) -> None:
        self._beside.setObjectName("copies_beside")
        self._data_folder.setObjectName("copies_in_data_folder")
        self._kept.setObjectName("copies_kept")
        pad_number(self._kept, self._theme)
        self._kept.setAccessibleName(_("Copies that stay in each place"))
        self._kept.setRange(FEWEST_COPIES, MOST_COPIES)
        self._kept.setFixedWidth(self._theme.px(96))
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(1))
        row.addWidget(self._kept)
        words = label(_("copies stay in each place"), self._theme, parent=self)
        words.setBuddy(self._kept)
        row.addWidget(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addWidget(self._beside)
        column.addWidget(self._data_folder)
        column.addLayout(row)
        column.addWidget(self._hint)

    def _show_hint(self) -> None:
        """A word of warning where no copies would be made."""
        self._hint.setVisible(not (self._beside.isChecked() or self._data_folder.isChecked()))

    def _tell(self) -> None:
        self._show_hint()
        choice = CopiesChosen(self._kept.value(), self._beside.isChecked(), self._data_folder.isChecked())
        self.chosen.emit(choice)
