"""The answers to choose from as cards: five levels, or yes, partly and no."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.answering import LEVEL_KEYS, WORD_KEYS
from app.i18n import _
from models.pack import Question, QuestionKind
from models.values import YesPartlyNo, words
from ui.theme import RADIUS, Theme
from ui.widgets.icons import pixmap
from ui.widgets.key_button import has_keys
from ui.widgets.room_fit import CAP, LEAST_AIR, STEPS, Size, type_of, words_height

MOST_CARDS = 5
_EDGE = 3
_RING = 4.0
_CHECK = 24
_CAP_LEFT = 1.5
_MARK_WIDTH = 58
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card says: its value, its key, its words."""

    value: int | YesPartlyNo
    key: str
    words: str


def card_faces(question: Question) -> tuple[CardFace, ...]:
    """The cards of a question: none unless it is answered by a level or by yes, partly or no."""
    if question.kind is QuestionKind.MATURITY:
        texts = (text[:1].upper() + text[1:] for text in question.levels)
        return tuple(CardFace(int(key), key, text) for key, text in zip(LEVEL_KEYS, texts, strict=False))
    if question.kind is QuestionKind.YES_PARTLY_NO:
        return tuple(CardFace(value, key, _(words(value))) for key, value in WORD_KEYS.items())
    return ()


class AnswerCard(QRadioButton):
    """One answer in full words; the chosen one has a thick edge, a filled key and a check mark.

    Its size never depends on what is chosen. Initials of others who gave this answer stand at its right.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = CardFace(0, "0", "")
        self._size = Size(*STEPS[1], LEAST_AIR)
        self._others: tuple[str, ...] = ()
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def face(self) -> CardFace:
        """What it says."""
        return self._face

    def show_face(self, face: CardFace) -> None:
        """Say something else."""
        if face == self._face:
            return
        self._face = face
        self.setObjectName(f"level_{face.key}" if isinstance(face.value, int) else f"answer_{face.value}")
        self.setAccessibleName(_("{key}: {words}").format(key=face.key, words=face.words))
        self.updateGeometry()
        self.update()

    def show_size(self, size: Size) -> None:
        """Stand in another size."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.update()

    def show_choice(self, *, is_chosen: bool, others: Sequence[str]) -> None:
        """Show whether it is the answer, and who else gave it."""
        self.setChecked(is_chosen)
        names = tuple(others)
        if names != self._others:
            self._others = names
            self.setAccessibleDescription(", ".join(names))
            self.setToolTip(", ".join(names))
            self.update()

    def nextCheckState(self) -> None:
        """Stay as shown: only the review says what is chosen."""

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        needed = words_height(self._font(), self._face.words, words_width(self._theme, width))
        return max(needed, self._cap_side()) + self._size.air

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.heightForWidth(self._theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_cap(painter)
        painter.setPen(self._theme.color("text" if self.isEnabled() else "muted"))
        painter.setFont(self._font())
        room = QRect(_words_left(self._theme), 0, words_width(self._theme, self.width()), self.height())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(
            Qt.TextFlag.TextWordWrap
        )
        painter.drawText(room, flags, self._face.words)
        self._paint_mark(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        fill = "accent_soft" if chosen else "raised" if self.underMouse() and self.isEnabled() else "surface"
        edge = _EDGE if chosen else 1
        half = edge / 2
        sheet = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setBrush(self._theme.color(fill))
        painter.setPen(QPen(self._theme.color("accent" if chosen else "control_border"), edge))
        painter.drawRoundedRect(sheet, RADIUS, RADIUS)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text" if chosen else "focus"), self._theme.stroke("edge")))
            painter.drawRoundedRect(ring, RADIUS - 2, RADIUS - 2)

    def _paint_cap(self, painter: QPainter) -> None:
        """The key: an outline, lit while the keyboard is here, filled once it is the answer."""
        side = self._cap_side()
        cap = QRect(self._theme.space(_CAP_LEFT), (self.height() - side) // 2, side, side)
        is_lit, chosen = has_keys(self) and self.isEnabled(), self.isChecked()
        painter.setBrush(self._theme.color("accent") if chosen else Qt.BrushStyle.NoBrush)
        edge = "accent" if chosen else "control_border" if is_lit else "border"
        painter.setPen(QPen(self._theme.color(edge), self._theme.stroke()))
        inner = self._theme.radius("inner")
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), inner, inner)
        painter.setFont(self._theme.font("strong" if chosen else "body"))
        painter.setPen(self._theme.color("on_accent" if chosen else "text" if is_lit else "muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._face.key)

    def _paint_mark(self, painter: QPainter) -> None:
        """The check mark and the initials of others, at the right."""
        right = self.width() - self._theme.space(_CAP_LEFT)
        if self.isChecked():
            mark = pixmap("check", self._theme, "accent", _CHECK)
            side = round(mark.height() / mark.devicePixelRatio())
            right -= side
            painter.drawPixmap(right, (self.height() - side) // 2, mark)
            right -= self._theme.space(0.5)
        for letters in shortened(self._others, 1 if self.isChecked() else 2):
            right -= self._paint_initials(painter, letters, right) + self._theme.space(0.5)

    def _paint_initials(self, painter: QPainter, letters: str, right: int) -> int:
        side = self._cap_side()
        disc = QRect(right - side, (self.height() - side) // 2, side, side)
        painter.setBrush(self._theme.color("raised"))
        painter.setPen(QPen(self._theme.color("control_border"), self._theme.stroke()))
        painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, letters)
        return side

    def _cap_side(self) -> int:
        return self._theme.px(CAP)

    def _font(self) -> QFont:
        return type_of(self._theme, self._size.card)


def words_width(theme: Theme, width: int) -> int:
    """How wide the words of a card may be, when the card is so wide."""
    right = theme.px(_MARK_WIDTH) + theme.space(_CAP_LEFT) + theme.space(1)
    return max(width - _words_left(theme) - right, theme.px(80))


def initials(name: str) -> str:
    """At most two letters of a name."""
    parts = [part for part in name.replace("-", " ").split() if part[0].isalnum()]
    letters = [part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)]
    return "".join(letters).upper() or name[:1]


def shortened(names: Sequence[str], most: int) -> tuple[str, ...]:
    """The initials of the first names, and how many more there are, where not all of them have a place."""
    if len(names) <= most:
        return tuple(initials(name) for name in names)
    left = _("+{n}").format(n=len(names) - most + 1)
    return (*(initials(name) for name in names[: most - 1]), left)


def _words_left(theme: Theme) -> int:
    return theme.space(_CAP_LEFT) + theme.px(CAP) + theme.space(1.5)


class AnswerCards(QWidget):
    """The cards of one question, one under the other. `chosen` carries the value of the one pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(AnswerCard(theme, self) for _place in range(MOST_CARDS))
        self.setObjectName("answer_cards")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        for card in self._cards:
            column.addWidget(card)
            card.clicked.connect(self._choose)

    def show_question(self, question: Question) -> None:
        """Show the cards of a question."""
        faces = card_faces(question)
        for place, card in enumerate(self._cards):
            if place < len(faces):
                card.show_face(faces[place])
            card.setVisible(place < len(faces))
        self.setVisible(bool(faces))

    def show_size(self, size: Size) -> None:
        """Let all cards stand in another size."""
        for card in self._cards:
            card.show_size(size)

    def show_answers(self, own: object, others: Mapping[object, Sequence[str]]) -> None:
        """Show the answer of the person speaking, and who else gave which."""
        for card in self._cards:
            value = card.face.value
            is_own = own is not None and type(own) is type(value) and own == value
            card.show_choice(is_chosen=is_own, others=others.get(value, ()))

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, AnswerCard):
            self.chosen.emit(card.face.value)
