"""Page 1: what was reviewed, when, by whom, and what was left out."""

from app.day_words import day
from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, brief, listed
from app.reporting.content.parts import (
    Beside,
    Facts,
    Figures,
    Heading,
    Page,
    Paragraph,
    Part,
    Run,
    Words,
    quiet,
    strong,
    words,
)
from app.risk_words import band_words
from app.variants import EDITIONS, Variant, exists_words
from models.risk import Band
from models.values import RegisterName
from models.values import words as choice_words

_LONG = 420


def document_words(findings: Findings) -> tuple[str | Run, ...]:
    """Which variant this is, what it leaves out, and that there is a full one."""
    edition = findings.edition
    rest = " ".join(part for part in (edition.left_out, exists_words(findings.variant)) if part)
    return strong(f"{edition.title}. "), f"{edition.about} {rest}".rstrip()


def cover(findings: Findings, fingerprint: str) -> Page:
    """Cover and scope."""
    engagement = findings.snapshot.engagement
    registers_only = findings.variant is Variant.REGISTER
    about: tuple[Part, ...] = (
        Heading(_("What this is"), level=2),
        Paragraph(words(_what_this_is(findings))),
        *_reading(findings),
        *_background(findings),
        *seal_parts(fingerprint),
    )
    rows = ((_("This document"), words(*document_words(findings))), *scope_rows(findings))
    return Page(
        1,
        engagement.client,
        _("AI registers of marketing operations")
        if registers_only
        else _("AI risk map of marketing operations"),
        "",
        (
            _register_figures(findings) if registers_only else _figures(findings),
            Beside(((0.6, (Facts(rows),)), (0.4, about))),
        ),
    )


def scope_rows(findings: Findings) -> tuple[tuple[str, Words], ...]:
    """What was looked at, when and by whom, label by label; without what this variant leaves out."""
    engagement = findings.snapshot.engagement
    sector = ((_("Sector"), words(brief(engagement.sector))),) if engagement.sector else ()
    rows = (
        *sector,
        (_("Period"), _period(findings)),
        (_("Review"), _review(findings)),
        (_("Scope"), _text(engagement.scope)),
        (_("Left out"), _text(engagement.exclusions)),
        (
            _("Systems"),
            words(listed([brief(s.name, 40) for s in findings.snapshot.systems.values()], most=16)),
        ),
        (_("Jurisdictions"), _list(engagement.jurisdictions or engagement.regions, 8)),
        (_("Who took part"), _participants(findings)),
        (_("Sessions"), _sessions(findings)),
        (_("Reviewers"), _list(engagement.consultants, 6)),
    )
    return tuple((label, said) for label, said in rows if not findings.leaves_out(said.text))


def scope_words(findings: Findings) -> str:
    """The scope for every page: as it was written, or what was looked at where that is left out."""
    scope = findings.snapshot.engagement.scope
    if not findings.leaves_out(scope):
        return brief(scope or _("not recorded"), 400)
    where = findings.assessment.outcomes.where_used
    counted = (
        ngettext("{n} AI tool", "{n} AI tools", where.tools).format(n=where.tools),
        ngettext("{n} system", "{n} systems", where.systems).format(n=where.systems),
        ngettext("{n} use of AI", "{n} uses of AI", where.use_cases).format(n=where.use_cases),
    )
    return listed(counted)


def seal_parts(fingerprint: str) -> tuple[Part, ...]:
    """The whole seal, and what it is."""
    told = _(
        "SHA-256 of the review's data with its assessment; its first 16 digits stand on every page. "
        "It changes with any answer, register entry or result."
    )
    return (
        Heading(_("Seal"), level=2),
        Paragraph(words(Run(fingerprint)), size="fine"),
        Paragraph(words(quiet(told)), size="fine"),
    )


def _reading(findings: Findings) -> tuple[Part, ...]:
    """Who reads which page, where all are there."""
    if findings.edition.pages != EDITIONS[Variant.FULL].pages:
        return ()
    return (Heading(_("How to read it"), level=2), Paragraph(words(*_pages_to_read())))


def _pages_to_read() -> tuple[str | Run, ...]:
    return (
        _("For the CMO: pages 2, 3 and 11. Legal and privacy: 6, 7, 9 and appendix E. "),
        _("IT and security: 4, 6, 9 and appendix B. "),
        _("Operations and audit: 8 and 10. "),
        _(
            "Every risk id leads to appendix C, where its band can be rebuilt by hand, and every number to "
            "appendix G, which lists what was counted; links lead back."
        ),
    )


def _figures(findings: Findings) -> Figures:
    where = findings.assessment.outcomes.where_used
    counts = findings.assessment.counts
    bands = ", ".join(f"{counts.get(band, 0):,} {band_words(band)}" for band in reversed(Band))
    return _figures_of(
        (where.tools, _("AI tools")),
        (where.systems, _("systems")),
        (where.use_cases, _("uses of AI")),
        (len(findings.assessment.risks), _("risks: {bands}").format(bands=bands)),
        (len(findings.assessment.outcomes.fix_first.stop_rules), _("stop rules that fire")),
    )


def _register_figures(findings: Findings) -> Figures:
    """What the registers hold, retired and stopped entries too, as they are printed."""
    snapshot = findings.snapshot
    return _figures_of(
        (len(snapshot.ai_tools), _("AI tools")),
        (len(snapshot.systems), _("systems")),
        (len(snapshot.use_cases), _("uses of AI")),
        (len(snapshot.access_grants), _("access grants")),
        (len(snapshot.vendors), _("vendors")),
    )


def _figures_of(*counts: tuple[int, str]) -> Figures:
    return Figures(tuple((strong(f"{count:,}"), words_for) for count, words_for in counts))


def _text(text: str | None) -> Words:
    return words(brief(text, _LONG)) if text else words(quiet(_("not recorded")))


def _period(findings: Findings) -> Words:
    engagement = findings.snapshot.engagement
    if engagement.start_date is None and engagement.end_date is None:
        return words(quiet(_("not recorded")))
    return words(_("{start} to {end}").format(start=day(engagement.start_date), end=day(engagement.end_date)))


def _review(findings: Findings) -> Words:
    header, mode = findings.snapshot.header, findings.snapshot.mode
    return words(
        _("{title}, review {n} of this engagement; mode: {mode}").format(
            title=brief(header.title, 80), n=header.number, mode=choice_words(mode)
        )
    )


def _participants(findings: Findings) -> Words:
    """Roles only: people are named in a report only as owners that they agreed to be."""
    roles: dict[str, int] = {}
    for participant in findings.snapshot.participants.values():
        role = brief(participant.role or _("role not recorded"), 40)
        roles[role] = roles.get(role, 0) + 1
    if not roles:
        return words(quiet(_("not recorded")))
    return words(listed([f"{role} ({n})" if n > 1 else role for role, n in roles.items()], most=16))


def _sessions(findings: Findings) -> Words:
    entries = findings.snapshot.entries(RegisterName.SESSIONS)
    if not entries:
        return words(quiet(_("not recorded")))
    shown = [
        _("{type} ({date})").format(
            type=choice_words(session.type) if session.type else session.id, date=day(session.date)
        )
        for session in findings.snapshot.sessions.values()
    ]
    return words(listed(shown, most=8))


def _background(findings: Findings) -> tuple[Part, ...]:
    text = findings.said(findings.snapshot.engagement.background)
    if not text:
        return ()
    return (Heading(_("Background"), level=2), Paragraph(words(brief(text, 900)), size="small"))


def _what_this_is(findings: Findings) -> str:
    """What the report is, and how many uses it lets go ahead."""
    if findings.variant is Variant.REGISTER:
        return _(
            "The registers that the review rests on: AI tools, systems, data, uses, vendors, and which tool "
            "may do what where. Risk ids lead to appendix C of the full report."
        )
    text = _(
        "A map of where risk sits in the AI that touches marketing operations, with a short ordered list of "
        "what to do."
    )
    go = findings.assessment.outcomes.safe_to_scale
    ahead, uses = len(go.scale) + len(go.scale_keep_controls), len(findings.assessment.use_cases)
    if not ahead:
        return text
    yes = ngettext(
        "It says yes as well: {n} of {all} uses of AI may go ahead.",
        "It says yes as well: {n} of {all} uses of AI may go ahead.",
        ahead,
    )
    return text + " " + yes.format(n=ahead, all=uses)


def _list(items: tuple[str, ...] | None, most: int) -> Words:
    return words(listed(items, most=most)) if items else words(quiet(_("not recorded")))
