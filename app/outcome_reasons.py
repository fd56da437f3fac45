"""Why each of the ten outcomes says what it says: its rule, and the fields and answers that made it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from app import outcome_gaps
from app.assessment.words import rule_words
from app.i18n import _, ngettext
from app.outcome_lines import Made, line, said
from app.reasons import Part, Reasons, risk_line
from app.risk_words import band_words, caption_of
from app.ten_answers import Outcome, ten_answers
from app.why import Input
from models.assessment import Assessment
from models.outcomes import ExposedSystem
from models.risk import Band
from models.scores import UseCaseResult, Verdict
from models.snapshot import Snapshot
from models.values import ACTING, Approval, Environment, RegisterName, ToolStatus

_R = RegisterName
_APPROVED = (Approval.APPROVED_SCOPED, Approval.APPROVED_GENERAL)


def reasons_of_outcome(snapshot: Snapshot, assessment: Assessment, *, number: int) -> Reasons:
    """The reasons of one of the ten, by its number."""
    outcomes = ten_answers(snapshot, assessment)
    return outcome_reasons(snapshot, assessment, outcomes[number - 1])


def outcome_reasons(snapshot: Snapshot, assessment: Assessment, outcome: Outcome) -> Reasons:
    """The rule behind an outcome in words, and a line for everything that made it (rm-1, 10.5)."""
    rule, parts = _MADE_BY[outcome.number](snapshot, assessment)
    return Reasons(
        title=outcome.question,
        rule=rule,
        sums=(outcome.answer,),
        parts=tuple(part for part in parts if part.lines),
        place=outcome.place,
    )


def _where(snapshot: Snapshot, assessment: Assessment) -> Made:
    tools = [
        line(snapshot, _R.AI_TOOLS, key, "status", said(tool.status or "live"))
        for key, tool in sorted(snapshot.ai_tools.items())
        if tool.status is not ToolStatus.RETIRED
    ]
    uses = [
        line(
            snapshot,
            _R.USE_CASES,
            use.id,
            "",
            _("{level} by {rule}: {reason}").format(
                level=_(use.level.value), rule=use.rule, reason=rule_words(use.rule)
            ),
            {"Low": "good", "Medium": "partly"}.get(use.level.value, "bad"),
        )
        for use in assessment.use_cases
    ]
    return (
        _("All tools that are not retired, all systems, and all uses that are not stopped are counted."),
        (Part(_("Tools"), tuple(tools)), Part(_("Uses and their level"), tuple(uses))),
    )


def _unofficial(snapshot: Snapshot, assessment: Assessment) -> Made:
    found = assessment.outcomes.unofficial
    tools = [
        line(snapshot, _R.AI_TOOLS, key, "approval", said(snapshot.ai_tools[key].approval), "bad")
        for key in found.tools
    ]
    reached = [line(snapshot, _R.DATA_CATEGORIES, key, "sensitivity", "") for key in found.data_categories]
    data = [
        Input(
            words=each.words,
            state=_("sensitivity {n}").format(n=snapshot.data_categories[key].sensitivity),
            tone="partly",
            place=each.place,
        )
        for each, key in zip(reached, found.data_categories, strict=True)
    ]
    return (
        _(
            "A tool whose approval is unofficial, or not known, is without approval; the data is what its "
            "grants reach."
        ),
        (Part(_("Tools without approval"), tuple(tools)), Part(_("Data that they reach"), tuple(data))),
    )


def _exposed(snapshot: Snapshot, assessment: Assessment) -> Made:
    systems = assessment.outcomes.most_exposed.systems
    lines = [
        line(
            snapshot, _R.SYSTEMS, each.id, "", _exposure(each), "bad" if each.live_action_grants else "partly"
        )
        for each in systems
    ]
    first = systems[0].id if systems else ""
    grants = [
        line(
            snapshot,
            _R.ACCESS_GRANTS,
            key,
            "capabilities",
            ", ".join(said(each).lower() for each in grant.capabilities),
            "partly" if ACTING.isdisjoint(grant.capabilities) else "bad",
        )
        for key, grant in sorted(snapshot.access_grants.items())
        if grant.system == first
        and grant.environment is not Environment.SANDBOX
        and snapshot.ai_tools[grant.tool].status is not ToolStatus.RETIRED
    ]
    return (
        _(
            "Systems with a live grant, by grants that change or trigger, then by grants of tools without "
            "approval, then by how sensitive the data is, then by all live grants."
        ),
        (
            Part(_("Systems in this order"), tuple(lines)),
            Part(_("Live grants of the first"), tuple(grants)),
        ),
    )


def _exposure(system: ExposedSystem) -> str:
    return _("{acting} act live, {unapproved} without approval, sensitivity {top}, {all} live grants").format(
        acting=system.live_action_grants,
        unapproved=system.unapproved_grants,
        top=system.max_sensitivity,
        all=system.grants,
    )


def _scale(snapshot: Snapshot, assessment: Assessment) -> Made:
    found = assessment.outcomes.safe_to_scale
    return (
        _(
            "A use scales when no linked risk has a stop rule, all its tools are approved, and no linked "
            "risk can be High or Critical at worst; at level High it keeps its controls."
        ),
        (
            Part(_("Can be scaled"), _verdicts(snapshot, assessment, found.scale)),
            Part(
                _("With the controls that they have"),
                _verdicts(snapshot, assessment, found.scale_keep_controls),
            ),
        ),
    )


def _controls(snapshot: Snapshot, assessment: Assessment) -> Made:
    found = assessment.outcomes.needs_controls
    return (
        _(
            "A linked risk with a stop rule means pause or contain. Without a tool, with a tool that is not "
            "approved, or with a linked risk that can be High or Critical at worst, controls come first."
        ),
        (
            Part(_("Pause or contain"), _verdicts(snapshot, assessment, found.pause_or_contain)),
            Part(_("Controls first"), _verdicts(snapshot, assessment, found.controls_first)),
        ),
    )


def _verdicts(snapshot: Snapshot, assessment: Assessment, keys: Iterable[str]) -> tuple[Input, ...]:
    results = {each.id: each for each in assessment.use_cases}
    return tuple(_verdict(snapshot, assessment, results[key]) for key in keys)


def _verdict(snapshot: Snapshot, assessment: Assessment, use: UseCaseResult) -> Input:
    """The first thing that decided a verdict, and the way to it."""
    name = caption_of(snapshot, use.id)
    linked = [assessment.risk(key) for key in use.linked_risks]
    stopped = next((risk for risk in linked if risk.stop_rules), None)
    if stopped is not None:
        rules = "+".join(rule.value for rule in stopped.stop_rules)
        state = _("stop rule {rules} on {risk}").format(rules=rules, risk=stopped.id)
        return Input(words=name, state=state, tone="bad", place=f"risk:{stopped.id}")
    if use.verdict is Verdict.CONTROLS_FIRST:
        listed = snapshot.use_cases[use.id].tools or ()
        tools = [key for key in listed if snapshot.ai_tools[key].status is not ToolStatus.RETIRED]
        if not tools:
            return line(snapshot, _R.USE_CASES, use.id, "tools", _("it has no tool"), "bad")
        loose = next((key for key in tools if snapshot.ai_tools[key].approval not in _APPROVED), None)
        if loose is not None:
            state = _("{tool}: {approval}").format(
                tool=caption_of(snapshot, loose), approval=said(snapshot.ai_tools[loose].approval).lower()
            )
            return Input(words=name, state=state, tone="bad", place=f"entry:{_R.AI_TOOLS}/{loose}/approval")
        worst = next((r for r in linked if r.worst.band in (Band.HIGH, Band.CRITICAL)), None)
        if worst is not None:
            state = _("{risk} can be {band}").format(risk=worst.id, band=band_words(worst.worst.band))
            return Input(words=name, state=state, tone="bad", place=f"risk:{worst.id}")
    state = _("level {level}, no linked risk stands against it").format(level=_(use.level.value))
    return line(snapshot, _R.USE_CASES, use.id, "", state, "good")


def _first(snapshot: Snapshot, assessment: Assessment) -> Made:
    found = assessment.outcomes.fix_first
    contain = tuple(risk_line(assessment.risk(key)) for key in found.contain_now)
    return (
        _(
            "Contained now is every risk on which a stop rule fires or whose band is Critical; then "
            "questions by leverage: what falls short, weighed by band, divided by effort."
        ),
        (
            Part(_("Contain now"), contain),
            Part(_("Then"), _questions(snapshot, assessment, found.actions)),
        ),
    )


def _questions(snapshot: Snapshot, assessment: Assessment, ids: Sequence[str]) -> tuple[Input, ...]:
    actions = {action.question: action for action in assessment.actions}
    lines = []
    for key in ids:
        action = actions[key]
        touched = ngettext("touches {n} risk", "touches {n} risks", action.risks_touched)
        state = _("raw {raw}, effort {size}: leverage {n}; {touched}").format(
            raw=action.raw_leverage,
            size=action.effort.value,
            n=action.leverage,
            touched=touched.format(n=action.risks_touched),
        )
        words_for = f"{key}  {snapshot.pack.question(key).text}"
        lines.append(Input(words=words_for, state=state, tone="partly", place=f"question:{key}"))
    return tuple(lines)


_MADE_BY: Mapping[int, Callable[[Snapshot, Assessment], Made]] = {
    1: _where,
    2: _unofficial,
    3: _exposed,
    4: _scale,
    5: _controls,
    6: outcome_gaps.integrations,
    7: outcome_gaps.approvals,
    8: outcome_gaps.logging,
    9: outcome_gaps.ownership,
    10: _first,
}
