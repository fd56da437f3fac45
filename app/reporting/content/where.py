"""Page 5: where AI is used, how it got there, and how far leaders' and team's pictures differ."""

from collections.abc import Sequence

from app.day_words import day
from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, entry_link, more_words, named, number
from app.reporting.content.number import number_place
from app.reporting.content.numbers_of_registers import BY_ITSELF, purpose_key
from app.reporting.content.parts import (
    Beside,
    Column,
    Grid,
    Heading,
    Lengths,
    Page,
    Paragraph,
    Row,
    Words,
    filled,
    quiet,
    spread,
    strong,
    words,
)
from models.values import AITool, Approval, Unknown
from models.values import words as choice_words

_OFFICIAL = (Approval.APPROVED_SCOPED,)
_GENERAL = (Approval.APPROVED_GENERAL, Approval.TRIAL)
_SHOWN = 6

_MARKED = _(
    "↓ arrived by itself: with an upgrade, switched on by the vendor, or by one person's click. A tool "
    "stands in every system that hosts it or that it reaches."
)


def where(findings: Findings) -> Page:
    """Where AI is used."""
    left = (
        Heading(_("By system")),
        _by_system(findings),
        *((Paragraph(words(quiet(_MARKED)), size="fine"),) if findings.review.tools else ()),
        Heading(_("Arrived by itself")),
        _arrived(findings),
    )
    right = (
        Heading(_("By kind of work")),
        _by_purpose(findings),
        Heading(_("What leaders name, what the team names")),
        _gap(findings),
        Paragraph(_gap_words(findings)),
    )
    return Page(
        5,
        _("Where AI is used"),
        _lead(findings),
        _("For marketing operations"),
        (Beside(((0.67, left), (0.33, right))),),
    )


def _lead(findings: Findings) -> str | Words:
    if not findings.review.tools:
        return _("No AI tool is on record yet. Once one is, this page shows where it works and how it came.")
    return filled(
        _("{arrived} of {all} tools arrived by themselves; nobody decided to have them."),
        arrived=findings.counted("arrived"),
        all=findings.counted("tools"),
    )


def _by_system(findings: Findings) -> Grid:
    rows = []
    for entry in findings.assessment.outcomes.where_used.by_system:
        tools = [(key, findings.review.tools[key]) for key in entry.tools]
        rows.append(
            Row(
                (
                    words(strong(findings.system(entry.system))),
                    _names(findings, [pair for pair in tools if pair[1].approval in _OFFICIAL]),
                    _names(findings, [pair for pair in tools if pair[1].approval in _GENERAL]),
                    _names(
                        findings, [pair for pair in tools if pair[1].approval not in _OFFICIAL + _GENERAL]
                    ),
                )
            )
        )
    columns = (
        Column(_("System"), 0.18),
        Column(_("Approved with a written scope"), 0.28),
        Column(_("Approved in general, or on trial"), 0.28),
        Column(_("Unofficial, or nobody knows"), 0.26),
    )
    return Grid(columns, tuple(rows), more=more_words(findings, "A"), empty=_("No tool is on record."))


def _names(findings: Findings, tools: Sequence[tuple[str, AITool]]) -> Words:
    if not tools:
        return words(quiet("–"))
    parts: list[Words] = []
    for key, tool in tools[:_SHOWN]:
        sign = "↓ " if tool.origin in BY_ITSELF else ""
        parts.append(words(sign, findings.tool(key), " ", entry_link(key)))
    if len(tools) > _SHOWN:
        parts.append(words(_("and {n} more").format(n=len(tools) - _SHOWN)))
    return spread(list(parts), "\n")


def _by_purpose(findings: Findings) -> Grid:
    rows = tuple(
        Row(
            (
                words(strong(choice_words(entry.purpose))),
                words(findings.counted(purpose_key(entry.purpose))),
                words(named(entry.use_cases, findings.use_case, most=3)),
            )
        )
        for entry in findings.assessment.outcomes.where_used.by_purpose
    )
    columns = (Column(_("Work"), 0.33), Column(_("Uses"), 0.12), Column(_("Which"), 0.55))
    return Grid(columns, rows, more=more_words(findings, "A"), empty=_("No use is on record."))


def _gap(findings: Findings) -> Lengths:
    found = findings.assessment.outcomes.unofficial
    return Lengths(
        (
            (_("Leaders named"), _known(found.named_by_leaders), number_place("leaders")),
            (_("The team named"), _known(found.named_by_team), number_place("team")),
            (_("Found in this review"), len(findings.review.tools), number_place("tools")),
        )
    )


def _known(value: int | Unknown | None) -> int | None:
    return value if isinstance(value, int) else None


def _gap_words(findings: Findings) -> Words:
    found = findings.assessment.outcomes.unofficial
    leaders, team = _known(found.named_by_leaders), _known(found.named_by_team)
    if leaders is None or team is None:
        pictures = _("The two pictures were not compared: leaders {leaders}, team {team}.")
        return words(
            pictures.format(leaders=number(found.named_by_leaders), team=number(found.named_by_team))
        )
    gap = team - leaders
    if gap < 0:
        return words(_("Leaders named more tools than the team: ask which of them the team does not use."))
    if gap == 0:
        return words(_("Leaders named as many tools as the team."))
    text = ngettext(
        "{n} tool that the team uses is not in the leaders' picture; the distance is itself a measure of "
        "hidden risk.",
        "{n} tools that the team uses are not in the leaders' picture; the distance is itself a measure of "
        "hidden risk.",
        gap,
    )
    return filled(text, n=findings.counted("gap"))


def _arrived(findings: Findings) -> Grid:
    found = [(key, tool) for key, tool in findings.review.tools.items() if tool.origin in BY_ITSELF]
    rows = tuple(
        Row(
            (
                words(findings.tool(key), " ", entry_link(key)),
                words(choice_words(tool.origin) if tool.origin else ""),
                words(day(tool.activated_on)),
            )
        )
        for key, tool in found
    )
    columns = (Column(_("Tool"), 0.45), Column(_("How"), 0.32), Column(_("Since"), 0.23))
    empty = _("Every tool was a decision.") if findings.review.tools else _("No tool is on record.")
    return Grid(columns, rows, more=more_words(findings, "A"), empty=empty)
