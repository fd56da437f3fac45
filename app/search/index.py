"""Everything of a review that can be found; what is the same as in the snapshot before is not made anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType

from app.cell_text import Names, names_of
from app.i18n import _
from app.register_columns import REGISTERS
from app.search.items import Group, Item, Part
from app.search.rows import Shelf, answer_shelf, parked_shelf, row_shelf
from models.pack import Question, QuestionPack
from models.risk import Risk
from models.snapshot import Snapshot
from models.values import RegisterName

_REGISTERS = (*REGISTERS, RegisterName.ENGAGEMENT)


@dataclass(frozen=True, slots=True, repr=False)
class SearchIndex:
    """The items of one snapshot: `names` can be shown at any time, `written` holds all that was typed.

    That is notes, reasons and what was parked too. Both are in the order in which the review has them.
    """

    snapshot: Snapshot
    questions: tuple[Item, ...] = ()
    parked: Shelf | None = None
    shelves: Mapping[RegisterName, Shelf] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def names(self) -> Iterable[Item]:
        """Questions, rows and plan: what is searched by id and title alone."""
        yield from self.questions
        for register in REGISTERS:
            yield from self.shelves[register].items.values()

    @property
    def written(self) -> Iterable[Item]:
        """The same and the answers, the engagement's own fields, too: what is searched whole."""
        yield from self.questions
        for shelf in self.shelves.values():
            yield from shelf.items.values()
        if self.parked is not None:
            yield from self.parked.items.values()


def search_index(snapshot: Snapshot, before: SearchIndex | None = None) -> SearchIndex:
    """The index of a snapshot; `before` is that of an earlier one, which shares most of its entries."""
    if before is not None and before.snapshot is snapshot:
        return before
    old: Mapping[RegisterName, Shelf] = before.shelves if before is not None else {}
    names = _names(snapshot, before)
    shelves = {RegisterName.ANSWERS: answer_shelf(snapshot, old.get(RegisterName.ANSWERS))}
    for register in _REGISTERS:
        shelves[register] = row_shelf(register, snapshot, names, old.get(register))
    is_same_pack = before is not None and before.snapshot.pack is snapshot.pack
    questions = before.questions if before is not None and is_same_pack else _questions(snapshot.pack)
    parked = parked_shelf(snapshot, before.parked if before is not None and is_same_pack else None)
    return SearchIndex(snapshot, questions, parked, MappingProxyType(shelves))


def risk_items(risks: Iterable[Risk]) -> tuple[Item, ...]:
    """The items of an assessment's risks."""
    return tuple(
        Item(
            group=Group.RISKS,
            kind=_("Risk"),
            heading=_(Group.RISKS.value),
            ident=risk.id,
            title=risk.title,
            place=f"risk:{risk.id}",
        )
        for risk in risks
    )


def action_item(
    name: str, words: str, where: str, *, key: str = "", why_not: str = "", place: str = ""
) -> Item:
    """An action of the menus: its name in code, its words, its menu, and why it cannot be chosen now."""
    return Item(
        group=Group.ACTIONS,
        kind=where,
        heading=_(Group.ACTIONS.value),
        title=words,
        place=place or f"do:{name}",
        key=key,
        why_not=why_not,
    )


def help_item(name: str, words: str, text: str) -> Item:
    """A help page: its name in links, its words in the list, and all of its text."""
    place = f"help:{name}"
    return Item(
        group=Group.HELP,
        kind=_("Help page"),
        heading=_(Group.HELP.value),
        title=words,
        place=place,
        texts=lambda: (Part("", text, place),),
    )


def _names(snapshot: Snapshot, before: SearchIndex | None) -> Names:
    """What entries are called; the same object as before while nothing is called otherwise."""
    names = names_of(snapshot)
    if before is not None:
        kept = before.shelves[REGISTERS[0]].names
        if kept == names:
            return kept
    return names


def _questions(pack: QuestionPack) -> tuple[Item, ...]:
    return tuple(
        Item(
            group=Group.QUESTIONS,
            kind=_("Question"),
            heading=_(Group.QUESTIONS.value),
            ident=question.id,
            title=question.text,
            place=f"question:{question.id}",
            texts=partial(_question_texts, question),
        )
        for question in pack.questions
    )


def _question_texts(question: Question) -> tuple[Part, ...]:
    """The texts that stand beside a question."""
    place = f"question:{question.id}"
    texts = (
        (_("Why it matters"), question.why),
        *((_("Level {n}").format(n=n), text) for n, text in enumerate(question.levels)),
        *((_("Choice"), option.label) for option in question.options),
        (_("Evidence to ask for"), question.evidence),
        (_("If the answer is weak"), question.follow_up),
    )
    return tuple(Part(label, text, place) for label, text in texts if text)
