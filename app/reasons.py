"""Why a count of risks, or an action, is what it is: the rule in words, and every line behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.assessment.actions import BAND_FACTOR, EFFORT_DIVISOR
from app.assessment.controls import question_behind
from app.assessment.first_step import GOOD_ENOUGH, shortfall
from app.assessment.words import CONTAINMENT_WORDS, control_words
from app.i18n import _, ngettext
from app.plan import proposals
from app.risk_words import band_words, because, capital, range_words, rules_words
from app.why import BAND_TONES, Input
from models.assessment import Assessment
from models.risk import Band, ControlScore, Risk
from models.snapshot import Snapshot
from models.values import ActionItem


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading ("" for none), each leading to where it comes from."""

    words: str
    lines: tuple[Input, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What something is, the rule by which it came about, and the lines behind it.

    `sums` is the arithmetic, a line each; `place` leads to where one looks further, "" for nowhere.
    """

    title: str
    rule: str
    parts: tuple[Part, ...]
    sums: tuple[str, ...] = ()
    place: str = ""


def risk_line(risk: Risk, state: str = "") -> Input:
    """A risk as a line that leads to its own reasons."""
    return Input(
        words=f"{risk.id}  {risk.title}",
        state=state or range_words(risk),
        tone=BAND_TONES[risk.residual.band.rank],
        marks=(rules_words(risk.stop_rules),) if risk.stop_rules else (),
        place=f"risk:{risk.id}",
    )


def band_reasons(snapshot: Snapshot, assessment: Assessment, band: Band) -> Reasons:
    """Which risks make a count of the map, the one that most needs attention first."""
    risks = [risk for risk in assessment.risks if risk.residual.band is band]
    lines = []
    for risk in risks:
        said = _("{range}: {because}").format(range=range_words(risk), because=because(snapshot, risk))
        lines.append(risk_line(risk, said))
    n = len(risks)
    return Reasons(
        title=ngettext("{n} risk is {band}", "{n} risks are {band}", n).format(n=n, band=band_words(band)),
        rule=_(
            "A band is looked up in the matrix by what controls leave of likelihood and impact. "
            "Sorted by stop rules, worst case, impact and likelihood."
        ),
        parts=(Part("", tuple(lines)),),
    )


def reasons_of_card(snapshot: Snapshot, assessment: Assessment, *, key: str) -> Reasons | None:
    """The reasons of a card of the board: an action by its id, a proposal by its key; None if it is gone."""
    action = snapshot.action_plan.get(key)
    if action is None:
        proposed = (each for each in proposals(snapshot, assessment) if each.key == key)
        action = next((each.action for each in proposed), None)
    return action_reasons(snapshot, assessment, action) if action is not None else None


def action_reasons(snapshot: Snapshot, assessment: Assessment, action: ActionItem) -> Reasons:
    """Why an action is proposed, or what one of the plan is good for: shortfalls, leverage, stop rules."""
    if action.question is not None and action.question in snapshot.pack and action.stop_rule is None:
        return _by_leverage(snapshot, assessment, action)
    risks = [assessment.risks_by_id[key] for key in action.risks or () if key in assessment.risks_by_id]
    rules = dict.fromkeys(rule for risk in risks for rule in risk.stop_rules)
    said = [
        _("{rule}: {meaning}. Within 14 days: {containment}.").format(
            rule=rule.value, meaning=_(rule.label), containment=CONTAINMENT_WORDS[rule]
        )
        for rule in rules
    ]
    words = _("Contained within 14 days: a stop rule fires on a risk, or its band is Critical.")
    if not any(risk.stop_rules or risk.residual.band is Band.CRITICAL for risk in risks):
        words = _("Taken into the plan by hand; these are the risks that it names.")
    if not risks:
        words = _("It names no risk of this review and no question.")
    return Reasons(
        title=action.text,
        rule=words,
        sums=tuple(said),
        parts=(Part(_("Risks that it helps with"), tuple(risk_line(risk) for risk in risks)),),
    )


def _by_leverage(snapshot: Snapshot, assessment: Assessment, action: ActionItem) -> Reasons:
    question = snapshot.pack.question(action.question or "")
    parts = list(_shortfalls(snapshot, assessment.risks, question.id))
    raw = sum(points for points, _line in parts)
    divisor = EFFORT_DIVISOR[question.effort]
    sums = (
        _("Raw leverage {raw}: the sum of the points below.").format(raw=raw),
        _("Effort {size} divides by {n}: leverage {leverage}.").format(
            size=question.effort.value, n=divisor, leverage=raw // divisor
        ),
    )
    source = Input(
        words=f"{question.id}  {question.text}",
        state=_("the question behind it"),
        tone="partly",
        place=f"question:{question.id}",
    )
    return Reasons(
        title=action.text,
        rule=_(
            "Each control below 3 gives its band's factor (Critical 3, High 2, Moderate 1) × its weight × "
            "what it lacks to 3, over all risks; the sum is divided by the effort (risk model rm-1, 9.4)."
        ),
        sums=sums if raw else (_("No control that this question stands for falls short now."),),
        parts=(
            Part(_("Asked by"), (source,)),
            Part(_("What falls short, on which risks"), tuple(line for _points, line in parts)),
        ),
    )


def _shortfalls(snapshot: Snapshot, risks: Iterable[Risk], question: str) -> Iterator[tuple[int, Input]]:
    for risk in risks:
        factor = BAND_FACTOR[risk.residual.band]
        for control in risk.controls:
            lack = shortfall(control)
            if factor and lack and question_behind(control.control) == question:
                points = factor * lack
                yield points, risk_line(risk, _points(snapshot, risk, control, factor, points))


def _points(snapshot: Snapshot, risk: Risk, control: ControlScore, factor: int, points: int) -> str:
    name = control.control
    if name not in snapshot.pack:
        name = capital(control_words(name, snapshot.pack))
    return _("{band} {factor} × weight {weight} × ({enough} − {score}) = {points} · {control}").format(
        band=band_words(risk.residual.band),
        factor=factor,
        weight=control.weight,
        enough=GOOD_ENOUGH,
        score=control.score,
        points=points,
        control=name,
    )
