"""The whole report as words and figures: twelve pages, eight appendices, and what stands on every page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.assessment import assess
from app.client_safe import client_safe
from app.collecting import collecting_later
from app.day_words import day
from app.i18n import _
from app.readiness import answered_line
from app.reporting.content.answer import answer
from app.reporting.content.answers import answers
from app.reporting.content.approval import approval
from app.reporting.content.behind import behind_the_numbers
from app.reporting.content.changes import changes
from app.reporting.content.cover import cover, document_words, scope_words
from app.reporting.content.decisions import decisions
from app.reporting.content.exposed import exposed
from app.reporting.content.findings import Findings, brief, listed
from app.reporting.content.fix_first import fix_first
from app.reporting.content.links import places_in, without_dead_links
from app.reporting.content.maps import maps
from app.reporting.content.method import method
from app.reporting.content.outcomes import outcomes
from app.reporting.content.ownership import ownership
from app.reporting.content.parts import Page, Section, Words, words
from app.reporting.content.references import references
from app.reporting.content.registers import access_register, ai_register
from app.reporting.content.risk_entries import all_risks
from app.reporting.content.sign_off import state_words, version_words
from app.reporting.content.statement import statement
from app.reporting.content.summary import summary
from app.reporting.content.use_cases import use_cases
from app.reporting.content.vendors import vendors
from app.reporting.content.where import where
from app.signing.copy_inside import FileInside, copy_inside
from app.variants import Variant
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
    """A report, ready to be laid out. `author` is who reviewed; `fingerprint` the seal, 64 hex digits.

    `about` says which variant it is and what it leaves out; `inside` rides along.
    """

    title: str
    author: str
    language: str
    day: date | None
    fingerprint: str
    every_page: EveryPage
    pages: tuple[Page, ...]
    appendix: tuple[Section, ...]
    about: Words
    inside: tuple[FileInside, ...] = field(default=(), repr=False)


@collecting_later()
def report_content(
    snapshot: Snapshot,
    assessment: Assessment,
    previous: tuple[Snapshot, Assessment] | None = None,
    ready: ReadyToSign | None = None,
    variant: Variant = Variant.FULL,
) -> ReportContent:
    """Everything that the report says, from one snapshot and its assessment; `previous` for appendix F.

    With `ready` it is the report for signature: it has fields to sign in and says what a signature binds.
    Only the full report is for signature. The client-safe variant takes people and texts out by itself.
    Raises ValueError if that is the seal of another state, or another variant.
    """
    if ready is not None and variant is not Variant.FULL:
        raise ValueError("only the full report is signed")
    if variant is Variant.CLIENT_SAFE:
        snapshot, assessment = _safe(snapshot)
        previous = _safe(previous[0]) if previous is not None else None
    findings = Findings(snapshot, assessment, previous, variant)
    copy = copy_inside(snapshot, assessment, ready)
    digits = copy.seal
    if ready is not None and ready.seal != digits:
        raise ValueError("a report for signature of a review that has changed since it was sealed")
    pages, appendix = _pages(findings, digits, ready), _appendix(findings)
    if variant is not Variant.FULL:
        places = frozenset(places_in((*pages, *appendix)))
        pages, appendix = without_dead_links(pages, places), without_dead_links(appendix, places)
    return ReportContent(
        title=_title(findings),
        author=_author(findings),
        language="en",
        day=snapshot.engagement.end_date,
        fingerprint=digits,
        every_page=_every_page(findings, digits, ready),
        pages=pages,
        appendix=appendix,
        about=words(*document_words(findings)),
        inside=copy.files if findings.edition.carries_data else (),
    )


def _pages(findings: Findings, digits: str, ready: ReadyToSign | None) -> tuple[Page, ...]:
    """The pages of the main part that are printed, numbered as they are printed."""
    if findings.edition.has_statements:
        return decisions(findings, digits)
    if findings.variant is Variant.EXECUTIVE:
        return summary(findings)
    builders: Mapping[int, Callable[[], Page]] = {
        1: lambda: cover(findings, digits),
        2: lambda: answer(findings),
        3: lambda: outcomes(findings),
        4: lambda: maps(findings),
        5: lambda: where(findings),
        6: lambda: exposed(findings),
        7: lambda: use_cases(findings),
        8: lambda: approval(findings),
        9: lambda: vendors(findings),
        10: lambda: ownership(findings),
        11: lambda: fix_first(findings),
        12: lambda: method(findings, digits, ready),
    }
    return tuple(builders[number]() for number in findings.edition.pages)


def _appendix(findings: Findings) -> tuple[Section, ...]:
    """The sections of the appendix that are printed."""
    builders: Mapping[str, Callable[[Findings], Section]] = {
        "A": ai_register,
        "B": access_register,
        "C": all_risks,
        "D": answers,
        "E": statement,
        "F": changes,
        "G": behind_the_numbers,
        "H": references,
    }
    return tuple(builders[letter](findings) for letter in findings.edition.sections)


def _safe(snapshot: Snapshot) -> tuple[Snapshot, Assessment]:
    shared = client_safe(snapshot)
    return shared, assess(shared)


def _title(findings: Findings) -> str:
    client = brief(findings.snapshot.engagement.client, 120)
    if findings.variant is Variant.FULL:
        return _("AI risk map: {client}").format(client=client)
    return _("AI risk map, {variant}: {client}").format(variant=findings.edition.title.lower(), client=client)


def _every_page(findings: Findings, digits: str, ready: ReadyToSign | None) -> EveryPage:
    engagement = findings.snapshot.engagement
    return EveryPage(
        client=brief(engagement.client, 120),
        confidentiality=brief(engagement.confidentiality or _("Confidential"), 120),
        version=_version(findings, ready),
        date=day(engagement.end_date) if engagement.end_date else _("no end date"),
        scope=scope_words(findings),
        progress=answered_line(findings.assessment),
        fingerprint=digits[:SHORT_FINGERPRINT],
        state=state_words(findings, ready),
    )


def _author(findings: Findings) -> str:
    """Who reviewed; where nobody is named, the program."""
    consultants = findings.snapshot.engagement.consultants
    if not consultants or findings.leaves_out(consultants):
        return PRODUCER
    return brief(listed(consultants, most=6), 120)


def _version(findings: Findings, ready: ReadyToSign | None) -> str:
    """The version, with the variant before it where it is not the full report."""
    version = version_words(findings, ready)
    return version if findings.variant is Variant.FULL else f"{findings.edition.title}  ·  {version}"
