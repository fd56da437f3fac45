"""The PDF inside the window, page by page, as it will be on paper."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.basics import icon_button, label, quiet_button

ZOOM_STEP = 1.25
SMALLEST, LARGEST = 0.25, 4.0


class PdfPreview(QWidget):
    """Shows a PDF given as bytes. Page Up and Page Down turn, + and - zoom, W fits the width, F the page."""

    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._view = QPdfView(self)
        self._where = label("", theme, "body", "muted", self)
        self._back = icon_button("chevron-left", _("Page before"), theme, "preview_back", self)
        self._forward = icon_button("chevron-right", _("Next page"), theme, "preview_forward", self)
        self._build()
        self._connect()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The page in view, counted from 1; 0 without a document."""
        return self._view.pageNavigator().currentPage() + 1 if self.pages else 0

    def show_pdf(self, data: bytes) -> None:
        """Show a document, at the page that was in view before."""
        page = self.page
        self.clear()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.go_to(min(max(page, 1), self.pages))
        self._say_where()

    def clear(self) -> None:
        """Show nothing."""
        self._document.close()
        self._buffer.close()

    def go_to(self, page: int) -> None:
        """Bring a page into view, counted from 1; pages that are not there are left alone."""
        if 1 <= page <= self.pages:
            self._view.pageNavigator().jump(page - 1, QPointF(), self._view.pageNavigator().currentZoom())

    def fit_width(self) -> None:
        """Make the page as wide as the view."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Make the whole page visible."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def zoom(self, factor: float) -> None:
        """Enlarge or shrink the page."""
        now = self._factor()
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(now * factor, SMALLEST), LARGEST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False for a key that means nothing here."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to(self.page + 1)
            case Qt.Key.Key_PageUp:
                self.go_to(self.page - 1)
            case Qt.Key.Key_Home:
                self.go_to(1)
            case Qt.Key.Key_End:
                self.go_to(self.pages)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(ZOOM_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / ZOOM_STEP)
            case Qt.Key.Key_W:
                self.fit_width()
            case Qt.Key.Key_F:
                self.fit_page()
            case _:
                return False
        return True

    def _factor(self) -> float:
        """The zoom at which the page in view is drawn now."""
        if self._view.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages:
            return self._view.zoomFactor()
        points = self._document.pagePointSize(self._view.pageNavigator().currentPage())
        dots = self._view.logicalDpiX() / 72
        room = self._view.viewport().size()
        margins = self._view.documentMargins()
        across = (room.width() - margins.left() - margins.right()) / (points.width() * dots)
        if self._view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return across
        return min(across, (room.height() - margins.top() - margins.bottom()) / (points.height() * dots))

    def _build(self) -> None:
        self.setObjectName("pdf_preview")
        self._view.setObjectName("pdf_view")
        self._view.setAccessibleName(_("Preview of the report"))
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        ground = self._view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            ground.setColor(role, self._theme.color("raised"))
        self._view.setPalette(ground)
        self.setFocusProxy(self._view)
        self._view.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addLayout(self._bar())
        column.addWidget(self._view, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(self._theme.space(0.5))
        self._where.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._where.setWordWrap(False)
        for part in (self._back, self._where, self._forward):
            bar.addWidget(part)
        bar.addStretch(1)
        for zoom_button in self._zoom_buttons():
            bar.addWidget(zoom_button)
        return bar

    def _zoom_buttons(self) -> tuple[QWidget, ...]:
        smaller: QToolButton = icon_button("zoom-out", _("Smaller (−)"), self._theme, "preview_smaller", self)
        larger: QToolButton = icon_button("zoom-in", _("Larger (+)"), self._theme, "preview_larger", self)
        width = quiet_button(_("Fit width"), self._theme, name="preview_fit_width", parent=self)
        page = quiet_button(_("Fit page"), self._theme, name="preview_fit_page", parent=self)
        smaller.clicked.connect(lambda: self.zoom(1 / ZOOM_STEP))
        larger.clicked.connect(lambda: self.zoom(ZOOM_STEP))
        width.clicked.connect(self.fit_width)
        page.clicked.connect(self.fit_page)
        return smaller, larger, width, page

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.go_to(self.page - 1))
        self._forward.clicked.connect(lambda: self.go_to(self.page + 1))
        self._view.pageNavigator().currentPageChanged.connect(self._say_where)
        self._document.statusChanged.connect(self._say_where)

    def _say_where(self) -> None:
        self._where.setText(_("Page {page} of {pages}").format(page=self.page, pages=self.pages))
        self._back.setEnabled(self.page > 1)
        self._forward.setEnabled(0 < self.page < self.pages)
        self.turned.emit(self.page)
