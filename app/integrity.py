"""What may not stand in a review: values out of bounds, dangling references, ids used twice, broken rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from app.i18n import _
from app.references import links_of
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import (
    ACTING,
    ENTRY_TYPES,
    WITH_IDS,
    AccessGrant,
    Answer,
    AnswerState,
    AnyEntry,
    QuestionId,
    Reading,
    Reference,
    RegisterName,
    YesPartlyNo,
    shown,
    words,
)

NONE = "none"
HIGHEST_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in one field of one entry; dots in `field_path` lead into nested objects and lists."""

    register: RegisterName
    key: str
    field_path: str
    message: str


def faults(snapshot: Snapshot) -> tuple[Fault, ...]:
    """Everything wrong in a review, list by list."""
    return tuple(
        fault
        for register in ENTRY_TYPES
        for entry in snapshot.entries(register).values()
        for fault in entry_faults(snapshot, register, entry)
    )


def entry_faults(snapshot: Snapshot, register: RegisterName, entry: AnyEntry) -> tuple[Fault, ...]:
    """Everything wrong with one entry beside the rest of the review, whether or not it is part of it yet.

    Takes time by the fields of the entry, however large the review is.
    """
    found = chain(
        _values(entry), _ids(snapshot, register, entry), _links(snapshot, entry), _rules(snapshot, entry)
    )
    return tuple(Fault(register, entry.key, path, message) for path, message in found)


def _values(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    """What the description of the fields does not allow: the same rules by which a file is read."""
    reading = Reading()
    type(entry).read(entry.write(), reading)
    for problem in reading.problems:
        yield problem.pointer[1:].replace("/", "."), problem.message


def _ids(snapshot: Snapshot, register: RegisterName, entry: AnyEntry) -> Iterator[tuple[str, str]]:
    if register not in WITH_IDS:
        return
    for other in WITH_IDS:
        if other is not register and entry.key in snapshot.entries(other):
            message = _("{id} is used twice: {list} has an entry of this id too.")
            yield "id", message.format(id=shown(entry.key), list=_(words(other)))


def _links(snapshot: Snapshot, entry: AnyEntry) -> Iterator[tuple[str, str]]:
    for path, kind, value in links_of(entry):
        if isinstance(kind, QuestionId):
            if value not in snapshot.pack:
                message = _("{id} is not a question of {pack}.")
                yield path, message.format(id=shown(value), pack=snapshot.pack.id)
        elif not _leads_somewhere(snapshot, kind, value):
            lists = _(" or ").join(_(words(register)) for register in kind.registers) or _("any list")
            yield path, _("{id} is not the id of an entry of {lists}.").format(id=shown(value), lists=lists)


def _leads_somewhere(snapshot: Snapshot, kind: Reference, value: str) -> bool:
    targets = kind.registers or WITH_IDS
    return value in kind.reserved or any(value in snapshot.entries(register) for register in targets)


def _rules(snapshot: Snapshot, entry: AnyEntry) -> Iterator[tuple[str, str]]:
    if isinstance(entry, AccessGrant) and not ACTING.isdisjoint(entry.capabilities):
        yield from _acting_grant(entry)
    if isinstance(entry, Answer):
        yield from _answer(snapshot, entry)


def _acting_grant(grant: AccessGrant) -> Iterator[tuple[str, str]]:
    if not grant.integrity_class:
        yield "integrity_class", _("A grant that can change or trigger needs an integrity class from 1 to 5.")
    if grant.system == NONE:
        yield "system", _("A grant that can change or trigger needs a registered system, not 'none'.")


def _answer(snapshot: Snapshot, answer: Answer) -> Iterator[tuple[str, str]]:
    if answer.state is AnswerState.NOT_APPLICABLE and not (answer.reason or "").strip():
        yield "reason", _("'Not applicable' needs a reason.")
    if answer.question not in snapshot.pack:
        return
    question = snapshot.pack.question(answer.question)
    value = shown(answer.write().get("value"))
    if answer.state is not AnswerState.VALUE or question.is_register_driven:
        if answer.value is not None:
            yield (
                "value",
                _("{value} may not stand here: in this state there is no value.").format(value=value),
            )
    elif not _fits(question, answer.value):
        yield "value", _("{value} is not {allowed}.").format(value=value, allowed=_allowed(question))


def _fits(question: Question, value: object) -> bool:
    match question.kind:
        case QuestionKind.MATURITY:
            return type(value) is int and 0 <= value <= HIGHEST_LEVEL
        case QuestionKind.YES_PARTLY_NO:
            return isinstance(value, YesPartlyNo)
        case _:
            options = {option.id for option in question.options}
            return isinstance(value, tuple) and len(set(value)) == len(value) and options.issuperset(value)


def _allowed(question: Question) -> str:
    match question.kind:
        case QuestionKind.MATURITY:
            return _("a level from 0 to 4")
        case QuestionKind.YES_PARTLY_NO:
            return _("'yes', 'partly' or 'no'")
        case _:
            ids = ", ".join(option.id for option in question.options)
            return _("a list without repetitions of {options}").format(options=ids)
