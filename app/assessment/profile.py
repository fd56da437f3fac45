"""Sums up each risk type: its risks per band, and how strong its controls are (risk model rm-1, 10.2)."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from app.assessment.sections import QuestionScore
from models.pack import QuestionPack, RiskTypeCode
from models.risk import Band, Risk
from models.scores import TypeProfile


def bands_counted(risks: Iterable[Risk]) -> dict[Band, int]:
    """How many risks each residual band has, the highest band first."""
    counts = dict.fromkeys(reversed(Band), 0)
    for risk in risks:
        counts[risk.residual.band] += 1
    return counts


def risk_type_profile(
    pack: QuestionPack, risks: Sequence[Risk], scores: Mapping[str, QuestionScore]
) -> tuple[TypeProfile, ...]:
    """The five risk types in the order of the document."""
    return tuple(_profile(pack, code, risks, scores) for code in _ORDER)


_ORDER = (RiskTypeCode.DA, RiskTypeCode.DE, RiskTypeCode.EX, RiskTypeCode.BC, RiskTypeCode.OD)


def _profile(
    pack: QuestionPack, code: RiskTypeCode, risks: Sequence[Risk], scores: Mapping[str, QuestionScore]
) -> TypeProfile:
    strength = control_strength(pack, code, scores)
    percent = None if strength is None else 100 * strength.numerator // strength.denominator
    return TypeProfile(
        type=code.risk_type,
        bands=bands_counted(risk for risk in risks if risk.type == code.risk_type),
        control_strength=strength,
        control_strength_percent=percent,
    )


def control_strength(
    pack: QuestionPack, code: RiskTypeCode, scores: Mapping[str, QuestionScore]
) -> Fraction | None:
    """Weighted mean score of the questions that matter for a risk type, 0 to 1; None if none counts."""
    counted = [
        (question.risk_weights[code], scores[question.id].mean)
        for question in pack.questions
        if code in question.risk_weights and question.id in scores
    ]
    full = 4 * sum(weight for weight, _ in counted)
    return sum((weight * mean for weight, mean in counted), Fraction(0)) / full if full else None
