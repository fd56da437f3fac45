"""Appendix F: what is new, better, worse and gone since the review before."""

from app.comparison import Comparison, Movement, RiskChange, comparison
from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, listed, risk_link
from app.reporting.content.parts import (
    BandMark,
    Cell,
    Column,
    Figures,
    Grid,
    Heading,
    Paragraph,
    Part,
    Row,
    Section,
    Words,
    quiet,
    strong,
    words,
)
from models.risk import Risk

_ORDER = (
    (Movement.NEW, _("New")),
    (Movement.WORSE, _("Worse")),
    (Movement.BETTER, _("Better")),
    (Movement.GONE, _("Gone")),
)


def changes(findings: Findings) -> Section:
    """F: change since the last review."""
    title = _("Change since the last review")
    if findings.previous is None:
        text = _("This is the first review of the engagement: there is nothing to compare it with.")
        return Section("F", title, "", (Paragraph(words(text)),))
    found = comparison(findings.previous, (findings.snapshot, findings.assessment))
    lead = _("Compared with: {title}.").format(title=findings.previous[0].header.title)
    figures = Figures(
        (
            *((strong(str(len(found.moved(movement)))), label.lower()) for movement, label in _ORDER),
            (strong(str(found.unchanged)), _("unchanged")),
        )
    )
    return Section("F", title, lead, (figures, *_risks(found), *_records(found)))


def _risks(found: Comparison) -> tuple[Part, ...]:
    parts: list[Part] = []
    columns = (
        Column(_("Risk"), 0.56),
        Column(_("Before"), 0.13),
        Column("", 0.09),
        Column(_("Now"), 0.13),
        Column("", 0.09),
    )
    for movement, label in _ORDER:
        moved = found.moved(movement)
        if moved:
            parts.extend((Heading(label), Grid(columns, tuple(_row(change) for change in moved))))
    return tuple(parts)


def _row(change: RiskChange) -> Row:
    risk = change.after or change.before
    title = risk.title if risk else ""
    name = words(risk_link(change.id), " ", title) if change.after else words(strong(change.id), " ", title)
    before, after = change.before, change.after
    return Row(
        (
            name,
            _stand(before, _("not there")),
            _rating(before),
            _stand(after, _("gone")),
            _rating(after),
        )
    )


def _stand(risk: Risk | None, absent: str) -> Cell:
    return BandMark(risk.residual.band) if risk else words(quiet(absent))


def _rating(risk: Risk | None) -> Words:
    """Likelihood and impact, which may move inside a band."""
    return words(quiet(f"L{risk.residual.likelihood} I{risk.residual.impact}" if risk else ""))


def _records(found: Comparison) -> tuple[Part, ...]:
    rows = tuple(
        Row(
            (
                words(strong(change.register.label)),
                words(listed(change.added, most=12)),
                words(listed(change.removed, most=12)),
                words(listed(change.changed, most=12)),
            )
        )
        for change in found.registers
    )
    columns = (
        Column(_("Register"), 0.19),
        Column(_("Added"), 0.27),
        Column(_("Removed"), 0.27),
        Column(_("Changed"), 0.27),
    )
    count = len(found.questions)
    text = ngettext("{n} question is answered differently", "{n} questions are answered differently", count)
    text = text.format(n=count) + (f": {', '.join(found.questions)}." if count else ".")
    return (
        Heading(_("Registers")),
        Grid(columns, rows, empty=_("No register entry changed.")),
        Heading(_("Answers")),
        Paragraph(words(text), size="small"),
    )
