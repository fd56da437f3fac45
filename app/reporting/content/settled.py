"""Where people differed and the room agreed: the agreed value, and what each had said, by role."""

from app.dissent import views_of
from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, brief, more_words
from app.reporting.content.parts import Run, Words, question_place, quiet, words
from app.settling import agreed_answer, settled_questions
from app.standing import answer_words
from models.pack import Question
from models.values import Answer

_MOST_SHOWN = 4
_MOST_VIEWS = 3
_ROLE_LENGTH = 40


def settled_words(findings: Findings) -> Words | None:
    """The questions that the room has settled, for the page of what is not known; None if there is none."""
    found = settled_questions(findings.snapshot)
    if not found:
        return None
    lead = ngettext(
        "{n} question was answered differently and then settled by the room; the agreed answer counts: ",
        "{n} questions were answered differently and then settled by the room; the agreed answers count: ",
        len(found),
    ).format(n=len(found))
    parts: list[str | Run | Words] = [lead]
    for index, question_id in enumerate(found[:_MOST_SHOWN]):
        parts.append("; " if index else "")
        parts.append(Run(question_id, to=question_place(question_id)))
        parts.append(f" ({_in_short(findings, findings.snapshot.pack.question(question_id))})")
    if len(found) > _MOST_SHOWN:
        more = more_words(findings, "D").format(n=len(found) - _MOST_SHOWN)
        parts.append(f" {more}")
    return words(*parts, quiet("."))


def said_by(findings: Findings, respondent: str | None) -> str:
    """Who gave an answer, by role as everywhere in the report."""
    if respondent is None:
        return _("the room")
    person = findings.snapshot.participants.get(respondent)
    return brief((person.role if person else None) or _("role not recorded"), _ROLE_LENGTH)


def _in_short(findings: Findings, question: Question) -> str:
    """As in: agreed level 3; CMO said level 4, MAP admin said level 1."""
    agreed = agreed_answer(findings.snapshot, question.id)
    assert agreed is not None  # noqa: S101  (asked for settled questions only)
    views = views_of(agreed)
    said = ", ".join(_said(findings, question, view) for view in views[:_MOST_VIEWS])
    if len(views) > _MOST_VIEWS:
        said = _("{said} and {n} more").format(said=said, n=len(views) - _MOST_VIEWS)
    words_for = _("agreed {answer}; {said}")
    return words_for.format(answer=_lower(answer_words(question, agreed)), said=said)


def _said(findings: Findings, question: Question, view: Answer) -> str:
    who = said_by(findings, view.respondent)
    return _("{who} said {answer}").format(who=who, answer=_lower(answer_words(question, view)))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
