"""What each key means while a question is shown."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from models.pack import Question, QuestionKind


class Command(Enum):
    """What a key asks for, beside the answers themselves."""

    NEXT = auto()
    PREVIOUS = auto()
    UNKNOWN = auto()
    NOT_APPLICABLE = auto()
    CLEAR = auto()
    CONFIRM = auto()
    EVIDENCE = auto()
    ADD_EVIDENCE = auto()
    NOTE = auto()
    SPEAKER = auto()
    SETTLE = auto()
    LATER = auto()
    CLOCK = auto()
    FILL_IN = auto()
    GO_TO = auto()
    LIST = auto()
    GUIDANCE = auto()
    HISTORY = auto()
    LEAVE = auto()


_KEYS = {
    Qt.Key.Key_Right: Command.NEXT,
    Qt.Key.Key_Space: Command.NEXT,
    Qt.Key.Key_PageDown: Command.NEXT,
    Qt.Key.Key_Left: Command.PREVIOUS,
    Qt.Key.Key_PageUp: Command.PREVIOUS,
    Qt.Key.Key_U: Command.UNKNOWN,
    Qt.Key.Key_A: Command.NOT_APPLICABLE,
    Qt.Key.Key_Backspace: Command.CLEAR,
    Qt.Key.Key_Delete: Command.CLEAR,
    Qt.Key.Key_C: Command.CONFIRM,
    Qt.Key.Key_E: Command.EVIDENCE,
    Qt.Key.Key_N: Command.NOTE,
    Qt.Key.Key_W: Command.SPEAKER,
    Qt.Key.Key_S: Command.SETTLE,
    Qt.Key.Key_J: Command.LATER,
    Qt.Key.Key_T: Command.CLOCK,
    Qt.Key.Key_G: Command.GO_TO,
    Qt.Key.Key_L: Command.LIST,
    Qt.Key.Key_I: Command.GUIDANCE,
    Qt.Key.Key_H: Command.HISTORY,
    Qt.Key.Key_Escape: Command.LEAVE,
}
_WITH_SHIFT = {
    Qt.Key.Key_Space: Command.PREVIOUS,
    Qt.Key.Key_E: Command.ADD_EVIDENCE,
    Qt.Key.Key_N: Command.NOTE,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MAY_REPEAT = frozenset({Command.NEXT, Command.PREVIOUS})
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key was pressed without Ctrl, Alt or the like: those belong to the window."""
    return not event.modifiers() & ~_PLAIN


def command_of(event: QKeyEvent, question: Question) -> Command | None:
    """The command that a key asks for; None for an answer, or a key that means nothing.

    N is the note, but "no" where that is an answer; Shift+N is the note everywhere. Enter leads
    into the grid of a register-driven question.
    """
    key = Qt.Key(event.key())
    has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key is Qt.Key.Key_N and question.kind is QuestionKind.YES_PARTLY_NO and not has_shift:
        return None
    if question.is_register_driven and key in _ENTER:
        return Command.FILL_IN
    command = _WITH_SHIFT.get(key) if has_shift and key in _WITH_SHIFT else _KEYS.get(key)
    return None if event.isAutoRepeat() and command not in _MAY_REPEAT else command
