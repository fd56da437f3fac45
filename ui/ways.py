"""How one gets about in the window: by links, by the navigation, and back and forward."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ui.frame import Frame
from ui.history import History
from ui.navigation import PAGE_KINDS, SECTION, START, Destination, destination, lasting_link
from ui.place_words import place_words

if TYPE_CHECKING:
    from models.pack import QuestionPack
    from ui.open_review import OpenReview
    from ui.page import Page


class Ways(QObject):
    """Shows the page that a link leads to. `frame` and `review` give those of the moment.

    `gone` carries the page's id after it was shown; `ways_changed` says what going back and forward lead to
    now, in words, or None.
    """

    gone = Signal(str)
    went_back = Signal()
    ways_changed = Signal(object, object)

    def __init__(
        self, frame: Callable[[], Frame], review: "Callable[[], OpenReview]", window: QObject
    ) -> None:
        super().__init__(window)
        self._frame = frame
        self._review = review
        self._history = History(Destination(START))
        self.came_by_link = False

    @property
    def page(self) -> "Page":
        """The page in view."""
        page = self._frame().stack.page
        assert page is not None  # noqa: S101  (a page is shown from the first moment)
        return page

    @property
    def lasting_link(self) -> str:
        """The link to the last place of the review that may be remembered beyond today, or nothing."""
        self.note()
        return next(filter(None, map(lasting_link, self._history.so_far)), "")

    def follow_link(self, link: str) -> None:
        """Go where a link on a page leads."""
        self.follow(link, is_on_page=True)

    def follow(self, link: str, *, is_on_page: bool = False) -> None:
        """Go where a link leads; links that lead nowhere in this review are left alone."""
        there = destination(link)
        if there is not None and (self._pack is not None or not PAGE_KINDS[there.page_id].needs_review):
            self._leave()
            self.came_by_link = is_on_page and there.page_id != self._history.here.page_id
            self._history.visit(there)
            self._arrive(there)

    def by_rail(self, link: str) -> None:
        """Go where the navigation leads; the keyboard stays in it."""
        if (there := destination(link)) is not None:
            rail = self._frame().rail
            stays = (focused := QApplication.focusWidget()) is not None and rail.isAncestorOf(focused)
            self._leave()
            self.came_by_link = False
            self._history.visit(there)
            self._arrive(there, takes_focus=not stays)

    def back(self) -> None:
        """Go to the place before."""
        if self._history.previous is not None:
            self._leave()
            self.came_by_link = False
            self._arrive(self._history.back())
            self.went_back.emit()

    def forward(self) -> None:
        """Go to the place that one came back from."""
        if self._history.next is not None:
            self._leave()
            self._arrive(self._history.forward())

    def leave_page(self) -> None:
        """Go back to the page before this one."""
        page_id = self._history.here.page_id
        self._leave()
        while self._history.previous is not None and self._history.here.page_id == page_id:
            self._history.back()
        self._arrive(self._history.here)

    def begin(self, there: Destination) -> None:
        """Show a place and forget what was before: another review is open, or none."""
        self._history.begin(there)
        self._arrive(there)

    def show_here(self) -> None:
        """Show where one is, in a new frame or after another review was opened."""
        self._show(self._history.here)

    def note(self) -> None:
        """Keep where on its page one is: the page is about to be left, or made anew."""
        page = self._frame().stack.page
        if page is not None and page.page_id == self._history.here.page_id:
            self._history.note(page.place)

    def _leave(self) -> None:
        self.note()
        self._review().settle()
        self._review().forget_refusal()

    def _arrive(self, there: Destination, *, takes_focus: bool = True) -> None:
        self._show(there)
        focused = QApplication.focusWidget()
        is_in_field = there.is_field and focused is not None and self.page.isAncestorOf(focused)
        if takes_focus and not is_in_field:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, there: Destination) -> None:
        frame = self._frame()
        frame.stack.show_page(there.page_id, there.place)
        self.gone.emit(there.page_id)
        frame.rail.show_place(there.page_id, self._section_of(there))
        pack, history = self._pack, self._history
        self.ways_changed.emit(place_words(history.previous, pack), place_words(history.next, pack))

    def _section_of(self, there: Destination) -> str:
        kind, _colon, name = there.place.partition(":")
        pack = self._pack
        if there.page_id != SECTION or pack is None:
            return ""
        if kind in {"question", "answer"}:
            question_id = name.split("/")[0]
            return pack.question(question_id).section if question_id in pack else ""
        return name or pack.sections[0].id

    @property
    def _pack(self) -> "QuestionPack | None":
        bridge = self._review().bridge
        return bridge.workspace.snapshot.pack if bridge is not None else None
