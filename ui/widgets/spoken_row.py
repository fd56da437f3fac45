"""Who answers now, and what each respondent has said."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, KeyCap
from ui.widgets.labels import muted
from ui.widgets.note_field import NoteField
from ui.widgets.pick_field import PickField, offers_from
from ui.widgets.refill import refill

THE_ROOM = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one respondent has said, in words; `is_speaking` is the one whose answer the keys give."""

    respondent: str | None
    name: str
    words: str
    counts: bool
    is_speaking: bool


class SpokenRow(QWidget):
    """Every answer to the question when there are several, or when the person speaking has not answered yet.

    `speaker_chosen` carries a respondent; `handed_over` says that the answer was the speaker's own.
    """

    speaker_chosen = Signal(object)
    handed_over = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Spoken, ...] = ()
        self._buttons: list[QWidget] = []
        self._flow = FlowLayout(self, spacing=theme.space(1))
        self.setObjectName("spoken_row")

    def show_spoken(self, spoken: Sequence[Spoken], speaker: str) -> None:
        """Show what was said; `speaker` is the name of the person speaking."""
        shown = tuple(spoken)
        if shown != self._shown:
            self._shown = shown
            self._show(speaker)
        silent = not any(each.is_speaking for each in shown)
        self.setVisible(len(shown) > 1 or (silent and bool(shown)))

    def _show(self, speaker: str) -> None:
        old = self._buttons
        self._buttons = [self._button(each) for each in self._shown]
        if len(self._shown) == 1 and not self._shown[0].is_speaking:
            self._buttons.append(self._hand_over(self._shown[0], speaker))
        refill(self._flow, old, self._buttons)
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
        words = _("{speaker} said this, not {name}").format(speaker=speaker, name=spoken.name)
        if spoken.respondent is None:
            words = _("{speaker} said this").format(speaker=speaker)
        button = KeyButton(words, "", self._theme, "hand_over", self)
        button.setProperty("kind", "quiet")
        button.clicked.connect(lambda: self.handed_over.emit(spoken.respondent))
        return button


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
