"""What a person had typed, chosen and scrolled to on a page, kept while the page is made anew."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QTabBar, QWidget

Path = tuple[str, ...]
W = TypeVar("W", bound=QWidget)


@dataclass(slots=True)
class KeptState:
    """Kept by the names of the widgets from the page down, so that a new page of its kind has it too."""

    texts: dict[Path, str] = field(default_factory=dict)
    tabs: dict[Path, int] = field(default_factory=dict)
    scrolled: dict[Path, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, page: QWidget) -> "KeptState":
        """What is on this page now."""
        kept = cls()
        for path, line in _named(page, QLineEdit):
            if line.isVisible() and line.isModified() and not line.isReadOnly():
                kept.texts[path] = line.text()
        for path, text in _named(page, QPlainTextEdit):
            if text.isVisible() and text.document().isModified() and not text.isReadOnly():
                kept.texts[path] = text.toPlainText()
        for path, tabs in _named(page, QTabBar):
            kept.tabs[path] = tabs.currentIndex()
        for path, area in _named(page, QAbstractScrollArea):
            if area.isVisible():
                kept.scrolled[path] = area.horizontalScrollBar().value(), area.verticalScrollBar().value()
        return kept

    def put_back(self, page: QWidget) -> None:
        """Put it on a new page: the tabs first, for they decide what else is in view."""
        for path, tabs in _named(page, QTabBar):
            if path in self.tabs:
                tabs.setCurrentIndex(self.tabs[path])
        for path, line in _named(page, QLineEdit):
            words = self.texts.get(path)
            if words is not None and words != line.text():
                line.setText(words)
                line.setModified(True)
                line.textEdited.emit(words)
        for path, text in _named(page, QPlainTextEdit):
            words = self.texts.get(path)
            if words is not None and words != text.toPlainText():
                text.setPlainText(words)
                text.document().setModified(True)
        # Nothing can be scrolled before it has been laid out.
        QTimer.singleShot(0, page, lambda: self._scroll(page))

    def _scroll(self, page: QWidget) -> None:
        for path, area in _named(page, QAbstractScrollArea):
            across, down = self.scrolled.get(path, (0, 0))
            area.horizontalScrollBar().setValue(across)
            area.verticalScrollBar().setValue(down)


def _named(page: QWidget, kind: type[W]) -> Iterator[tuple[Path, W]]:
    """The widgets of a kind that have a name, by the names of what they stand in."""
    for each in page.findChildren(kind):
        if each.objectName():
            names = []
            at: QWidget | None = each
            while at is not None and at is not page:
                names.append(at.objectName())
                at = at.parentWidget()
            yield tuple(name for name in names if name), each
