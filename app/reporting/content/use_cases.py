"""Page 7: the uses of AI on a board, from scale to pause, with the rule behind each level."""

from collections.abc import Sequence

from app.assessment.words import rule_words
from app.day_words import day
from app.i18n import _
from app.reporting.content.findings import Findings, brief, entry_link, more_words, risk_links
from app.reporting.content.number import number_place
from app.reporting.content.numbers_of_registers import verdict_key
from app.reporting.content.parts import (
    Board,
    Column,
    Grid,
    Heading,
    Lane,
    Page,
    Row,
    Ticket,
    Words,
    entry_place,
    filled,
    quiet,
    strong,
    words,
)
from models.risk import Band
from models.scores import OverrideState, UseCaseResult, Verdict
from models.values import words as choice_words

MOST_TICKETS, MOST_OVERRIDES = 9, 5
_LANES = (
    (Verdict.SCALE, _("Nothing stands in the way.")),
    (Verdict.SCALE_KEEP_CONTROLS, _("High level; the controls are in place and stay.")),
    (Verdict.CONTROLS_FIRST, _("Useful, but not before the controls stand.")),
    (Verdict.PAUSE_OR_CONTAIN, _("A stop rule fires.")),
)


def use_cases(findings: Findings) -> Page:
    """The use-case board."""
    results = findings.assessment.use_cases
    lanes = tuple(
        _lane(findings, verdict, remark, [r for r in results if r.verdict is verdict])
        for verdict, remark in _LANES
    )
    return Page(
        7,
        _("What may go ahead"),
        _lead(findings),
        _("For owners of campaigns and data"),
        (Board(lanes), Heading(_("Levels set by hand")), _overrides(findings)),
    )


def _lead(findings: Findings) -> str | Words:
    if not findings.assessment.use_cases:
        return _("No use of AI is on record yet. Once one is, it stands here under what may happen with it.")
    go, every = findings.counted("go"), findings.counted("uses")
    return filled(_("{go} of {all} uses may go ahead today."), go=go, all=every)


def _lane(findings: Findings, verdict: Verdict, remark: str, results: Sequence[UseCaseResult]) -> Lane:
    shown = sorted(results, key=lambda r: (findings.rank.get(r.id, len(findings.assessment.risks)), r.id))
    tickets = tuple(_ticket(findings, result) for result in shown[:MOST_TICKETS])
    title = f"{verdict.value} ({len(results)})"
    to, held_back = number_place(verdict_key(verdict)), len(shown) - len(tickets)
    return Lane(title, remark, tickets, more_words(findings, "A"), to, held_back)


def _ticket(findings: Findings, result: UseCaseResult) -> Ticket:
    use = findings.review.use_cases[result.id]
    role = choice_words(use.role) if use.role else _("Role not known")
    reason = _("{rule}: {words}").format(rule=result.rule, words=rule_words(result.rule))
    tools = findings.review.tools_of(use)
    tool = findings.tool(tools[0]) if tools else _("no tool")
    owner = brief(use.business_owner, 40) if use.business_owner else _("nobody")
    line = _("{role}, with {tool}. Business owner: {owner}.").format(role=role, tool=tool, owner=owner)
    worst = [
        risk for risk in result.linked_risks if findings.assessment.risk(risk).residual.band is not Band.LOW
    ]
    because = words(quiet(_("No risk above Low.")))
    if worst:
        because = words(quiet(_("Above Low: ")), risk_links(worst, most=3, more_to=entry_place(result.id)))
    title = words(strong(findings.use_case(result.id)), " ", entry_link(result.id))
    return Ticket(title, words(quiet(f"{line} {reason}."), "\n", because), result.level.value)


def _overrides(findings: Findings) -> Grid:
    rows = []
    for result in findings.assessment.use_cases:
        override = findings.review.use_cases[result.id].override
        if override is None or result.override is OverrideState.NONE:
            continue
        rows.append(
            Row(
                (
                    words(findings.use_case(result.id), " ", entry_link(result.id)),
                    words(_("{auto} by rule {rule}").format(auto=result.auto_level.value, rule=result.rule)),
                    words(
                        _("{level} (applied)").format(level=result.level.value)
                        if result.override is OverrideState.APPLIED
                        else _("{level} asked for, ignored").format(level=override.level.value)
                    ),
                    words(brief(override.reason or _("no reason"), 120)),
                    words(brief(override.approver or _("no approver"), 60)),
                    words(day(override.expires_on)),
                )
            )
        )
    columns = (
        Column(_("Use"), 0.22),
        Column(_("Automatic level"), 0.13),
        Column(_("Set by hand"), 0.13),
        Column(_("Reason"), 0.3),
        Column(_("Approved by"), 0.12),
        Column(_("Until"), 0.1),
    )
    shown, hidden = tuple(rows[:MOST_OVERRIDES]), max(0, len(rows) - MOST_OVERRIDES)
    more = more_words(findings, "A")
    return Grid(columns, shown, more=more, held_back=hidden, empty=_("No level was set by hand."))
