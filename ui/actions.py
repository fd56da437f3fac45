"""The action table: what the menus and keys can do, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.navigation import PAGES, SECTION

FILE, EDIT, GO, VIEW, HELP_MENU = "file", "edit", "go", "view", "help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that can be done: its name in code, its menu, words and keys, the first of them shown."""

    name: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    needs_review: bool = False
    begins_group: bool = False


def _noted(words: str) -> str:
    return words


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_file", FILE, _noted("&New review file…"), ("Ctrl+N",)),
    ActionSpec("open_file", FILE, _noted("&Open…"), ("Ctrl+O",)),
    ActionSpec("open_demo", FILE, _noted("Open the &demo client")),
    ActionSpec("import_json", FILE, _noted("&Import a review (JSON)…"), ("Ctrl+I",), begins_group=True),
    ActionSpec(
        "import_register", FILE, _noted("Import an in&ventory…"), ("Ctrl+Shift+I",), needs_review=True
    ),
    ActionSpec("export_json", FILE, _noted("Export this review (&JSON)…"), ("Ctrl+E",), needs_review=True),
    ActionSpec("show_report", FILE, _noted("&Preview and export the report…"), ("Ctrl+P",), needs_review=True),
    ActionSpec("verify_report", FILE, _noted("Check a si&gned report…")),
    ActionSpec("show_identities", FILE, _noted("&Signing identities…")),
    ActionSpec("show_check", FILE, _noted("Chec&k before the report"), needs_review=True),
    ActionSpec("begin_review", FILE, _noted("&Begin the next review…"), needs_review=True, begins_group=True),
    ActionSpec("show_restore_points", FILE, _noted("Restore poin&ts…"), needs_review=True),
    ActionSpec("show_duties", FILE, _noted("Data d&uties: keep, share without names…"), needs_review=True),
    ActionSpec(
        "change_passphrase", FILE, _noted("Change the p&assphrase…"), needs_review=True, begins_group=True
    ),
    ActionSpec("show_sheet", FILE, _noted("&Recovery sheet…"), needs_review=True),
    ActionSpec("forget_key", FILE, _noted("&Forget on this computer"), needs_review=True),
    ActionSpec("lock", FILE, _noted("&Lock"), ("Ctrl+Alt+L",), needs_review=True),
    ActionSpec(
        "close_file",
        FILE,
        _noted("&Close the review file"),
        ("Ctrl+W",),
        needs_review=True,
        begins_group=True,
    ),
    ActionSpec("quit", FILE, _noted("&Quit"), ("Ctrl+Q",)),
    ActionSpec("undo", EDIT, _noted("&Undo"), ("Ctrl+Z",)),
    ActionSpec("redo", EDIT, _noted("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("find", EDIT, _noted("&Find on this page"), ("Ctrl+F",), begins_group=True),
    ActionSpec("find_anything", GO, _noted("Go to an&ything…"), ("Ctrl+K",)),
    ActionSpec("go_back", GO, _noted("&Back"), ("Alt+Left",), begins_group=True),
    ActionSpec("go_forward", GO, _noted("F&orward"), ("Alt+Right",)),
    ActionSpec("full_screen", VIEW, _noted("&Full screen"), ("F11",)),
    ActionSpec("show_room", VIEW, _noted("Window for the &room"), ("F5",), begins_group=True),
    ActionSpec("blank_room", VIEW, _noted("&Blank the room's window"), ("B",)),
    ActionSpec("freeze_room", VIEW, _noted("Free&ze the room's window"), ("F6",)),
    ActionSpec("room_numbers", VIEW, _noted("Let the room see the risk &map")),
    ActionSpec("room_guidance", VIEW, _noted("Let the room see &guidance")),
    ActionSpec("larger_text", VIEW, _noted("&Larger text"), ("Ctrl++", "Ctrl+="), begins_group=True),
    ActionSpec("smaller_text", VIEW, _noted("&Smaller text"), ("Ctrl+-",)),
    ActionSpec("show_settings", VIEW, _noted("S&ettings"), ("Ctrl+,",), begins_group=True),
    ActionSpec("show_keys", HELP_MENU, _noted("&Keys"), ("F1", "?")),
    ActionSpec("show_help", HELP_MENU, _noted("&Help for this page"), ("Shift+F1",)),
    ActionSpec("show_about", HELP_MENU, _noted("&About Plumbline")),
)

# Keys of the places in a review: pages by Ctrl and a digit, sections by Alt and a digit.
PAGE_KEYS: Mapping[str, str] = {
    "start": "Ctrl+0",
    "scene": "Ctrl+1",
    "registers": "Ctrl+2",
    "risk_map": "Ctrl+3",
    "fix_first": "Ctrl+4",
    "report": "Ctrl+5",
    "sign_off": "Ctrl+6",
    "search": "Ctrl+Shift+F",
    "history": "Ctrl+H",
}
SECTION_KEYS = tuple(f"Alt+{number}" for number in range(1, 10))


# What only leads somewhere.
LINKS: Mapping[str, str] = {
    "import_register": "page:import",
    "show_report": "page:report",
    "verify_report": "page:verify",
    "show_identities": "page:identities",
    "show_check": "page:before_report",
    "show_restore_points": "page:restore_points",
    "show_duties": "page:duties",
    "show_settings": "page:settings",
    "show_keys": "help:keys",
    "show_about": "help:about",
}


def link_slots(go: Callable[[str], object]) -> dict[str, Callable[[], object]]:
    """The slots of the actions that only lead somewhere; `go` follows a link."""
    return {name: partial(go, link) for name, link in LINKS.items()}


def make_actions(parent: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions of the table, each connected to the slot of its name. KeyError if one has no slot."""
    made: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(_(spec.words), parent)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        slot = slots[spec.name]
        action.triggered.connect(lambda _checked=False, slot=slot: slot())
        made[spec.name] = action
    return made


def page_actions(parent: QWidget, go: Callable[[str], object]) -> dict[str, QAction]:
    """An action for every page of a review and for the start page; `go` is given the link."""
    made: dict[str, QAction] = {}
    for kind in PAGES:
        if kind.page_id == SECTION or kind.under or (not kind.needs_review and kind.page_id not in PAGE_KEYS):
            continue
        link = f"page:{kind.page_id}"
        made[link] = _go_action(parent, link, _(kind.words), PAGE_KEYS.get(kind.page_id, ""), go)
    return made


def section_actions(
    parent: QWidget, sections: Mapping[str, str], go: Callable[[str], object]
) -> dict[str, QAction]:
    """An action for every section, given as id and title."""
    places = zip(sections.items(), SECTION_KEYS, strict=False)
    return {
        f"section:{section}": _go_action(parent, f"section:{section}", title, key, go)
        for (section, title), key in places
    }


def _go_action(parent: QWidget, link: str, words: str, key: str, go: Callable[[str], object]) -> QAction:
    action = QAction(words.replace("&", "&&"), parent)
    action.setObjectName(f"go_to_{link.replace(':', '_')}")
    action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _checked=False: go(link))
    return action


def plain(words: str) -> str:
    """The words of a menu without the signs for the keyboard."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
