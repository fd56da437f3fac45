"""The statements on automated decisions as a document of their own: a cover, then a page for each use."""

from app.frameworks import frameworks
from app.i18n import _
from app.reporting.content.cover import document_words, scope_rows, seal_parts
from app.reporting.content.findings import Findings, brief, more_words, range_mark
from app.reporting.content.ownership import input_words
from app.reporting.content.parts import (
    BandMark,
    Beside,
    Bullets,
    Column,
    Facts,
    Grid,
    Heading,
    Page,
    Paragraph,
    Part,
    Row,
    Run,
    SignLines,
    Words,
    page_place,
    quiet,
    strong,
    words,
)
from app.reporting.content.statement import DRAFT, NO_USE, deciding, statement_facts
from models.values import UseCase
from models.values import words as choice_words

_ROOM = 4
_NOT_HERE = frozenset({_("Systems"), _("Sessions"), _("Who took part"), _("Left out")})
_SECTIONS = ("UCR", "OVR")
_OPEN_SHOWN = 8
_LINES = 3
_TO_COMPLETE = (
    (_("Logic, in plain words"), ""),
    (_("Effect on the person"), ""),
    (_("Legal basis"), ""),
    (_("How people are told"), ""),
    (_("How to object, and who decides again"), ""),
)
_FINISHED_BY = (
    (_("Legal"), _("name, date, signature")),
    (_("Business owner"), _("name, date, signature")),
)


def decisions(findings: Findings, fingerprint: str) -> tuple[Page, ...]:
    """The cover with the uses concerned, and a page for each of them."""
    uses = deciding(findings)
    pages = (_page(findings, number, use) for number, use in enumerate(uses, start=2))
    return (_cover(findings, uses, fingerprint), *pages)


def _cover(findings: Findings, uses: tuple[UseCase, ...], fingerprint: str) -> Page:
    rows = tuple(row for row in scope_rows(findings) if row[0] not in _NOT_HERE)
    left = (Facts(((_("This document"), words(*document_words(findings))), *rows)),)
    right = (
        Heading(_("What this is"), level=2),
        Paragraph(words(DRAFT)),
        *seal_parts(fingerprint),
    )
    return Page(
        1,
        findings.snapshot.engagement.client,
        _("Automated-decision statements, draft"),
        "",
        (
            Beside(((0.6, left), (0.4, right))),
            Heading(_("Uses concerned")),
            _uses(findings, uses) if uses else Paragraph(words(NO_USE)),
        ),
    )


def _uses(findings: Findings, uses: tuple[UseCase, ...]) -> Grid:
    rows = tuple(
        Row(
            (
                words(strong(use.id, page_place(page)), " ", brief(use.name, 120)),
                words(findings.review.classified(use).level.value),
                words(choice_words(use.decision_domain) if use.decision_domain else _("not known")),
                words(choice_words(use.role) if use.role else _("not known")),
                words(Run(_("page\u00a0{n}").format(n=page), to=page_place(page))),
            )
        )
        for page, use in enumerate(uses, start=2)
    )
    columns = (
        Column(_("Use case"), 0.44),
        Column(_("Level"), 0.1),
        Column(_("Decision"), 0.22),
        Column(_("What the AI does"), 0.14),
        Column(_("Statement"), 0.1),
    )
    return Grid(columns, rows, more=_("and {n} more, on the pages that follow"))


def _page(findings: Findings, number: int, use: UseCase) -> Page:
    left = (Facts(statement_facts(findings, use, _ROOM), label_share=0.22),)
    right = (
        Heading(_("Risks on record for this use"), level=2),
        _risks(findings, use),
        Heading(_("Still to be found out"), level=2),
        _open(findings, use),
        Heading(_("References to check"), level=2),
        Facts(_references(), label_share=0.3, size="small"),
    )
    below: tuple[tuple[float, tuple[Part, ...]], ...] = (
        (0.6, (Heading(_("For counsel to complete")), SignLines(_TO_COMPLETE, room=_LINES))),
        (0.4, (Heading(_("Finished by")), SignLines(_FINISHED_BY))),
    )
    return Page(
        number,
        f"{use.id} {brief(use.name, 120)}",
        _("Automated-decision statement, draft. Counsel completes what is in brackets."),
        _("For legal and privacy"),
        (Beside(((0.6, left), (0.4, right))), Beside(below)),
    )


def _references() -> tuple[tuple[str, Words], ...]:
    """What the frameworks say about decisions and about people in them."""
    rows = [row for row in frameworks().crosswalk if row.section in _SECTIONS]
    *_others, act, privacy, _security = frameworks().columns
    return (
        (act, words("; ".join(row.eu_ai_act for row in rows))),
        (privacy, words("; ".join(row.privacy for row in rows))),
    )


def _risks(findings: Findings, use: UseCase) -> Grid:
    rows = tuple(
        Row(
            (
                words(strong(risk.id), " ", brief(risk.title, 110)),
                BandMark(risk.residual.band),
                range_mark(risk),
            )
        )
        for risk in findings.risks_of.get(use.id, ())
    )
    columns = (Column(_("Risk"), 0.56), Column(_("Band"), 0.18), Column(_("Best to worst"), 0.26))
    return Grid(columns, rows, more=more_words(findings, "C"), empty=_("No risk on record is about it."))


def _open(findings: Findings, use: UseCase) -> Part:
    """The open points that could move a band of this use, as questions for whoever finishes the statement."""
    mine = {risk.id for risk in findings.risks_of.get(use.id, ())}
    found = [item for item in findings.assessment.find_out if mine & set(item.risks)]
    if not found:
        return Paragraph(words(quiet(_("Nothing that is open could move a band of this use."))))
    return Bullets(tuple(words(input_words(findings, item.input)) for item in found[:_OPEN_SHOWN]), "small")
