"""Says an open answer or fact as a line: what is asked, and how far it could move the map."""

from app.ask_next import Ask
from app.assessment.find_out import UNEVIDENCED_REASON
from app.assessment.places import QuestionPlace
from app.i18n import _, ngettext
from app.levers import entry_words, field_words
from app.risk_words import band_words
from app.why import Input
from models.snapshot import Snapshot


def ask_line(snapshot: Snapshot, ask: Ask) -> Input:
    """The line: the question, or the field and what it is about; then what it could move."""
    place = ask.place
    if isinstance(place, QuestionPlace):
        words = f"{place.question}  {snapshot.pack.question(place.question).text}"
    else:
        words = _("{entry}: {field}?").format(
            entry=entry_words(snapshot, place.register, place.key), field=field_words(place).lower()
        )
    is_unproven = ask.reason == UNEVIDENCED_REASON
    why = _("no evidence yet") if is_unproven else _("not known")
    return Input(
        words=words,
        state=could_move(ask),
        tone="partly" if is_unproven else "unknown",
        marks=(why, ", ".join(ask.risks[:3]) + (" …" if len(ask.risks) > 3 else "")),
        place=place.link,
    )


def could_move(ask: Ask) -> str:
    """How far it could move the map."""
    n = len(ask.risks)
    words = ngettext("could move {n} risk, {high} → {low}", "could move {n} risks, up to {high} → {low}", n)
    return words.format(n=n, high=band_words(ask.high), low=band_words(ask.low))


def asked_words(n: int, *, is_filtered: bool) -> str:
    """What the list is, above it."""
    if not n:
        if is_filtered:
            return _("Nothing that is open could move the band of these risks.")
        return _("Nothing that is open could move a band. What is known decides the map.")
    words = ngettext(
        "{n} open point could move a band. Enter leads to where it is answered.",
        "{n} open points could move a band, the furthest first. Enter leads to where each is answered.",
        n,
    )
    return words.format(n=n)
