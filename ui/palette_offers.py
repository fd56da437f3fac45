"""What the palette offers: the actions of the menus, the review by names, and the help pages."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QKeySequence

from app.i18n import _
from app.register_columns import REGISTERS
from app.search import Found, Group, Hit, Item, action_item, find_names, help_item
from ui.actions import plain

MOST, MOST_RECENT = 8, 6
ALL = 1000
GOING = "do:go_to_"
REGISTER = "register:"
ACTIONS_ONLY, HELP_ONLY = ">", "?"
_MARKDOWN = re.compile(r"[*#|`>]+|-{3,}|\]\([^)]*\)|\[")


def action_items(menus: Iterable[tuple[str, QAction]], has_review: bool) -> tuple[Item, ...]:
    """The actions of the menus, given with the words of their menu; each name once."""
    made: dict[str, Item] = {}
    for where, action in menus:
        name = action.objectName()
        made.setdefault(
            name,
            action_item(
                name,
                plain(action.text()),
                where,
                key=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                why_not="" if action.isEnabled() else _why_not(name, has_review),
            ),
        )
    return tuple(made.values())


def register_items() -> tuple[Item, ...]:
    """The registers, to go to by name."""
    return tuple(
        action_item("", _(register.label), _("Register"), place=f"{REGISTER}{register.value}")
        for register in REGISTERS
    )


def help_items() -> tuple[Item, ...]:
    """The help pages, without the signs of their markup."""
    from ui.help_texts import HELP_PAGES, help_text  # noqa: PLC0415  (not before the first page)

    return tuple(help_item(page.name, _(page.words), _unmarked(help_text(page.name))) for page in HELP_PAGES)


def search_item(typed: str) -> Item:
    """The way on from the palette: look into notes and texts, too."""
    return action_item(
        "search",
        _("Search notes and registers for “{words}”").format(words=typed.strip()),
        _("Search"),
        key=QKeySequence("Ctrl+Shift+F").toString(QKeySequence.SequenceFormat.NativeText),
        place=f"search:{typed.strip()}",
    )


def offered(items: Sequence[Item], recent: Sequence[str], typed: str, *, has_review: bool) -> Sequence[Found]:
    """What the palette shows for what was typed; `recent` are the places chosen last, the newest first."""
    text = typed.strip()
    if text.startswith(ACTIONS_ONLY):
        return _only(items, Group.ACTIONS, text[1:])
    if text.startswith(HELP_ONLY):
        return _only(items, Group.HELP, text[1:])
    if not text:
        return _at_first(items, recent)
    found = find_names(items, text, MOST)
    if not has_review:
        return found
    return (*found, Found(_("Elsewhere"), (Hit.of(search_item(text)),), 1))


def _unmarked(text: str) -> str:
    return " ".join(_MARKDOWN.sub(" ", text.replace("\\", "")).split())


def _only(items: Sequence[Item], group: Group, typed: str) -> Sequence[Found]:
    members = [item for item in items if item.group is group]
    if typed.strip():
        return find_names(members, typed, ALL)
    return (_found(_(group.value), members),)


def _at_first(items: Sequence[Item], recent: Sequence[str]) -> Sequence[Found]:
    by_place = {item.place: item for item in items}
    last = [by_place[place] for place in recent if place in by_place][:MOST_RECENT]
    others = [
        item for item in items if item.group is Group.ACTIONS and _is_offered(item) and item not in last
    ]
    going = [item for item in others if item.place.startswith(GOING)]
    doing = [item for item in others if not item.place.startswith(GOING)]
    groups = ((_("Chosen last"), last), (_("Go to"), going), (_("Do"), doing))
    return tuple(_found(heading, members) for heading, members in groups if members)


def _is_offered(item: Item) -> bool:
    """Whether it stands in the list before anything was typed: the registers would only lengthen it."""
    return not (item.why_not or item.place == "do:find_anything" or item.place.startswith(REGISTER))


def _found(heading: str, members: Sequence[Item]) -> Found:
    return Found(heading, tuple(Hit.of(item) for item in members), len(members))


def _why_not(name: str, has_review: bool) -> str:
    """Why an action of the menus cannot be chosen now."""
    reasons = {
        "undo": _("nothing to undo"),
        "redo": _("nothing to redo"),
        "go_back": _("nowhere to go back to"),
        "go_forward": _("nowhere to go forward to"),
    }
    if not has_review and name not in {"go_back", "go_forward"}:
        return _("needs an open review")
    return reasons.get(name, _("not possible now"))
