"""The pages of a PDF under each other, each drawn by PDFium when it comes into view."""

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.pdfium import opened
from ui.theme import Theme

FIT_WIDTH, FIT_PAGE = "width", "page"
SMALLEST, LARGEST = 0.25, 4.0
_POINTS_PER_INCH = 72
_KEPT_PICTURES = 8
_LINE = 40


class PdfView(QAbstractScrollArea):
    """Shows a PDF given as bytes, opened for each page that is drawn.

    `zoom` is FIT_WIDTH, FIT_PAGE or a factor, 1.0 being the size on paper.
    """

    page_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._places: tuple[QRect, ...] = ()
        self._zoom: str | float = FIT_WIDTH
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in view, counted from 1; 0 without a document."""
        return self._page

    @property
    def factor(self) -> float:
        """The zoom at which pages are drawn now."""
        if isinstance(self._zoom, float):
            return self._zoom
        if not self._sizes:
            return 1.0
        width, height = (max(side) for side in zip(*self._sizes, strict=True))
        dots, gap = self._dots(), self._gap()
        across: float = (self.viewport().width() - 2 * gap) / (width * dots)
        if self._zoom == FIT_PAGE:
            across = min(across, (self.viewport().height() - 2 * gap) / (height * dots))
        return min(max(across, SMALLEST), LARGEST)

    def set_document(self, data: bytes) -> None:
        """Show a document from its first page; no bytes show nothing."""
        self._pictures.clear()
        self._data, self._sizes = data, ()
        if data:
            with opened(data) as document:
                self._sizes = tuple(map(document.get_page_size, range(len(document))))
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def set_zoom(self, zoom: str | float) -> None:
        """Fit the width or the page, or draw at a factor; the page in view stays in view."""
        page = self._page
        self._zoom = zoom if isinstance(zoom, str) else min(max(zoom, SMALLEST), LARGEST)
        self._lay_out()
        self.go_to(page)

    def go_to(self, page: int) -> None:
        """Bring a page into view, counted from 1; pages that are not there are left alone."""
        if 1 <= page <= self.pages:
            self.verticalScrollBar().setValue(self._places[page - 1].top() - self._gap())
            self._scrolled()
            self._turn(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        page = self._page
        super().resizeEvent(event)
        self._lay_out()
        self.go_to(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("raised"))
        view = self.viewport().rect()
        for index, strip in enumerate(self._places):
            place = strip.translated(-self._offset())
            if place.intersects(view):
                painter.drawImage(place, self._picture(index, place.width()))
        painter.end()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _dots(self) -> float:
        return self.logicalDpiX() / _POINTS_PER_INCH

    def _gap(self) -> int:
        return self._theme.space(1)

    def _places_at(self, scale: float) -> Iterator[QRect]:
        """Where each page lies in the whole strip of pages, in pixels."""
        top = self._gap()
        for points in self._sizes:
            width, height = (round(side * scale) for side in points)
            yield QRect(max(self._gap(), (self.viewport().width() - width) // 2), top, width, height)
            top += height + self._gap()

    def _lay_out(self) -> None:
        """Tell the scroll bars how much there is."""
        view = self.viewport().size()
        self._places = tuple(self._places_at(self.factor * self._dots()))
        strip = self._places[-1] if self._places else QRect()
        for bar, length, shown in (
            (self.verticalScrollBar(), strip.bottom() + self._gap(), view.height()),
            (self.horizontalScrollBar(), strip.width() + 2 * self._gap(), view.width()),
        ):
            bar.setRange(0, max(0, length - shown))
            bar.setPageStep(shown)
            bar.setSingleStep(_LINE)
        self.viewport().update()

    def _picture(self, index: int, width: int) -> QImage:
        """A page as a picture of this width, from the few that are kept or drawn now."""
        key = (index, width)
        if key not in self._pictures:
            ratio = self.devicePixelRatioF()
            scale = width * ratio / self._sizes[index][0]
            shape = QImage.Format.Format_RGBX8888
            with opened(self._data) as document:
                bitmap = document[index].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
                picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, shape).copy()
                bitmap.close()
            self._pictures[key] = picture
            while len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def _scrolled(self) -> None:
        """Notice which page lies under the middle of the view's upper half."""
        self.viewport().update()
        middle = self._offset().y() + self.viewport().height() // 3
        below = (number for number, place in enumerate(self._places, start=1) if place.bottom() >= middle)
        self._turn(next(below, self.pages))

    def _turn(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
