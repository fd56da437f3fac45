"""The questions of one section: one large for the room, or all in a list."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QTableView, QVBoxLayout, QWidget

from app.edits import Edit
from app.i18n import _
from app.question_path import first_open, neighbour, questions_shown
from app.standing import standing
from models.pack import Question
from models.values import TEXT_LENGTH
from ui.page import Page, Shown
from ui.sitting import Sitting
from ui.theme import Theme
from ui.widgets.answer_desk import AnswerDesk
from ui.widgets.notice import Notice
from ui.widgets.question_card import INSET
from ui.widgets.question_keys import Command, command_of, is_plain
from ui.widgets.question_list import QuestionList
from ui.widgets.room_view import RoomView
from ui.widgets.section_top import SectionTop

_TYPED_IN = (QLineEdit, QPlainTextEdit, QTableView)


class SectionPage(Page):
    """Shows one section; remembers in each section which question was shown last."""

    page_id: ClassVar[str] = "section"
    _commands: dict[Command, Callable[[], object]]

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._wanted = ""
        self._question: Question | None = None
        self._last: dict[str, str] = {}
        self._shows_outside = False
        self._was_refused = False
        self._top = SectionTop(theme, self)
        self._notice = Notice(theme, self)
        self._desk = AnswerDesk(self)
        self._room = RoomView(theme, self._desk, self)
        self._list = QuestionList(theme, self)
        self._views = QStackedWidget(self)
        self._build()
        self._connect()

    @property
    def sitting(self) -> Sitting:
        """What holds while the review is open, whichever look its pages have."""
        return self._top.sitting

    def take_sitting(self, sitting: Sitting) -> None:
        """Go on with a sitting that has begun."""
        self._top.time.sitting = sitting
        if self._shown is not None and self._question is not None:
            self._paint()

    @property
    def place(self) -> str:
        """The question in view."""
        return f"question:{self._question.id}" if self._question is not None else ""

    def show_review(self, shown: Shown) -> None:
        """Show this state; the same question stays in view."""
        self._shown = shown
        wanted, self._wanted = self._wanted, ""
        if wanted and self.show_place(wanted):
            return
        pack = shown.snapshot.pack
        if self._question is None or self._question.id not in pack:
            self._last.clear()
            self._open_section(pack.sections[0].id)
        elif self._question != pack.question(self._question.id):
            self._open(pack.question(self._question.id))
        else:
            self._paint()

    def show_place(self, place: str) -> bool:
        """Show "section:ACC" where it was left, "question:ACC-03" or "answer:ACC-03/P09/note"."""
        kind, _colon, name = place.partition(":")
        if self._shown is None:
            self._wanted = place
            return kind in {"section", "question", "answer", ""}
        pack = self._shown.snapshot.pack
        if kind == "question" and name in pack:
            self._open(pack.question(name))
            return True
        if kind == "section" and pack.questions_of(name):
            self._open_section(name)
            return True
        if kind == "answer" and name.split("/")[0] in pack:
            self._show_written(*(*name.split("/"), "", "")[:3])
            return True
        return not place

    def _show_written(self, question_id: str, respondent: str, what: str) -> None:
        """Show a respondent's answer with the cursor in its note, or in the reason why it does not apply."""
        assert self._shown is not None  # noqa: S101  (callers have looked)
        self._open(self._shown.snapshot.pack.question(question_id))
        if self._is_list:
            self.turn_list()
        self.let_speak(respondent or None)
        self._commands[Command.NOT_APPLICABLE if what == "reason" else Command.NOTE]()

    def show_refused(self, place: str, message: str) -> None:
        """Say why an edit was not recorded, and show the truth again."""
        self._refuse(message)
        if self._shown is not None:
            self._paint()

    def let_speak(self, respondent: str | None) -> None:
        """From now on, this person gives the answers."""
        self._room.flush()
        self._desk.let_speak(respondent)
        self._paint()
        self.focus_question()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) question; over the border of the section by a link."""
        if self._shown is None or self._question is None:
            return
        self._room.flush()
        there = neighbour(self._shown.snapshot, self._question.id, by, outside_mode=self._shows_outside)
        if there is None:
            if by > 0:
                self.link_followed.emit("page:risk_map")
        elif there.section == self._question.section:
            self._open(there)
        else:
            self.link_followed.emit(f"question:{there.id}")

    def go_to(self, question_id: str) -> None:
        """Go to any question, in this section or by a link."""
        self._room.flush()
        if self._question is not None and question_id.startswith(f"{self._question.section}-"):
            self.show_place(f"question:{question_id}")
            self.focus_question()
        else:
            self.link_followed.emit(f"question:{question_id}")

    def turn_list(self) -> None:
        """Show the list, or the question again."""
        self._room.flush()
        self._views.setCurrentIndex(1 - self._views.currentIndex())
        self.setFocusProxy(self._list.table if self._is_list else self._room.card)
        if self._question is not None:
            self._open(self._question)
        self.setFocus()

    def turn_guidance(self) -> None:
        """Open the guidance, or fold it."""
        self.sitting.guidance_is_open = not self.sitting.guidance_is_open
        self._paint()

    def focus_question(self) -> None:
        """Give the keys back to the question."""
        if not self._is_list:
            self._room.focus_question()

    def _take_keys(self) -> None:
        """Take the keys back from the parking lot, to the question or the list."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_list and event.key() == Qt.Key.Key_Escape:
            self.turn_list()
            return
        if self._question is None or self._is_list or not is_plain(event):
            super().keyPressEvent(event)
            return
        command = command_of(event, self._question)
        is_typing = isinstance(self.window().focusWidget(), _TYPED_IN)
        if command is Command.LEAVE or (command is not None and not is_typing):
            self._commands[command]()
        elif is_typing or command is not None or not self._desk.press(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._room.flush()

    @property
    def _is_list(self) -> bool:
        return self._views.currentIndex() == 1

    def _open_section(self, section_id: str) -> None:
        assert self._shown is not None  # noqa: S101  (callers have looked)
        snapshot = self._shown.snapshot
        last = self._last.get(section_id, "")
        questions = self._questions(section_id)
        if last and any(question.id == last for question in questions):
            self._open(snapshot.pack.question(last))
        else:
            self._open(first_open(snapshot, questions))

    def _open(self, question: Question) -> None:
        assert self._shown is not None  # noqa: S101  (callers have looked)
        self._room.flush()
        self._room.give_up()
        self._notice.clear()
        self._question = question
        self._last[question.section] = question.id
        in_play = questions_shown(self._shown.snapshot, question.section, outside_mode=False)
        self._shows_outside = self._shows_outside or question not in in_play
        self._room.card.show_question(question)
        self._room.guidance.show_question(question, self._shown.snapshot.pack)
        self._paint()
        self._room.to_top()
        self.question_shown.emit(question.id)

    def _questions(self, section_id: str) -> tuple[Question, ...]:
        assert self._shown is not None  # noqa: S101  (callers have looked)
        snapshot = self._shown.snapshot
        found = questions_shown(snapshot, section_id, outside_mode=self._shows_outside)
        return found or snapshot.pack.questions_of(section_id)

    def _paint(self) -> None:
        shown, question = self._shown, self._question
        assert shown is not None and question is not None  # noqa: S101, PT018  (callers have looked)
        snapshot, can_edit = shown.snapshot, not shown.is_read_only
        self._desk.show_question(snapshot, question, can_edit=can_edit)
        standings = [standing(snapshot, each) for each in self._questions(question.section)]
        self._top.show_question(
            snapshot,
            question,
            standings,
            is_list=self._is_list,
            shows_outside=self._shows_outside,
            can_edit=can_edit,
        )
        if self._is_list:
            speakers = [self._desk.respondent(each.question.id) for each in standings]
            self._list.show_questions(snapshot, standings, speakers, can_edit=can_edit)
            self._list.show_here(question.id)
            return
        here = next(each for each in standings if each.question == question)
        speaker, is_settling = self._desk.respondent(question.id), self._desk.is_settling
        self._room.card.show_standing(snapshot, here, speaker, can_edit=can_edit, is_settling=is_settling)
        self._room.show_guidance(is_open=self.sitting.guidance_is_open)
        self._room.guidance.show_weakness(is_weak=here.is_weak)
        self._room.guidance.show_moved(shown, question)
        self._room.come_to_rest()

    def _show_outside(self, is_shown: bool) -> None:
        self._shows_outside = is_shown
        question = self._question
        if question is None:
            return
        if question not in self._questions(question.section):
            self._last.pop(question.section, None)
            self._open_section(question.section)
        else:
            self._paint()

    def _make(self, edit: Edit) -> None:
        if self._was_refused:
            self._notice.clear()
            self._was_refused = False
        self._top.time.answered()
        self.edit_made.emit(edit)

    def _refuse(self, title: str, advice: str = "") -> None:
        """Say why something was not recorded; it stays until something is."""
        self._was_refused = True
        self._notice.show_message(title, advice)

    def _say_cut(self) -> None:
        words = _("A note holds at most {n:,} characters; what goes beyond was not taken.")
        self._notice.show_message(words.format(n=TEXT_LENGTH), kind="warn")

    def _reach(self, question_id: str) -> None:
        """The cursor of the list has come to another question: that one is in view, should the list close."""
        question = self._shown.snapshot.pack.question(question_id) if self._shown else None
        if question is not None and question != self._question:
            self._question = question
            self._last[question.section] = question.id
            self.question_shown.emit(question.id)
            self._paint()

    def _open_from_list(self, question_id: str) -> None:
        self.show_place(f"question:{question_id}")
        self.turn_list()

    def _build(self) -> None:
        space = self.theme.space
        self._views.addWidget(self._room)
        self._views.addWidget(self._list)
        self.setFocusProxy(self._room.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3) - INSET, space(1.5), space(3), space(1))
        column.setSpacing(space(1.5))
        column.addWidget(self._top.header)
        column.addWidget(self._notice)
        column.addWidget(self._views, 1)

    def _connect(self) -> None:
        header, parking, room, desk = self._top.header, self._top.parking, self._room, self._desk
        self._top.time.said.connect(self.clock_shown)
        header.stepped.connect(self.step)
        header.list_wanted.connect(self.turn_list)
        header.guidance_wanted.connect(self.turn_guidance)
        header.outside_wanted.connect(self._show_outside)
        parking.edit_made.connect(self.edit_made)
        parking.sheet.question_wanted.connect(self.go_to)
        parking.sheet.left.connect(self._take_keys)
        header.track.question_chosen.connect(self.go_to)
        header.go_to.picked.connect(self.go_to)
        header.go_to.left.connect(self.focus_question)
        room.link_followed.connect(self.link_followed)
        room.speaker_chosen.connect(self.let_speak)
        self._list.question_opened.connect(self._open_from_list)
        self._list.left.connect(self.turn_list)
        self._list.question_reached.connect(self._reach)
        self._list.model.answer_chosen.connect(desk.answer_in_list)
        self._list.model.evidence_chosen.connect(desk.grade_in_list)
        self._list.model.note_given.connect(desk.note_in_list)
        desk.edit_made.connect(self._make)
        desk.refused.connect(self._refuse)
        desk.settling_changed.connect(self._paint)
        room.note_was_cut.connect(self._say_cut)
        self._commands = {
            **self._top.commands(),
            **room.commands(),
            Command.NEXT: lambda: self.step(1),
            Command.PREVIOUS: lambda: self.step(-1),
            Command.LIST: self.turn_list,
            Command.GUIDANCE: self.turn_guidance,
        }
