"""Opens the audience's window, and decides with the consultant's choices what it is handed."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from app.audience import AudienceView, Choices
    from ui.bridge import WorkspaceBridge
    from ui.frame import Frame
    from ui.page import Page
    from ui.presenter.window import AudienceWindow
    from ui.theme import Theme

SECTION, ROOM = "section", "room"
ACTIONS = ("blank_room", "freeze_room", "room_numbers", "room_guidance", "show_room")
BLANK_KEY = "B"


class AudienceFlow(QObject):
    """At most one window for the room. It follows the consultant's page; this is its only source.

    Risk numbers and guidance are off at first, and again in the next review.
    """

    def __init__(self, memory: WindowMemory, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._memory = memory
        self._room: AudienceWindow | None = None
        self._bridge: WorkspaceBridge | None = None
        self._frame: Frame | None = None
        self._theme: Theme | None = None
        self._actions: Mapping[str, QAction] = {}
        self._page = self._question = self._clock = ""
        self._is_blank = False
        self._frozen: AudienceView | None = None

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of the menus do."""
        return {
            "show_room": self.turn,
            "blank_room": self.turn_blank,
            "freeze_room": self.turn_frozen,
            "room_numbers": self._thaw,
            "room_guidance": self._thaw,
        }

    def serve(self, theme: "Theme", actions: Mapping[str, QAction], frame: "Frame") -> None:
        """Work with this look, these actions, and the header and the pages of this frame."""
        self._theme, self._actions, self._frame = theme, actions, frame
        for name in ACTIONS:
            actions[name].setCheckable(True)
        frame.header.room.offer(actions[name] for name in ACTIONS)
        frame.stack.page_made.connect(self._listen)
        frame.stack.currentChanged.connect(self._turn_to)
        if self._room is not None:
            self._room.show_theme(theme)
        self._tell()

    def show_clock(self, words: str) -> None:
        """What the clock of the section says beside the question."""
        if words != self._clock:
            self._clock = words
            self._show()

    def show_review(self, bridge: "WorkspaceBridge | None") -> None:
        """Show the present state of the open review, or that none is open."""
        self._bridge = bridge
        self._show()

    def leave(self) -> None:
        """The review is closed: the room sees nothing from now on, until the consultant lets it."""
        if self._bridge is None:
            return
        self._bridge, self._question, self._frozen = None, "", None
        self._is_blank = self._room is not None
        for name in ("room_numbers", "room_guidance"):
            self._actions[name].setChecked(False)
        self._show()

    def blank(self) -> None:
        """Let the room see nothing, until the consultant lets it."""
        if not self._is_blank:
            self.turn_blank()

    def turn(self) -> None:
        """Open the window for the room, or close it."""
        if self._room is not None:
            self._room.close()
        else:
            self._open()

    def turn_blank(self) -> None:
        """Let the room see nothing, or see again."""
        self._is_blank = self._room is not None and not self._is_blank
        self._show()

    def turn_frozen(self) -> None:
        """Keep what the room sees while the consultant looks elsewhere, or follow again."""
        is_frozen = self._frozen is not None
        self._frozen = None if is_frozen or self._room is None else self._live()
        self._show()

    def close(self) -> None:
        """Close the window for the room."""
        if self._room is not None:
            self._room.close()

    def _listen(self, page: "Page") -> None:
        page.question_shown.connect(self._ask)
        page.clock_shown.connect(self.show_clock)

    def _turn_to(self, _index: int) -> None:
        """The consultant has gone to another page."""
        page = self._frame.stack.page if self._frame is not None else None
        self._page = page.page_id if page is not None else ""
        self._show()

    def _ask(self, question_id: str) -> None:
        """The consultant has turned to another question."""
        self._question = question_id
        if self._page == SECTION:
            self._show()

    def _open(self) -> None:
        from ui.presenter.window import AudienceWindow  # noqa: PLC0415  (not before it is needed)

        if self._theme is None:
            return
        self._room = AudienceWindow(self._theme)
        self._room.addActions([self._actions[name] for name in ACTIONS])
        self._room.closed.connect(self._forget)
        self._room.key_pressed.connect(self._pass_on)
        self._is_blank, self._frozen = False, None
        self._show()
        self._place(self._room)
        self._window.activateWindow()  # the keys stay with the consultant
        self._room.windowHandle().screenChanged.connect(self._mind_screen)
        self._window.windowHandle().focusObjectChanged.connect(self._mind_typing)
        self._mind_typing(self._window.focusWidget())

    def _place(self, room: "AudienceWindow") -> None:
        """Where it was on these screens; else the whole of another screen; else an ordinary window."""
        other = other_screen(QGuiApplication.screens(), self._window.screen())
        if self._memory.restore_other(room, ROOM) and not (other and _covers(room, self._window)):
            room.show()
        elif other is not None:
            room.setGeometry(other.geometry())
            room.showFullScreen()
        else:
            room.show()

    def _forget(self) -> None:
        room, self._room = self._room, None
        if room is None:
            return
        self._window.windowHandle().focusObjectChanged.disconnect(self._mind_typing)
        self._memory.keep_other(room, ROOM)
        room.deleteLater()
        self._is_blank, self._frozen = False, None
        self._tell()

    def _thaw(self) -> None:
        """A choice holds at once, for what was frozen too."""
        self._frozen = None
        self._show()

    def _show(self) -> None:
        if self._room is not None:
            from app.audience import AudienceBlank  # noqa: PLC0415  (not before it is needed)

            self._room.show_view(self._seen() or AudienceBlank())
        self._tell()

    def _seen(self) -> "AudienceView | None":
        """What the room sees; None for nothing."""
        return None if self._is_blank else self._frozen or self._live()

    def _live(self) -> "AudienceView | None":
        if self._bridge is None:
            return None
        from app.audience import audience_view  # noqa: PLC0415  (not before it is needed)

        shown = self._bridge.shown
        is_asking = self._page == SECTION and self._question
        place = f"question:{self._question}" if is_asking else f"page:{self._page}"
        return audience_view(shown.snapshot, lambda: shown.assessment, place, self._choices(), self._clock)

    def _choices(self) -> "Choices":
        from app.audience import Choices  # noqa: PLC0415  (not before it is needed)

        return Choices(
            shows_numbers=self._actions["room_numbers"].isChecked(),
            shows_guidance=self._actions["room_guidance"].isChecked(),
        )

    def _tell(self) -> None:
        """Say in the header what the room sees, and in the menus what is on."""
        is_open = self._room is not None
        states = {"show_room": is_open, "blank_room": self._is_blank, "freeze_room": bool(self._frozen)}
        for name, is_on in states.items():
            self._actions[name].setChecked(is_on)
            self._actions[name].setEnabled(is_open or name == "show_room")
        if self._frame is None:
            return
        if self._room is None:
            self._frame.header.room.show_words("", is_seen=False)
            return
        from app.audience import AudienceBlank, room_sees  # noqa: PLC0415  (not before it is needed)

        view = self._room.view
        words = room_sees(view, is_frozen=self._frozen is not None)
        self._frame.header.room.show_words(words, is_seen=not isinstance(view, AudienceBlank))

    def _pass_on(self, key: int) -> None:
        """A key that steps on or back does so in the consultant's page, whichever window has it."""
        page = self._frame.stack.page if self._frame is not None else None
        if page is not None and not self._is_blank:
            press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(page, press)

    def _mind_screen(self, screen: QScreen) -> None:
        """A projector that is pulled out must not leave the room's window over the consultant's."""
        if self._room is not None and self._room.isFullScreen() and screen == self._window.screen():
            self._room.showNormal()

    def _mind_typing(self, now: QObject | None) -> None:
        """Where a key begins to type into a cell, it does not blank the room's window."""
        action = self._actions["blank_room"]
        action.setShortcut("" if begins_typing(now) else BLANK_KEY)


def other_screen(screens: list[QScreen], here: QScreen) -> QScreen | None:
    """The largest screen that the consultant's window is not on, or None."""
    others = [screen for screen in screens if screen != here]
    return max(others, key=lambda screen: screen.size().width() * screen.size().height(), default=None)


def begins_typing(widget: QObject | None) -> bool:
    """Whether a letter pressed here begins to edit a cell; text fields look after themselves."""
    edits_by_key = QAbstractItemView.EditTrigger.AnyKeyPressed
    return isinstance(widget, QAbstractItemView) and bool(widget.editTriggers() & edits_by_key)


def _covers(room: QWidget, window: QWidget) -> bool:
    return room.isFullScreen() and room.geometry().intersects(window.geometry())
