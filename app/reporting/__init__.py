"""The report: content first, then its story in blocks, then the PDF. The three steps never mix."""

from app.reporting.content import ReportContent, report_content
from app.reporting.errors import ReportCancelledError, ReportNotWrittenError
from app.reporting.pdf import pdf_bytes, write_pdf

__all__ = [
    "ReportCancelledError",
    "ReportContent",
    "ReportNotWrittenError",
    "pdf_bytes",
    "report_content",
    "write_pdf",
]
