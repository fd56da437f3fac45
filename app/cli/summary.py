"""An assessment in words that fit a terminal."""

from collections.abc import Iterator

from app.i18n import _, ngettext
from app.printable import printable
from app.settling import settled_questions
from models.assessment import Assessment
from models.risk import Band, Risk
from models.snapshot import Snapshot
from models.values import LISTS, words

FIRST_ACTIONS = 5
MOST_WORTH_FINDING_OUT = 5


def summary(snapshot: Snapshot, assessment: Assessment) -> str:
    """The assessment for reading: counts, what matters most, what to stop, what to do first, what is open."""
    parts = (
        _head(snapshot, assessment),
        _headline(assessment),
        _stop_rules(assessment),
        _actions(snapshot, assessment),
        _completeness(snapshot, assessment),
    )
    blocks = ["\n".join(printable(line) for line in part) for part in parts]
    return "\n\n".join(block for block in blocks if block) + "\n"


def counted(snapshot: Snapshot) -> str:
    """How many entries a review has, list by list."""
    counts = ((len(snapshot.entries(register)), _(words(register))) for register in LISTS)
    return ", ".join(f"{list_name} {n:,}" for n, list_name in counts if n) or _("no entries yet")


def _head(snapshot: Snapshot, assessment: Assessment) -> Iterator[str]:
    yield f"{snapshot.engagement.client} ({_(words(snapshot.mode))})"
    n = len(assessment.risks)
    counts = ", ".join(f"{assessment.counts[band]} {_(band.value)}" for band in reversed(Band))
    yield ngettext("{n} risk: {counts}", "{n} risks: {counts}", n).format(n=n, counts=counts)


def _headline(assessment: Assessment) -> Iterator[str]:
    if assessment.headline:
        yield _("What matters most: the worst risk of each tool, vendor and cause")
    for risk_id in assessment.headline:
        risk = assessment.risk(risk_id)
        yield f"  {_(risk.residual.band.value):9} {risk.id:9} {risk.title}{_range(risk)}"


def _range(risk: Risk) -> str:
    if not risk.has_range:
        return ""
    words_for = _(" (between {best} and {worst}, by what is not known)")
    return words_for.format(best=_(risk.best.band.value), worst=_(risk.worst.band.value))


def _stop_rules(assessment: Assessment) -> Iterator[str]:
    fired = assessment.outcomes.fix_first.stop_rules
    if fired:
        yield _("Contain within 14 days, whatever the band")
    for stop in fired:
        yield f"  {stop.rule} {_(words(stop.rule))}: {', '.join(stop.risks)}"


def _actions(snapshot: Snapshot, assessment: Assessment) -> Iterator[str]:
    if assessment.actions:
        yield _("What then helps most for its effort")
    for number, action in enumerate(assessment.actions[:FIRST_ACTIONS], start=1):
        text = snapshot.pack.question(action.question).action.text
        n = action.risks_touched
        touched = ngettext("{n} risk", "{n} risks", n).format(n=n)
        yield f"  {number}. {text} ({action.question}; {_(words(action.horizon))}; {touched})"


def _completeness(snapshot: Snapshot, assessment: Assessment) -> Iterator[str]:
    done = assessment.completeness
    yield _("How complete this is")
    yield _(
        "  {questions} questions: {answered} answered, {unknown} not known, {not_asked} not asked,"
        " {not_applicable} not applicable, {out_of_mode} left out"
    ).format(
        questions=done.questions,
        answered=done.answered,
        unknown=done.unknown,
        not_asked=done.not_asked,
        not_applicable=done.not_applicable,
        out_of_mode=done.out_of_mode,
    )
    if done.incomplete:
        yield _("  This review is incomplete.")
    if done.disagreements:
        yield _("  People disagree on {questions}.").format(questions=", ".join(done.disagreements))
    if settled := settled_questions(snapshot):
        yield _("  People disagreed on {questions}, and have agreed.").format(questions=", ".join(settled))
    for item in assessment.find_out[:MOST_WORTH_FINDING_OUT]:
        n = len(item.risks)
        moved = ngettext("it moves {n} risk", "it moves {n} risks", n).format(n=n)
        yield _("  Find out: {input} ({reason}; {moved})").format(
            input=item.input, reason=item.reason, moved=moved
        )
