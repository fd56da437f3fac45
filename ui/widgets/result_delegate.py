"""Draws a result: id and title, what it is, its key, and a piece of the text that has the words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.search import Hit
from ui.theme import Theme
from ui.widgets.key_button import key_size, paint_key
from ui.widgets.marked_text import MarkedText
from ui.widgets.result_model import ROW, AnyIndex, Heading, ResultModel, text_of

TITLE_LINES, TEXT_LINES = 2, 2
NARROWEST = 160


class ResultDelegate(QStyledItemDelegate):
    """Words that were looked for are bold; the row that Enter chooses has a bar at its edge."""

    def __init__(self, theme: Theme, results: ResultModel, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._results = results
        self._view = view
        self._laid_out: dict[tuple[int, int], tuple[MarkedText, MarkedText | None]] = {}
        for changed in (results.modelReset, results.layoutChanged):
            changed.connect(self._laid_out.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.viewport().width()
        row = index.data(ROW)
        if isinstance(row, Heading):
            height = QFontMetrics(self._theme.font("small")).height() + self._theme.space(2)
            return QSize(width, height)
        title, text = self._texts(row, width)
        height = title.height + (text.height if text else 0) + self._theme.space(1.5)
        return QSize(width, max(height, self._theme.px(36)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW)
        painter.save()
        rect: QRect = option.rect
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_hit(painter, rect, row, is_current=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        words = rect.adjusted(self._theme.space(2), self._theme.space(1), -self._theme.space(1), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, heading.words)

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit, *, is_current: bool) -> None:
        theme = self._theme
        if is_current:
            painter.fillRect(rect, theme.color("accent_soft"))
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme.color("accent"))
        title, text = self._texts(hit, rect.width())
        left = rect.x() + theme.space(2)
        inner = title.height + (text.height if text else 0)
        top = rect.y() + (rect.height() - inner) // 2
        ink = theme.color("muted" if hit.item.why_not else "text")
        title.draw(painter, left, top, ink, ink)
        if text is not None:
            text.draw(painter, left, top + title.height, theme.color("muted"), theme.color("text"))
        self._paint_right(painter, rect, hit, top + title.first_height // 2)

    def _paint_right(self, painter: QPainter, rect: QRect, hit: Hit, middle: int) -> None:
        theme, right = self._theme, rect.right() - self._theme.space(2)
        if hit.item.key:
            right -= key_size(theme, hit.item.key).width()
            paint_key(painter, theme, QPoint(right, middle), hit.item.key)
            right -= theme.space(1)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        metrics, words = QFontMetrics(theme.font("small")), _right_words(hit)
        place = QRect(right - metrics.horizontalAdvance(words), middle - metrics.height() // 2, 0, 0)
        painter.drawText(place.x(), middle - metrics.height() // 2 + metrics.ascent(), words)

    def _texts(self, hit: Hit, width: int) -> tuple[MarkedText, MarkedText | None]:
        """Title and text, laid out once for each width: rows are measured and then drawn."""
        key = (id(hit), width)
        if key not in self._laid_out:
            self._laid_out[key] = self._lay_out(hit, width)
        return self._laid_out[key]

    def _lay_out(self, hit: Hit, width: int) -> tuple[MarkedText, MarkedText | None]:
        theme = self._theme
        room = max(NARROWEST, width - theme.space(5) - self._right_width(hit))
        title = MarkedText(hit.item.label, hit.label_marks, theme.font(), room, TITLE_LINES)
        words, marks = text_of(hit, hides_words=self._results.hides_words)
        if not words:
            return title, None
        text = MarkedText(words, marks, theme.font("small"), width - theme.space(4), TEXT_LINES)
        return title, text

    def _right_width(self, hit: Hit) -> int:
        words = QFontMetrics(self._theme.font("small")).horizontalAdvance(_right_words(hit))
        key = key_size(self._theme, hit.item.key).width() + self._theme.space(1) if hit.item.key else 0
        return words + key


def _right_words(hit: Hit) -> str:
    return hit.item.why_not or hit.item.kind
