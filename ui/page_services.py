"""What pages ask for beyond the review: files, pictures, settings; each page is served once it is made."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from ui.desk import Desk
from ui.dropped_file import is_inventory, is_report
from ui.file_chooser import FileChooser
from ui.kept_pages import KeptPages
from ui.open_review import OpenReview
from ui.page import Page
from ui.sign_pages import SignPages

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextDocument

    from app.settings import Settings
    from ui.bridge import WorkspaceBridge
    from ui.pages.before_page import BeforePage
    from ui.pages.fix_first_page import FixFirstPage
    from ui.pages.help_page import HelpPage
    from ui.pages.registers_page import RegistersPage
    from ui.pages.report_page import ReportPage
    from ui.pages.risk_map_page import RiskMapPage
    from ui.pages.section_page import SectionPage
    from ui.pages.settings_page import SettingsPage
    from ui.pages.start_page import StartPage
    from ui.register_import.flow import ImportFlow
    from ui.register_import.page import ImportPage
    from ui.report_flow import ReportFlow
    from ui.sitting import Sitting
    from ui.template_flow import TemplateFlow
    from ui.widgets.register_side import BegunRows, RegisterSide


class Wishes(Protocol):
    """What the window does when a page asks for it."""

    def do_action(self, name: str) -> None:
        """Do what an action of the menus does."""

    def open_path(self, path: "Path") -> None:
        """Open a file."""

    def forget(self, path: "Path") -> None:
        """Take a file off the list of those opened last."""

    def take_settings(self, settings: "Settings") -> None:
        """Let a person's choices hold."""

    def go_back(self) -> None:
        """Go to the page that was in view before."""

    @property
    def page(self) -> Page:
        """The page in view."""

    def follow(self, link: str) -> None:
        """Go where a link leads."""

    def show_error(self, error: ReviewError) -> None:
        """Say in place what went wrong and what to do."""

    def show_done(self, words: str) -> None:
        """Say in place what was done, with a button that takes it back."""


class PageServices(QObject):
    """Serves the pages of a window, for the open review."""

    def __init__(
        self,
        desk: Desk,
        chooser: FileChooser,
        wishes: Wishes,
        review: OpenReview,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._chooser, self._wishes = desk, chooser, wishes
        self._bridge: Callable[[], WorkspaceBridge | None] = lambda: review.bridge
        self._window = window
        self._kept = KeptPages(desk, chooser, review, window)
        self._signs = SignPages(desk, chooser, wishes, review, window)
        self._reports: ReportFlow | None = None
        self._templates: TemplateFlow | None = None
        self._imports: ImportFlow | None = None
        self._sitting: tuple[object, Sitting] | None = None
        self._rows: RegisterSide | None = None
        self._begun: BegunRows | None = None

    def serve(self, page: Page) -> None:
        """Listen to what only a page of this kind says."""
        match page.page_id:
            case "start":
                self._serve_start(cast("StartPage", page))
            case "settings":
                settings = cast("SettingsPage", page)
                settings.show_settings(self._desk.settings)
                settings.settings_changed.connect(self._wishes.take_settings)
                self._serve_template(settings)
            case "section":
                cast("SectionPage", page).take_sitting(self._sitting_now())
            case "help":
                self._serve_help(cast("HelpPage", page))
            case "registers":
                self._serve_registers(cast("RegistersPage", page))
            case "risk_map":
                self._serve_pictures(cast("RiskMapPage", page))
            case "import":
                self._serve_import(cast("ImportPage", page))
            case "fix_first":
                self._serve_plan(cast("FixFirstPage", page))
            case "report":
                self._serve_report(cast("ReportPage", page))
            case "before_report":
                self._serve_check(cast("BeforePage", page))
        self._kept.serve(page)
        self._signs.serve(page)

    def export(self, kind: str) -> None:
        """Export the open review, from the report page that is in view."""
        from app.exports import Format, Wanted  # noqa: PLC0415  (not before the first page)

        if self._reports is not None:
            self._reports.export(Wanted(format=Format(kind)))

    def take_dropped(self, path: "Path", open_file: "Callable[[Path], object]") -> None:
        """Take a file that was dropped on the window: a list, a signed report, or a review file."""
        if is_inventory(path):
            self.import_file(path)
        elif is_report(path):
            self._signs.check_file(path)
        else:
            open_file(path)

    def import_file(self, path: "Path") -> None:
        """Read an inventory, on the page where one sees what comes of it."""
        self._wishes.follow("page:import")
        if self._imports is None or self._bridge() is None:
            from app.register_import.errors import NoReviewOpenError  # noqa: PLC0415  (seldom needed)

            self._wishes.show_error(NoReviewOpenError())
        else:
            self._imports.read(path)

    def let_go(self) -> None:
        """The review is closed; its sitting may be gone on with, see `carry_on`."""
        self.leave()
        self._begun = None
        if self._imports is not None:
            self._imports.let_go()
        self._signs.forget()
        if self._sitting is not None:
            self._sitting = (None, self._sitting[1])

    def carry_on(self) -> None:
        """The review that was open before is open again: its clocks go on."""
        if self._sitting is not None:
            self._sitting = (self._bridge(), self._sitting[1])

    def leave(self) -> None:
        """Give up what is being made: the review or its pages go away."""
        self._kept.leave()
        if self._rows is not None:
            self._begun = self._rows.begun
            self._rows = None
        self._signs.leave()
        if self._imports is not None:
            self._imports.leave()
        if self._templates is not None:
            self._templates.leave()
        if self._reports is not None:
            self._reports.leave()

    def _serve_start(self, page: "StartPage") -> None:
        page.action_wanted.connect(self._wishes.do_action)
        page.file_chosen.connect(self._wishes.open_path)
        page.file_forgotten.connect(self._wishes.forget)

    def _serve_registers(self, page: "RegistersPage") -> None:
        from ui.grid_memory import KeptColumns  # noqa: PLC0415  (not before the first page)
        from ui.widgets.register_side import RegisterSide  # noqa: PLC0415  (as above)

        page.remember_columns(KeptColumns(self._chooser.memory))
        self._rows = page.findChild(RegisterSide)
        if self._rows is not None and self._begun is not None:
            self._rows.take_begun(self._begun)

    def _serve_report(self, page: "ReportPage") -> None:
        from ui.report_flow import ReportFlow  # noqa: PLC0415  (not before the first page)

        if self._reports is None:
            self._reports = ReportFlow(self._desk, self._chooser, self._window)
        page.show_paper(self._desk.settings.paper)
        page.paper_chosen.connect(self._take_paper)
        page.watch.take_others(self._others)
        bridge = self._bridge()
        if bridge is not None:
            self._reports.serve(page, bridge)

    def _take_paper(self, paper: object) -> None:
        settings = self._desk.settings
        self._wishes.take_settings(replace(settings, paper=paper))  # type: ignore[arg-type]  # Paper or None

    def _serve_template(self, page: "SettingsPage") -> None:
        from ui.template_flow import TemplateFlow  # noqa: PLC0415  (not before the first page)

        if self._templates is None:
            self._templates = TemplateFlow(self._desk, self._chooser, self._window)
        self._templates.serve(page)

    def _serve_check(self, page: "BeforePage") -> None:
        page.take_desk(self._desk.settings.who, self._others)

    @property
    def _others(self) -> tuple[str, ...]:
        """The names by which other clients are known here."""
        bridge = self._bridge()
        return self._desk.other_clients(bridge.workspace.path) if bridge is not None else ()

    def _serve_import(self, page: "ImportPage") -> None:
        from ui.register_import.flow import ImportFlow  # noqa: PLC0415  (not before the first page)

        if self._imports is None:
            self._imports = ImportFlow(self._chooser, self._desk.folder, self._wishes, self._window)
        bridge = self._bridge()
        if bridge is not None:
            self._imports.serve(page, bridge)

    def _sitting_now(self) -> "Sitting":
        """The sitting with the open review; it outlasts the pages, which go with each new look."""
        from ui.sitting import Sitting  # noqa: PLC0415  (not before the first page)

        bridge = self._bridge()
        if self._sitting is None or self._sitting[0] is not bridge:
            self._sitting = (bridge, Sitting())
        return self._sitting[1]

    def _serve_plan(self, page: "FixFirstPage") -> None:
        from ui.calendar_flow import CalendarFlow  # noqa: PLC0415  (not before the first page)

        CalendarFlow(self._chooser, self._window).serve(page)

    def _serve_help(self, page: "HelpPage") -> None:
        page.left.connect(self._wishes.go_back)
        page.printing_wanted.connect(self._print_text)

    def _print_text(self, document: "QTextDocument", name: str) -> None:
        from ui.printing import show_text_preview  # noqa: PLC0415  (rarely needed)

        show_text_preview(document, name, self._window)

    def _serve_pictures(self, page: "RiskMapPage") -> None:
        from ui.picture_flow import PictureFlow  # noqa: PLC0415  (not before the first page)

        PictureFlow(self._chooser, self._window).serve(page)
