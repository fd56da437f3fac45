"""Random reviews for properties: valid, with every field, every state and every kind of not knowing.

How many entries there are is drawn by hypothesis, so that it can shrink; what stands in them comes from a
seed, so that whole reviews are made in no time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from app.packs import built_in_pack
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import (
    ENTRY_TYPES,
    ID_PREFIXES,
    LISTS,
    MAX_PEOPLE,
    AccessGrant,
    Answer,
    AnswerState,
    AnyEntry,
    Capability,
    Count,
    Day,
    Described,
    Engagement,
    EvidenceGrade,
    FieldSpec,
    FileName,
    Group,
    Ident,
    IncidentProcess,
    Kind,
    ListOf,
    OneOf,
    QuestionId,
    Reference,
    RegisterName,
    Text,
    Unknown,
    Whole,
    YesPartlyNo,
    answer_key,
    specs_of,
)

TEXTS = (
    "Campaign copilot",
    "CRM notes",
    "x",
    "<b>bold</b> & co",
    "=1+1",
    "مراجعة الحملة",
    "Füße \U0001f600",
    "two\nlines",
    "%s {name} \\",
)
# Values around which the risk model turns.
COUNTS = (0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 9_999, 10_000, 99_999, 100_000, MAX_PEOPLE)
DAYS = tuple(date(2026, 8, 1) + timedelta(days=step) for step in (-400, -1, 0, 1, 300))
MOST = {
    RegisterName.AI_TOOLS: 6,
    RegisterName.ACCESS_GRANTS: 12,
    RegisterName.USE_CASES: 6,
    RegisterName.VENDORS: 3,
    RegisterName.DATA_CATEGORIES: 4,
    RegisterName.SYSTEMS: 3,
    RegisterName.APPROVAL_GATES: 3,
}
MOST_OF_OTHERS = 2


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any valid review."""
    most = {name: MOST.get(name, MOST_OF_OTHERS) for name in ID_PREFIXES}
    sizes = draw(st.just(most) | st.fixed_dictionaries({n: st.integers(0, m) for n, m in most.items()}))
    seed = draw(st.integers(0, 2**32))
    missing = draw(st.sampled_from((0.0, 0.1, 0.5, 0.9)))
    unknown = draw(st.sampled_from((0.0, 0.1, 0.4, 1.0)))
    answered = draw(st.sampled_from((0.0, 0.5, 1.0)))
    return Scribe(Random(seed), sizes, missing=missing, unknown=unknown).review(answered)


@dataclass
class Scribe:
    """Fills a review by chance: `missing` and `unknown` are how often a fact is left out or not known."""

    random: Random
    sizes: Mapping[RegisterName, int]
    missing: float = 0.1
    unknown: float = 0.1

    def review(self, answered: float) -> Snapshot:
        """A whole review; `answered` is the share of questions with an entry."""
        ids = {name: self._ids(name) for name in ID_PREFIXES}
        self.ids: Mapping[RegisterName, Sequence[str]] = ids
        registers: dict[RegisterName, Mapping[str, AnyEntry]] = {}
        for name in ID_PREFIXES:
            registers[name] = MappingProxyType({key: self._entry(name, key) for key in ids[name]})
        registers[RegisterName.ANSWERS] = MappingProxyType(self._answers(answered))
        registers[RegisterName.RISK_DECISIONS] = MappingProxyType(self._decisions())
        process = self._described(IncidentProcess) if self.random.random() < 0.5 else None
        return Snapshot(
            pack=built_in_pack(),
            engagement=self._engagement(),
            incident_process=process if isinstance(process, IncidentProcess) else None,
            registers=MappingProxyType({name: registers[name] for name in LISTS}),
            extras=self._extras(),
        )

    def _ids(self, name: RegisterName) -> list[str]:
        if not self._can_exist(name):
            return []
        numbers = self.random.sample(range(1, 40 + 2 * self.sizes[name]), self.sizes[name])
        return [f"{ID_PREFIXES[name]}{number}" for number in numbers]

    def _can_exist(self, name: RegisterName) -> bool:
        """Whether the entries that an entry of this list must refer to are there."""
        needed = (
            register
            for spec in specs_of(ENTRY_TYPES[name])
            if spec.required
            for register in _registers_needed(spec.kind)
        )
        return all(self.sizes[register] > 0 for register in needed)

    def _entry(self, name: RegisterName, key: str) -> AnyEntry:
        entry: Any = self._described(ENTRY_TYPES[name])
        entry = replace(entry, id=key)
        if isinstance(entry, AccessGrant) and {Capability.CHANGE, Capability.TRIGGER} & set(
            entry.capabilities
        ):
            entry = self._acting(entry)
        # Any: replace() forgets which of the entries it was given.
        result: AnyEntry = entry
        return result

    def _acting(self, grant: AccessGrant) -> AccessGrant:
        """A grant that acts needs a class and a system."""
        systems = self.ids[RegisterName.SYSTEMS]
        if not systems:
            return replace(grant, capabilities=(Capability.SEE,))
        system = grant.system if grant.system in systems else self.random.choice(systems)
        return replace(grant, integrity_class=self.random.randint(1, 5), system=system)

    def _engagement(self) -> Engagement:
        engagement = self._described(Engagement)
        assert isinstance(engagement, Engagement)
        return engagement

    def _described(self, described: type[Described]) -> Described:
        values = {spec.name: self._field(spec) for spec in specs_of(described)}
        return described(**values, extras=self._extras())

    def _extras(self) -> Mapping[str, Any]:
        kept = {"x_note": "kept", "later": [1, {"deep": None}]} if self.random.random() < 0.02 else {}
        return MappingProxyType(kept)

    def _field(self, spec: FieldSpec) -> object:
        if not spec.required and self.random.random() < self.missing:
            return None
        return self._value(spec.kind, needed=spec.required)

    def _value(self, kind: Kind, *, needed: bool = True) -> object:  # noqa: PLR0911  (one line per kind)
        match kind:
            case Ident():
                return "replaced"
            case Text() | FileName():
                return self._text(kind)
            case OneOf():
                return self._choice([member.value for member in kind.choices], kind)
            case Whole():
                return self.random.randint(kind.lowest, kind.highest)
            case Count():
                if self.random.random() < self.unknown:
                    return Unknown.UNKNOWN
                return self.random.choice([count for count in COUNTS if count <= kind.highest])
            case Day():
                return self.random.choice(DAYS)
            case Group():
                return self._described(kind.described)
            case Reference():
                return self._reference(kind)
            case QuestionId():
                return self.random.choice(built_in_pack().questions).id
            case ListOf():
                return self._list(kind, needed=needed)
            case _:
                raise TypeError(type(kind))

    def _text(self, kind: Text | FileName) -> str:
        if isinstance(kind, FileName):
            return f"evidence {self.random.randint(1, 9)}.pdf"
        text = self.random.choice(TEXTS)
        return text if not kind.may_be_blank or self.random.random() < 0.9 else ""

    def _choice(self, values: list[str], kind: OneOf) -> object:
        if "unknown" in values:
            if self.random.random() < self.unknown:
                return kind.choices("unknown")
            values.remove("unknown")
        return kind.choices(self.random.choice(values))

    def _reference(self, kind: Reference) -> str | None:
        targets = self._targets(kind)
        if targets and self.random.random() < 0.8:
            return self.random.choice(targets)
        if "unknown" in kind.reserved and self.random.random() < self.unknown:
            return "unknown"
        if kind.reserved:
            return self.random.choice([word for word in kind.reserved if word != "unknown"])
        return self.random.choice(targets) if targets else None

    def _targets(self, kind: Reference) -> list[str]:
        return [key for name in kind.registers or tuple(ID_PREFIXES) for key in self.ids[name]]

    def _list(self, kind: ListOf, *, needed: bool) -> object:
        highest = min(kind.highest, 4)
        if isinstance(kind.item, Reference):
            targets = self._targets(kind.item)
            items: list[object] = list(self.random.sample(targets, min(len(targets), highest)))
        else:
            items = [self._value(kind.item) for _ in range(highest)]
        unique = list(dict.fromkeys(items))
        length = self.random.randint(min(kind.lowest, len(unique)), len(unique))
        if length < kind.lowest and not needed:
            return None
        return tuple(unique[:length])

    def _answers(self, answered: float) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        questions = list(built_in_pack().questions)
        self.random.shuffle(questions)
        for question in questions:
            if self.random.random() < answered:
                for respondent in self._respondents():
                    answers[answer_key(question.id, respondent)] = self._answer(question, respondent)
        return answers

    def _respondents(self) -> Sequence[str | None]:
        people: list[str | None] = [None, *self.ids[RegisterName.PARTICIPANTS]]
        several = self.random.random() < 0.2
        return self.random.sample(people, self.random.randint(1, len(people)) if several else 1)

    def _answer(self, question: Question, respondent: str | None) -> Answer:
        state = self.random.choice(list(AnswerState)[1:])
        if self.random.random() < self.unknown:
            state = AnswerState.UNKNOWN
        elif self.random.random() < 0.85:
            state = AnswerState.VALUE
        has_value = state is AnswerState.VALUE and not question.is_register_driven
        items = tuple(self.ids[RegisterName.EVIDENCE][:1])
        return Answer(
            question=question.id,
            state=state,
            value=self._answer_value(question) if has_value else None,
            evidence=self.random.choice((None, *EvidenceGrade)),
            reason="Does not arise here." if state is AnswerState.NOT_APPLICABLE else None,
            respondent=respondent,
            evidence_items=items or None,
            note=self.random.choice((None, *TEXTS)),
        )

    def _answer_value(self, question: Question) -> int | YesPartlyNo | tuple[str, ...]:
        match question.kind:
            case QuestionKind.MATURITY:
                return self.random.randint(0, 4)
            case QuestionKind.YES_PARTLY_NO:
                return self.random.choice(list(YesPartlyNo))
            case _:
                return tuple(option.id for option in question.options if self.random.random() < 0.5)

    def _decisions(self) -> dict[str, AnyEntry]:
        risks = self.random.sample(("PG-1", "PG-3", "EX-T1", "DA-T2", "VS-V9"), self.random.randint(0, 3))
        decisions: dict[str, AnyEntry] = {}
        for risk in risks:
            decision: Any = self._described(ENTRY_TYPES[RegisterName.RISK_DECISIONS])
            decisions[risk] = replace(decision, risk=risk)
        return decisions


def _registers_needed(kind: Kind) -> Sequence[RegisterName]:
    """The lists of which at least one entry must be there for a required field of this kind."""
    if isinstance(kind, ListOf):
        return _registers_needed(kind.item) if kind.lowest else ()
    return kind.registers if isinstance(kind, Reference) and not kind.reserved else ()
