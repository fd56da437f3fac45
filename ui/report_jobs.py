"""The jobs behind the report page: the PDF as bytes, and as a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from app.assessment import assess
from app.branding.choice import stationery_of
from app.collecting import collecting_later
from app.redaction import Hidden, redacted
from app.reporting import ReportContent, pdf_bytes, report_content, write_pdf
from app.settings import Settings
from app.workspace import Workspace
from models.assessment import Assessment
from models.snapshot import Snapshot
from ui.tasks import Job, Report, Stopped
from ui.territory import territory

Source: TypeAlias = tuple[Snapshot, Assessment, Snapshot | None]


def preview(workspace: Workspace, settings: Settings) -> Job:
    """A job that gives the PDF of the review as it is now, as bytes."""
    source = _source(workspace)

    @collecting_later()
    def draw(report: Report, stopped: Stopped) -> object:
        made_on = stationery_of(settings, territory())
        return pdf_bytes(_content(source), made_on, on_progress=_share(report), cancelled=stopped)

    return draw


def export(workspace: Workspace, path: Path, settings: Settings) -> Job:
    """A job that writes the PDF of the review as it is now."""
    source = _source(workspace)

    @collecting_later()
    def write(report: Report, stopped: Stopped) -> object:
        made_on = stationery_of(settings, territory())
        write_pdf(_content(source), path, made_on, on_progress=_share(report), cancelled=stopped)
        return path

    return write


def export_without_names(workspace: Workspace, hidden: Hidden, path: Path, settings: Settings) -> Job:
    """A job that writes the PDF of the review as it is now, without what is to be hidden."""
    snapshot, previous = workspace.snapshot, workspace.previous

    @collecting_later()
    def write(report: Report, stopped: Stopped) -> object:
        made_on = stationery_of(settings, territory())
        shown = redacted(snapshot, hidden)
        before = redacted(previous, hidden) if previous is not None else None
        content = _content((shown, assess(shown), before))
        write_pdf(content, path, made_on, on_progress=_share(report), cancelled=stopped)
        return path

    return write


def _source(workspace: Workspace) -> Source:
    """The values that the job works on; the file itself stays with the window."""
    return workspace.snapshot, workspace.assessment, workspace.previous


def _content(source: Source) -> ReportContent:
    snapshot, assessment, previous = source
    before = None if previous is None else (previous, assess(previous))
    return report_content(snapshot, assessment, before)


def _share(report: Report) -> Callable[[int, int], None]:
    return lambda done, of: report(done / of)
