"""Page 12: how the bands are made, what they do not say, and what stands behind them."""

import re
from collections.abc import Sequence

from app.assessment.words import IMPACT_WORDS, LIKELIHOOD_WORDS
from app.day_words import day
from app.frameworks import frameworks
from app.i18n import _
from app.reporting.content.findings import Findings, brief, more_words, page_link
from app.reporting.content.parts import (
    Beside,
    Bullets,
    Column,
    Grid,
    Heading,
    Page,
    Paragraph,
    Part,
    Row,
    SignLines,
    Words,
    quiet,
    spread,
    strong,
    words,
)
from app.reporting.content.rebuilding import FORMULAS
from app.reporting.content.sign_off import sign_off_parts
from models.frameworks import Frameworks, LawDate
from models.sign_off import ReadyToSign

_LIMIT = _(
    "Bands rank attention inside this engagement. They are not probabilities, not comparable between "
    "clients, and rest on what was said and shown on the dates listed."
)
_EVIDENCE = (
    (_("none"), _("said, not shown: counts for 2 of 4 at most")),
    (_("document"), _("a document was seen")),
    (_("demonstrated"), _("shown on screen or tried live")),
)
_OWN_LIMITS = 240
_MATTER = 76
_DATED_NOTES = ("note-uk-22", "note-ccpa-dates")
_ROLES = (_("CMO"), _("Legal"), _("IT"), _("Security"), _("Marketing operations"))


def method(findings: Findings, fingerprint: str, ready: ReadyToSign | None = None) -> Page:
    """Method, limits and references."""
    known = frameworks()
    top: tuple[tuple[float, tuple[Part, ...]], ...] = (
        (0.355, (Heading(_("Limits")), *limits(findings))),
        (0.215, (Heading(_("Scales")), *_scales())),
        (0.43, (Heading(_("Formulas")), *_formulas())),
    )
    below: tuple[tuple[float, tuple[Part, ...]], ...] = (
        (0.72, (Heading(_("When law applies")), _laws(findings, known))),
        (0.28, (Heading(_("Sign-off")), *_sign_off(ready))),
    )
    return Page(
        12,
        _("Method, limits and references"),
        "",
        _("For the sceptic"),
        (
            Beside(top),
            Heading(_("Frameworks, section by section; NIST AI 600-1 and OWASP in appendix H")),
            _crosswalk(findings, known),
            Beside(below),
            _made_with(findings, fingerprint),
        ),
    )


def limits(findings: Findings) -> tuple[Part, ...]:
    """What the bands do not say, and what would change them."""
    own = findings.said(findings.snapshot.engagement.limitations)
    parts: list[Part] = [Paragraph(words(strong(_LIMIT)))]
    if own:
        parts.append(Paragraph(words(brief(own, _OWN_LIMITS))))
    change = _(
        "What would change the result: evidence for {unproven} answers that were only said, the {open} open "
        "points of {page}, and any change to tools, access or approvals since."
    ).format(
        unproven=len(findings.review.answers.unproven),
        open=f"{findings.numbers['open-facts'].value:,}",
        page=page_link(findings, 10).text,
    )
    parts.append(Paragraph(words(change)))
    if findings.assessment.not_examined:
        left_out = _("Not examined in this mode: {risks}.").format(
            risks=", ".join(findings.assessment.not_examined[:8])
        )
        parts.append(Paragraph(words(left_out)))
    return tuple(parts)


def _scales() -> tuple[Part, ...]:
    grades = spread([words(strong(name), f" {text}") for name, text in _EVIDENCE], "; ")
    scales = (
        _scale(_("Likelihood"), LIKELIHOOD_WORDS),
        _scale(_("Impact"), IMPACT_WORDS),
        words(strong(_("Evidence")), ": ", grades, "."),
    )
    return (Paragraph(spread(scales, "\n"), size="fine"),)


def _scale(title: str, steps: Sequence[str]) -> Words:
    """A scale in a sentence: 1 rare; 2 unlikely; and so on."""
    numbered = [words(strong(str(index)), f" {text}") for index, text in enumerate(steps, start=1)]
    return words(strong(title), ": ", spread(numbered, "; "), ".")


def _formulas() -> tuple[Part, ...]:
    return (Bullets(tuple(words(line) for line in FORMULAS), size="fine", numbered=True),)


def _crosswalk(findings: Findings, known: Frameworks) -> Grid:
    """The frameworks that most readers ask for; appendix H has all of them."""
    titles = {section.id: section.title for section in findings.snapshot.pack.sections}
    rows = tuple(
        Row(
            (
                words(strong(row.section), " ", titles.get(row.section, "")),
                words(row.nist_ai_rmf),
                words(row.iso_42001),
                words(row.eu_ai_act),
                words(row.privacy),
            )
        )
        for row in known.crosswalk
    )
    rmf, _genai, iso, act, privacy, _owasp = known.columns
    columns = (
        Column(_("Section"), 0.19),
        Column(rmf, 0.335),
        Column(iso, 0.225),
        Column(act, 0.11),
        Column(privacy, 0.14),
    )
    return Grid(columns, rows, more=more_words(findings, "H"), size="fine")


def _laws(findings: Findings, known: Frameworks) -> Grid:
    groups: dict[tuple[str, str, str], list[LawDate]] = {}
    for law in known.law_dates:
        groups.setdefault((law.law, law.applies, law.mark.letter), []).append(law)
    rows = [
        Row(
            (
                words(strong(law), " ", ", ".join(entry.articles for entry in entries)),
                words(_matter(entries)),
                words(applies),
                words(mark),
            )
        )
        for (law, applies, mark), entries in groups.items()
    ]
    rows.extend(_notes(known))
    columns = (
        Column(_("Law"), 0.22),
        Column(_("Matter"), 0.46),
        Column(_("Applies"), 0.28),
        Column("", 0.04),
    )
    return Grid(columns, tuple(rows), more=more_words(findings, "H"), size="fine")


def _matter(entries: Sequence[LawDate]) -> str:
    """What articles with one date are about: the whole clauses of one, the beginning of each of several."""
    if len(entries) == 1:
        return _clause(entries[0].matter, _MATTER)
    return "; ".join(re.split("[;:,]", entry.matter)[0] for entry in entries)


def _clause(text: str, limit: int) -> str:
    """As many whole clauses of a text as fit."""
    text = text if len(text) <= limit else text[:limit].rpartition(";")[0] or text.partition(":")[0]
    return brief(text, limit)


def _notes(known: Frameworks) -> list[Row]:
    """The dates outside the AI Act, each one note over two columns' worth of words."""
    notes = {note.id: note for note in known.law_notes}
    found = [notes[key] for key in _DATED_NOTES if key in notes]
    return [
        Row(
            (
                words(strong(note.jurisdiction)),
                words(_clause(note.text, 110)),
                words(""),
                words(note.mark.letter),
            )
        )
        for note in found
    ]


def _sign_off(ready: ReadyToSign | None) -> tuple[Part, ...]:
    lines = tuple((role, _("name, date, signature")) for role in _ROLES)
    return sign_off_parts(ready) if ready is not None else (SignLines(lines),)


def _made_with(findings: Findings, fingerprint: str) -> Paragraph:
    """What the marks mean, and what a stranger needs to make the same again: model, pack, and the seal."""
    known = frameworks()
    marks = _("As known on {date}. V checked, S one source, M to be checked. {advice}.").format(
        date=day(known.as_known_on), advice=known.disclaimer.partition(".")[0]
    )
    made = _("Risk model {model}, question pack {pack}. Seal of the attached data: {digits}").format(
        model=findings.assessment.risk_model, pack=findings.snapshot.pack.id, digits=fingerprint
    )
    return Paragraph(words(quiet(f"{marks}\n{made}")), size="fine")
