"""What is computed beside the risks: completeness, sections, profile, use cases, vendors and actions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.pack import ActionKind, Effort
from models.risk import Band
from models.values import Horizon, Unknown, UseCaseLevel


class Verdict(StrEnum):
    """What may happen with a use case."""

    SCALE = "Scale"
    SCALE_KEEP_CONTROLS = "Scale, keep controls"
    CONTROLS_FIRST = "Controls first"
    PAUSE_OR_CONTAIN = "Pause or contain"


class Mismatch(StrEnum):
    """How far a vendor is deployed beyond its approval."""

    SEVERE = "Severe"
    MATERIAL = "Material"
    MINOR = "Minor"
    NONE = "None"
    UNKNOWN = "Unknown"


class OverrideState(StrEnum):
    """What became of an override of a use case's level."""

    NONE = "none"
    APPLIED = "applied"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """Counts of the answered questions by effective state."""

    questions: int
    answered: int
    unknown: int
    not_asked: int
    not_applicable: int
    out_of_mode: int
    incomplete: bool
    disagreements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOut:
    """An input that nobody knows, or that nobody has evidence for, and the risks that it moves."""

    input: str
    reason: str
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionScore:
    """Mean score 0-4 of a section as an exact fraction (None: not examined), its word and its coverage."""

    mean: Fraction | None
    word: str
    unknown: int
    slots: int
    unevidenced: int
    global_: int
    scored_questions: int
    total_questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeProfile:
    """Risks per band and control strength 0-1 for one risk type."""

    type: str
    bands: Mapping[Band, int]
    control_strength: Fraction | None
    control_strength_percent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCaseResult:
    """Level and verdict of a use case."""

    id: str
    auto_level: UseCaseLevel
    rule: str
    level: UseCaseLevel
    override: OverrideState
    verdict: Verdict
    linked_risks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeSets:
    """Parts of a vendor's scope, each sorted."""

    systems: tuple[str, ...]
    capabilities: tuple[str, ...]
    data_categories: tuple[str, ...]
    purposes: tuple[str, ...]
    environments: tuple[str, ...]
    regions: tuple[str, ...]
    user_groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorResult:
    """Approved against deployed scope of a vendor; levels 0-4."""

    id: str
    required_level: int
    approved_level: int | Unknown
    gap: int | Unknown
    mismatch: Mismatch
    missing: ScopeSets
    over_approved: ScopeSets


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A question's action with its leverage (risk model rm-1, 9.4)."""

    question: str
    effort: Effort
    leverage: int
    raw_leverage: int
    risks_touched: int
    kind: ActionKind
    horizon: Horizon
