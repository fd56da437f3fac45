"""Appendix G: what stands behind every number of pages 2 to 11, a line for each, and the way back."""

from app.i18n import _
from app.reporting.content.findings import Findings, page_link
from app.reporting.content.number import Number, number_place
from app.reporting.content.parts import (
    Column,
    Grid,
    Heading,
    Part,
    Row,
    Run,
    Section,
    Words,
    entry_place,
    question_place,
    quiet,
    risk_place,
    spread,
    strong,
    words,
)

_MOST = 120
_COLUMNS = (
    Column(_("Number"), 0.07),
    Column(_("What it is"), 0.36),
    Column(_("Counted"), 0.46),
    Column(_("Stands on"), 0.11),
)


def behind_the_numbers(findings: Findings) -> Section:
    """G: the numbers, page by page."""
    parts: list[Part] = []
    found = list(findings.numbers.values())
    for page in sorted({number.pages[0] for number in found}):
        rows = tuple(_row(findings, number) for number in found if number.pages[0] == page)
        parts.extend((Heading(_("First on page {n}").format(n=page)), Grid(_COLUMNS, rows)))
    lead = _(
        "Every number of pages 2 to 11 leads here. Whoever doubts one counts the entries in its line: "
        "each id leads to its entry in appendix A to D, and the last column leads back."
    )
    return Section("G", _("Behind the numbers"), lead, tuple(parts))


def _row(findings: Findings, number: Number) -> Row:
    pages: list[Words | Run | str] = [page_link(findings, page) for page in number.pages]
    return Row(
        (
            words(strong(f"{number.value:,}")),
            words(number.counts),
            _counted(findings, number.of),
            spread(pages),
        ),
        number_place(number.key),
    )


def _counted(findings: Findings, ids: tuple[str, ...]) -> Words:
    if not ids:
        return words(quiet("–"))
    shown: list[Words | Run | str] = [Run(key, to=_place(findings, key)) for key in ids[:_MOST]]
    if len(ids) > _MOST:
        shown.append(_("and {n} more").format(n=len(ids) - _MOST))
    return spread(shown)


def _place(findings: Findings, key: str) -> str:
    if key in findings.assessment.risks_by_id:
        return risk_place(key)
    return question_place(key) if key in findings.snapshot.pack else entry_place(key)
