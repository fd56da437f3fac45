"""Whether the report can be handed over: what is complete, and what should be looked at first."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.assessment import effective_answers
from app.assessment.answers import EVIDENCE_CAP, EffectiveAnswer
from app.i18n import _, ngettext
from app.parking import open_points
from models.assessment import Assessment
from models.risk import Band
from models.snapshot import Snapshot
from models.values import ActionStatus, AnswerState, EvidenceGrade, Horizon, Mode, Owner


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a reader will look for; `place` is where to mend it, empty where all is well."""

    words: str
    is_fine: bool
    place: str = ""


def readiness(snapshot: Snapshot, assessment: Assessment) -> tuple[Check, ...]:
    """What to look at before the report goes out; `assessment` is that of the snapshot."""
    return (
        _scope(snapshot),
        _answers(snapshot, assessment),
        *_reasons(snapshot),
        *_evidence(snapshot),
        *_disagreements(assessment),
        *_parked(snapshot),
        _tools(snapshot),
        *_owners(assessment),
        _unknowns(assessment),
        _plan(snapshot, assessment),
        *_plan_owners(snapshot),
    )


def answered_line(assessment: Assessment) -> str:
    """How much of the review is answered, in the words that stand on every page of the report."""
    done = assessment.completeness
    asked = done.questions - done.out_of_mode
    told = done.answered + done.not_applicable
    line = _("{n} of {m} questions answered, {k} unknown").format(n=told, m=asked, k=done.unknown)
    if not done.not_asked:
        return line
    left = ngettext("{n} not asked yet", "{n} not asked yet", done.not_asked).format(n=done.not_asked)
    return f"{line}, {left}"


def _scope(snapshot: Snapshot) -> Check:
    if (snapshot.engagement.scope or "").strip():
        return Check(_("The scope is written down."), True)
    return Check(_("The scope is empty: the cover cannot say what was looked at."), False, "page:scene")


def _answers(snapshot: Snapshot, assessment: Assessment) -> Check:
    line = answered_line(assessment)
    if not assessment.completeness.incomplete:
        return Check(_("{line}.").format(line=line), True)
    left = _first_not_asked(snapshot)
    return Check(_("{line}.").format(line=line), False, f"question:{left}" if left else "page:scene")


def _first_not_asked(snapshot: Snapshot) -> str:
    for question in snapshot.pack.in_mode(snapshot.mode):
        answers = snapshot.answers_by_question.get(question.id, ())
        if question.is_register_driven or any(a.state is not AnswerState.NOT_ASKED for a in answers):
            continue
        return question.id
    return ""


def _reasons(snapshot: Snapshot) -> Iterator[Check]:
    for answer in snapshot.answers.values():
        if answer.state is AnswerState.NOT_APPLICABLE and not (answer.reason or "").strip():
            words = _("{question} is not applicable, but nobody says why.").format(question=answer.question)
            yield Check(words, False, f"question:{answer.question}")


def _evidence(snapshot: Snapshot) -> Iterator[Check]:
    effective = effective_answers(snapshot).items()
    unproven = [question for question, given in effective if _lacks_evidence(snapshot.mode, given)]
    if unproven:
        words = ngettext(
            "{n} answer should be backed by evidence, in {mode} mode.",
            "{n} answers should be backed by evidence, in {mode} mode.",
            len(unproven),
        ).format(n=len(unproven), mode=_(snapshot.mode.value))
        yield Check(words, False, f"question:{unproven[0]}")


def _lacks_evidence(mode: Mode, given: EffectiveAnswer) -> bool:
    """Express wants no evidence, standard where an answer is held down without it, deep for every one."""
    if mode is Mode.EXPRESS or given.points is None or given.evidence is not EvidenceGrade.NONE:
        return False
    return mode is Mode.DEEP or given.points > EVIDENCE_CAP


def _disagreements(assessment: Assessment) -> Iterator[Check]:
    split = assessment.completeness.disagreements
    if split:
        words = ngettext(
            "{n} question is answered differently by two people; the lower answer counts.",
            "{n} questions are answered differently by two people; the lower answer counts.",
            len(split),
        ).format(n=len(split))
        yield Check(words, False, f"question:{split[0]}")


def _parked(snapshot: Snapshot) -> Iterator[Check]:
    """What came up and was put off: it is the consultant's own list, and never printed."""
    waiting = open_points(snapshot)
    if waiting:
        words = ngettext(
            "{n} point on the parking lot is still open.",
            "{n} points on the parking lot are still open.",
            len(waiting),
        ).format(n=len(waiting))
        asked = next((point.question for point in waiting if point.question in snapshot.pack), "")
        yield Check(words, False, f"question:{asked}" if asked else "page:section")


def _tools(snapshot: Snapshot) -> Check:
    if snapshot.ai_tools:
        n = len(snapshot.ai_tools)
        return Check(ngettext("{n} AI tool is listed.", "{n} AI tools are listed.", n).format(n=n), True)
    return Check(_("No AI tool is listed, so the map has nothing to show."), False, "page:registers")


def _owners(assessment: Assessment) -> Iterator[Check]:
    unowned = [tool for tool in assessment.outcomes.unclear_ownership.tools if tool.owner != Owner.NAMED]
    if unowned:
        words = ngettext(
            "{n} AI tool has no named owner.", "{n} AI tools have no named owner.", len(unowned)
        ).format(n=len(unowned))
        yield Check(words, False, f"entry:ai_tools/{unowned[0].id}/owner")


def _unknowns(assessment: Assessment) -> Check:
    unsure = sum(risk.has_range for risk in assessment.risks)
    if not unsure:
        return Check(_("No band hangs on something that nobody knows."), True)
    words = ngettext(
        "{n} risk could change its band once an open question is settled.",
        "{n} risks could change their band once open questions are settled.",
        unsure,
    ).format(n=unsure)
    return Check(words, False, "page:risk_map")


def _plan(snapshot: Snapshot, assessment: Assessment) -> Check:
    planned = {risk for action in snapshot.action_plan.values() for risk in action.risks or ()}
    critical = [risk.id for risk in assessment.risks if risk.residual.band is Band.CRITICAL]
    missing = [risk for risk in critical if risk not in planned]
    if not missing:
        return Check(_("Every critical risk has an action in the plan."), True)
    words = ngettext(
        "{n} critical risk has no action in the plan.",
        "{n} critical risks have no action in the plan.",
        len(missing),
    ).format(n=len(missing))
    return Check(words, False, "page:fix_first")


def _plan_owners(snapshot: Snapshot) -> Iterator[Check]:
    open_now = [
        action
        for action in snapshot.action_plan.values()
        if action.horizon is Horizon.NOW and action.status not in {ActionStatus.DONE, ActionStatus.DROPPED}
    ]
    unowned = [action for action in open_now if not (action.client_owner or "").strip()]
    if unowned:
        words = ngettext(
            "{n} action for the next 14 days has no owner at the client.",
            "{n} actions for the next 14 days have no owner at the client.",
            len(unowned),
        ).format(n=len(unowned))
        yield Check(words, False, "page:fix_first")
