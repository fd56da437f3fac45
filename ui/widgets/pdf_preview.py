"""The PDF inside the window, page by page, as it will be on paper."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.basics import icon_button, label, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pdf_view import FIT_PAGE, FIT_WIDTH, PdfView

ZOOM_STEP = 1.25
MANY_PAGES = 888


class PdfPreview(QWidget):
    """Shows a PDF given as bytes. Page Up and Page Down turn, + and - zoom, W fits the width, F the page."""

    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = PdfView(theme, self)
        self._where = label("", theme, "body", "muted", self)
        self._back = icon_button("chevron-left", _("Page before"), theme, "preview_back", self)
        self._forward = icon_button("chevron-right", _("Next page"), theme, "preview_forward", self)
        self._build()
        self._connect()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self._view.pages

    @property
    def page(self) -> int:
        """The page in view, counted from 1; 0 without a document."""
        return self._view.page

    def show_pdf(self, data: bytes) -> None:
        """Show a document, at the page that was in view before."""
        page = self.page
        self._view.set_document(data)
        self.go_to(min(max(page, 1), self.pages))
        self._say_where()

    def clear(self) -> None:
        """Show nothing."""
        self._view.set_document(b"")

    def go_to(self, page: int) -> None:
        """Bring a page into view, counted from 1; pages that are not there are left alone."""
        self._view.go_to(page)

    def fit_width(self) -> None:
        """Make the page as wide as the view."""
        self._view.set_zoom(FIT_WIDTH)

    def fit_page(self) -> None:
        """Make the whole page visible."""
        self._view.set_zoom(FIT_PAGE)

    def zoom(self, factor: float) -> None:
        """Enlarge or shrink the page."""
        self._view.set_zoom(self._view.factor * factor)

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

    def _build(self) -> None:
        self.setObjectName("pdf_preview")
        self._view.setObjectName("pdf_view")
        self._view.setAccessibleName(_("Preview of the report"))
        self.setFocusProxy(self._view)
        self._view.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addWidget(self._bar())
        column.addWidget(self._view, 1)

    def _bar(self) -> QWidget:
        """The controls in a row, or in two where there is little room."""
        bar = QWidget(self)
        row = FlowLayout(bar, self._theme.space(0.5))
        self._where.setWordWrap(False)
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        widest = _("Page {page} of {pages}").format(page=MANY_PAGES, pages=MANY_PAGES)
        self._where.setMinimumWidth(QFontMetrics(self._where.font()).horizontalAdvance(widest))
        self._where.setMinimumHeight(self._back.sizeHint().height())
        for part in (self._back, self._where, self._forward, *self._zoom_buttons()):
            row.addWidget(part)
        return bar

    def _zoom_buttons(self) -> tuple[QWidget, ...]:
        smaller: QToolButton = icon_button("zoom-out", _("Smaller (−)"), self._theme, "preview_smaller", self)
        larger: QToolButton = icon_button("zoom-in", _("Larger (+)"), self._theme, "preview_larger", self)
        width = quiet_button(_("Fit width (W)"), self._theme, name="preview_fit_width", parent=self)
        page = quiet_button(_("Fit page (F)"), self._theme, name="preview_fit_page", parent=self)
        smaller.clicked.connect(lambda: self.zoom(1 / ZOOM_STEP))
        larger.clicked.connect(lambda: self.zoom(ZOOM_STEP))
        width.clicked.connect(self.fit_width)
        page.clicked.connect(self.fit_page)
        return smaller, larger, width, page

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.go_to(self.page - 1))
        self._forward.clicked.connect(lambda: self.go_to(self.page + 1))
        self._view.page_changed.connect(self._say_where)

    def _say_where(self) -> None:
        self._where.setText(_("Page {page} of {pages}").format(page=self.page, pages=self.pages))
        self._back.setEnabled(self.page > 1)
        self._forward.setEnabled(0 < self.page < self.pages)
        self.turned.emit(self.page)
