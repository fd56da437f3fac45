"""A part of a form that opens and closes under its heading; what is in it is made when it first opens."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.icons import ICON_SIZE, icon
from ui.widgets.labels import small


class Foldable(QWidget):
    """A heading to press, with a word about what is inside. `opened` is told each time it opens."""

    opened = Signal()

    def __init__(
        self, theme: Theme, title: str, make: Callable[[], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make = make
        self._content: QWidget | None = None
        self.header = QToolButton(self)
        self._summary = small("", theme, self)
        self._build(title)
        self.header.clicked.connect(self._on_click)

    @property
    def is_open(self) -> bool:
        """Whether the content shows."""
        return self._content is not None and not self._content.isHidden()

    def open(self) -> None:
        """Show the content."""
        if self.is_open:
            return
        if self._content is None:
            self._content = self._make()
            self._content.setParent(self)
            self._column().addWidget(self._content)
        self._content.show()
        self._mark()
        self.opened.emit()

    def close_up(self) -> None:
        """Hide the content."""
        if self._content is not None:
            self._content.hide()
        self._mark()

    def show_summary(self, words: str) -> None:
        """Say in a word what is inside."""
        self._summary.setText(words)

    def add_under_heading(self, part: QWidget) -> None:
        """Add a part that stands between heading and content, and shows while this is closed too."""
        self._column().insertWidget(1, part)

    def _build(self, title: str) -> None:
        self.header.setText(title)
        self.header.setFont(self._theme.font("strong"))
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header.setProperty("kind", "fold")
        self.header.setAccessibleName(title)
        self._summary.setWordWrap(False)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.header)
        row.addWidget(self._summary)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addLayout(row)
        self._mark()

    def _column(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101  (set in _build)
        return layout

    def _mark(self) -> None:
        self.header.setIconSize(QSize(self._theme.px(ICON_SIZE), self._theme.px(ICON_SIZE)))
        self.header.setIcon(icon("chevron-down" if self.is_open else "chevron-right", self._theme))
        self.header.setAccessibleDescription(_("open") if self.is_open else _("closed"))

    def _on_click(self) -> None:
        if self.is_open:
            self.close_up()
        else:
            self.open()
