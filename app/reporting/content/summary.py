"""The executive summary: four pages of the full report, the first of them opening the document."""

from dataclasses import replace

from app.i18n import _
from app.reporting.content.answer import answer
from app.reporting.content.cover import document_words
from app.reporting.content.findings import Findings, inside
from app.reporting.content.fix_first import fix_first
from app.reporting.content.maps import maps
from app.reporting.content.method import limits
from app.reporting.content.ownership import ownership
from app.reporting.content.parts import (
    Beside,
    Heading,
    Page,
    Paragraph,
    Part,
    Words,
    filled,
    quiet,
    spread,
    strong,
    words,
)


def summary(findings: Findings) -> tuple[Page, ...]:
    """The pages in the order of the edition: answer, map, fix first, what nobody knows with the limits."""
    pages = (_opening(findings), maps(findings), fix_first(findings), _with_limits(findings))
    return tuple(replace(page, number=number) for number, page in enumerate(pages, start=1))


def _opening(findings: Findings) -> Page:
    page = answer(findings)
    return replace(
        page,
        title=findings.snapshot.engagement.client,
        lead=_("AI risk map: {title}").format(title=page.title[:1].lower() + page.title[1:]),
        parts=(
            Paragraph(words(*document_words(findings)), size="small"),
            Paragraph(_strong(page.lead)),
            *page.parts,
        ),
        opens=True,
    )


def _with_limits(findings: Findings) -> Page:
    page = ownership(findings)
    first, *others = limits(findings)
    made = _("Risk model {model}, question pack {pack}.").format(
        model=findings.assessment.risk_model, pack=findings.snapshot.pack.id
    )
    told: tuple[tuple[float, tuple[Part, ...]], ...] = (
        (0.42, (Heading(_("Limits")), first, *_stop_rules(findings))),
        (
            0.58,
            (
                Heading(_("What it rests on, and what would change it")),
                *others,
                Paragraph(words(quiet(made))),
            ),
        ),
    )
    return replace(
        page,
        title=_("What we do not know, and limits"),
        parts=(*page.parts, Beside(told)),
    )


def _stop_rules(findings: Findings) -> tuple[Part, ...]:
    """What the stop rules say that fire: here no appendix explains them."""
    fired = findings.assessment.outcomes.fix_first.stop_rules
    if not fired:
        return ()
    rules = spread([words(strong(one.rule.value), " ", inside(_(one.rule.label))) for one in fired], "; ")
    return (Paragraph(filled(_("Stop rules that fire: {rules}."), rules=rules), size="small"),)


def _strong(lead: str | Words) -> Words:
    return Words(tuple(replace(run, strong=True) for run in words(lead).runs))
