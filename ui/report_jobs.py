"""The jobs behind the report page: the PDF as bytes, and every export as a file."""

from dataclasses import replace
from pathlib import Path

from app.atomic_file import write_whole
from app.exports import Format, Wanted, exported
from app.redaction import Hidden
from app.workspace import Workspace
from ui.tasks import Job, Report, Stopped

PDF = Wanted(format=Format.PDF)


def preview(workspace: Workspace, wanted: Wanted = PDF) -> Job:
    """A job that gives the pages of what is wanted, as the bytes of a PDF."""
    return _made(workspace, replace(wanted, format=Format.PDF))


def export(workspace: Workspace, path: Path, wanted: Wanted = PDF) -> Job:
    """A job that writes the review as it is now, whole or not at all."""
    make = _made(workspace, wanted)

    def write(report: Report, stopped: Stopped) -> object:
        data = make(report, stopped)
        assert isinstance(data, bytes)  # noqa: S101  (what `_made` gives)
        write_whole(path, data)
        return path

    return write


def export_without_names(workspace: Workspace, hidden: Hidden, path: Path) -> Job:
    """A job that writes the PDF of the review as it is now, without what is to be hidden."""
    return export(workspace, path, replace(PDF, hidden=hidden))


def _made(workspace: Workspace, wanted: Wanted) -> Job:
    """A job on values only; the file itself stays with the window."""
    snapshot, previous = workspace.snapshot, workspace.previous

    def make(report: Report, stopped: Stopped) -> object:
        return exported(wanted, snapshot, previous, on_share=report, cancelled=stopped)

    return make
