"""How large a question can stand in the room: type and room inside the cards, so that nothing scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme import Theme

# Question and card in points at 100 % text, the largest first; the first pair is for tall rooms.
STEPS = ((24.0, 18.0), (24.0, 15.0), (21.0, 15.0), (18.0, 15.0))
TALL_FROM = 760
CAP = 26
LEAST_AIR = 6
EASY_AIR = 18
MOST_AIR = 40
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Size:
    """Points of question and cards at 100 % text, and pixels that a card holds beside its words."""

    question: float
    card: float
    air: int


@dataclass(frozen=True, slots=True)
class Room:
    """What there is room for: the width for question and card words, and the height for all.

    `below` is what stands under the cards at all times, gaps included.
    """

    question_width: int
    words_width: int
    height: int
    below: int


def size_in(room: Room, theme: Theme, question: str, cards: Sequence[str]) -> Size:
    """The largest step at which the cards are easy to hit, else the smallest; it never hangs on an answer.

    Where even that has to scroll, the cards are given their ease: nothing is won by crowding them.
    """
    steps = STEPS if room.height >= theme.px(TALL_FROM) else STEPS[1:]
    best, air = Size(*steps[-1], LEAST_AIR), LEAST_AIR
    for asked, card in steps:
        air = _air(room, theme, (asked, card), question, cards)
        best = Size(asked, card, max(LEAST_AIR, min(air, theme.px(MOST_AIR))))
        if air >= theme.px(EASY_AIR):
            return best
    return best if air >= LEAST_AIR else replace(best, air=theme.px(EASY_AIR))


def squeezed(size: Size, room: Room, theme: Theme, question: str, cards: Sequence[str]) -> Size:
    """This size with less air in the cards, where more stands below them than usual."""
    air = _air(room, theme, (size.question, size.card), question, cards)
    return replace(size, air=min(size.air, air)) if air >= LEAST_AIR else size


def overflow(size: Size, room: Room, theme: Theme, question: str, cards: Sequence[str]) -> int:
    """Pixels by which all of it is too high for the room, even so; 0 if it fits."""
    air = _air(room, theme, (size.question, size.card), question, cards)
    return max((size.air - air) * len(cards), 0)


def type_of(theme: Theme, points: float) -> QFont:
    """The plain type of a question or a card."""
    font = theme.font("room")
    font.setPointSizeF(points * theme.scale)
    font.setWeight(QFont.Weight.Normal)
    return font


def words_height(font: QFont, words: str, width: int) -> int:
    """How high words stand when they are wrapped to a width."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1 << 16), _WRAPPED, words).height()


def _air(room: Room, theme: Theme, step: tuple[float, float], question: str, cards: Sequence[str]) -> int:
    """Pixels that each card can hold beside its words."""
    asked, card = (type_of(theme, points) for points in step)
    used = words_height(asked, question, room.question_width)
    used += sum(max(words_height(card, words, room.words_width), theme.px(CAP)) for words in cards)
    return (room.height - room.below - used) // max(len(cards), 1)
