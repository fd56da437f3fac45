"""Rules about answers: given at all, with a reason, with evidence, in time, and by everybody alike."""

from collections.abc import Iterator
from datetime import date

from app.assessment.answers import EVIDENCE_CAP, EffectiveAnswer
from app.carried import is_to_confirm
from app.day_words import short_day
from app.i18n import _, ngettext
from app.lint import rules
from app.lint.facts import Facts, blank
from app.lint.finding import Finding, named
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, EvidenceGrade, Mode


def answer_findings(facts: Facts) -> Iterator[Finding]:
    """What the answers lack."""
    yield from _unanswered(facts)
    yield from _without_reason(facts)
    yield from _unproven(facts)
    yield from _about_items(facts)
    yield from _carried(facts)
    yield from _disputed(facts)


def _unanswered(facts: Facts) -> Iterator[Finding]:
    """One finding a section."""
    pack = facts.snapshot.pack
    for section in pack.sections:
        left = [
            question.id
            for question in pack.questions_of(section.id)
            if not question.is_register_driven and facts.state(question.id) is AnswerState.NOT_ASKED
        ]
        if left:
            n = len(left)
            words = ngettext(
                "{section}: {n} question has no answer yet: {questions}.",
                "{section}: {n} questions have no answer yet: {questions}.",
                n,
            ).format(section=section.title, n=n, questions=named(left))
            yield Finding(
                rule=rules.UNANSWERED,
                words=words,
                place=f"question:{left[0]}",
                key=section.id,
                facts=tuple(left),
            )


def _without_reason(facts: Facts) -> Iterator[Finding]:
    for answer in facts.snapshot.answers.values():
        if answer.state is AnswerState.NOT_APPLICABLE and blank(answer.reason):
            words = _("{question} is not applicable, and nobody says why.").format(question=answer.question)
            place = f"answer:{answer.key}/reason"
            yield Finding(rule=rules.NO_REASON, words=words, place=place)


def _unproven(facts: Facts) -> Iterator[Finding]:
    mode = facts.snapshot.mode
    for question, given in facts.review.answers.effective.items():
        if lacks_evidence(mode, given):
            words = _("{question} counts as {points}, and no evidence was seen.")
            yield Finding(
                rule=rules.EVIDENCE_MISSING,
                words=words.format(question=question, points=min(given.points or 0, EVIDENCE_CAP)),
                place=f"question:{question}",
                facts=(str(given.points),),
            )


def lacks_evidence(mode: Mode, given: EffectiveAnswer) -> bool:
    """Express wants no evidence, standard where an answer is held down without it, deep for every one."""
    if mode is Mode.EXPRESS or given.points is None or given.evidence is not EvidenceGrade.NONE:
        return False
    return mode is Mode.DEEP or given.points > EVIDENCE_CAP


def _about_items(facts: Facts) -> Iterator[Finding]:
    asked = last_asked(facts.snapshot)
    for answer in facts.snapshot.answers.values():
        if answer.state is not AnswerState.VALUE:
            continue
        yield from _items_of(facts, answer, asked.get(answer.question))


def _items_of(facts: Facts, answer: Answer, asked: date | None) -> Iterator[Finding]:
    """The evidence of one answer: named, not later than the answer, and not too old."""
    place, key = f"question:{answer.question}", answer.respondent or ""
    items = {
        item: facts.snapshot.evidence[item]
        for item in answer.evidence_items or ()
        if item in facts.snapshot.evidence
    }
    if not items and answer.evidence in {EvidenceGrade.DOCUMENT, EvidenceGrade.DEMONSTRATED}:
        words = _("{question} rests on evidence, and no item of the evidence register is named.")
        yield Finding(
            rule=rules.EVIDENCE_UNNAMED,
            words=words.format(question=answer.question),
            place=place,
            key=key,
            facts=(answer.evidence.value,),
        )
    seen = {item: evidence.seen_on for item, evidence in items.items() if evidence.seen_on is not None}
    later = sorted(item for item, day in seen.items() if asked is not None and day > asked)
    if later and asked is not None:
        words = _("{question} was asked last on {day}, and {items} was seen after that.")
        yield Finding(
            rule=rules.ANSWER_OLDER,
            words=words.format(question=answer.question, day=short_day(asked), items=named(later)),
            place=place,
            also=f"entry:evidence/{later[0]}/seen_on",
            key=key,
            facts=(asked.isoformat(), *later, *(seen[item].isoformat() for item in later)),
        )
    old = sorted(item for item, day in seen.items() if facts.is_old(day))
    if old:
        words = _("{question} rests on {items}, seen more than a year ago.")
        yield Finding(
            rule=rules.EVIDENCE_STALE,
            words=words.format(question=answer.question, items=named(old)),
            place=place,
            also=f"entry:evidence/{old[0]}/seen_on",
            key=key,
            facts=(*old, *(seen[item].isoformat() for item in old)),
        )


def last_asked(snapshot: Snapshot) -> dict[str, date]:
    """The day of the last session that covered each question.

    An answer has no day of its own in the format; where no session lists the question, nothing is known.
    """
    found: dict[str, date] = {}
    for session in snapshot.sessions.values():
        if session.date is not None:
            for question in session.questions or ():
                found[question] = max(found.get(question, session.date), session.date)
    return found


def _carried(facts: Facts) -> Iterator[Finding]:
    for answer in facts.snapshot.answers.values():
        if is_to_confirm(answer):
            words = _("{question} stands as in the review before, and was not confirmed.")
            yield Finding(
                rule=rules.TO_CONFIRM,
                words=words.format(question=answer.question),
                place=f"question:{answer.question}",
                key=answer.respondent or "",
                facts=(str(answer.write().get("value")),),
            )


def _disputed(facts: Facts) -> Iterator[Finding]:
    for question in facts.assessment.completeness.disagreements:
        said = sorted(f"{answer.respondent}={answer.value}" for answer in facts.answers(question))
        words = _("{question} is answered differently by {n} people; the lower answer counts.")
        yield Finding(
            rule=rules.DISAGREEMENT,
            words=words.format(question=question, n=len(said)),
            place=f"question:{question}",
            facts=tuple(said),
        )
