"""What an empty place shows: what belongs there, and the quickest ways to fill it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import pixmap
from ui.widgets.labels import heading, muted

WIDEST = 560


class EmptyState(QWidget):
    """An icon, what belongs here in two sentences, and buttons given by `add_action`."""

    def __init__(
        self, theme: Theme, title: str, text: str, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(self)
        self._title = heading(title, theme, self)
        self._text = muted(text, theme, self)
        self._actions = QWidget(self)
        self._build(icon_name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never be squeezed below what the words need: what has no room for them has to scroll."""
        super().resizeEvent(event)
        self._need_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._need_room()

    def show_words(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._need_room()

    def add_action(self, action: QPushButton) -> None:
        """Offer one more way to fill the place."""
        layout = self._actions.layout()
        assert layout is not None  # noqa: S101  (set in _build)
        layout.addWidget(action)
        self._actions.show()

    def add_widget(self, widget: QWidget) -> None:
        """Show something under the words, for example an example row in grey."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101  (set in _build)
        layout.insertWidget(layout.count() - 1, widget)

    def _need_room(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()  # it remembers heights from before the style sheet was applied
            self.setMinimumHeight(max(layout.totalHeightForWidth(self.width()), 0))

    def _build(self, icon_name: str) -> None:
        space = self._theme.space
        self.setObjectName("empty_state")
        self.setMaximumWidth(self._theme.px(WIDEST))
        self._picture.setVisible(bool(icon_name))
        if icon_name:
            self._picture.setPixmap(pixmap(icon_name, self._theme, "muted", 32))
        FlowLayout(self._actions, spacing=space(1))
        self._actions.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, space(3))
        column.setSpacing(space(1))
        for part in (self._picture, self._title, self._text, self._actions):
            column.addWidget(part)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
