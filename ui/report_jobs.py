"""The jobs behind the report page: the PDF as bytes, and every export as a file."""

from dataclasses import replace
from pathlib import Path

from app.atomic_file import write_whole
from app.branding.choice import stationery_of
from app.collecting import collecting_later
from app.exports import Format, Wanted, exported
from app.redaction import Hidden
from app.settings import Settings
from app.workspace import Workspace
from ui.tasks import Job, Report, Stopped
from ui.territory import territory

PDF = Wanted(format=Format.PDF)


def preview(workspace: Workspace, settings: Settings, wanted: Wanted = PDF) -> Job:
    """A job that gives the pages of what is wanted, as the bytes of a PDF."""
    return _made(workspace, settings, replace(wanted, format=Format.PDF))


def export(workspace: Workspace, path: Path, settings: Settings, wanted: Wanted = PDF) -> Job:
    """A job that writes the review as it is now, whole or not at all."""
    make = _made(workspace, settings, wanted)

    def write(report: Report, stopped: Stopped) -> object:
        data = make(report, stopped)
        assert isinstance(data, bytes)  # noqa: S101  (what `_made` gives)
        write_whole(path, data)
        return path

    return write


def export_without_names(workspace: Workspace, hidden: Hidden, path: Path, settings: Settings) -> Job:
    """A job that writes the PDF of the review as it is now, without what is to be hidden."""
    return export(workspace, path, settings, replace(PDF, hidden=hidden))


def _made(workspace: Workspace, settings: Settings, wanted: Wanted) -> Job:
    """A job on values only; the file itself stays with the window."""
    snapshot, previous = workspace.snapshot, workspace.previous

    @collecting_later()
    def make(report: Report, stopped: Stopped) -> object:
        made_on = stationery_of(settings, territory())
        return exported(
            replace(wanted, made_on=made_on), snapshot, previous, on_share=report, cancelled=stopped
        )

    return make
