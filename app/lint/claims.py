"""What an answer claims, and which entries of the registers say otherwise: the form of a contradiction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from app.i18n import _
from app.lint.facts import Facts
from app.lint.finding import Finding, named, natural
from app.lint.rules import CONTRADICTION
from models.values import AnswerState, RegisterName

Against: TypeAlias = Callable[[Facts], Iterable[str]]

GOOD = range(3, 5)
BEST = range(4, 5)
YES = range(4, 5)
NONE_AT_ALL = range(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A contradiction: `question` is answered with `points` (0 to 4; yes is 4), and `against` gives ids.

    `words` is a whole sentence with {question} and {entries}. The ids are of entries of `register`; without a
    register they are questions. With `not_applicable` it is that answer which does not fit.
    """

    id: str
    question: str
    words: str
    against: Against = field(repr=False)
    register: RegisterName | None = None
    points: range = GOOD
    not_applicable: bool = False


def contradictions(claims: Sequence[Claim], facts: Facts) -> Iterator[Finding]:
    """The claims that do not fit what else is recorded."""
    for claim in claims:
        if not _is_made(claim, facts):
            continue
        ids = tuple(sorted(set(claim.against(facts)), key=natural))
        if ids:
            yield Finding(
                rule=CONTRADICTION,
                words=claim.words.format(question=claim.question, entries=named(ids)),
                place=f"question:{claim.question}",
                also=_place(claim.register, ids[0]),
                key=claim.id,
                facts=(str(facts.points(claim.question)), *ids),
            )


def _is_made(claim: Claim, facts: Facts) -> bool:
    if claim.not_applicable:
        return facts.state(claim.question) is AnswerState.NOT_APPLICABLE
    return facts.points(claim.question) in claim.points


def _place(register: RegisterName | None, key: str) -> str:
    if register is None:
        return f"question:{key}"
    if key == register.value and register is not RegisterName.ENGAGEMENT:
        return f"register:{register.value}"
    return f"entry:{register.value}/{key}"


def claim(
    name: str,
    question: str,
    words: str,
    against: Against,
    register: RegisterName | None,
    points: range = GOOD,
) -> Claim:
    """What an answer of so many points claims."""
    return Claim(id=name, question=question, words=words, against=against, register=register, points=points)


def absent(question: str, against: Against, register: RegisterName, words: str = "") -> Claim:
    """That a question does not apply, where entries are what it asks about."""
    said = words or _("{question} is said not to apply, but there is something to ask about: {entries}.")
    name = f"{question.lower()}_does_not_apply"
    return Claim(
        id=name, question=question, words=said, against=against, register=register, not_applicable=True
    )
