"""The numbers of the main part that count risks, with the risks counted."""

from collections.abc import Callable, Iterable, Iterator

from app.assessment.actions import BAND_FACTOR
from app.assessment.controls import question_behind
from app.assessment.first_step import shortfall
from app.assessment.scope import Review
from app.i18n import _
from app.reporting.content.number import Number
from app.risk_words import band_words
from models.assessment import Assessment
from models.pack import RiskTypeCode
from models.risk import Band, Risk, RiskConfidence
from models.scores import Action, TypeProfile
from models.snapshot import Snapshot
from models.values import Horizon, StopRule

FIND_OUTS = 30
PROPOSALS = {Horizon.NEXT: 7, Horizon.THEN: 6}


def numbers_of_risks(snapshot: Snapshot, review: Review, assessment: Assessment) -> Iterator[Number]:
    """Counts of risks by band, confidence, place in the matrix and type; find-outs and actions."""

    def chosen(test: Callable[[Risk], bool]) -> tuple[str, ...]:
        return tuple(risk.id for risk in assessment.risks if test(risk))

    yield Number("risks", (2,), _("Risks, each with an entry in appendix C"), chosen(lambda _risk: True))
    by_band: dict[Band, list[str]] = {band: [] for band in Band}
    for risk in assessment.risks:
        by_band[risk.residual.band].append(risk.id)
    for band in reversed(Band):
        counts = _("Risks whose band is {band}").format(band=band_words(band))
        yield Number(band_key(band), (2,), counts, tuple(by_band[band]))
    now = assessment.outcomes.fix_first.contain_now
    yield Number(
        "contain", (2, 3, 11), _("Risks to contain within 14 days: a stop rule fires, or Critical"), now
    )
    yield from _stop_rules(snapshot, assessment)
    actions = tuple(action.question for action in assessment.actions)
    yield Number("actions", (3,), _("Questions whose action takes something off a risk above Low"), actions)
    high, low = RiskConfidence.HIGH, RiskConfidence.LOW
    yield Number("sure", (2,), _("Risks with high confidence"), chosen(lambda risk: risk.confidence is high))
    yield Number("unsure", (2,), _("Risks with low confidence"), chosen(lambda risk: risk.confidence is low))
    yield Number("moving", (2,), _("Risks whose best and worst bands differ"), chosen(lambda r: r.has_range))
    yield from _cells(assessment)
    for profile in assessment.risk_type_profile:
        yield from _type(snapshot, review, assessment, profile)
    yield from _open_facts(assessment)
    yield from _touched(assessment)


def band_key(band: Band) -> str:
    """The key of how many risks have a band."""
    return f"band-{band.value.lower()}"


def _stop_rules(snapshot: Snapshot, assessment: Assessment) -> Iterator[Number]:
    """Those that fire, and those that the plan names although they do not."""
    fired = {one.rule: one.risks for one in assessment.outcomes.fix_first.stop_rules}
    named = {item.stop_rule for item in snapshot.action_plan.values()}
    for rule in StopRule:
        if rule in fired or rule in named:
            words = _("Risks on which stop rule {rule} fires").format(rule=rule.value)
            pages = (3, 11) if rule in fired else (11,)
            yield Number(stop_key(rule), pages, words, fired.get(rule, ()))


def stop_key(rule: StopRule) -> str:
    """The key of how many risks a stop rule fires on."""
    return f"stop-{rule.value}"


def cell_key(likelihood: int, impact: int) -> str:
    """The key of how many risks stand in a cell of the matrix."""
    return f"cell-{likelihood}-{impact}"


def type_key(name: str, band: Band) -> str:
    """The key of how many risks of a type have a band."""
    return f"type-{name}-{band.value}".lower().replace(" ", "-")


def strength_key(name: str) -> str:
    """The key of how strong the controls for a type of risk are."""
    return f"strength-{name}".lower().replace(" ", "-")


def _cells(assessment: Assessment) -> Iterator[Number]:
    cells: dict[tuple[int, int], list[str]] = {}
    for risk in assessment.risks:
        cells.setdefault((risk.residual.likelihood, risk.residual.impact), []).append(risk.id)
    for likelihood, impact in sorted(cells, reverse=True):
        yield Number(
            cell_key(likelihood, impact),
            (4,),
            _("Risks at likelihood {l}, impact {i}, after controls").format(l=likelihood, i=impact),
            tuple(cells[likelihood, impact]),
        )


def _type(
    snapshot: Snapshot, review: Review, assessment: Assessment, profile: TypeProfile
) -> Iterator[Number]:
    for band in reversed(Band):
        mine = [r.id for r in assessment.risks if r.type == profile.type and r.residual.band is band]
        if mine:
            words = _("{type}: risks whose band is {band}").format(type=profile.type, band=band_words(band))
            yield Number(type_key(profile.type, band), (4,), words, tuple(mine))
    if profile.control_strength is None or profile.control_strength_percent is None:
        return
    code = next(code for code in RiskTypeCode if code.risk_type == profile.type)
    questions = [
        question.id
        for question in snapshot.pack.questions
        if code in question.risk_weights and question.id in review.answers.scores
    ]
    counted = _(
        "{type}: weight × score over the questions that bear on it, of weight × 4: {share}, in per cent"
    )
    share = f"{profile.control_strength.numerator}/{profile.control_strength.denominator}"
    yield Number(
        strength_key(profile.type),
        (4,),
        counted.format(type=profile.type, share=share),
        tuple(questions),
        given=profile.control_strength_percent,
    )


def _open_facts(assessment: Assessment) -> Iterator[Number]:
    yield Number(
        "open-facts",
        (10,),
        _("Open points (?, * or [unknown] in appendix C) that could move a band; see there and page 10"),
        given=len(assessment.find_out),
    )
    for index, item in enumerate(assessment.find_out[:FIND_OUTS]):
        words = _("Open point {n} of page 10: risks whose band it could move").format(n=index + 1)
        yield Number(f"find-{index}", (10,), words, item.risks)


def _touched(assessment: Assessment) -> Iterator[Number]:
    found: dict[str, dict[str, None]] = {}
    for risk in assessment.risks:
        if BAND_FACTOR[risk.residual.band]:
            for control in risk.controls:
                if shortfall(control):
                    found.setdefault(question_behind(control.control), {})[risk.id] = None
    for action in proposed(assessment.actions):
        words = _("Risks above Low with a control that {question} would strengthen").format(
            question=action.question
        )
        yield Number(touch_key(action.question), (11,), words, tuple(found[action.question]))


def proposed(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The actions that are proposed for each horizon: those with most leverage, as far as there is room."""
    room = dict(PROPOSALS)
    chosen = []
    for action in actions:
        if room.get(action.horizon, 0) > 0:
            room[action.horizon] -= 1
            chosen.append(action)
    return tuple(chosen)


def touch_key(question: str) -> str:
    """The key of how many risks an action touches."""
    return f"touches-{question}"
