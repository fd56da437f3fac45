"""A question as the room sees it: its words, its answers by count, how far the section has come."""

from collections import Counter

from app.answering import LEVEL_KEYS, WORD_KEYS
from app.assessment import Review
from app.assessment.answers import points_of
from app.audience.values import AudienceCard, AudienceQuestion, Step, StepState
from app.i18n import _, ngettext
from app.progress import questions_in_play, states_of
from app.register_columns import spec_at, value_at
from app.register_questions import REGISTER_QUESTIONS, entries_in
from app.risk_words import capital
from app.standing import Standing, standing
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, Answer, AnswerState, OneOf, Value, words

_STEPS = {AnswerState.NOT_ASKED: StepState.OPEN, AnswerState.UNKNOWN: StepState.UNKNOWN}


def audience_question(
    snapshot: Snapshot, question: Question, *, shows_guidance: bool = False, clock: str = ""
) -> AudienceQuestion:
    """A question for the room. Notes, reasons, evidence and the names of those who answered stay behind."""
    asked = questions_in_play(snapshot, question.section)
    if question not in asked:
        asked = snapshot.pack.questions_of(question.section)
    here = standing(snapshot, question)
    is_register = question.is_register_driven
    return AudienceQuestion(
        id=question.id,
        section=snapshot.pack.section(question.section).title,
        number=asked.index(question) + 1,
        total=len(asked),
        text=question.text,
        steps=tuple(
            Step(_STEPS.get(state, StepState.DONE), each is question)
            for each, state in zip(asked, states_of(snapshot, asked), strict=True)
        ),
        cards=_tally(snapshot, question) if is_register else (*_answers(here), *_left(here)),
        is_tally=is_register,
        said=_said_of_register(snapshot, question) if is_register else _said(here),
        why=question.why if shows_guidance else "",
        evidence=question.evidence if shows_guidance else "",
        clock=clock,
    )


def _answers(here: Standing) -> tuple[AudienceCard, ...]:
    """The answers to choose from; where people differ, how many gave each."""
    values = [answer.value for answer in here.given]
    has_spread = len(set(values)) > 1
    return tuple(
        AudienceCard(
            key,
            text,
            is_chosen=_is_chosen(here, value),
            answers=_count(values, value) if has_spread else None,
        )
        for key, text, value in _offered(here.question)
    )


def _offered(question: Question) -> tuple[tuple[str, str, Value], ...]:
    """Key, words and value of each answer to choose from."""
    match question.kind:
        case QuestionKind.MATURITY:
            levels = zip(LEVEL_KEYS, question.levels, strict=False)
            return tuple((key, capital(text), int(key)) for key, text in levels)
        case QuestionKind.YES_PARTLY_NO:
            return tuple((key, _(words(value)), value) for key, value in WORD_KEYS.items())
        case _:
            return tuple(("", capital(option.label), (option.id,)) for option in question.options)


def _is_chosen(here: Standing, value: Value) -> bool:
    """Whether it is the answer that counts."""
    if here.state is not AnswerState.VALUE:
        return False
    if isinstance(value, tuple):
        return _count([answer.value for answer in here.given], value) > 0
    return points_of(value) == here.effective.points


def _count(given: list[Value | None], value: Value) -> int:
    """How many gave a value; an option counts wherever it is among those chosen."""
    if isinstance(value, tuple):
        return sum(isinstance(each, tuple) and value[0] in each for each in given)
    return sum(type(each) is type(value) and each == value for each in given)


def _left(here: Standing) -> tuple[AudienceCard, ...]:
    """What was said instead of an answer; why a question does not apply stays behind."""
    cards = []
    for key, state, text in (
        ("U", AnswerState.UNKNOWN, _("We don't know")),
        ("A", AnswerState.NOT_APPLICABLE, _("Does not apply")),
    ):
        n = _in_state(here.answers, state)
        if n:
            is_chosen = here.state is state
            cards.append(AudienceCard(key, text, is_chosen=is_chosen, answers=None if is_chosen else n))
    return tuple(cards)


def _in_state(answers: tuple[Answer, ...], state: AnswerState) -> int:
    return sum(answer.state is state for answer in answers)


def _said(here: Standing) -> str:
    """One sentence on how the question stands, where the cards do not say it."""
    if here.is_to_confirm:
        return _("Carried forward from the last review: still true?")
    if here.effective.is_disputed:
        return _("Answers differ; the marked one counts.")
    return _(words(here.state)) if here.state is AnswerState.OUT_OF_MODE else ""


def _tally(snapshot: Snapshot, question: Question) -> tuple[AudienceCard, ...]:
    """How many entries of the register have which value, where one closed list is asked for."""
    asked = REGISTER_QUESTIONS[question.id]
    if len(asked.fields) != 1:
        return ()
    path = asked.fields[0]
    kind = spec_at(ENTRY_TYPES[asked.register], path).kind
    if not isinstance(kind, OneOf):
        return ()
    counts = Counter(value_at(entry, path) for entry in entries_in(Review(snapshot), question.id))
    return tuple(
        AudienceCard("", _(words(member)), is_chosen=False, answers=counts[member])
        for member in kind.choices
        if counts[member]
    )


def _said_of_register(snapshot: Snapshot, question: Question) -> str:
    """How many entries say what is asked; which they are stays behind."""
    asked = REGISTER_QUESTIONS[question.id]
    facts = [
        [value_at(entry, path) for path in asked.fields]
        for entry in entries_in(Review(snapshot), question.id)
    ]
    if not facts:
        return _("Answered in the register: nothing is entered yet.")
    done = sum(None not in values for values in facts)
    said = ngettext(
        "Answered in the register: {done} of {n} entry.",
        "Answered in the register: {done} of {n} entries.",
        len(facts),
    ).format(done=done, n=len(facts))
    unknown = sum("unknown" in values for values in facts)
    return said + " " + _("Not known: {n}.").format(n=unknown) if unknown else said
