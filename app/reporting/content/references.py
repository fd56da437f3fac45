"""Appendix H: the frameworks and laws behind the questions, in the editions that were read."""

from app.day_words import day
from app.frameworks import frameworks
from app.i18n import _
from app.reporting.content.findings import Findings
from app.reporting.content.parts import (
    Column,
    Grid,
    Heading,
    Row,
    Section,
    Words,
    strong,
    words,
)
from models.frameworks import Frameworks
from models.library import LibraryItem

_MARK = 0.07


def references(findings: Findings) -> Section:
    """H: frameworks section by section, dates of the law in full, and the editions that references name."""
    known = frameworks()
    lead = _(
        "As known on {date}. Marks: V checked against the primary text or two sources, S one secondary "
        "source, M to be checked. {disclaimer}"
    ).format(date=day(known.as_known_on), disclaimer=known.disclaimer)
    return Section(
        "H",
        _("Frameworks and law"),
        lead,
        (
            Heading(_("When law applies, and to whom")),
            _laws(known),
            Heading(_("Beside the AI Act"), level=2),
            _notes(known),
            Heading(_("Frameworks, section by section")),
            _crosswalk(findings, known),
            Heading(_("Editions")),
            _editions(known),
        ),
    )


def _crosswalk(findings: Findings, known: Frameworks) -> Grid:
    """What each framework says about each section of the review."""
    titles = {section.id: section.title for section in findings.snapshot.pack.sections}
    rows = tuple(
        Row(
            (
                words(strong(row.section), " ", titles.get(row.section, "")),
                words(row.nist_ai_rmf),
                words(row.nist_ai_600_1),
                words(row.iso_42001),
                words(row.eu_ai_act),
                words(row.privacy),
                words(row.owasp),
            )
        )
        for row in known.crosswalk
    )
    shares = (0.125, 0.19, 0.18, 0.16, 0.1, 0.125, 0.12)
    titled = (_("Section"), *known.columns)
    return Grid(tuple(Column(title, share) for title, share in zip(titled, shares, strict=True)), rows)


def _mark(item: LibraryItem) -> Words:
    return words(item.mark.letter)


def _laws(known: Frameworks) -> Grid:
    rows = tuple(
        Row(
            (
                words(strong(f"{law.law} {law.articles}")),
                words(law.matter),
                words(law.who),
                words(law.applies),
                words(law.meaning),
                _mark(law),
            )
        )
        for law in known.law_dates
    )
    columns = (
        Column(_("Law"), 0.13),
        Column(_("Matter"), 0.25),
        Column(_("Whom it binds"), 0.15),
        Column(_("Applies"), 0.15),
        Column(_("Here"), 0.25),
        Column(_("Mark"), _MARK),
    )
    return Grid(columns, rows)


def _notes(known: Frameworks) -> Grid:
    rows = tuple(
        Row((words(strong(note.jurisdiction)), words(note.text), _mark(note)))
        for note in (*known.law_notes, *known.sector_switches)
    )
    return Grid((Column(_("Where"), 0.13), Column(_("What"), 0.8), Column(_("Mark"), _MARK)), rows)


def _editions(known: Frameworks) -> Grid:
    rows = tuple(
        Row((words(strong(edition.id)), words(edition.title), words(edition.note), _mark(edition)))
        for edition in known.editions
    )
    columns = (
        Column(_("Referred to as"), 0.16),
        Column(_("Edition"), 0.44),
        Column(_("Note"), 0.33),
        Column(_("Mark"), _MARK),
    )
    return Grid(columns, rows)
