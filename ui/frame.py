"""What fills the window in one look: navigation, header, messages in place, pages."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.page_stack import PageStack
from ui.reading_order import go_on
from ui.review_header import HeaderLine
from ui.theme import Theme
from ui.widgets.hint_line import HintLine
from ui.widgets.notice import Notice
from ui.widgets.progress_rail import ProgressRail
from ui.widgets.surfaces import hairline


class Frame(QWidget):
    """Navigation at the left; header, messages and the page in view at the right.

    `sealed` is the line about the sign-off, `keeping` about the file itself, `not_saved` about what waits to
    be written, `notice` about what was done last.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rail = ProgressRail(theme, self)
        self.header = HeaderLine(theme, self)
        self.notice = Notice(theme, self)
        self.stack = PageStack(theme, self)
        self.keeping = Notice(theme, self, can_be_hidden=False)
        self.not_saved = Notice(theme, self, can_be_hidden=False)
        self.sealed = Notice(theme, self, can_be_hidden=False)
        self._line = hairline(self)
        self._hint = HintLine(theme, self)
        self._build()
        self.show_open(False)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go in the order of reading, whatever was made first."""
        return go_on(self, forwards=forwards)

    @property
    def hints(self) -> tuple[HintLine, ...]:
        """The places for hints: under the page, and in the line above it."""
        return (self._hint, self.header.hint)

    def show_hint(self, name: str, words: str, *, moves_nothing: bool) -> None:
        """Show a hint under the page, or where it `moves_nothing`; one without a name goes away."""
        for line in self.hints:
            is_place = (line is self.header.hint) == moves_nothing
            line.show_hint(name if is_place else "", words if is_place else "")

    def show_open(self, is_open: bool) -> None:
        """Show the header while a review is open."""
        self.header.setVisible(is_open)
        self._line.setVisible(is_open)
        if not is_open:
            self.header.forget_review()
            for line in (self.sealed, self.keeping, self.not_saved):
                line.clear()

    def _build(self) -> None:
        self.sealed.setObjectName("sealed_banner")
        self.keeping.setObjectName("keeping_line")
        self.not_saved.setObjectName("not_saved_line")
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for part in (self.header, self._line, self.not_saved, self.keeping, self.sealed, self.notice):
            right.addWidget(part)
        right.addWidget(self.stack, 1)
        right.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
