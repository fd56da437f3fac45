"""How far a review is answered, in the words that stand on every page of the report."""

from app.i18n import _, ngettext
from app.progress import questions_in_play
from models.assessment import Assessment
from models.snapshot import Snapshot


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


def answered_words(snapshot: Snapshot, assessment: Assessment) -> str:
    """The same beside a navigation that counts every question: it says where the others are answered."""
    line, n = answered_line(assessment), _in_registers(snapshot)
    if not n:
        return line
    others = ngettext("{n} more comes from the registers", "{n} more come from the registers", n)
    return _("{line}; {others}").format(line=line, others=others.format(n=n))


def answered_why(snapshot: Snapshot, assessment: Assessment) -> str:
    """What is counted, for whoever compares it with the navigation."""
    done, n = assessment.completeness, _in_registers(snapshot)
    asked = done.questions - done.out_of_mode
    return _(
        "Counted here: the {m} questions that are answered with a level or a choice, as on every page of the "
        "report. The sections on the left count {all}: those, and {n} that are answered in the registers, "
        "entry by entry."
    ).format(m=asked, n=n, all=asked + n)


def _in_registers(snapshot: Snapshot) -> int:
    """How many questions of this review are answered in the registers."""
    sections = snapshot.pack.sections
    asked = (question for section in sections for question in questions_in_play(snapshot, section.id))
    return sum(question.is_register_driven for question in asked)
