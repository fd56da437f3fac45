"""Appendix D: every question with its answers and the evidence seen."""

from collections.abc import Iterator
from fractions import Fraction

from app.day_words import day
from app.dissent import views_of
from app.i18n import _
from app.progress import question_state
from app.register_questions import entries_in
from app.reporting.content.findings import Findings
from app.reporting.content.parts import (
    Column,
    Grid,
    Heading,
    Part,
    Row,
    Run,
    Section,
    Words,
    question_place,
    quiet,
    strong,
    words,
)
from app.reporting.content.settled import said_by
from app.reporting.content.waived import waived
from models.pack import Question, QuestionKind
from models.values import Answer, AnswerState, EvidenceGrade, EvidenceItem
from models.values import words as choice_words

_COLUMNS = (
    Column(_("Question"), 0.36),
    Column(_("Answer"), 0.3),
    Column(_("Counts"), 0.08),
    Column(_("Evidence and note"), 0.26),
)


def answers(findings: Findings) -> Section:
    """D: answers with evidence."""
    parts: list[Part] = []
    for section in findings.snapshot.pack.sections:
        questions = findings.snapshot.pack.questions_of(section.id)
        parts.append(
            Heading(_("{title}: {word}").format(title=section.title, word=_score(findings, section.id)))
        )
        parts.append(Grid(_COLUMNS, tuple(_row(findings, question) for question in questions)))
    lead = _(
        "Every question in the order in which it is asked. Respondents are given by role. An answer without "
        "evidence counts for 2 of 4 at most; what nobody knows counts 0 and up to 4 at best."
    )
    if findings.snapshot.evidence:
        parts.append(Heading(_("Evidence seen")))
        parts.append(_evidence(findings))
    parts.extend(waived(findings))
    return Section("D", _("Answers with evidence"), lead, tuple(parts))


def _score(findings: Findings, section_id: str) -> str:
    score = findings.assessment.sections.get(section_id)
    if score is None or score.mean is None:
        return _("not examined")
    return _(
        "{word} (mean {mean} of 4 over {scored} of {total} questions; {unknown} of {slots} not "
        "known; {unevidenced} "
        "without evidence)"
    ).format(
        word=score.word,
        mean=_decimal(score.mean),
        scored=score.scored_questions,
        total=score.total_questions,
        unknown=score.unknown,
        slots=score.slots,
        unevidenced=score.unevidenced,
    )


def _decimal(value: Fraction) -> str:
    """A fraction of integers for reading, to two places, halves up."""
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _row(findings: Findings, question: Question) -> Row:
    entries = findings.snapshot.answers_by_question.get(question.id, ())
    place = question_place(question.id)
    title = words(strong(question.id), " ", question.text)
    if question.is_register_driven:
        shown: Words = words(quiet(_in_register(findings, question)))
        return Row((title, shown, words(quiet("–")), _notes(findings, entries)), place)
    effective = findings.review.answers.effective[question.id]
    if not entries:
        return Row(
            (title, words(quiet(choice_words(effective.state))), _counts(findings, question), words("")),
            place,
        )
    parts: list[str | Run | Words] = []
    for index, answer in enumerate(entries):
        parts.append("\n" if index else "")
        parts.append(_answer(findings, question, answer))
        parts.extend(_views(findings, question, answer))
    return Row((title, words(*parts), _counts(findings, question), _notes(findings, entries)), place)


def _in_register(findings: Findings, question: Question) -> str:
    """How far the register states what a question asks for."""
    if not entries_in(findings.review, question.id):
        return _("nothing in the register to ask it of")
    match question_state(findings.snapshot, question):
        case AnswerState.VALUE:
            return _("answered in the register")
        case AnswerState.UNKNOWN:
            return _("answered in the register, in part not known")
        case AnswerState.NOT_ASKED:
            return _("not answered for every entry of the register yet")
        case state:
            return choice_words(state)


def _answer(findings: Findings, question: Question, answer: Answer) -> Words:
    who = findings.snapshot.participants.get(answer.respondent or "")
    role = f"{who.role or _('role not recorded')}: " if who else ""
    if views_of(answer):
        role = _("Agreed by the room: ")
    return words(quiet(role), value_words(question, answer))


def _views(findings: Findings, question: Question, answer: Answer) -> Iterator[str | Run | Words]:
    """What each person had said before the room agreed, a line for each."""
    for view in views_of(answer):
        who = _("{who} said: ").format(who=said_by(findings, view.respondent))
        yield words("\n", quiet(who[:1].upper() + who[1:]), value_words(question, view))


def value_words(question: Question, answer: Answer) -> str:
    """An answer in words: the level with its text, the options, or its state."""
    if answer.state is not AnswerState.VALUE:
        reason = f": {answer.reason}" if answer.reason else ""
        return choice_words(answer.state) + reason
    value = answer.value
    if isinstance(value, tuple):
        labels = {option.id: option.label for option in question.options}
        return ", ".join(labels.get(option, option) for option in value) or _("none of them")
    if isinstance(value, int):
        known = question.kind is QuestionKind.MATURITY and 0 <= value < len(question.levels)
        return f"{value}, {question.levels[value]}" if known else str(value)
    return choice_words(value) if value is not None else _("no value")


def _counts(findings: Findings, question: Question) -> Words:
    score = findings.review.answers.effective[question.id].score
    if not question.is_scored or score is None:
        return words(quiet("–"))
    if score.unknown:
        return words(_("0 (up to 4)"))
    return words(_("{n} (capped)").format(n=score.headline) if score.capped else str(score.headline))


def _notes(findings: Findings, entries: tuple[Answer, ...]) -> Words:
    parts: list[str | Run] = []
    shown = (view for entry in entries for view in views_of(entry) if view.note or view.evidence_items)
    for answer in (*entries, *shown):
        grade = choice_words(answer.evidence or EvidenceGrade.NONE)
        items = ", ".join(_evidence_words(findings, key) for key in answer.evidence_items or ())
        parts.append("\n" if parts else "")
        parts.append(quiet(f"{grade}. " if not items else f"{grade}: {items}. "))
        parts.append(findings.said(answer.note) or "")
    return words(*parts)


def _evidence_words(findings: Findings, key: str) -> str:
    """A piece of evidence by its title and id, or by its id alone."""
    item = findings.snapshot.evidence.get(key)
    return key if item is None or findings.leaves_out(item.title) else f"{item.title} ({key})"


def _seen_on(item: EvidenceItem) -> Words:
    return words(day(item.seen_on) if item.seen_on else "–")


def _evidence(findings: Findings) -> Grid:
    items = findings.snapshot.evidence.values()
    if any(findings.leaves_out(item.title) for item in items):
        seen = tuple(Row((words(strong(item.id)), _seen_on(item))) for item in items)
        return Grid((Column(_("Evidence"), 0.4), Column(_("Seen on"), 0.6)), seen)
    rows = tuple(
        Row(
            (
                words(strong(item.id), " ", item.title),
                words(item.type or "–"),
                _seen_on(item),
                words(" ".join(part for part in (item.file_name, item.reference, item.notes) if part) or "–"),
            )
        )
        for item in items
    )
    columns = (
        Column(_("Evidence"), 0.4),
        Column(_("Type"), 0.15),
        Column(_("Seen on"), 0.15),
        Column(_("Where"), 0.3),
    )
    return Grid(columns, rows)
