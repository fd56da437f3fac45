"""What a risk hangs on, as levers: each place that feeds it, with every value that it could have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.assessment.controls import STANDS_FOR
from app.assessment.places import FieldPlace, Place, QuestionPlace
from app.assessment.scope import NOTHING
from app.assessment.trace import InputRole, Source, sources_of
from app.cell_text import cell_text
from app.i18n import _
from app.register_columns import spec_at, value_at
from app.register_questions import REGISTER_QUESTIONS
from app.risk_words import capital, caption_of
from app.what_if import Supposed, fits, recorded
from models.pack import Question, QuestionKind
from models.risk import Risk
from models.snapshot import Snapshot
from models.values import (
    ENTRY_TYPES,
    AccessGrant,
    AnyEntry,
    Count,
    EvidenceGrade,
    Group,
    OneOf,
    Reference,
    RegisterName,
    Unknown,
    Whole,
    YesPartlyNo,
    specs_of,
    words,
)

MOST_ENTRIES = 4
MOST_NUMBERS = 9
# Large counts matter where the risk model turns on them (rm-1, 0 and 6).
_TURNS_AT = {"users": 10, "people_reachable": 100_000, "people_affected": 10_000}


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a place can have; `help` says more than its words where there is more to say."""

    value: object
    words: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A place that feeds a risk. `inputs` are the drivers, modifiers and controls that it feeds there.

    `about` is what people call the entry, or the question's id; `present` is what is recorded there, in words
    `recorded`.
    """

    place: Place
    role: InputRole
    inputs: tuple[str, ...]
    about: str
    words: str
    options: tuple[Option, ...]
    present: Supposed
    recorded: str

    @property
    def is_question(self) -> bool:
        """Whether it is an answer, which has evidence too."""
        return isinstance(self.place, QuestionPlace)

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows it, or nobody was asked."""
        return is_unknown(self.present.value)


@dataclass(frozen=True, slots=True)
class Levers:
    """The levers of a risk in the order of its inputs; `left_out` counts the places that are not shown."""

    levers: tuple[Lever, ...]
    left_out: int = 0


def is_unknown(value: object) -> bool:
    """Whether a value says that it is not known."""
    return value is None or str(value) == Unknown.UNKNOWN.value


def levers_of(snapshot: Snapshot, risk: Risk) -> Levers:
    """The levers of a risk of this snapshot; of an input with many entries a few, open ones first."""
    found: dict[Place, tuple[InputRole, list[str]]] = {}
    left_out = set[Place]()
    for source in sources_of(snapshot, risk):
        places = [place for place in parts_of(source) if _can_be_chosen(place)]
        open_first = sorted(places, key=lambda place: not is_unknown(recorded(snapshot, place).value))
        entries = list(dict.fromkeys(place.key for place in open_first))[:MOST_ENTRIES]
        for place in places:
            if place.key in entries or place in found:
                found.setdefault(place, (source.role, []))[1].append(source.name)
            else:
                left_out.add(place)
    levers = (lever_at(snapshot, place, role, names) for place, (role, names) in found.items())
    return Levers(tuple(lever for lever in levers if lever), len(left_out - found.keys()))


def lever_at(snapshot: Snapshot, place: Place, role: InputRole, inputs: Sequence[str]) -> Lever | None:
    """The lever at a place; None where there is nothing to choose."""
    if isinstance(place, QuestionPlace):
        question = snapshot.pack.question(place.question)
        about, said, options = question.id, question.text, _of_question(question)
    else:
        entry = snapshot.entries(place.register)[place.key]
        about, said = entry_words(snapshot, place.register, place.key), field_words(place)
        options = _of_field(snapshot, place, value_at(entry, place.path))
    present = recorded(snapshot, place)
    if len(options) < 2:
        return None
    return Lever(
        place=place,
        role=role,
        inputs=tuple(inputs),
        about=about,
        words=said,
        options=options,
        present=present,
        recorded=value_words(snapshot, present),
    )


def field_words(place: FieldPlace) -> str:
    """The name of a field as forms show it."""
    return _(spec_at(ENTRY_TYPES[place.register], place.path).label)


def entry_words(snapshot: Snapshot, register: RegisterName, key: str) -> str:
    """What people call an entry; a grant by the tool and the system that it joins."""
    entry = snapshot.entries(register)[key]
    if not isinstance(entry, AccessGrant):
        return _caption(entry)
    tool, system = (caption_of(snapshot, each) for each in (entry.tool, entry.system))
    if entry.system == NOTHING:
        return _("{tool}, outside every system").format(tool=tool)
    return _("{tool} on {system}").format(tool=tool, system=system)


def value_words(snapshot: Snapshot, supposed: Supposed) -> str:
    """A value in words, for the middle of a sentence."""
    place = supposed.place
    if isinstance(place, QuestionPlace):
        return _answer_words(supposed)
    if is_unknown(supposed.value):
        return _("not recorded") if supposed.value is None else _("not known")
    if (turn := _TURNS_AT.get(place.path)) and isinstance(supposed.value, int):
        return _turn_words(turn, is_more=supposed.value >= turn)
    kind = spec_at(ENTRY_TYPES[place.register], place.path).kind
    if isinstance(kind, Reference):
        return cell_text(kind, supposed.value, dict(_targets(snapshot, kind)))
    return cell_text(kind, supposed.value, {}).lower()


def _answer_words(supposed: Supposed) -> str:
    if supposed.value is None:
        return _("not known")
    is_level = isinstance(supposed.value, int)
    said = _("level {n}").format(n=supposed.value) if is_level else _(str(supposed.value))
    evidence = _(EVIDENCE_WORDS[supposed.evidence or EvidenceGrade.NONE])
    return _("{value}, {evidence}").format(value=said, evidence=evidence)


EVIDENCE_WORDS: Mapping[EvidenceGrade, str] = {
    EvidenceGrade.NONE: "no evidence",
    EvidenceGrade.DOCUMENT: "documented",
    EvidenceGrade.DEMONSTRATED: "demonstrated",
}


def question_of(place: Place, inputs: Iterable[str] = ()) -> str:
    """The question that a place answers, or that the controls which it feeds stand for; "" for none."""
    if isinstance(place, QuestionPlace):
        return place.question
    behind = next((STANDS_FOR[name] for name in inputs if name in STANDS_FOR), "")
    return behind or _ASKED_FOR.get((place.register, place.path), "")


_ASKED_FOR: Mapping[tuple[RegisterName, str], str] = {
    (asked.register, path): question
    for question, asked in reversed(list(REGISTER_QUESTIONS.items()))
    for path in asked.fields
}


def parts_of(source: Source) -> tuple[Place, ...]:
    """The places of an input down to single fields, each once."""
    return tuple(dict.fromkeys(part for place in source.places for part in _parts(place)))


def _parts(place: Place) -> Iterator[Place]:
    if isinstance(place, FieldPlace):
        kind = spec_at(ENTRY_TYPES[place.register], place.path).kind
        if isinstance(kind, Group):
            for spec in specs_of(kind.described):
                yield FieldPlace(place.register, place.key, f"{place.path}.{spec.name}")
            return
    yield place


def _can_be_chosen(place: Place) -> bool:
    """Whether a place has values to choose from. An override is a decision with a reason, and no lever."""
    if isinstance(place, QuestionPlace):
        return True
    kind = spec_at(ENTRY_TYPES[place.register], place.path).kind
    return isinstance(kind, OneOf | Count | Whole | Reference) and not place.path.startswith("override.")


def _of_question(question: Question) -> tuple[Option, ...]:
    unknown = Option(None, _("Don't know"))
    match question.kind:
        case QuestionKind.MATURITY:
            return (*(Option(n, str(n), text) for n, text in enumerate(question.levels)), unknown)
        case QuestionKind.YES_PARTLY_NO:
            return (*(Option(word, _(words(word))) for word in YesPartlyNo), unknown)
        case _:
            return ()


def _of_field(snapshot: Snapshot, place: FieldPlace, present: object) -> tuple[Option, ...]:
    kind = spec_at(ENTRY_TYPES[place.register], place.path).kind
    match kind:
        case OneOf():
            return tuple(Option(value, cell_text(kind, value, {})) for value in kind.choices)
        case Whole():
            numbers = range(kind.lowest, kind.highest + 1)
            allowed = (n for n in numbers if n == present or fits(snapshot, Supposed(place, n)))
            return tuple(Option(n, str(n)) for n in allowed)
        case Count():
            return _of_count(kind, place, present)
        case Reference():
            words_first = (Option(word, cell_text(kind, word, {})) for word in kind.reserved)
            names = _targets(snapshot, kind)
            return (*words_first, *(Option(key, f"{key} {name}") for key, name in names))
        case _:
            return ()


def _of_count(kind: Count, place: FieldPlace, present: object) -> tuple[Option, ...]:
    unknown = Option(Unknown.UNKNOWN, _("Don't know"))
    if kind.highest <= MOST_NUMBERS:
        return (*(Option(n, str(n)) for n in range(kind.highest + 1)), unknown)
    turn = _TURNS_AT.get(place.path)
    if turn is None:
        return ()
    fewer, more = turn - 1, turn
    if isinstance(present, int):  # what is recorded stays what it is: no supposition
        fewer, more = min(present, fewer), max(present, more)
    return (
        Option(fewer, capital(_turn_words(turn, is_more=False))),
        Option(more, _turn_words(turn, is_more=True)),
        unknown,
    )


def _turn_words(turn: int, *, is_more: bool) -> str:
    return (_("{n:,} or more") if is_more else _("fewer than {n:,}")).format(n=turn)


def _targets(snapshot: Snapshot, kind: Reference) -> Iterator[tuple[str, str]]:
    """The entries that a reference may name, with what people call them."""
    for register in kind.registers:
        for key, entry in snapshot.entries(register).items():
            yield key, _caption(entry)


def _caption(entry: AnyEntry) -> str:
    return str(getattr(entry, "caption", entry.key))
