"""A sample of what reports look like on a stationery: two pages about nobody."""

from app.branding.template import Stationery
from app.i18n import _
from app.reporting.content.parts import (
    BandMark,
    Bullets,
    Column,
    Facts,
    Figures,
    Grid,
    Heading,
    Page,
    Paragraph,
    Row,
    Run,
    page_place,
    quiet,
    strong,
    words,
)
from app.reporting.content.report import PRODUCER, EveryPage, ReportContent
from app.reporting.pdf import pdf_bytes
from models.risk import Band


def specimen_bytes(stationery: Stationery) -> bytes:
    """A PDF of a cover and a page with headings, text, links, a table and all bands."""
    every = EveryPage(
        client=_("Name of the client"),
        confidentiality=_("Confidential"),
        version=_("Version 1.0"),
        date=_("date"),
        scope=_("what was reviewed"),
        progress=_("61 of 61 questions answered, 0 unknown"),
        fingerprint="0" * 16,
        state=_("Sample"),
    )
    content = ReportContent(
        title=_("Sample of a report"),
        author=PRODUCER,
        language="en",
        day=None,
        fingerprint="0" * 64,
        every_page=every,
        pages=(_cover(), _page()),
        appendix=(),
        about=words(_("Sample")),
    )
    return pdf_bytes(content, stationery)


def _cover() -> Page:
    facts = ((_("Scope"), words(_("what was reviewed"))), (_("Reviewers"), words(_("who reviewed it"))))
    figures = Figures(
        ((strong("14"), _("AI tools")), (strong("10"), _("systems")), (strong("69"), _("risks")))
    )
    lead = _("AI risk map of marketing operations")
    return Page(1, _("Name of the client"), lead, "", (figures, Facts(facts)))


def _page() -> Page:
    rows = tuple(
        Row((words(Run(band.value, strong=True)), BandMark(band), words(quiet(_("a remark")))), washed=washed)
        for band, washed in zip(reversed(Band), (False, True, False, True), strict=True)
    )
    link = Run(_("a link to the cover"), to=page_place(1))
    parts = (
        Heading(_("A heading")),
        Paragraph(words(_("Text as it stands on every page, with "), link, ".")),
        Bullets((words(_("a point")), words(_("another point"))), numbered=True),
        Heading(_("A table")),
        Grid((Column(_("Words"), 0.4), Column(_("Band"), 0.2), Column(_("Remark"), 0.4)), rows),
    )
    return Page(2, _("A page"), _("Its lead, and below it all that a page is made of."), "", parts)
