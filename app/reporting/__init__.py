"""The report: content first, then its story in blocks, then the PDF. The three steps never mix."""

import sys
from types import ModuleType

# ReportLab runs what it finds by these names, in the home folder too. Here nothing is found, so that the same
# review gives the same bytes for everybody, and no file but ours is run.
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))

from app.reporting.content import ReportContent, report_content  # noqa: E402  (ReportLab comes after the above)
from app.reporting.errors import ReportCancelledError, ReportNotWrittenError  # noqa: E402
from app.reporting.pdf import pdf_bytes, write_pdf  # noqa: E402

__all__ = [
    "ReportCancelledError",
    "ReportContent",
    "ReportNotWrittenError",
    "pdf_bytes",
    "report_content",
    "write_pdf",
]
