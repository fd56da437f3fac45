"""The one table of keys: what each does, in words, place by place; the sheet of keys is made from it.

A key that is listened to anywhere stands here once, in the group of the place; a test compares both ways.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from app.i18n import _
from app.search.folding import folded, words_of
from ui.actions import ACTIONS, EDIT, FILE, GO, HELP_MENU, PAGE_KEYS, SECTION_KEYS, VIEW, plain
from ui.navigation import words_of as page_words


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys (as QKeySequence reads them) that do one thing, or each its own of several, and what that is."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one place. `heard_in` are the modules that listen to them, beside the menus."""

    name: str
    words: str
    lines: tuple[KeyLine, ...]
    heard_in: tuple[str, ...] = ()


def _noted(words: str) -> str:
    return words


# They mean the same wherever they mean anything; places name them again only for what is peculiar to them.
_ANY = KeyGroup(
    "any",
    _noted("On every page"),
    (
        KeyLine(("Tab", "Shift+Tab"), _noted("go to the next part, or the one before")),
        KeyLine(("Up", "Down", "Left", "Right"), _noted("walk inside a part: a list, a row, a picture")),
        KeyLine(("Return", "Space"), _noted("open or press what has the focus")),
        KeyLine(("Esc",), _noted("close what Enter opened, or leave the field")),
    ),
)

_PLACES: tuple[KeyGroup, ...] = (
    KeyGroup(
        "question",
        _noted("At a question"),
        (
            KeyLine(("0", "1", "2", "3", "4"), _noted("answer with that level")),
            KeyLine(("Y", "P", "N"), _noted("answer yes, partly, no, where that is asked")),
            KeyLine(("U",), _noted("nobody knows")),
            KeyLine(("A",), _noted("does not apply; the reason is asked in place")),
            KeyLine(("C",), _noted("still true: confirms what the review before said")),
            KeyLine(("Backspace", "Del"), _noted("clear the answer")),
            KeyLine(("E",), _noted("evidence: none, document, demonstrated")),
            KeyLine(("Shift+E",), _noted("add what was seen")),
            KeyLine(("Shift+N",), _noted("note; N alone does it too, except where N is no")),
            KeyLine(("W",), _noted("who said it")),
            KeyLine(("S",), _noted("the room agrees on one answer; once more opens it again")),
            KeyLine(("J",), _noted("jot down a point for later, in the parking lot")),
            KeyLine(("T",), _noted("stops the clock of the section, or lets it run")),
            KeyLine(("Return",), _noted("into the grid of a register, to the first open cell")),
            KeyLine(("G",), _noted("go to a question by its id")),
            KeyLine(("L",), _noted("all questions of the section in a list; Esc leads back")),
            KeyLine(("I",), _noted("guidance, and away again")),
            KeyLine(("H",), _noted("history of the answers")),
            KeyLine(("Right", "Space", "PgDown"), _noted("next question")),
            KeyLine(("Left", "Shift+Space", "PgUp"), _noted("question before")),
        ),
        ("ui.widgets.question_keys", "ui.widgets.room_view", "app.answering"),
    ),
    KeyGroup(
        "question_list",
        _noted("In the list of questions"),
        (
            KeyLine(("F2",), _noted("choose or type in the cell; a letter or digit chooses at once")),
            KeyLine(("Ctrl+D",), _noted("the value of the first chosen cell for all of them")),
            KeyLine(("Del", "Backspace"), _noted("clear the cell")),
        ),
        ("ui.widgets.choice_table",),
    ),
    KeyGroup(
        "room",
        _noted("In the window for the room"),
        (
            KeyLine(("Esc", "F11"), _noted("leave full screen, and go back to it")),
            KeyLine(("Left", "Right", "PgUp", "PgDown", "Space"), _noted("what they do in your own window")),
        ),
        ("ui.presenter.window",),
    ),
    KeyGroup(
        "registers",
        _noted("In a register"),
        (
            KeyLine(("Return",), _noted("opens the row as a card with all its fields")),
            KeyLine(("F2",), _noted("edits the cell; typing does so too")),
            KeyLine(("Ins",), _noted("adds a row")),
            KeyLine(("Del",), _noted("removes the chosen rows")),
            KeyLine(("Ctrl+PgUp", "Ctrl+PgDown"), _noted("open the row before, or the one after")),
            KeyLine(("Ctrl+D",), _noted("fills the cell down; for one row, from the row above")),
            KeyLine(("Ctrl+Shift+D",), _noted("duplicates the chosen rows")),
            KeyLine(("Ctrl+C", "Ctrl+V"), _noted("copy rows, paste rows from a spreadsheet")),
            KeyLine(("Ctrl+L", "Ctrl+Shift+L"), _noted("only rows like this one; all rows again")),
            KeyLine(("Ctrl+A", "Ctrl+Return"), _noted("choose all rows shown; set one field in all of them")),
            KeyLine(("Shift+F10",), _noted("all that can be done: sort, hide a column, choose columns")),
        ),
        ("ui.widgets.entry_table", "ui.widgets.entry_card", "ui.pages.registers_page"),
    ),
    KeyGroup(
        "choices",
        _noted("In a row of choices"),
        (
            KeyLine(
                ("Left", "Right"), _noted("walk; the first letter chooses at once, once more the next one")
            ),
            KeyLine(("Del", "Backspace"), _noted("back to not recorded")),
        ),
        ("ui.widgets.toggle_row", "ui.widgets.short_list"),
    ),
    KeyGroup(
        "date",
        _noted("In a field for a date"),
        (KeyLine(("F4", "Alt+Down"), _noted("opens a calendar; Enter there takes the day")),),
        heard_in=("ui.widgets.date_editor",),
    ),
    KeyGroup(
        "offers",
        _noted("In a field that offers words"),
        (KeyLine(("F4", "Alt+Down"), _noted("shows all that is offered; Enter there takes it")),),
        heard_in=("ui.widgets.text_editors",),
    ),
    KeyGroup(
        "access",
        _noted("In tools beside systems"),
        (
            KeyLine(("1", "2", "3", "4", "5"), _noted("see, infer, store, change, trigger: on or off")),
            KeyLine(("S", "I", "O", "C", "T"), _noted("the same, by letters")),
            KeyLine(("Return",), _noted("opens the access grant")),
        ),
        ("ui.widgets.access_matrix",),
    ),
    KeyGroup(
        "import",
        _noted("While importing an inventory"),
        (
            KeyLine(("Ctrl+Return",), _noted("goes on to the next step; Esc goes a step back")),
            KeyLine(("Ctrl+D",), _noted("gives the rows below the same choice")),
        ),
        ("ui.register_import.page", "ui.widgets.choice_table"),
    ),
    KeyGroup(
        "risk_map",
        _noted("On the risk map"),
        (
            KeyLine(("1", "2", "3", "4"), _noted("exposure, likelihood and impact, list, ask next")),
            KeyLine(("Return",), _noted("opens why")),
            KeyLine(("D",), _noted("decide: avoid, reduce, share or accept the risk")),
            KeyLine(("/",), _noted("filter by words")),
            KeyLine(("+", "=", "-"), _noted("enlarge, shrink")),
            KeyLine(("0",), _noted("the whole picture")),
            KeyLine(("Home",), _noted("the first mark")),
            KeyLine(("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"), _noted("move a large picture")),
            KeyLine(("Ctrl+Shift+C", "Ctrl+Shift+P"), _noted("copy the picture, print it")),
        ),
        ("ui.pages.risk_map_page", "ui.widgets.picture"),
    ),
    KeyGroup(
        "fix_first",
        _noted("In fix first"),
        (
            KeyLine(("1", "2", "3"), _noted("plan, ten answers, what is fine")),
            KeyLine(("Return",), _noted("takes a proposal into the plan, or opens the action")),
            KeyLine(("O", "D", "E", "S"), _noted("owner, day, effort, status: changed on the card")),
            KeyLine(("Alt+Left", "Alt+Right"), _noted("moves the action to another horizon; asks why")),
            KeyLine(("Del",), _noted("removes the action")),
        ),
        ("ui.pages.fix_first_page", "ui.widgets.action_card", "ui.widgets.card_faces"),
    ),
    KeyGroup(
        "before_report",
        _noted("Before the report"),
        (
            KeyLine(("Return",), _noted("goes to where the finding is mended")),
            KeyLine(("W",), _noted("waives it: asks for the reason")),
        ),
        ("ui.pages.before_page", "ui.widgets.word_table"),
    ),
    KeyGroup(
        "report",
        _noted("In the preview of the report"),
        (
            KeyLine(("PgUp", "PgDown"), _noted("page before, next page")),
            KeyLine(("Home", "End"), _noted("first page, last page")),
            KeyLine(("+", "=", "-"), _noted("enlarge, shrink")),
            KeyLine(("W", "F"), _noted("as wide as the window, the whole page")),
        ),
        ("ui.widgets.pdf_preview",),
    ),
    KeyGroup(
        "palette",
        _noted("While going to anything"),
        (
            KeyLine(("PgUp", "PgDown"), _noted("several results up or down")),
            KeyLine((">",), _noted("first of all: actions only")),
            KeyLine(("?",), _noted("first of all: help only")),
        ),
        ("ui.widgets.result_list", "ui.widgets.palette", "ui.palette_offers"),
    ),
)


def key_groups() -> tuple[KeyGroup, ...]:
    """All keys: how one gets about, then place by place, then the rest of the menus."""
    return (
        _going(),
        _ANY,
        *_PLACES,
        KeyGroup("view", _noted("Looking, and help"), tuple(_of_menus(VIEW, HELP_MENU))),
        KeyGroup("files", _noted("Files and steps"), tuple(_of_menus(FILE, EDIT))),
    )


def matching_groups(typed: str) -> tuple[KeyGroup, ...]:
    """The groups with only the lines that have all these words, or whose key is what was typed."""
    words, key = words_of(typed), typed.strip().casefold()
    if not key:
        return key_groups()
    found = []
    for group in key_groups():
        kept = tuple(line for line in group.lines if _fits(group, line, words, key))
        if kept:
            found.append(KeyGroup(group.name, group.words, kept, group.heard_in))
    return tuple(found)


def shown_keys(line: KeyLine) -> str:
    """The keys of a line as this system writes them."""
    shown = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in line.keys]
    if len(shown) > 3 and all(key[-1].isdecimal() for key in shown):
        return _("{first} to {last}").format(first=shown[0], last=shown[-1])
    return ", ".join(_named(key) for key in shown)


def _named(key: str) -> str:
    """A key, alone or held with others, by the name that everybody has for it."""
    held, plus, last = key.rpartition("+")
    return f"{held}{plus}{_(NAMES.get(last, last))}" if last else key


# What stands on the keys is not what everybody calls them.
NAMES = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def _going() -> KeyGroup:
    """How one gets about: from the Go menu, with what goes to pages and sections."""
    lines = [*_of_menus(GO)]
    at = next(n for n, line in enumerate(lines) if "Ctrl+K" in line.keys)
    lines.insert(at + 1, KeyLine(("/",), _("The same, where a slash means nothing else")))
    lines += [
        KeyLine((key,), _("Go to: {page}").format(page=page_words(page_id)))
        for page_id, key in PAGE_KEYS.items()
    ]
    lines.append(KeyLine(SECTION_KEYS[:7], _("Go to the sections, from the first to the seventh")))
    return KeyGroup(
        "going", _noted("Getting about, everywhere"), tuple(lines), ("ui.main_window", "ui.undo_keys")
    )


def _of_menus(*menus: str) -> Iterator[KeyLine]:
    return (KeyLine(spec.keys, plain(_(spec.words))) for spec in ACTIONS if spec.keys and spec.menu in menus)


def _fits(group: KeyGroup, line: KeyLine, words: tuple[str, ...], key: str) -> bool:
    if key in {shown_keys(line).casefold(), *(each.casefold() for each in line.keys)}:
        return True
    texts = " ".join(("", *_texts(group, line)))
    return bool(words) and all(f" {word}" in texts for word in words)


def _texts(group: KeyGroup, line: KeyLine) -> Iterator[str]:
    yield folded(_(line.words))
    yield folded(_(group.words))
    yield folded(shown_keys(line))
