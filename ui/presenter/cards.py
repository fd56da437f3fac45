"""Paints the answers of a question: cards to choose from, and counts of a register's entries."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPen

from app.audience import AudienceCard
from app.i18n import ngettext
from ui.presenter.column import Column
from ui.widgets.icons import pixmap

# From this many on, cards stand in two columns.
MANY = 6
_KEY, _CHECK, _PAD, _ROUND = 4.0, 3.0, 1.25, 0.75


def lay_cards(column: Column, cards: Sequence[AudienceCard]) -> None:
    """The cards one under the other, or in two columns where there are many."""
    if len(cards) < MANY + 1:
        for card in cards:
            _lay_card(column, card)
        return
    gap = column.space(1)
    width = (column.width - gap) // 2
    half = (len(cards) + 1) // 2
    both = column.beside(column.left, width), column.beside(column.left + width + gap, width)
    for place, card in enumerate(cards):
        _lay_card(both[place // half], card)
    column.y = max(each.y for each in both)


def lay_tally(column: Column, cards: Sequence[AudienceCard]) -> None:
    """One line for each value that entries of a register have, as long as they are many."""
    font, bold = column.font("heading"), column.font("heading", is_bold=True)
    most = max((card.answers or 0 for card in cards), default=0)
    metrics = QFontMetrics(font)
    widest = max((metrics.horizontalAdvance(card.words) for card in cards), default=0)
    words = min(widest + column.space(2), column.width // 2)
    number = QFontMetrics(bold).horizontalAdvance(str(most)) + column.space(2)
    for card in cards:
        height = max(column.height_of(card.words, font, words), column.space(3))
        column.put(QRect(column.left, column.y, words, height), card.words, font)
        n = card.answers or 0
        room = QRect(column.left + words, column.y, number, height)
        column.put(room, str(n), bold)
        if column.painter is not None:
            left = column.left + words + number
            length = (column.width - words - number) * n / max(most, 1)
            thick = column.space(1.5)
            bar = QRectF(left, column.y + (height - thick) / 2, length, thick)
            column.painter.fillRect(bar, column.theme.color("accent"))
        column.y += height + column.space(1)


def _lay_card(column: Column, card: AudienceCard) -> None:
    font = column.font("heading")
    pad, key = column.space(1), column.space(_KEY) if card.key else column.space(1)
    side = _side_width(column, card)
    width = column.width - key - side - 2 * pad
    height = max(column.height_of(card.words, font, width) + 2 * column.space(_PAD), column.space(_KEY))
    sheet = QRect(column.left, column.y, column.width, height)
    if column.painter is not None:
        _paint_sheet(column, card, sheet)
        column.put(QRect(column.left + key + pad, column.y, width, height), card.words, font)
        _paint_side(column, card, sheet.adjusted(0, 0, -pad, 0))
    column.y += height + column.space(0.75)


def _paint_sheet(column: Column, card: AudienceCard, sheet: QRect) -> None:
    painter, theme = column.painter, column.theme
    assert painter is not None  # noqa: S101  (callers have looked)
    edge = column.space(0.5) if card.is_chosen else max(1, column.space(0.125))
    painter.setPen(QPen(theme.color("accent" if card.is_chosen else "control_border"), edge))
    painter.setBrush(theme.color("accent_soft" if card.is_chosen else "surface"))
    half, round_by = edge / 2, column.space(_ROUND)
    painter.drawRoundedRect(QRectF(sheet).adjusted(half, half, -half, -half), round_by, round_by)
    if not card.key:
        return
    badge = QRectF(sheet.left(), sheet.top(), column.space(_KEY), sheet.height())
    if card.is_chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(badge, round_by, round_by)
    role = "on_accent" if card.is_chosen else "muted"
    column.put(
        badge.toRect(), card.key, column.font("heading", is_bold=True), role, Qt.AlignmentFlag.AlignHCenter
    )


def _side_words(card: AudienceCard) -> str:
    if not card.answers:
        return ""
    return ngettext("{n} answer", "{n} answers", card.answers).format(n=card.answers)


def _side_width(column: Column, card: AudienceCard) -> int:
    """Room for the check mark, kept on every card, and for the count where there is one."""
    words = _side_words(card)
    metrics = QFontMetrics(column.font("heading"))
    return column.space(_CHECK) + (metrics.horizontalAdvance(words) + column.space(2) if words else 0)


def _paint_side(column: Column, card: AudienceCard, sheet: QRect) -> None:
    painter, theme = column.painter, column.theme
    assert painter is not None  # noqa: S101  (callers have looked)
    size = column.space(_CHECK)
    if card.is_chosen:
        mark = pixmap("check", theme, "accent", round(size / theme.scale))
        painter.drawPixmap(sheet.right() - size, sheet.center().y() - size // 2, mark)
    if words := _side_words(card):
        room = sheet.adjusted(0, 0, -size - column.space(0.5), 0)
        column.put(room, words, column.font("heading"), "text", Qt.AlignmentFlag.AlignRight)
