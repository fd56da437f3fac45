"""Where we are: the section, its time, the questions on a line, and the ways to another question."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.standing import Standing, answer_words
from models.pack import Question, QuestionPack, Section
from models.values import AnswerState
from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import heading, label
from ui.widgets.pick_field import PickField
from ui.widgets.section_clock import SectionClock
from ui.widgets.section_track import SectionTrack, TrackPart

NARROW = 860
LONG_CLOCK_FROM = 900
INSET = 12


class SectionHeader(QWidget):
    """Shows the place in the section; tells which way the person wants to go."""

    stepped = Signal(int)
    list_wanted = Signal()
    guidance_wanted = Signal()
    outside_wanted = Signal(bool)
    later_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = heading("", theme, self)
        self._place = label("", theme, parent=self)
        self.clock = SectionClock(theme, self)
        self._back = KeyButton(_("Back"), "←", theme, "previous", self)
        self._next = KeyButton(_("Next"), "→", theme, "next", self)
        self._list = KeyButton(_("List"), "L", theme, "list_view", self)
        self._guidance = KeyButton(_("Guidance"), "I", theme, "guidance", self)
        self._later = KeyButton(_("Later"), "J", theme, "parking_lot", self)
        self.go_to = PickField(theme, "go_to", _("Go to a question, by id or words"), self)
        self.track = SectionTrack(theme, self)
        self._outside = QCheckBox(_("Also show questions outside express"), self)
        self._tool_row = QWidget(self)
        self._tools = (self.go_to, self._list, self._guidance, self._later, self._back, self._next)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def show_place(
        self, section: Section, standings: Sequence[Standing], question: Question, *, is_list: bool
    ) -> None:
        """Show where in the section we are."""
        parts = [_part(each, is_here=each.question == question) for each in standings]
        here = next((place for place, part in enumerate(parts, start=1) if part.is_here), 0)
        self._title.setText(section.title)
        place = _("Question {n} of {total}    {id}").format(n=here, total=len(parts), id=question.id)
        self._place.setText(place)
        self._place.setVisible(not is_list and here > 0)
        self.track.show_parts(parts, place)
        self._list.show_words(*((_("One question"), _("Esc")) if is_list else (_("List"), "L")))
        for button in (self._back, self._next, self._guidance):
            button.setVisible(not is_list)
        self._turn()

    def show_ways(
        self, pack: QuestionPack, here: Question, back: Question | None, onward: Question | None
    ) -> None:
        """Say what lies before and after: a question, another section by name, and the map at the end."""
        self._back.setEnabled(back is not None)
        self._back.show_words(_way(pack, here, back, _("Back")) or _("Back"), "←")
        self._next.show_words(_way(pack, here, onward, _("Next")) or _("Risk map"), "→")
        self._turn()

    def show_guidance(self, *, is_open: bool) -> None:
        """Show whether the guidance is open."""
        words = _("Hide the guidance") if is_open else _("Show the guidance")
        self._guidance.setToolTip(words)
        self._guidance.setAccessibleName(words)

    def show_parked(self, waiting: int) -> None:
        """Show how many points wait on the parking lot."""
        self._later.show_words(_("Later {n}").format(n=waiting) if waiting else _("Later"), "J")
        words = _("Parking lot: jot down what to come back to")
        self._later.setAccessibleName(words)
        self._later.setToolTip(words)

    def show_outside(self, *, is_express: bool, is_shown: bool) -> None:
        """Offer the questions outside express, in an express review."""
        self._outside.setVisible(is_express)
        self._outside.setChecked(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the tools beside the title where there is room, else under it."""
        is_narrow = self.width() < self._theme.px(NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(down if is_narrow else across)
        shown = [tool for tool in self._tools if not tool.isHidden()]
        gaps = self._theme.space(1) * (len(shown) - 1)
        whole = sum(tool.minimumWidth() or tool.sizeHint().width() for tool in shown) + gaps
        self._tool_row.setMinimumWidth(0 if is_narrow else whole)
        self.clock.show_short(is_short=self.width() < self._theme.px(LONG_CLOCK_FROM))

    def _build(self) -> None:
        space = self._theme.space
        self._place.setWordWrap(False)
        self._place.setObjectName("place")
        self._outside.setObjectName("outside_express")
        self._outside.setFont(self._theme.font("body"))
        self._outside.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.go_to.setPlaceholderText(_("Go to    G"))
        self.go_to.setFixedWidth(self._theme.px(112))
        flow = FlowLayout(self._tool_row, spacing=space(1))
        for tool in self._tools:
            flow.addWidget(tool)
        for before, after in pairwise((*self._tools, self._outside)):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(self._outside, self.clock)
        for quiet in (self._list, self._guidance, self._later):
            quiet.setProperty("kind", "quiet")
        self._later.show_words(_("Later {n}").format(n=8), "J")
        self._later.setFixedWidth(self._later.sizeHint().width())
        self._top.setSpacing(space(1))
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self._tool_row)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        line.addWidget(self._place)
        line.addWidget(self.track, 1)
        line.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(self._top)
        column.addLayout(line)
        column.addWidget(self._outside, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._list.clicked.connect(self.list_wanted)
        self._guidance.clicked.connect(self.guidance_wanted)
        self._later.clicked.connect(self.later_wanted)
        self._outside.clicked.connect(self.outside_wanted)


def _part(shown: Standing, *, is_here: bool) -> TrackPart:
    question = shown.question
    is_open = shown.state is AnswerState.NOT_ASKED
    state = answer_words(question, None if is_open else next(iter(shown.answers), None))
    if question.is_register_driven:
        state = _("open") if is_open else _("answered in the register")
    return TrackPart(question.id, shown.state, f"{question.id}  {question.text}\n{state}", is_here)


def _way(pack: QuestionPack, here: Question, there: Question | None, within: str) -> str:
    """What a button that leads to another question says: the section, where that is another one."""
    if there is None:
        return ""
    return within if there.section == here.section else pack.section(there.section).title
