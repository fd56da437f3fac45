"""A risk with everything needed to rebuild its band by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from models.pack import ActionKind
from models.values import Horizon, RegisterName, StopRule, Tri

PROGRAMME = "programme"


class Band(StrEnum):
    """How much attention a risk needs, in rising order."""

    LOW = "Low"
    MODERATE = "Moderate"
    HIGH = "High"
    CRITICAL = "Critical"

    @property
    def rank(self) -> int:
        """0 for Low to 3 for Critical."""
        return list(Band).index(self)


class Template(StrEnum):
    """The patterns from which risks are made, in the order of risk model rm-1, 9.2."""

    EX = "EX"
    BC = "BC"
    DE = "DE"
    DA = "DA"
    VS = "VS"
    VT = "VT"
    OD = "OD"
    PG = "PG"


# Where what the risks of a template are about stands; programme risks are about everything.
SUBJECT_REGISTERS: Mapping[Template, RegisterName] = MappingProxyType(
    {
        Template.EX: RegisterName.AI_TOOLS,
        Template.DA: RegisterName.AI_TOOLS,
        Template.OD: RegisterName.AI_TOOLS,
        Template.DE: RegisterName.USE_CASES,
        Template.BC: RegisterName.USE_CASES,
        Template.VS: RegisterName.VENDORS,
        Template.VT: RegisterName.VENDORS,
    }
)


class RiskConfidence(StrEnum):
    """How far a risk rests on what is known."""

    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"


class ControlRole(StrEnum):
    """The list in which a control stands."""

    PREVENTIVE = "preventive"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class NamedState:
    """A driver or modifier with its state."""

    name: str
    state: Tri


@dataclass(frozen=True, slots=True)
class Rating:
    """Likelihood 1-5 and impact 1-5, with the band of the matrix (risk model rm-1, 1)."""

    likelihood: int
    impact: int
    band: Band


@dataclass(frozen=True, slots=True)
class ImpactBase:
    """Impact 1-5 before modifiers, as a headline and in the best case."""

    headline: int
    best: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlScore:
    """A control as counted in one risk: scores 0-4, weight 1-3."""

    control: str
    role: ControlRole
    weight: int
    score: int
    best_score: int
    unknown: bool
    capped: bool


@dataclass(frozen=True, slots=True)
class ControlSum:
    """Sum of weight x score, its maximum, and the steps that it takes off."""

    num: int
    den: int
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk with everything needed to rebuild its band by hand."""

    id: str
    template: Template
    subject: str
    type: str
    title: str
    drivers: tuple[NamedState, ...]
    known_drivers: int
    unknown_drivers: int
    impact_base: ImpactBase
    impact_modifiers: tuple[NamedState, ...]
    inherent: Rating
    residual: Rating
    best: Rating
    worst: Rating
    controls: tuple[ControlScore, ...]
    preventive: ControlSum
    recovery: ControlSum
    key_control: str
    unknown_inputs: int
    inputs: int
    confidence: RiskConfidence
    stop_rules: tuple[StopRule, ...]
    horizon: Horizon
    action_kind: ActionKind
    find_out: bool
    linked: tuple[str, ...]

    @property
    def has_range(self) -> bool:
        """Whether what is not known could change the band."""
        return self.best.band is not self.worst.band
