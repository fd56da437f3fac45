"""The result of assessing one review; its fields are those of the assessment format."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from models.outcomes import Outcomes
from models.risk import Band, Risk
from models.scores import (
    Action,
    Completeness,
    FindOut,
    SectionScore,
    TypeProfile,
    UseCaseResult,
    VendorResult,
)
from models.values import Json

ASSESSMENT_FORMAT = "plumbline-assessment"


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """Everything computed from one snapshot. `risks` are in priority order."""

    question_bank: str
    risk_model: str
    completeness: Completeness
    counts: Mapping[Band, int]
    risks: tuple[Risk, ...]
    not_examined: tuple[str, ...]
    headline: tuple[str, ...]
    find_out: tuple[FindOut, ...]
    sections: Mapping[str, SectionScore]
    risk_type_profile: tuple[TypeProfile, ...]
    use_cases: tuple[UseCaseResult, ...]
    vendors: tuple[VendorResult, ...]
    outcomes: Outcomes
    actions: tuple[Action, ...]

    @cached_property
    def risks_by_id(self) -> Mapping[str, Risk]:
        """The risks by id, in priority order."""
        return MappingProxyType({risk.id: risk for risk in self.risks})

    def risk(self, risk_id: str) -> Risk:
        """One risk; KeyError if there is none of this id."""
        return self.risks_by_id[risk_id]

    def to_json(self) -> dict[str, Json]:
        """The assessment format, version 1 (without producer), ready for `json.dumps`."""
        body = {item.name: _plain(getattr(self, item.name)) for item in fields(self)}
        return {"format": ASSESSMENT_FORMAT, "version": 1, **body}


def _plain(value: object) -> Json:
    match value:
        case StrEnum():
            return value.value
        case None | bool() | int() | str():
            return value
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case Outcomes():
            return {
                str(n): _plain(getattr(value, item.name)) for n, item in enumerate(fields(value), start=1)
            }
        case TypeProfile():
            return {
                "type": value.type,
                **{band.value: value.bands[band] for band in reversed(Band)},
                "control_strength": _plain(value.control_strength),
                "control_strength_percent": value.control_strength_percent,
            }
        case _ if is_dataclass(value):
            return {item.name.rstrip("_"): _plain(getattr(value, item.name)) for item in fields(value)}
        case _:
            raise TypeError(type(value))
