"""The reference libraries: what a room recognises instead of inventing it.

Nothing here is a statement about a client. Every entry is as known on its date and carries a mark; a product
fact is confirmed on the client's own screen before it counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from models.values.enums import Audience, DecisionDomain, Identity, Role, Route, TaskPurpose, UseCaseLevel

Facts: TypeAlias = Mapping[str, str | int]


class Mark(StrEnum):
    """How far a statement has been checked."""

    VERIFIED = "verified"
    SINGLE_SOURCE = "single source"
    TO_BE_CONFIRMED = "to be confirmed"

    @property
    def letter(self) -> str:
        """The mark's short form, V, S or M, for narrow columns."""
        return {"verified": "V", "single source": "S", "to be confirmed": "M"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something with the day on which it was known so, how far it was checked, and where it comes from."""

    as_known_on: date
    mark: Mark
    source_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryItem(Known):
    """What every entry of a library has; ids are stable across versions of Plumbline."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemItem(LibraryItem):
    """A product by name, for the systems register."""

    name: str
    category: str
    maker: str = ""
    confirm_on_screen: bool = True

    @property
    def facts(self) -> Facts:
        """Fields of a new systems entry, named as in the interchange format."""
        maker = {"vendor_name": self.maker} if self.maker else {}
        return {"name": self.name, "category": self.category, **maker}


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform(LibraryItem):
    """A platform, or a kind of platform, with what to ask about the AI that arrives with it.

    `product_names` are parts of system names that mean this platform; none for a kind of platform, which
    goes by its categories alone.
    """

    name: str
    categories: tuple[str, ...]
    product_names: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureItem(LibraryItem):
    """AI that arrives with a platform, with the facts to pre-fill."""

    platform: str
    name: str
    kind: str
    does: str
    role: Role
    decision_domain: DecisionDomain
    task_purpose: TaskPurpose
    audience: Audience | None = None
    route: Route | None = None
    identity: Identity | None = None
    confirm: str = ""
    confirm_on_screen: bool = True

    @property
    def tool_facts(self) -> Facts:
        """Fields of a new AI tool. Origin, approval and owner stay open: they are asked."""
        autonomy = {Role.CREATE: "assist", Role.RECOMMEND: "recommend"}.get(self.role)
        known = {"autonomy": autonomy} if autonomy else {}
        return {"name": self.name, "kind": self.kind, "description": self.does, **known}

    @property
    def use_case_facts(self) -> Facts:
        """Fields of the use case that the feature usually stands for."""
        known = {"audience": self.audience.value} if self.audience else {}
        return {
            "name": self.name,
            "purpose": self.does,
            "role": self.role.value,
            "decision_domain": self.decision_domain.value,
            "task_purpose": self.task_purpose.value,
            **known,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoverySource(LibraryItem):
    """A place where AI that nobody declared leaves a trace."""

    name: str
    look_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadowItem(LibraryItem):
    """A kind of AI that people use without asking; `found_by` are ids of discovery sources."""

    name: str
    kind: str
    looks_like: str
    usual_route: Route
    found_by: tuple[str, ...]

    @property
    def tool_facts(self) -> Facts:
        """Fields of a new AI tool; that it is unofficial is asked, not assumed."""
        return {"name": self.name, "kind": self.kind, "description": self.looks_like}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCategoryItem(LibraryItem):
    """A kind of data with its default sensitivity, 1 to 5.

    `integrity_class` is given where changing the data weighs more than reading it.
    """

    name: str
    sensitivity: int
    examples: str
    note: str = ""
    integrity_class: int | None = None
    regulated: bool = False

    @property
    def facts(self) -> Facts:
        """Fields of a new data category."""
        regulated = {"regulated": "yes"} if self.regulated else {}
        return {"name": self.name, "sensitivity": self.sensitivity, "examples": self.examples, **regulated}


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCaseItem(LibraryItem):
    """A typical use of AI with the level it usually has; the real level is always computed (rm-1, 7).

    `facts` are fields of a new use case. Whether an audience is regulated stays open wherever the output
    leaves the house. `job` is the option of question USE-04 that the use belongs to, or empty.
    """

    name: str
    usual_level: UseCaseLevel
    purpose: str
    job: str = ""
    note: str = ""
    facts: Facts = field(hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    @property
    def use_case_facts(self) -> Facts:
        """Fields of a new use case, name and purpose included."""
        return {"name": self.name, "purpose": self.purpose, **self.facts}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseItem(LibraryItem):
    """A public case for a workshop. Name its source before showing it; `printable` says if a report may."""

    line: str
    when: str
    teaches: str
    questions: tuple[str, ...]
    printable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceDefault(LibraryItem):
    """A recurring review to offer for the calendar."""

    subject: str
    interval: str
    effort: str
    looks_at: str

    @property
    def facts(self) -> Facts:
        """Fields of a new recurring review."""
        return {"subject": self.subject, "interval": self.interval, "notes": f"{self.looks_at} {self.effort}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorDefault(LibraryItem):
    """A monitor to offer; `fits` says where."""

    fits: str
    metric: str
    threshold: str
    action: str
    cadence: str
    sample_size: str = ""
    clock_hours: int | None = None

    @property
    def facts(self) -> Facts:
        """Fields of a new monitor; subject and person told stay open."""
        texts = {
            "metric": self.metric,
            "threshold": self.threshold,
            "action": self.action,
            "cadence": self.cadence,
            "sample_size": self.sample_size,
        }
        clock = {} if self.clock_hours is None else {"clock_hours": self.clock_hours}
        return {name: text for name, text in texts.items() if text} | clock


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecordExample:
    """The seven lines of a decision record, filled in as an example that forms show in grey."""

    why_switched_on: str
    purpose: str
    expected_result: str
    baseline: str
    target: str
    review_trigger: str
    switch_off_test: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults(Known):
    """What forms and the calendar offer before anything is typed."""

    system_categories: tuple[str, ...]
    tool_kinds: tuple[str, ...]
    participant_roles: tuple[str, ...]
    cadences: tuple[CadenceDefault, ...]
    cadence_effort: str
    monitors: tuple[MonitorDefault, ...]
    decision_record_example: DecisionRecordExample
