"""What a place in the window is called in a menu: the page, and an id; never a client's word."""

from typing import TYPE_CHECKING

from app.i18n import _
from ui.navigation import HELP, Destination, words_of

if TYPE_CHECKING:
    from models.pack import QuestionPack


def place_words(there: Destination | None, pack: "QuestionPack | None") -> str | None:
    """The name of a place; None for no place."""
    if there is None:
        return None
    page = words_of(there.page_id)
    part = _part(there, pack)
    return _("{page}: {place}").format(page=page, place=part) if part else page


def _part(there: Destination, pack: "QuestionPack | None") -> str:
    kind, _colon, name = there.place.partition(":")
    match kind:
        case "section" if pack is not None:
            return next((section.title for section in pack.sections if section.id == name), "")
        case "question" | "risk" | "answer":
            return name.split("/")[0]
        case "entry":
            return _entry(name)
        case "register":
            return _register(name)
        case "help" if there.page_id == HELP:
            return _help(name)
    return ""


def _entry(name: str) -> str:
    register, _slash, key = name.partition("/")
    key = key.split("/")[0]
    return key if key != register else ""


def _register(name: str) -> str:
    from models.values import RegisterName  # noqa: PLC0415  (not before the first page)

    return _(RegisterName(name).label) if name in set(RegisterName) else ""


def _help(name: str) -> str:
    from ui.help_texts import HELP_PAGES  # noqa: PLC0415  (not before the first page)

    return next((_(page.words) for page in HELP_PAGES if page.name == name), "")
