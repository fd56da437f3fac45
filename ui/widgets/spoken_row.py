"""Who answers now, and what each respondent has said."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.i18n import _
from ui.theme import CONTROL_HEIGHT, Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, KeyCap
from ui.widgets.labels import muted, strong
from ui.widgets.note_field import NoteField
from ui.widgets.pick_field import PickField, offers_from
from ui.widgets.refill import refill

THE_ROOM = ""
LONGEST_NOTE = 48


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one respondent has said, in words; `is_speaking` is the one whose answer the keys give.

    `note` is what was noted with it.
    """

    respondent: str | None
    name: str
    words: str
    counts: bool
    is_speaking: bool
    note: str = ""


class Settling(Enum):
    """How far the room is with different answers."""

    NOTHING_TO_SETTLE = auto()
    OPEN = auto()
    ASKED = auto()
    SETTLED = auto()


class SpokenRow(QWidget):
    """Every answer to the question when there are several, or when the person speaking has not answered yet.

    Once the room has agreed, it shows what each person had said. `speaker_chosen` carries a respondent;
    `handed_over` says that the answer was the speaker's own; `settle_wanted` and `left` are about agreeing.
    """

    speaker_chosen = Signal(object)
    handed_over = Signal(object)
    settle_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[Spoken, ...], Settling, bool] | None = None
        self._parts: list[QWidget] = []
        self._flow = FlowLayout(self, spacing=theme.space(1))
        self.setObjectName("spoken_row")

    def show_spoken(
        self, spoken: Sequence[Spoken], speaker: str, settling: Settling, *, can_edit: bool = True
    ) -> None:
        """Show what was said, and how far it is settled; `speaker` is the name of the person speaking."""
        shown = (tuple(spoken), settling, can_edit)
        if shown != self._shown:
            self._shown = shown
            self._show(shown[0], speaker, settling, can_edit=can_edit)
        silent = not any(each.is_speaking for each in spoken)
        is_needed = len(spoken) > 1 or (silent and bool(spoken)) or settling is Settling.SETTLED
        self.setVisible(is_needed)

    def _show(self, spoken: tuple[Spoken, ...], speaker: str, settling: Settling, *, can_edit: bool) -> None:
        old = self._parts
        match settling:
            case Settling.SETTLED:
                self._parts = self._settled(spoken)
            case Settling.ASKED:
                self._parts = self._asked()
            case _:
                self._parts = [self._button(each) for each in spoken]
                if len(spoken) == 1 and not spoken[0].is_speaking:
                    self._parts.append(self._hand_over(spoken[0], speaker))
                if settling is Settling.OPEN:
                    self._parts.append(self._settle(_("Agree"), "settle"))
        for part in self._parts:
            part.setEnabled(can_edit or not isinstance(part, KeyButton))
        refill(self._flow, old, self._parts)
        self.updateGeometry()

    def _button(self, spoken: Spoken) -> KeyButton:
        words = _("{name}: {answer}, counts") if spoken.counts else _("{name}: {answer}")
        text = words.format(name=spoken.name, answer=spoken.words)
        name = f"spoken_{spoken.respondent or 'room'}"
        button = KeyButton(text, "", self._theme, name, self, can_be_chosen=True)
        button.setChecked(spoken.is_speaking)
        button.clicked.connect(lambda: self.speaker_chosen.emit(spoken.respondent))
        return button

    def _hand_over(self, spoken: Spoken, speaker: str) -> KeyButton:
        words = _("Change to: {speaker} said it, not {name}").format(speaker=speaker, name=spoken.name)
        if spoken.respondent is None:
            words = _("Change to: {speaker} said it").format(speaker=speaker)
        button = KeyButton(words, "", self._theme, "hand_over", self)
        button.setProperty("kind", "quiet")
        button.clicked.connect(lambda: self.handed_over.emit(spoken.respondent))
        return button

    def _settle(self, words: str, name: str) -> KeyButton:
        button = KeyButton(words, "S", self._theme, name, self)
        button.setToolTip(_("The agreed answer counts; what each person said is kept"))
        button.clicked.connect(self.settle_wanted)
        return button

    def _asked(self) -> list[QWidget]:
        leave = KeyButton(_("Leave it open"), _("Esc"), self._theme, "leave_open", self)
        leave.clicked.connect(self.left)
        asking = _("What does the room agree on? Press its key or its card.")
        return [self._line(strong(asking, self._theme, self), "settling"), leave]

    def _settled(self, spoken: tuple[Spoken, ...]) -> list[QWidget]:
        views = [self._view(each) for each in spoken]
        again = self._settle(_("Open again"), "open_again")
        again.setToolTip(_("Every answer counts again as it was said"))
        return [*views, again]

    def _view(self, spoken: Spoken) -> QLabel:
        """What a person had said before the room agreed, and the beginning of what was noted with it."""
        said = _("{name} said {answer}").format(name=spoken.name, answer=spoken.words)
        note = " ".join(spoken.note.split())
        if note:
            short = note if len(note) <= LONGEST_NOTE else note[: LONGEST_NOTE - 1].rstrip() + "…"
            said = _("{said}: “{note}”").format(said=said, note=short)
        view = self._line(muted(said, self._theme, self), "view")
        view.setToolTip(spoken.note)
        return view

    def _line(self, words: QLabel, name: str) -> QLabel:
        """Words beside a button, as wide as they are and as high as it."""
        words.setObjectName(name)
        words.setContentsMargins(0, 0, self._theme.space(1), 0)
        words.setWordWrap(False)
        words.setFixedHeight(self._theme.px(CONTROL_HEIGHT))
        words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return words


class SpeakerNote(QWidget):
    """Who said it, and a note. `speaker_chosen` carries a respondent, None for the room."""

    speaker_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = PickField(theme, "speaker", _("Who says it"), self)
        self.note = NoteField(theme, "note", _("Note"), self)
        self.field.picked.connect(self._pick)
        self._build()

    def show_speaker(self, name: str, people: Sequence[tuple[str, str]], note_key: str) -> None:
        """Show who speaks, who else could, and the key that leads to the note."""
        self.field.offer(offers_from([(THE_ROOM, _("The room")), *people]))
        self.field.show_current(name)
        self.note.setPlaceholderText(_("Note    {key}").format(key=note_key))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        said_by = muted(_("Said by"), self._theme, self)
        said_by.setWordWrap(False)
        said_by.setBuddy(self.field)
        self.field.setFixedWidth(self._theme.px(180))
        row.addWidget(said_by, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(KeyCap("W", self._theme, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignTop)
        said_by.setMinimumHeight(self.field.height())

    def _pick(self, key: str) -> None:
        self.speaker_chosen.emit(key or None)
