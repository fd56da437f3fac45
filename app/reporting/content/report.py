"""The whole report as words and figures: twelve pages, six appendices, and what stands on every page."""

from dataclasses import dataclass
from datetime import date

from app.signing.seal import seal
from app.i18n import _
from app.readiness import answered_line
from app.reporting.content.answer import answer
from app.reporting.content.answers import answers
from app.reporting.content.approval import approval
from app.reporting.content.changes import changes
from app.reporting.content.cover import cover
from app.reporting.content.exposed import exposed
from app.reporting.content.findings import Findings, brief, day
from app.reporting.content.fix_first import fix_first
from app.reporting.content.maps import maps
from app.reporting.content.method import method
from app.reporting.content.outcomes import outcomes
from app.reporting.content.ownership import ownership
from app.reporting.content.parts import Page, Section
from app.reporting.content.registers import access_register, ai_register
from app.reporting.content.risk_entries import all_risks
from app.reporting.content.statement import statement
from app.reporting.content.use_cases import use_cases
from app.reporting.content.vendors import vendors
from app.reporting.content.where import where
from models.assessment import Assessment
from models.snapshot import Snapshot

SHORT_FINGERPRINT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryPage:
    """What stands on every page."""

    client: str
    confidentiality: str
    version: str
    date: str
    scope: str
    progress: str
    fingerprint: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """A report, ready to be laid out. `fingerprint` has 64 hex digits."""

    title: str
    language: str
    day: date | None
    fingerprint: str
    every_page: EveryPage
    pages: tuple[Page, ...]
    appendix: tuple[Section, ...]


def report_content(
    snapshot: Snapshot, assessment: Assessment, previous: tuple[Snapshot, Assessment] | None = None
) -> ReportContent:
    """Everything that the report says, from one snapshot and its assessment; `previous` for appendix F."""
    findings = Findings(snapshot, assessment, previous)
    digits = seal(snapshot, assessment)
    client = brief(snapshot.engagement.client, 120)
    return ReportContent(
        title=_("AI risk map: {client}").format(client=client),
        language="en",
        day=snapshot.engagement.end_date,
        fingerprint=digits,
        every_page=_every_page(findings, digits),
        pages=(
            cover(findings, digits),
            answer(findings),
            outcomes(findings),
            maps(findings),
            where(findings),
            exposed(findings),
            use_cases(findings),
            approval(findings),
            vendors(findings),
            ownership(findings),
            fix_first(findings),
            method(findings, digits),
        ),
        appendix=(
            ai_register(findings),
            access_register(findings),
            all_risks(findings),
            answers(findings),
            statement(findings),
            changes(findings),
        ),
    )


def _every_page(findings: Findings, digits: str) -> EveryPage:
    engagement = findings.snapshot.engagement
    return EveryPage(
        client=brief(engagement.client, 120),
        confidentiality=brief(engagement.confidentiality or _("Confidential"), 120),
        version=_("Version {version}").format(version=brief(engagement.report_version or "0.1", 24)),
        date=day(engagement.end_date) if engagement.end_date else _("no end date"),
        scope=brief(engagement.scope or _("Scope not recorded"), 400),
        progress=answered_line(findings.assessment),
        fingerprint=digits[:SHORT_FINGERPRINT],
        state=_("Draft, not signed"),
    )
