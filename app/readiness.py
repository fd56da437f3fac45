"""How far a review is answered, in the words that stand on every page of the report."""

from app.i18n import _, ngettext
from models.assessment import Assessment


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
