"""One immutable state of a review: what is shown, scored, signed, exported or printed is a function of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from string import digits
from types import MappingProxyType
from typing import TypeAlias, cast

from models.pack import QuestionPack
from models.values import (
    LISTS,
    AccessGrant,
    ActionItem,
    AITool,
    Answer,
    AnyEntry,
    ApprovalGate,
    DataCategory,
    DataFlow,
    Engagement,
    EvidenceItem,
    Incident,
    IncidentProcess,
    Json,
    Mode,
    Monitor,
    Participant,
    RegisterName,
    ReviewCadence,
    RiskDecision,
    RuleException,
    Session,
    System,
    UseCase,
    Vendor,
)

INTERCHANGE_VERSION = 1
RISK_MODEL = "rm-1"

Entries: TypeAlias = Mapping[str, AnyEntry]
NO_ENTRIES: Entries = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHeader:
    """Which review of the engagement this is. `sealed` reviews are read-only; `number` counts from 1.

    `version` counts from 1 too: a review that is opened again after it was sealed for signature is the next.
    """

    id: str = "R1"
    number: int = 1
    title: str = "Baseline"
    sealed: bool = False
    version: int = 1


@dataclass(frozen=True, kw_only=True, repr=False)
class Snapshot:
    """Everything recorded in one review, with the question pack that it was begun with.

    `registers` maps each list to its entries by key, in the order in which they were entered. The lists are
    also there by name, typed. `extras` keeps top-level fields that the interchange format does not know.
    """

    pack: QuestionPack
    engagement: Engagement
    incident_process: IncidentProcess | None = None
    registers: Mapping[RegisterName, Entries] = field(default_factory=lambda: MappingProxyType({}))
    header: ReviewHeader = field(default_factory=ReviewHeader)
    extras: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))

    def __repr__(self) -> str:
        """Which review this is, without a word of the client: it may end in a log or a traceback."""
        return f"<Snapshot of review {self.header.id}>"

    def entries(self, register: RegisterName) -> Entries:
        """The entries of one list by key; the engagement and the incident process count as lists of one."""
        if register is RegisterName.ENGAGEMENT:
            return {self.engagement.key: self.engagement}
        if register is RegisterName.INCIDENT_PROCESS:
            return {self.incident_process.key: self.incident_process} if self.incident_process else NO_ENTRIES
        return self.registers.get(register, NO_ENTRIES)

    def entry(self, register: RegisterName, key: str) -> AnyEntry | None:
        """One entry, or None."""
        return self.entries(register).get(key)

    def with_entry(self, register: RegisterName, entry: AnyEntry, index: int | None = None) -> "Snapshot":
        """This snapshot with an entry added or replaced; a new one goes to `index` (None: the end)."""
        if isinstance(entry, Engagement):
            return replace(self, engagement=entry)
        if isinstance(entry, IncidentProcess):
            return replace(self, incident_process=entry)
        entries = dict(self.entries(register))
        is_new = entry.key not in entries
        entries[entry.key] = entry
        if is_new and index is not None and index < len(entries) - 1:
            items = list(entries.items())
            items.insert(index, items.pop())
            entries = dict(items)
        return self._with_register(register, entries)

    def without_entry(self, register: RegisterName, key: str) -> "Snapshot":
        """This snapshot without one entry; KeyError if there is none. The engagement cannot be removed."""
        if register is RegisterName.INCIDENT_PROCESS:
            return replace(self, incident_process=None)
        entries = dict(self.entries(register))
        del entries[key]
        if entries:
            return self._with_register(register, entries)
        others = {name: kept for name, kept in self.registers.items() if name is not register}
        return replace(self, registers=MappingProxyType(others))

    def _with_register(self, register: RegisterName, entries: dict[str, AnyEntry]) -> "Snapshot":
        return replace(
            self, registers=MappingProxyType({**self.registers, register: MappingProxyType(entries)})
        )

    @property
    def mode(self) -> Mode:
        """The review's mode; a missing one is standard."""
        return self.engagement.mode or Mode.STANDARD

    @cached_property
    def answers_by_question(self) -> Mapping[str, tuple[Answer, ...]]:
        """All answers, one per respondent, by question id."""
        found: dict[str, list[Answer]] = {}
        for answer in self.answers.values():
            found.setdefault(answer.question, []).append(answer)
        return MappingProxyType({question: tuple(answers) for question, answers in found.items()})

    @cached_property
    def last_numbers(self) -> Mapping[str, int]:
        """The highest number that ids of the same letters end in, by those letters."""
        last: dict[str, int] = {}
        for register in LISTS:
            for key in self.entries(register):
                letters = key.rstrip(digits)
                if len(letters) < len(key):
                    last[letters] = max(last.get(letters, 0), int(key[len(letters) :]))
        return MappingProxyType(last)

    @property
    def participants(self) -> Mapping[str, Participant]:
        """Who took part."""
        return cast("Mapping[str, Participant]", self.entries(RegisterName.PARTICIPANTS))

    @property
    def sessions(self) -> Mapping[str, Session]:
        """The sessions held."""
        return cast("Mapping[str, Session]", self.entries(RegisterName.SESSIONS))

    @property
    def evidence(self) -> Mapping[str, EvidenceItem]:
        """What was seen."""
        return cast("Mapping[str, EvidenceItem]", self.entries(RegisterName.EVIDENCE))

    @property
    def data_categories(self) -> Mapping[str, DataCategory]:
        """The categories of data."""
        return cast("Mapping[str, DataCategory]", self.entries(RegisterName.DATA_CATEGORIES))

    @property
    def systems(self) -> Mapping[str, System]:
        """The systems."""
        return cast("Mapping[str, System]", self.entries(RegisterName.SYSTEMS))

    @property
    def vendors(self) -> Mapping[str, Vendor]:
        """The vendors."""
        return cast("Mapping[str, Vendor]", self.entries(RegisterName.VENDORS))

    @property
    def ai_tools(self) -> Mapping[str, AITool]:
        """The AI tools, retired ones included."""
        return cast("Mapping[str, AITool]", self.entries(RegisterName.AI_TOOLS))

    @property
    def access_grants(self) -> Mapping[str, AccessGrant]:
        """The access grants."""
        return cast("Mapping[str, AccessGrant]", self.entries(RegisterName.ACCESS_GRANTS))

    @property
    def approval_gates(self) -> Mapping[str, ApprovalGate]:
        """The approval gates."""
        return cast("Mapping[str, ApprovalGate]", self.entries(RegisterName.APPROVAL_GATES))

    @property
    def use_cases(self) -> Mapping[str, UseCase]:
        """The use cases, stopped ones included."""
        return cast("Mapping[str, UseCase]", self.entries(RegisterName.USE_CASES))

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers by question and respondent."""
        return cast("Mapping[str, Answer]", self.entries(RegisterName.ANSWERS))

    @property
    def data_flows(self) -> Mapping[str, DataFlow]:
        """The data flows."""
        return cast("Mapping[str, DataFlow]", self.entries(RegisterName.DATA_FLOWS))

    @property
    def monitors(self) -> Mapping[str, Monitor]:
        """The monitors."""
        return cast("Mapping[str, Monitor]", self.entries(RegisterName.MONITORS))

    @property
    def review_cadences(self) -> Mapping[str, ReviewCadence]:
        """The recurring reviews."""
        return cast("Mapping[str, ReviewCadence]", self.entries(RegisterName.REVIEW_CADENCES))

    @property
    def exceptions(self) -> Mapping[str, RuleException]:
        """The exceptions to rules."""
        return cast("Mapping[str, RuleException]", self.entries(RegisterName.EXCEPTIONS))

    @property
    def incidents(self) -> Mapping[str, Incident]:
        """The incidents and near misses."""
        return cast("Mapping[str, Incident]", self.entries(RegisterName.INCIDENTS))

    @property
    def risk_decisions(self) -> Mapping[str, RiskDecision]:
        """What was decided about risks, by risk id."""
        return cast("Mapping[str, RiskDecision]", self.entries(RegisterName.RISK_DECISIONS))

    @property
    def action_plan(self) -> Mapping[str, ActionItem]:
        """The agreed plan."""
        return cast("Mapping[str, ActionItem]", self.entries(RegisterName.ACTION_PLAN))
