"""The whole report as words and figures: twelve pages, eight appendices, and what stands on every page."""

from dataclasses import dataclass, field
from datetime import date

from app.collecting import collecting_later
from app.day_words import day
from app.i18n import _
from app.readiness import answered_line
from app.reporting.content.answer import answer
from app.reporting.content.answers import answers
from app.reporting.content.approval import approval
from app.reporting.content.behind import behind_the_numbers
from app.reporting.content.changes import changes
from app.reporting.content.cover import cover
from app.reporting.content.exposed import exposed
from app.reporting.content.findings import Findings, brief, listed
from app.reporting.content.fix_first import fix_first
from app.reporting.content.maps import maps
from app.reporting.content.method import method
from app.reporting.content.outcomes import outcomes
from app.reporting.content.ownership import ownership
from app.reporting.content.parts import Page, Section
from app.reporting.content.references import references
from app.reporting.content.registers import access_register, ai_register
from app.reporting.content.risk_entries import all_risks
from app.reporting.content.sign_off import state_words, version_words
from app.reporting.content.statement import statement
from app.reporting.content.use_cases import use_cases
from app.reporting.content.vendors import vendors
from app.reporting.content.where import where
from app.signing.copy_inside import FileInside, copy_inside
from models.assessment import Assessment
from models.sign_off import ReadyToSign
from models.snapshot import Snapshot

SHORT_FINGERPRINT = 16
PRODUCER = "Plumbline"


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
    """A report, ready to be laid out. `author` is who reviewed; `fingerprint` the seal, 64 hex digits."""

    title: str
    author: str
    language: str
    day: date | None
    fingerprint: str
    every_page: EveryPage
    pages: tuple[Page, ...]
    appendix: tuple[Section, ...]
    inside: tuple[FileInside, ...] = field(default=(), repr=False)


@collecting_later()
def report_content(
    snapshot: Snapshot,
    assessment: Assessment,
    previous: tuple[Snapshot, Assessment] | None = None,
    ready: ReadyToSign | None = None,
) -> ReportContent:
    """Everything that the report says, from one snapshot and its assessment; `previous` for appendix F.

    With `ready` it is the report for signature: it has fields to sign in and says what a signature binds.
    Raises ValueError if that is the seal of another state.
    """
    findings = Findings(snapshot, assessment, previous)
    copy = copy_inside(snapshot, assessment, ready)
    digits = copy.seal
    if ready is not None and ready.seal != digits:
        raise ValueError("a report for signature of a review that has changed since it was sealed")
    client = brief(snapshot.engagement.client, 120)
    return ReportContent(
        title=_("AI risk map: {client}").format(client=client),
        author=brief(listed(snapshot.engagement.consultants or (PRODUCER,), most=6), 120),
        language="en",
        day=snapshot.engagement.end_date,
        fingerprint=digits,
        every_page=_every_page(findings, digits, ready),
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
            method(findings, digits, ready),
        ),
        appendix=(
            ai_register(findings),
            access_register(findings),
            all_risks(findings),
            answers(findings),
            statement(findings),
            changes(findings),
            behind_the_numbers(findings),
            references(findings),
        ),
        inside=copy.files,
    )


def _every_page(findings: Findings, digits: str, ready: ReadyToSign | None) -> EveryPage:
    engagement = findings.snapshot.engagement
    return EveryPage(
        client=brief(engagement.client, 120),
        confidentiality=brief(engagement.confidentiality or _("Confidential"), 120),
        version=version_words(findings, ready),
        date=day(engagement.end_date) if engagement.end_date else _("no end date"),
        scope=brief(engagement.scope or _("Scope not recorded"), 400),
        progress=answered_line(findings.assessment),
        fingerprint=digits[:SHORT_FINGERPRINT],
        state=state_words(findings, ready),
    )
