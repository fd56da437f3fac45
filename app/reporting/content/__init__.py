"""The report as words and figures: no paper, no fonts, no page breaks."""

from app.reporting.content.report import ReportContent, report_content

__all__ = ["ReportContent", "report_content"]
