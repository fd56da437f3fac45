"""The help pages' lists that come from the libraries: public cases, and where to look for undeclared AI."""

from app.day_words import short_day
from app.i18n import _
from app.library import case_library, discovery_sources
from models.library import CaseItem


def cases() -> str:
    """The public cases in Markdown, each with its lesson, its questions, its mark and its source."""
    return "\n".join(_case(item) for item in case_library())


def sources() -> str:
    """Where to look, in Markdown."""
    return "\n".join(f"- **{source.name}**: {source.look_for}" for source in discovery_sources())


def _case(item: CaseItem) -> str:
    known = _("{mark}, as known on {day}").format(mark=_(item.mark.value), day=short_day(item.as_known_on))
    shown = "" if item.printable else " " + _("Not to be shown yet.")
    questions = ", ".join(item.questions)
    return f"- **{item.line}.** {item.teaches} *{item.source_note}* ({known}; {questions}).{shown}"
