"""Shows one page at a time, makes pages when they are first asked for, and keeps the shown one up to date."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.navigation import PAGE_KINDS
from ui.page import Page, Shown
from ui.theme import Theme


class PageStack(QStackedWidget):
    """The pages. `page_made` for every new one, so that the window can listen to what only that page says."""

    page_made = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._shown: Shown | None = None
        self.setObjectName("pages")

    @property
    def page(self) -> Page | None:
        """The page in view."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def made(self, page_id: str) -> Page | None:
        """A page that has been made, or None."""
        return self._pages.get(page_id)

    def show_page(self, page_id: str, place: str = "") -> Page:
        """Bring a page into view, up to date and at a place."""
        page = self._pages.get(page_id) or self._make(page_id)
        self._refresh(page_id)
        if place:
            page.show_place(place)
        self.setCurrentWidget(page)
        return page

    def show_review(self, shown: Shown | None) -> None:
        """Show a new state: the page in view at once, the others when they are asked for."""
        self._shown = shown
        self._stale = set(self._pages)
        if self.page is not None:
            self._refresh(self.page.page_id)

    def forget_review(self) -> None:
        """Drop the pages of a review that was closed."""
        for page_id in [page_id for page_id in self._pages if PAGE_KINDS[page_id].needs_review]:
            page = self._pages.pop(page_id)
            self._stale.discard(page_id)
            self.removeWidget(page)
            page.deleteLater()
        self._shown = None

    def drop_hidden(self) -> None:
        """Let the pages that are not in view go at once: they need not be dressed for a new look."""
        for page_id, page in list(self._pages.items()):
            if page is not self.page:
                del self._pages[page_id]
                self._stale.discard(page_id)
                self.removeWidget(page)
                page.deleteLater()
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

    def _make(self, page_id: str) -> Page:
        page = PAGE_KINDS[page_id].make(self._theme)
        self._pages[page_id] = page
        self._stale.add(page_id)
        self.addWidget(page)
        self.page_made.emit(page)
        return page

    def _refresh(self, page_id: str) -> None:
        if page_id in self._stale and self._shown is not None and PAGE_KINDS[page_id].needs_review:
            self._stale.discard(page_id)
            self._pages[page_id].show_review(self._shown)
