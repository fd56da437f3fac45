"""What is said in one calm line about the open file itself: who holds it, where it is, what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.day_words import clock, short_day
from app.errors import ReviewError
from app.i18n import _
from app.keep_until import overdue_since
from app.workspace import Workspace
from models.storage.errors import FileChangedError
from models.storage.holder import Holder


class Offer(StrEnum):
    """What the line offers to do."""

    TAKE_OVER = "take_over"
    GOT_IT = "got_it"
    SAVE_AS_NEW = "save_as_new"
    COPY_AGAIN = "copy_again"


OFFER_WORDS = {
    Offer.TAKE_OVER: "Try again",
    Offer.GOT_IT: "Got it",
    Offer.SAVE_AS_NEW: "Save what I have as a new file…",
    Offer.COPY_AGAIN: "Copy now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingWord:
    """One line: its kind (danger, warn, info), what is the case, what to do, and what is offered.

    `notice` names what it is about, so that it can be remembered as seen.
    """

    notice: str
    kind: str
    title: str
    advice: str
    offers: tuple[Offer, ...] = ()


_NEWER = KeepingWord(
    notice="newer",
    kind="info",
    title=_("This file was made with a newer version of Plumbline: it can only be read here."),
    advice=_("What this version knows is shown as it is. To work on it, install the newest version."),
)
_READ_ONLY = KeepingWord(
    notice="read_only",
    kind="info",
    title=_("This file can only be read."),
    advice=_("Ask for the right to write to it and to its folder, or copy it to a folder of yours."),
    offers=(Offer.TAKE_OVER,),
)


def keeping_word(
    workspace: Workspace,
    has_seen: Callable[[str], bool],
    today: date,
    underneath: ReviewError | None = None,
) -> KeepingWord | None:
    """The most important thing to say about the open file, or None.

    `underneath` is what another program did to it meanwhile.
    """
    if underneath is not None:
        return _underneath(underneath)
    keeping = workspace.keeping
    if keeping is None:
        return None
    if keeping.holder is not None:
        return _held(keeping.holder)
    if workspace.store.is_newer:
        return _NEWER
    if keeping.last_fault is not None:
        return KeepingWord(
            notice="no_copy",
            kind="warn",
            title=_("The last backup copy could not be made."),
            advice=_("What you type is saved in the file itself. {advice}").format(
                advice=keeping.last_fault.advice
            ),
            offers=(Offer.COPY_AGAIN,),
        )
    place = keeping.place
    if place is not None and not has_seen(place.risk.value):
        return KeepingWord(
            notice=place.risk.value,
            kind="info",
            title=place.words,
            advice=place.advice,
            offers=(Offer.GOT_IT,),
        )
    if workspace.store.read_only:
        return _READ_ONLY
    return _overdue(workspace, has_seen, today)


def _overdue(workspace: Workspace, has_seen: Callable[[str], bool], today: date) -> KeepingWord | None:
    day = overdue_since(workspace.snapshot, today)
    if day is None or has_seen(f"kept_until_{day.isoformat()}"):
        return None
    return KeepingWord(
        notice=f"kept_until_{day.isoformat()}",
        kind="warn",
        title=_("This client's data was to be kept until {day}.").format(day=short_day(day)),
        advice=_(
            "Hand over what is still needed, then destroy the file and its copies: Data duties in the File "
            "menu says how. Or agree on another day, and enter it there."
        ),
        offers=(Offer.GOT_IT,),
    )


def _held(holder: Holder) -> KeepingWord:
    if holder.who and holder.computer:
        title = _("{who} has this file open on {computer}, since {time}: here it can only be read.")
    elif holder.who:
        title = _("{who} has this file open, since {time}: here it can only be read.")
    else:
        title = _("Another window has this file open: here it can only be read.")
    return KeepingWord(
        notice="held",
        kind="info",
        title=title.format(who=holder.who, computer=holder.computer, time=clock(holder.since)),
        advice=_(
            "Close it there, then try again: you go on here from what is in it by then. After a crash there, "
            "it is free by itself within three minutes."
        ),
        offers=(Offer.TAKE_OVER,),
    )


def _underneath(error: ReviewError) -> KeepingWord:
    if isinstance(error, FileChangedError):
        title = _("Another program has changed this file while it is open here.")
        advice = _(
            "Nothing is written to it any more, so that neither state is lost. Save what you see here as a "
            "new file, then open this one again and compare. Let no synchronisation run on an open file."
        )
    else:
        title = _("This file is no longer where it was: it was moved, removed or replaced.")
        advice = _(
            "Put it back, and everything goes on by itself. If you cannot, save what you see here as a new "
            "file."
        )
    return KeepingWord(
        notice="underneath", kind="danger", title=title, advice=advice, offers=(Offer.SAVE_AS_NEW,)
    )
