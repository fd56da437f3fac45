"""The answers to choose from as cards: five levels, or yes, partly and no."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.answering import LEVEL_KEYS, WORD_KEYS
from app.i18n import _
from models.pack import Question, QuestionKind
from models.values import YesPartlyNo, words
from ui.theme import RADIUS, Theme
from ui.widgets.icons import pixmap
from ui.widgets.key_button import key_size, paint_key

MOST_CARDS = 5
_EDGE = 3
_RING = 3
_CHECK = 24
_MARK_WIDTH = 104
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
    """One answer in full words; the chosen one has a thick edge, a check mark and the word "Answer".

    Its size never depends on what is chosen. Names of others who gave this answer stand at its right.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = CardFace(0, "0", "")
        self._others = ""
        self._counts = False
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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

    def show_choice(self, *, is_chosen: bool, others: Sequence[str]) -> None:
        """Show whether it is the answer, and who else gave it."""
        self.setChecked(is_chosen)
        names = ", ".join(others)
        if names != self._others:
            self._others = names
            self.setAccessibleDescription(names)
            self.update()

    def nextCheckState(self) -> None:
        """Stay as shown: only the review says what is chosen."""

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, self._words_width(width), 1 << 16)
        needed = QFontMetrics(self._font()).boundingRect(
            room, int(Qt.TextFlag.TextWordWrap), self._face.words
        )
        return max(needed.height(), self._theme.px(24)) + self._theme.space(1) + 2 * _RING

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.heightForWidth(self._theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(40))

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
        key = key_size(self._theme, self._face.key)
        left = _RING + self._theme.space(2)
        paint_key(painter, self._theme, QPoint(left, self.height() // 2), self._face.key)
        left += key.width() + self._theme.space(2)
        painter.setPen(self._theme.color("text" if self.isEnabled() else "muted"))
        painter.setFont(self._font())
        room = QRect(left, 0, self._words_width(self.width()), self.height())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(
            Qt.TextFlag.TextWordWrap
        )
        painter.drawText(room, flags, self._face.words)
        self._paint_mark(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        fill = "accent_soft" if chosen else "raised" if self.underMouse() and self.isEnabled() else "surface"
        edge = _EDGE if chosen else 1
        sheet = self.rect().adjusted(_RING + 1, _RING + 1, -_RING - 2, -_RING - 2)
        painter.setBrush(self._theme.color(fill))
        painter.setPen(QPen(self._theme.color("accent" if chosen else "control_border"), edge))
        painter.drawRoundedRect(sheet, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text" if chosen else "focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), RADIUS + 2, RADIUS + 2)

    def _paint_mark(self, painter: QPainter) -> None:
        """The check mark and its word, or the names of others, at the right."""
        width = self._theme.px(_MARK_WIDTH)
        room = QRect(self.width() - width - _RING - self._theme.space(1), 0, width, self.height())
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if self.isChecked():
            mark = pixmap("check", self._theme, "accent", _CHECK)
            side = round(mark.height() / mark.devicePixelRatio())
            painter.drawPixmap(room.right() - side, (self.height() - side) // 2, mark)
            room.setRight(room.right() - side - self._theme.space(1))
            painter.setFont(self._theme.font("strong"))
            painter.setPen(self._theme.color("text"))
            text = _("Answer") if not self._others else _("Answer, also {names}").format(names=self._others)
        else:
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.color("muted"))
            text = self._others
        painter.drawText(
            room, aligned, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        )

    def _words_width(self, width: int) -> int:
        key = key_size(self._theme, self._face.key).width()
        return max(
            width - key - self._theme.px(_MARK_WIDTH) - 2 * _RING - self._theme.space(5), self._theme.px(80)
        )

    def _font(self) -> QFont:
        font = self._theme.font("heading")
        font.setWeight(QFont.Weight.Normal)
        return font


class AnswerCards(QWidget):
    """The cards of one question, one under the other. `chosen` carries the value of the one pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(AnswerCard(theme, self) for _place in range(MOST_CARDS))
        self.setObjectName("answer_cards")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.25))
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
