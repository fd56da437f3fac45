"""The window: where one is, how one gets elsewhere, and how its parts hear of each other."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.errors import ReviewError
from app.i18n import _
from app.initials import initials
from app.settings import Look, Settings, SettingsNotSavedError
from ui.actions import link_slots
from ui.desk import Desk
from ui.dropped_file import dropped_file
from ui.file_chooser import FileChooser
from ui.file_flow import FileFlow
from ui.frame import Frame
from ui.hint_flow import HintFlow
from ui.keeping_flow import KeepingFlow
from ui.kept_state import KeptState
from ui.keys_flow import KeysFlow
from ui.menus import Menus
from ui.navigation import HELP, PAGE_KINDS, RISK_MAP, START, Destination, destination
from ui.open_review import OpenReview
from ui.page import Page
from ui.page_services import PageServices
from ui.palette_flow import PaletteFlow
from ui.presenter.flow import AudienceFlow
from ui.text_size import TextSize
from ui.theme import Theme
from ui.warming import warm_up
from ui.ways import Ways
from ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from ui.bridge import WorkspaceBridge
    from ui.pages.start_page import StartPage

TITLE = "Plumbline"
SMALLEST = (880, 540)
TEXT_STEP = 10
MOST_LINES = 5
FULL_SCREEN = Qt.WindowState.WindowFullScreen
LookOf = Callable[[Settings], Theme]


class MainWindow(QMainWindow):
    """Shows at most one open review. `look` puts a person's choice of look on the application.

    `review_left` when a review was closed.
    """

    review_left = Signal()

    def __init__(self, desk: Desk, chooser: FileChooser, memory: WindowMemory, look: LookOf) -> None:
        super().__init__()
        self._desk, self._memory, self._look = desk, memory, look
        self._theme = look(desk.settings)
        self._text_size = TextSize(lambda: desk.settings.text_size, lambda: self._theme, self)
        self.files = FileFlow(desk, chooser, lambda: self._theme, lambda: self._review, self)
        self._audience = AudienceFlow(memory, self)
        self.keys = KeysFlow(desk, chooser, lambda: self._theme, lambda: self._review, self, self)
        self._ways = Ways(lambda: self._frame, lambda: self._review, self)
        self._menus = Menus(self, self._slots(), self.follow)
        self._frame = Frame(self._theme, self)
        self._review = OpenReview(lambda: self._frame, self._menus, self)
        self._palette = PaletteFlow(lambda: self._theme, self._menus.all_actions, self, self)
        self._hints = HintFlow(desk, lambda: self._frame, self._ways, lambda: self.bridge is not None, self)
        self._keeping = KeepingFlow(desk, chooser, self._review, lambda: self._ways.lasting_link, self)
        self._services = PageServices(desk, chooser, self, self._review, self)
        self._build()
        self._connect()
        self._show_frame()

    @property
    def bridge(self) -> "WorkspaceBridge | None":
        """The open review."""
        return self._review.bridge

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._ways.page

    def follow(self, link: str) -> None:
        """Go where a link leads; links that lead nowhere in this review are left alone."""
        self._ways.follow(link)

    def open_review(self, bridge: "WorkspaceBridge", place: str = "") -> None:
        """Show the review of a file that was opened, at a `place` if one comes back to it."""
        self._leave_review()
        self.keys.locking.forget()
        self._review.take(bridge)
        if place:
            self._services.carry_on()
        self._frame.notice.clear()
        first = Destination(RISK_MAP if self._review.is_begun else "scene")
        last = self._keeping.take() or self._memory.place(bridge.workspace.path)
        self._ways.begin(destination(place or last) or first)

    def close_review(self) -> None:
        """Close the review file and go back to the start page."""
        if self._review.may_be_left():
            self.leave_for(START)

    def blank_room(self) -> None:
        """Let the room see nothing."""
        self._audience.blank()

    def leave_for(self, page_id: str) -> None:
        """Close the review file and show a page that needs none."""
        self._keep_place()
        self._ways.begin(Destination(page_id))
        self._leave_review()
        self._review.show()

    def show_error(self, error: ReviewError) -> None:
        """Say in place what went wrong and what to do."""
        self._frame.notice.show_message(error.title, error.advice)

    def show_lines(self, title: str, lines: tuple[str, ...]) -> None:
        """Say in place what there is to say about an import."""
        rest = "\n…" if len(lines) > MOST_LINES else ""
        self._frame.notice.show_message(title, "\n".join(lines[:MOST_LINES]) + rest, "info")

    def show_done(self, words: str) -> None:
        """Say in place what was done, with a button that takes it back."""
        self._frame.notice.show_message(words, "", "ok")
        self._frame.notice.offer(_("Undo"), self._review.undo)

    def show_crash(self, report: str) -> None:
        """Show one report of a fault inside the program; a second one at the same time is not shown."""
        from ui.crash import CrashDialog  # noqa: PLC0415  (not before it is needed)

        if self.findChild(CrashDialog) is None:
            CrashDialog(self._theme, report, self).open()

    def do_action(self, name: str) -> None:
        """Do what an action of the menus does."""
        self._menus.actions[name].trigger()

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self.files.open_path(path)

    def forget(self, path: Path) -> None:
        """Take a file off the list of those opened last."""
        self._try(lambda: self._desk.forget(path))
        self._memory.forget_place(path)
        self._show_recent()

    def go_back(self) -> None:
        """Go to the page that was in view before."""
        self._ways.leave_page()

    def warm_up(self) -> None:
        """Load what the next pages need while nobody waits for it."""
        warm_up(self._desk.warm_up(), self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._review.may_be_left():
            event.ignore()
            return
        self._memory.keep(self)
        self._leave_review()
        self._audience.close()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash that nobody wanted opens the palette."""
        if event.text() == "/" and not event.isAutoRepeat():
            self._palette.open("")
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self._services.take_dropped(path, self.files.open_path)

    def _build(self) -> None:
        self.setObjectName("main_window")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self._memory.restore(self)

    def _connect(self) -> None:
        self._text_size.chosen.connect(self._take_text_size)
        self.files.opened.connect(self.open_review)
        self.files.refused.connect(self.show_error)
        self.files.said.connect(self.show_lines)
        self.keys.listen(self.files)
        self._keeping.opened.connect(self.open_review)
        self._keeping.refused.connect(self.show_error)
        self._review.refused.connect(self.show_error)
        self._review.shown.connect(self._show_title)
        self._review.left.connect(self.review_left)
        self._review.shown.connect(lambda: self._audience.show_review(self.bridge))
        self._palette.opened.connect(lambda: self._hints.learn(["palette"]))
        self._ways.gone.connect(lambda page_id: self._show_recent() if page_id == START else None)
        self._ways.ways_changed.connect(self._menus.show_ways)

    def _show_frame(self) -> None:
        """Put the frame in its place and show in it where one is."""
        frame = self._frame
        frame.stack.page_made.connect(self._welcome)
        frame.rail.chosen.connect(self._ways.by_rail)
        frame.rail.entered.connect(lambda: self.page.setFocus(Qt.FocusReason.TabFocusReason))
        frame.header.undo_wanted.connect(self._review.undo)
        for line in frame.hints:
            line.dismissed.connect(lambda name: self._hints.learn([name]))
        frame.header.steps.chosen.connect(self._review.undo_steps)
        frame.header.redo_wanted.connect(self._review.redo)
        frame.header.review_chosen.connect(self._review.switch)
        frame.header.next_review_wanted.connect(self._ask_for_next_review)
        self._audience.serve(self._theme, self._menus.actions, frame)
        self.setCentralWidget(frame)
        frame.show()  # Qt would do so only when it comes to rest, and the window be blank till then
        self._review.show()
        self._keeping.show()
        self._ways.show_here()

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "new_file": self.files.new_file,
            "open_file": self.files.open_file,
            "open_demo": self.files.open_demo,
            "import_json": lambda: self.files.import_json(self.bridge),
            "export_json": lambda: self._export("json"),
            "begin_review": self._ask_for_next_review,
            "close_file": self.close_review,
            "quit": self.close,
            "undo": lambda: self._review.undo(),  # noqa: PLW0108  (made after the menus)
            "redo": lambda: self._review.redo(),  # noqa: PLW0108  (as above)
            "find_anything": lambda: self._palette.open(""),
            "go_back": self._ways.back,
            "go_forward": self._ways.forward,
            "find": lambda: self.page.start_search(),  # noqa: PLW0108  (of the page in view then)
            "full_screen": lambda: self.setWindowState(self.windowState() ^ FULL_SCREEN),
            **self._audience.slots(),
            **self.keys.slots(),
            **link_slots(self.follow),
            "larger_text": lambda: self._text_size.change(TEXT_STEP),
            "smaller_text": lambda: self._text_size.change(-TEXT_STEP),
            "show_help": self._show_help,
        }

    def _welcome(self, page: Page) -> None:
        """Listen to a new page."""
        page.edit_made.connect(self._review.apply)
        page.link_followed.connect(self._ways.follow_link)
        self._hints.serve(page)
        if PAGE_KINDS[page.page_id].needs_review:
            from ui.pane_memory import PaneMemory  # noqa: PLC0415  (not before the first page)

            PaneMemory(self._memory, page).serve(page)
        self._services.serve(page)
        self.keys.locking.serve(page)

    def _keep_place(self) -> None:
        if self.bridge is not None:
            self._memory.keep_place(self.bridge.workspace.path, self._ways.lasting_link)

    def _leave_review(self) -> None:
        self._audience.leave()
        self._keep_place()
        self._palette.forget()
        self._services.let_go()
        self._keeping.leave()
        self._review.leave()

    def _ask_for_next_review(self) -> None:
        self._review.ask_for_next(self._theme)

    def _export(self, kind: str) -> None:
        self.follow("page:report")
        self._services.export(kind)

    def _show_recent(self) -> None:
        start = self._frame.stack.made(START)
        if start is not None:
            is_masked = self._desk.settings.mask_names
            page = cast("StartPage", start)
            page.show_recent(self._desk.recent, is_masked=is_masked)
            page.show_left_open(self._desk.left_open, is_masked=is_masked)

    def _show_title(self) -> None:
        client = self._review.client
        if client and self._desk.settings.mask_names:
            client = initials(client)
        self.setWindowTitle(f"{client} – {TITLE}" if client else TITLE)

    def take_settings(self, settings: Settings) -> None:
        """Let a person's choice hold at once: a new look means new pages."""
        before = self._desk.settings
        self._try(lambda: self._desk.keep_settings(settings))
        if self.bridge is not None:
            self.bridge.workspace.sign_as(settings.who)
        if (settings.look, settings.text_size) == (before.look, before.text_size):
            self._show_title()
        else:
            self._dress()

    def take_system_look(self) -> None:
        """Wear what the desktop wishes now, where the person has left it the choice."""
        if self._desk.settings.look is Look.SYSTEM:
            self._review.settle()
            self._dress()

    def _dress(self) -> None:
        """Make the pages anew in the look of the moment; what was typed and where one was stays."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None else ""
        kept = KeptState.of(self.page)
        self._services.leave()
        self._ways.note()
        self._frame.stack.drop_hidden()
        self._theme = self._look(self._desk.settings)
        old, self._frame = self._frame, Frame(self._theme, self)
        self._show_frame()
        old.deleteLater()
        kept.put_back(self.page)
        again = self.page.findChild(QWidget, name) if name else None
        (again or self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_text_size(self, percent: int) -> None:
        self._review.settle()
        self.take_settings(replace(self._desk.settings, text_size=percent))

    def _show_help(self) -> None:
        from ui.help_texts import help_for  # noqa: PLC0415  (not before the first page)

        if self.page.page_id != HELP:
            self.follow(help_for(self.page.page_id))

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except SettingsNotSavedError as error:
            self.show_error(error)
