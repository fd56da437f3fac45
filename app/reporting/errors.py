"""What can go wrong when a report is written."""

from app.errors import ReviewError
from app.i18n import _


class ReportNotWrittenError(ReviewError):
    """The PDF could not be saved where it was asked for."""

    title = _("The report could not be saved")
    advice = _("Choose another folder, or close the file if it is open elsewhere.")


class ReportCancelledError(ReviewError):
    """The person stopped the export; nothing was written."""

    title = _("The export was stopped")
    advice = _("Nothing was written. Export again when you are ready.")
