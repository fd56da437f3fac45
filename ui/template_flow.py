"""Chooses a firm's template for the settings page: asks for it, reads it, shows a sample, lets it go."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.branding.choice import stationery_of
from app.branding.errors import TemplateError
from app.branding.template import Stationery
from app.i18n import _
from app.settings import Settings
from ui.desk import Desk
from ui.file_chooser import FileChooser
from ui.latest_job import LatestJob
from ui.tasks import Report, Stopped
from ui.territory import territory

if TYPE_CHECKING:
    from ui.pages.settings_page import SettingsPage

PURPOSE = "template"


class TemplateFlow(QObject):
    """Serves one settings page at a time; templates are read beside the window, since a logo may be large."""

    def __init__(self, desk: Desk, chooser: FileChooser, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._chooser = chooser
        self._window = window
        self._job = LatestJob(self)
        self._page: SettingsPage | None = None

    def serve(self, page: "SettingsPage") -> None:
        """Listen to a settings page, and show it what is chosen."""
        self._page = page
        page.template.choose_wanted.connect(self._choose)
        page.template.sample_wanted.connect(self._show_sample)
        page.template.removed.connect(self._remove)
        self._show_chosen(self._desk.settings)

    def leave(self) -> None:
        """Serve no page any more."""
        self._page = None
        self._job.leave()

    def _show_chosen(self, settings: Settings) -> None:
        if self._page is None:
            return
        if not settings.template:
            self._page.template.show_none()
            return
        self._page.template.show_path(Path(settings.template))
        self._read(settings, self._show)

    def _choose(self) -> None:
        kinds = _("Firm's template (*.toml)")
        path = self._chooser.file_to_open(self._window, _("Choose a firm's template"), kinds, PURPOSE)
        if path is not None:
            self._read(replace(self._desk.settings, template=str(path)), lambda made: self._take(path, made))

    def _take(self, path: Path, made: Stationery) -> None:
        if self._page is not None:
            self._page.take_template(str(path))
        self._show(made)

    def _show(self, made: Stationery) -> None:
        if self._page is not None and made.firm is not None:
            self._page.template.show_template(made.firm)

    def _remove(self) -> None:
        if self._page is not None:
            self._page.take_template("")
            self._page.template.show_none()

    def _show_sample(self) -> None:
        settings = self._desk.settings

        def draw(_report: Report, _stopped: Stopped) -> object:
            from app.reporting.specimen import specimen_bytes  # noqa: PLC0415  (ReportLab takes its time)

            made = stationery_of(settings, territory())
            return made, specimen_bytes(made)

        self._run(draw, self._give_sample)

    def _give_sample(self, drawn: tuple[Stationery, bytes]) -> None:
        made, pdf = drawn
        self._show(made)
        if self._page is not None:
            self._page.template.show_sample(pdf)

    def _read(self, settings: Settings, then: Callable[[Stationery], None]) -> None:
        self._run(lambda _report, _stopped: stationery_of(settings, territory()), then)

    def _run(self, job: Callable[[Report, Stopped], object], then: Callable[..., None]) -> None:
        self._job.run(job, then, self._tell_failure)

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, TemplateError):
            raise error
        if self._page is not None:
            self._page.template.show_failed(error.title, str(error), error.advice)
