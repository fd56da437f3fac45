"""The table of the answers: every question of the pack, with what each respondent answered."""

from app.assessment import effective_answers
from app.assessment.answers import EffectiveAnswer
from app.cell_text import Names
from app.dissent import views_of
from app.exchange.registers import fields_of, other_column, other_fields, typed
from app.exchange.tables import Table, TableCell, TableColumn
from app.i18n import _
from app.register_columns import value_at
from models.pack import Question
from models.snapshot import Snapshot
from models.values import Answer, EvidenceGrade, RegisterName, Value, YesPartlyNo, words

_QUESTION = "question"


def answers_table(snapshot: Snapshot, names: Names) -> Table:
    """A row for each answer, and one for each question without an answer, in the order of the pack."""
    pack, found = snapshot.pack, snapshot.answers_by_question
    other = other_column(snapshot.answers.values())
    settled = any(views_of(answer) for answer in snapshot.answers.values())
    fields = [field for field in fields_of(Answer) if field[0] != _QUESTION]
    effective = effective_answers(snapshot)
    rows: list[tuple[TableCell, ...]] = []
    for question in pack.questions:
        asked = (pack.section(question.section).title, question.id, question.text)
        counts = _counts(question, effective.get(question.id))
        if question.id not in found:
            said: list[TableCell] = [_without_answer(question) if p == "state" else None for p, *_r in fields]
            rows.append(
                (*asked, *said, None, counts, *([None] if settled else []), *([None] if other else []))
            )
        for answer in found.get(question.id, ()):
            cells = [typed(kind, value_at(answer, path), names) for path, _t, kind in fields]
            extra = [_settled_from(question, answer, names)] if settled else []
            extra += [other_fields(answer)] if other else []
            rows.append((*asked, *cells, in_words(question, answer.value), counts, *extra))
    columns = (
        TableColumn(_("Section"), "section"),
        TableColumn(_("Question"), _QUESTION),
        TableColumn(_("Question text"), "question_text"),
        *(TableColumn(title, path) for path, title, _kind in fields),
        TableColumn(_("Value in words"), "value_in_words"),
        TableColumn(_("Counts, 0 to 4"), "counts"),
        *([TableColumn(_("Agreed by the room after"), "settled_from")] if settled else []),
        *([other] if other else []),
    )
    return Table(RegisterName.ANSWERS.value, _(words(RegisterName.ANSWERS)), columns, tuple(rows))


def in_words(question: Question, value: Value | None) -> str | None:
    """What a value means: the text of its level, the word, or the labels of the options."""
    match value:
        case None:
            return None
        case YesPartlyNo():
            return _(words(value))
        case int():
            return question.levels[value] if 0 <= value < len(question.levels) else str(value)
        case _:
            labels = {option.id: option.label for option in question.options}
            return "; ".join(labels.get(option, option) for option in value) or _("None of these")


def _settled_from(question: Question, answer: Answer, names: Names) -> TableCell:
    """What each person said before the room agreed, a line for each; None where nothing was settled."""
    lines = []
    for view in views_of(answer):
        said = in_words(question, view.value) or _(words(view.state))
        lines.append(_view_line(names, view, said))
    return "\n".join(lines) or None


def _view_line(names: Names, view: Answer, said: str) -> str:
    who = names.get(view.respondent or "", view.respondent) or _("The room")
    level = f"{view.value}, " if isinstance(view.value, int) else ""
    grade = _(words(view.evidence or EvidenceGrade.NONE)).lower()
    line = _("{who} said: {answer}; evidence: {grade}").format(who=who, answer=level + said, grade=grade)
    return _("{line}; {note}").format(line=line, note=view.note) if view.note else line


def _without_answer(question: Question) -> str:
    return _("Answered in the registers") if question.is_register_driven else _("No answer recorded")


def _counts(question: Question, effective: EffectiveAnswer | None) -> int | None:
    """As far as is known; None where the question counts nowhere or in its register."""
    if effective is None or question.is_register_driven or not question.is_scored:
        return None
    return effective.score.headline if effective.score else None
