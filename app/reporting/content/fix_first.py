"""Page 11: what to do now, next and then, what comes back every month, and what is accepted by whom."""

from app.day_words import day
from app.i18n import _, ngettext
from app.library import defaults, usual_cadence
from app.reporting.content.findings import Findings, brief, more_words, risk_link, risk_links
from app.reporting.content.number import number_place
from app.reporting.content.numbers_of_risks import stop_key, touch_key
from app.reporting.content.parts import (
    Beside,
    Column,
    Grid,
    Heading,
    Page,
    Paragraph,
    Part,
    Row,
    Run,
    SignLines,
    Words,
    filled,
    question_place,
    quiet,
    strong,
    words,
)
from app.reporting.content.plan import PlannedAction, plan, uncovered
from app.risk_words import band_words
from models.values import Horizon, ReviewCadence, RiskDecision, StopRule, Treatment

_HORIZONS = (
    (Horizon.NOW, _("Now, 14 days")),
    (Horizon.NEXT, _("Next, 45 days")),
    (Horizon.THEN, _("Then, 90 days")),
)
_NOW_SHOWN, _WHO_SIGN = 5, 4


def fix_first(findings: Findings) -> Page:
    """Fix first."""
    actions = plan(findings)
    lanes = tuple((1.0, _lane(findings, horizon, title, actions)) for horizon, title in _HORIZONS)
    below: tuple[tuple[float, tuple[Part, ...]], ...] = (
        (0.5, (Heading(_("Recurring reviews")), *_calendar(findings))),
        (0.5, (Heading(_("Risks accepted, to be signed")), *_acceptances(findings))),
    )
    return Page(
        11,
        _("Fix first"),
        _lead(findings),
        _("For the CMO and owners"),
        (Beside(lanes), Beside(below)),
    )


def _lead(findings: Findings) -> str | Words:
    count = len(findings.assessment.outcomes.fix_first.contain_now)
    if not count:
        return _(
            "Nothing has to be contained within 14 days; work by leverage: most risk off for least effort."
        )
    sentence = ngettext(
        "Contain {n} risk within 14 days, then work by leverage: most risk off for least effort first.",
        "Contain {n} risks within 14 days, then work by leverage: most risk off for least effort first.",
        count,
    )
    return filled(sentence, n=findings.counted("contain"))


def _lane(
    findings: Findings, horizon: Horizon, title: str, actions: tuple[PlannedAction, ...]
) -> tuple[Part, ...]:
    mine = [action for action in actions if action.horizon is horizon]
    proposed = bool(mine) and all(action.proposed for action in mine)
    heading = _("{title} (proposed)").format(title=title) if proposed else title
    rows = tuple(Row((_action(action),)) for action in mine)
    grid = Grid(
        (Column("", 1.0),),
        rows,
        more=more_words(findings, "G" if proposed else "A"),
        least=_NOW_SHOWN if horizon is Horizon.NOW else 0,
        empty=_("Nothing for this horizon."),
    )
    if horizon is not Horizon.NOW:
        return (Heading(heading), grid)
    open_risks = uncovered(findings)
    note = ngettext(
        "{n} risk to contain is not named by any action yet: ",
        "{n} risks to contain are not named by any action yet: ",
        len(open_risks),
    ).format(n=len(open_risks))
    rest: tuple[Part, ...] = ()
    if open_risks:
        links = risk_links(open_risks, most=9, more_to=number_place("contain"))
        rest = (Paragraph(words(strong(note, number_place("contain")), links)),)
    return (Heading(heading), grid, *rest)


def _action(action: PlannedAction) -> Words:
    facts = [action.kind, brief(action.owner, 60)]
    if action.effort:
        facts.append(_("effort {size}").format(size=action.effort))
    if action.status:
        facts.append(action.status.lower())
    line: list[str | Run | Words] = [brief(action.text, 190), "\n"]
    if action.source:
        line.extend((Run(action.source, strong=True, to=_source(action.source)), quiet("  ")))
    line.append(quiet(" · ".join(fact for fact in facts if fact)))
    if action.risks:
        line.extend((quiet(" · "), risk_links(action.risks, most=3)))
    elif action.touches:
        touches = ngettext("touches {n} risk", "touches {n} risks", action.touches).format(n=action.touches)
        line.extend((quiet(" · "), Run(touches, to=number_place(touch_key(action.source)))))
    return words(*line)


def _source(source: str) -> str:
    """Where a stop rule's risks are listed, or a question's answers."""
    return number_place(stop_key(StopRule(source))) if source in set(StopRule) else question_place(source)


def _calendar(findings: Findings) -> tuple[Part, ...]:
    """The recurring reviews, and below them the hours of all where that is known."""
    entered = list(findings.snapshot.review_cadences.values())
    rows = [_cadence(entry) for entry in entered]
    if not entered:
        rows = [
            Row(
                (
                    words(item.subject, quiet(_(" (proposed)"))),
                    words(item.interval),
                    words(item.effort),
                    words("–"),
                )
            )
            for item in defaults().cadences
        ]
    hours: tuple[Part, ...] = ()
    if not entered or _all_usual(entered):
        hours = (Paragraph(words(strong(defaults().cadence_effort)), size="small"),)
    columns = (
        Column(_("Review"), 0.27),
        Column(_("How often"), 0.22),
        Column(_("Hours"), 0.33),
        Column(_("Chair; next"), 0.18),
    )
    return (Grid(columns, tuple(rows), more=more_words(findings, "A")), *hours)


def _cadence(entry: ReviewCadence) -> Row:
    due = day(entry.next) if entry.next else _("not on the calendar")
    chair = brief(entry.chair, 40) if entry.chair else ""
    return Row(
        (
            words(brief(entry.subject or entry.id, 60)),
            words(brief(entry.interval or _("not set"), 40)),
            words(_effort(entry)),
            words("; ".join(part for part in (chair, due) if part)),
        )
    )


def _effort(entry: ReviewCadence) -> str:
    """The hours that such a review usually takes, found by a word of its subject."""
    usual = usual_cadence(entry.subject)
    return usual.effort if usual is not None else _("not estimated")


def _all_usual(entered: list[ReviewCadence]) -> bool:
    """Whether the usual reviews are there, each once, and no other: only then are their hours all hours."""
    found = [usual_cadence(entry.subject) for entry in entered]
    return sorted(one.id for one in found if one) == sorted(one.id for one in defaults().cadences) and all(
        found
    )


def _acceptances(findings: Findings) -> tuple[Part, ...]:
    accepted = _in_priority_order(findings)
    rows = []
    for decision in accepted:
        risk = findings.assessment.risks_by_id.get(decision.risk)
        title = brief(risk.title, 66) if risk else _("no longer found")
        rows.append(
            Row(
                (
                    words(risk_link(decision.risk), " ", title),
                    words(band_words(risk.residual.band) if risk else "–"),
                    words(brief(decision.accepted_by or _("nobody yet"), 60)),
                    words(day(decision.accepted_until) if decision.accepted_until else _("no end date")),
                )
            )
        )
    columns = (
        Column(_("Risk"), 0.46),
        Column(_("Band"), 0.13),
        Column(_("Accepted by"), 0.22),
        Column(_("Until"), 0.19),
    )
    grid = Grid(columns, tuple(rows), more=more_words(findings, "C"), empty=_("No risk is accepted."))
    if not accepted:
        return (grid,)
    return (grid, *_acceptance_lines(accepted))


def _in_priority_order(findings: Findings) -> list[RiskDecision]:
    """The decisions to accept, as the risks come in the report; those about lost risks at the end."""
    rank = {risk.id: index for index, risk in enumerate(findings.assessment.risks)}
    accepted = [d for d in findings.snapshot.risk_decisions.values() if d.treatment is Treatment.ACCEPT]
    return sorted(accepted, key=lambda decision: rank.get(decision.risk, len(rank)))


def _acceptance_lines(accepted: list[RiskDecision]) -> tuple[Part, ...]:
    """A line for each person who accepts, with the risks that are theirs; nobody is dropped unsaid."""
    theirs: dict[str, list[str]] = {}
    for decision in accepted:
        if decision.accepted_by:
            theirs.setdefault(decision.accepted_by, []).append(decision.risk)
    lines = tuple(
        (brief(name, 50), filled(_("accepts {risks}"), risks=risk_links(risks, most=4)))
        for name, risks in list(theirs.items())[:_WHO_SIGN]
    )
    more = len(theirs) - len(lines)
    if more <= 0:
        return (SignLines(lines),) if lines else ()
    told = ngettext(
        "{n} more person accepts risks, see appendix C.",
        "{n} more people accept risks, see appendix C.",
        more,
    )
    return (SignLines(lines), Paragraph(words(quiet(told.format(n=more))), size="small"))
