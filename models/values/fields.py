"""Describes the fields of an entry: the one description behind forms, checks, storage and exports."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, ClassVar, Self

from models.values.enums import RegisterName, Tri
from models.values.kinds import (
    NAME,
    AnswerValue,
    Count,
    Day,
    FileName,
    Ident,
    Kind,
    ListOf,
    OneOf,
    QuestionId,
    Reference,
    Text,
    Whole,
)
from models.values.reading import Json, Reading

NO_EXTRAS: Mapping[str, Json] = MappingProxyType({})
MAX_PEOPLE = 10_000_000_000
_SPEC = "spec"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name in the interchange format, its words, and what it holds."""

    name: str
    label: str
    kind: Kind
    required: bool
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A frozen value whose fields are described; `extras` keeps JSON fields that the format does not know."""

    extras: Mapping[str, Json] = field(default_factory=lambda: NO_EXTRAS, hash=False)

    noun: ClassVar[str] = ""

    @classmethod
    def read(cls, raw: Json, at: Reading) -> Self | None:
        """The value that a JSON object stands for, or None after problems were reported."""
        if not isinstance(raw, Mapping):
            at.problem(raw, "an object")
            return None
        before = len(at.problems)
        values: dict[str, object] = {}
        for spec in specs_of(cls):
            if spec.name in raw:
                values[spec.name] = spec.kind.read(raw[spec.name], at.item(spec.name))
            elif spec.required:
                at.item(spec.name).report("This required field is missing.")
        known = _field_names(cls)
        extras = {name: value for name, value in raw.items() if name not in known}
        for name in extras:
            at.unknown_field(name)
        if len(at.problems) > before:
            return None
        return cls(**values, extras=MappingProxyType(extras) if extras else NO_EXTRAS)

    def with_values(self, **values: Any) -> Self:
        """This value with some fields set anew; the values must be of the fields' kinds."""
        return replace(self, **values)

    def write(self) -> dict[str, Json]:
        """The JSON object; fields that were not recorded are left out."""
        written: dict[str, Json] = {}
        for spec in specs_of(type(self)):
            value = getattr(self, spec.name)
            if value is not None:
                written[spec.name] = spec.kind.write(value)
        return {**written, **self.extras}


@dataclass(frozen=True, slots=True)
class Group:
    """A nested object with described fields of its own."""

    described: type[Described]

    def read(self, raw: Json, at: Reading) -> Described | None:
        """The nested value."""
        return self.described.read(raw, at)

    def write(self, value: object) -> Json:
        """The nested JSON object."""
        assert isinstance(value, Described)  # noqa: S101  (a wrong type here is a bug)
        return value.write()


_COMMON = frozenset({"notes", "source", "confidence", "created", "updated"})
_SPECS: dict[type[Described], tuple[FieldSpec, ...]] = {}
_NAMES: dict[type[Described], frozenset[str]] = {}


def specs_of(described: type[Described]) -> tuple[FieldSpec, ...]:
    """The described fields of a class, in the order in which people meet them."""
    if described not in _SPECS:
        specs = [_spec(item) for item in fields(described) if _SPEC in item.metadata]
        _SPECS[described] = tuple(sorted(specs, key=lambda spec: spec.name in _COMMON))
    return _SPECS[described]


def _field_names(described: type[Described]) -> frozenset[str]:
    if described not in _NAMES:
        _NAMES[described] = frozenset(spec.name for spec in specs_of(described))
    return _NAMES[described]


def spec_of(described: type[Described], name: str) -> FieldSpec:
    """The description of one field; KeyError if there is none of this name."""
    for spec in specs_of(described):
        if spec.name == name:
            return spec
    raise KeyError(name)


def _spec(item: "Field[Any]") -> FieldSpec:
    kind, label, help_text = item.metadata[_SPEC]
    words = label or item.name.replace("_", " ").capitalize()
    required = item.default is MISSING and item.default_factory is MISSING
    return FieldSpec(item.name, words, kind, required, help_text)


def _field(kind: Kind, label: str, help_text: str, *, required: bool = False) -> Any:
    metadata = {_SPEC: (kind, label, help_text)}
    return field(metadata=metadata) if required else field(default=None, metadata=metadata)


def ident() -> Any:
    """The entry's own id, required."""
    return _field(Ident(), "Id", "Stays the same for ever; everything refers to it.", required=True)


def name(label: str = "", help: str = "", *, required: bool = False) -> Any:
    """A short text of at most 300 characters."""
    return _field(NAME, label, help, required=required)


def text(label: str = "", help: str = "", *, required: bool = False, may_be_blank: bool = True) -> Any:
    """A longer text of at most 20,000 characters."""
    return _field(Text(may_be_blank=may_be_blank), label, help, required=required)


def one_line(label: str = "", help: str = "") -> Any:
    """A text that is usually short but may be long."""
    return _field(Text(single_line=True), label, help)


def names(label: str = "", help: str = "") -> Any:
    """A list of short texts."""
    return _field(ListOf(NAME), label, help)


def file_name(label: str = "", help: str = "") -> Any:
    """A file name without a path."""
    return _field(FileName(), label, help)


def choice(choices: type[StrEnum], label: str = "", help: str = "", *, required: bool = False) -> Any:
    """One value of a closed list."""
    return _field(OneOf(choices), label, help, required=required)


def tri(label: str = "", help: str = "") -> Any:
    """Yes, no, or don't know."""
    return _field(OneOf(Tri), label, help)


def choices(
    values: type[StrEnum],
    label: str = "",
    help: str = "",
    *,
    required: bool = False,
    lowest: int = 0,
) -> Any:
    """Several values of a closed list."""
    return _field(ListOf(OneOf(values), len(values), lowest), label, help, required=required)


def whole(lowest: int, highest: int, label: str = "", help: str = "", *, required: bool = False) -> Any:
    """A whole number between limits."""
    return _field(Whole(lowest, highest), label, help, required=required)


def count(highest: int, label: str = "", help: str = "") -> Any:
    """A count, or don't know."""
    return _field(Count(highest), label, help)


def day(label: str = "", help: str = "") -> Any:
    """A calendar date."""
    return _field(Day(), label, help)


def reference(
    *registers: RegisterName,
    reserved: tuple[str, ...] = (),
    label: str = "",
    help: str = "",
    required: bool = False,
) -> Any:
    """The id of another entry, or a reserved word."""
    return _field(Reference(registers, reserved), label, help, required=required)


def references(
    *registers: RegisterName,
    label: str = "",
    help: str = "",
    required: bool = False,
    highest: int = 10_000,
    lowest: int = 0,
) -> Any:
    """Ids of other entries."""
    return _field(ListOf(Reference(registers), highest, lowest), label, help, required=required)


def group(described: type[Described], label: str = "", help: str = "") -> Any:
    """A nested object."""
    return _field(Group(described), label, help)


def question(*, required: bool = False) -> Any:
    """The id of a question."""
    return _field(QuestionId(), "Question", "", required=required)


def questions(label: str = "", help: str = "") -> Any:
    """Ids of questions."""
    return _field(ListOf(QuestionId(), highest=82), label, help)


def risk_id(*, required: bool = False) -> Any:
    """The id of a computed risk, for example EX-T13."""
    return _field(Text(80, may_be_blank=False, single_line=True), "Risk", "", required=required)


def risk_ids() -> Any:
    """Ids of computed risks."""
    risk = Text(80, may_be_blank=False, single_line=True)
    return _field(ListOf(risk, highest=10_000, unique=False), "Risks", "The risks that it addresses.")


def answer_value() -> Any:
    """The value of an answer."""
    return _field(AnswerValue(), "Value", "")
