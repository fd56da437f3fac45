"""Page 12: how the bands are made, what they do not say, and what stands behind them."""

from app.assessment.words import IMPACT_WORDS, LIKELIHOOD_WORDS
from app.day_words import day
from app.frameworks import frameworks
from app.i18n import _
from app.reporting.content.findings import Findings, brief, page_link
from app.reporting.content.parts import (
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
    SignLines,
    quiet,
    spread,
    strong,
    words,
)
from app.reporting.content.sign_off import sign_off_parts
from models.frameworks import Frameworks, LawDate
from models.sign_off import ReadyToSign

_LIMIT = _(
    "Bands rank attention inside this engagement. They are not probabilities, not comparable between "
    "clients, "
    "and rest on what was said and shown on the dates listed."
)
_FORMULAS = (
    _(
        "Likelihood L = min(5, 1 + drivers present + half the unknown ones, rounded up); best 1 + "
        "present; worst 1 + present + unknown."
    ),
    _("Impact I = base of the template + modifier present or unknown; best without the unknown; 1 to 5."),
    _("The band is looked up in the matrix on page 4; nothing is multiplied or averaged across risks."),
    _("A control scores 0 to 4; unknown counts 0 (4 at best); without evidence an answer counts 2 at most."),
    _(
        "P = weight × score over preventive controls, of 4 × weights: 25 % takes 1 step off L, 50 % "
        "2, 75 % 3."
    ),
    _("Key control below 2: at most 1 step, however good the others are."),
    _("R, the same over recovery controls: from 50 % it takes 1 step off I, never more."),
    _("Residual = L less steps, I less step, never below 1; best and worst case likewise."),
    _("Stop rules SR1 to SR6 stand outside the matrix: contain within 14 days whatever the band."),
    _("Leverage of an action = band weight × weight × (3 − score), summed over risks, divided by effort."),
)
_EVIDENCE = (
    (_("none"), _("said, not shown: counts for 2 of 4 at most")),
    (_("document"), _("a document was seen")),
    (_("demonstrated"), _("shown on screen or tried live")),
)
_MATTER = 190
_DATED_NOTES = ("note-uk-22", "note-ccpa-dates")
_ROLES = (_("CMO"), _("Legal"), _("IT"), _("Security"), _("Marketing operations"))


def method(findings: Findings, fingerprint: str, ready: ReadyToSign | None = None) -> Page:
    """Method, limits and references."""
    known = frameworks()
    top: tuple[tuple[float, tuple[Part, ...]], ...] = (
        (0.35, (Heading(_("Limits")), *limits(findings))),
        (0.24, (Heading(_("Scales")), *_scales())),
        (0.41, (Heading(_("Formulas")), *_formulas())),
    )
    below: tuple[tuple[float, tuple[Part, ...]], ...] = (
        (0.7, (Heading(_("When law applies")), _laws(known))),
        (0.3, (Heading(_("Sign-off")), *_sign_off(findings, fingerprint, ready))),
    )
    return Page(
        12,
        _("Method, limits and references"),
        "",
        _("For the sceptic"),
        (
            Beside(top),
            Heading(_("Frameworks, section by section")),
            _crosswalk(findings, known),
            Beside(below),
        ),
    )


def limits(findings: Findings) -> tuple[Part, ...]:
    """What the bands do not say, and what would change them."""
    own = findings.snapshot.engagement.limitations
    parts: list[Part] = [Paragraph(words(strong(_LIMIT)))]
    if own:
        parts.append(Paragraph(words(brief(own, 420))))
    change = _("Risk model {model}, question pack {pack}. ").format(
        model=findings.assessment.risk_model, pack=findings.snapshot.pack.id
    ) + _(
        "What would change the result: evidence for what was only said ({unproven} answers), the "
        "{open} open facts "
        "on {page}, and any change to tools, access or approvals after the dates listed."
    ).format(
        unproven=len(findings.review.answers.unproven),
        open=len(findings.assessment.find_out),
        page=page_link(findings, 10).text,
    )
    parts.append(Paragraph(words(change)))
    if findings.assessment.not_examined:
        left_out = _("Not examined in this mode: {risks}.").format(
            risks=", ".join(findings.assessment.not_examined[:12])
        )
        parts.append(Paragraph(words(left_out)))
    return tuple(parts)


def _scales() -> tuple[Part, ...]:
    likelihood = tuple((f"L{index}", words(text)) for index, text in enumerate(LIKELIHOOD_WORDS, start=1))
    impact = tuple((f"I{index}", words(text)) for index, text in enumerate(IMPACT_WORDS, start=1))
    return (Facts((*likelihood, *impact), label_share=0.08, size="fine"),)


def _formulas() -> tuple[Part, ...]:
    grades = spread([words(strong(name), f" {text}") for name, text in _EVIDENCE], "; ")
    return (
        Bullets(tuple(words(line) for line in _FORMULAS), size="fine", numbered=True),
        Paragraph(words(_("Evidence grades: "), grades, "."), size="fine"),
    )


def _crosswalk(findings: Findings, known: Frameworks) -> Grid:
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
    shares = (0.13, 0.2, 0.17, 0.16, 0.09, 0.14, 0.11)
    titled = (_("Section"), *known.columns)
    columns = tuple(Column(title, share) for title, share in zip(titled, shares, strict=True))
    return Grid(columns, rows, size="fine")


def _laws(known: Frameworks) -> Grid:
    groups: dict[tuple[str, str, str], list[LawDate]] = {}
    for law in known.law_dates:
        groups.setdefault((law.law, law.applies, law.mark.letter), []).append(law)
    rows = [
        Row(
            (
                words(strong(law), " ", ", ".join(entry.articles for entry in entries)),
                spread([words(_clause(entry.matter, _MATTER // len(entries))) for entry in entries], " | "),
                words(applies),
                words(mark),
            )
        )
        for (law, applies, mark), entries in groups.items()
    ]
    rows.extend(_notes(known))
    columns = (Column(_("Law"), 0.2), Column(_("Matter"), 0.5), Column(_("Applies"), 0.25), Column("", 0.05))
    return Grid(columns, tuple(rows), size="fine")


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
                words(_clause(note.text, 240)),
                words(""),
                words(note.mark.letter),
            )
        )
        for note in found
    ]


def _sign_off(findings: Findings, fingerprint: str, ready: ReadyToSign | None) -> tuple[Part, ...]:
    known = frameworks()
    lines = tuple((role, _("name, date, signature")) for role in _ROLES)
    to_sign = sign_off_parts(ready) if ready is not None else (SignLines(lines),)
    editions = _(
        "Marks: V checked against the primary text or two sources, S one secondary source, M to be checked. "
        "As known on {date}. {disclaimer}"
    ).format(date=day(known.as_known_on), disclaimer=known.disclaimer)
    return (
        *to_sign,
        Paragraph(words(quiet(editions)), size="fine"),
        Paragraph(words(quiet(_("Seal {digits}").format(digits=fingerprint))), size="fine"),
        Paragraph(words(quiet(_("The data that it seals are attached to this file."))), size="fine"),
    )
