"""The sheet of keys says what the window does: every key that is listened to, once, and no other.

Whoever lets a module listen to another key writes it into `ui/key_table.py`, into the group of the place.
"""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from tests.ui.reach import press
from ui.actions import ACTIONS
from ui.help_texts import help_text
from ui.key_table import KeyGroup, key_groups, matching_groups, shown_keys
from ui.main_window import MainWindow
from ui.widgets import question_keys
from ui.widgets.note_field import NoteField

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ("scene", "registers", "risk_map", "fix_first", "report", "search", "settings", "help")
GENERAL = next(group for group in key_groups() if group.name == "any")
# Both Enter keys are one; what a text field does with keys of its own is the system's.
OF_THE_SYSTEM = {"Ctrl+A", "Shift+F10"}
# These are asked before the menus are: a card of the board, the room's window, the palette's field.
ASKED_FIRST = {("fix_first", "Alt+Left"), ("fix_first", "Alt+Right"), ("room", "F11"), ("palette", "?")}
SAME = {"Enter": "Return", "Backtab": "Shift+Tab"}


def name_of(sequence: QKeySequence) -> str:
    found = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return SAME.get(found, found)


def keys_in(group: KeyGroup) -> set[str]:
    return {name_of(QKeySequence(key)) for line in group.lines for key in line.keys}


def without_modifiers(keys: set[str]) -> set[str]:
    return {key if key == "+" else key.rsplit("+", 1)[-1] or "+" for key in keys}


def listening() -> Iterator[tuple[str, set[str]]]:
    """Every module of the window that names keys, with the keys that it names, whatever is held with them."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            node.attr.removeprefix("Key_")
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr.startswith("Key_")
        }
        keys = {name_of(QKeySequence(Qt.Key[f"Key_{name}"])) for name in names}
        if keys:
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts), without_modifiers(keys)


def test_every_key_of_the_menus_and_pages_is_in_the_table_and_on_the_sheet(demo: MainWindow) -> None:
    documented = {key for group in key_groups() for key in keys_in(group)}
    demo.follow("question:ACC-03")
    for page in PAGES:
        demo.follow(f"page:{page}")

    heard = {
        name_of(sequence)
        for action in demo.findChildren(QAction)
        for sequence in action.shortcuts()
        if not sequence.isEmpty()
    } | {name_of(shortcut.key()) for shortcut in demo.findChildren(QShortcut)}

    assert heard - documented == set()
    assert {"Ctrl+K", "Alt+Left", "Alt+7", "F1", "1"} <= heard


def test_every_key_that_a_module_listens_to_is_in_the_table() -> None:
    missing = []
    for module, keys in listening():
        groups = [group for group in key_groups() if module in group.heard_in]
        said = without_modifiers(set().union(keys_in(GENERAL), *(keys_in(group) for group in groups)))
        missing += [f"{module} listens to {key}" for key in sorted(keys - said)]

    assert missing == []


def test_no_key_is_in_the_table_that_nobody_listens_to(demo: MainWindow) -> None:
    heard = dict(listening())
    for page in PAGES:
        demo.follow(f"page:{page}")
    sequences = [shortcut.key() for shortcut in demo.findChildren(QShortcut)]
    sequences += [sequence for action in demo.findChildren(QAction) for sequence in action.shortcuts()]
    shortcuts = {name_of(sequence) for sequence in sequences}

    silent = []
    for group in key_groups():
        known = without_modifiers(keys_in(GENERAL))
        for module in group.heard_in:
            known |= heard.get(module, set()) | signs_in(module)
            known |= {sign.upper() for sign in getattr(import_module(module), "_BY_KEY", {})}
        silent += [
            f"{group.name}: {key}"
            for key in keys_in(group) - shortcuts - OF_THE_SYSTEM
            if not without_modifiers({key}) <= known
        ]

    assert silent == []


def signs_in(module: str) -> set[str]:
    """The keys that a module knows by their signs."""
    source = Path(str(import_module(module).__file__)).read_text(encoding="utf-8")
    standard = {"C", "V"} if "StandardKey.Copy" in source and "StandardKey.Paste" in source else set()
    return standard | {sign for text in strings(source) for sign in text.upper()}


def strings(source: str) -> Iterator[str]:
    """The texts of a module that stand for keys: single signs, and rows of digits."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if len(text) == 1 or (len(text) <= 12 and not any(sign.isalpha() for sign in text)):
                yield text


def test_no_key_is_said_twice_in_one_place() -> None:
    for group in key_groups():
        keys = [name_of(QKeySequence(key)) for line in group.lines for key in line.keys]

        assert len(keys) == len(set(keys)), group.name


def test_no_menu_takes_a_key_that_means_something_else_on_a_page() -> None:
    of_menus = {name_of(QKeySequence(key)): spec.name for spec in ACTIONS for key in spec.keys}
    menus = {spec.words for spec in ACTIONS}
    taken = {
        (group.name, key)
        for group in key_groups()
        for line in group.lines
        for key in (name_of(QKeySequence(each)) for each in line.keys)
        if group.heard_in and group.name != "going" and key in of_menus and line.words not in menus
    }

    assert taken <= ASKED_FIRST


def test_every_command_of_a_question_has_the_key_that_the_table_says() -> None:
    group = next(group for group in key_groups() if group.name == "question")
    plain = {name_of(QKeySequence(key)) for key in question_keys._KEYS}
    shifted = {f"Shift+{name_of(QKeySequence(key))}" for key in question_keys._WITH_SHIFT}

    said = keys_in(group) | keys_in(GENERAL) | {"N"}

    assert (plain | shifted) - said == set()
    assert "Shift+N" in shifted


def test_shift_and_n_lead_to_the_note_of_every_question_and_the_field_says_so(demo: MainWindow) -> None:
    pack = demo.bridge.workspace.snapshot.pack  # type: ignore[union-attr]
    kinds = {question.kind: question.id for question in pack.questions}
    for question_id in kinds.values():
        demo.follow(f"question:{question_id}")

        press(demo, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)

        note = QApplication.focusWidget()
        assert isinstance(note, NoteField), question_id
        assert "Shift+N" in note.placeholderText()
        press(demo, Qt.Key.Key_Escape)


def test_the_sheet_has_every_line_of_the_table() -> None:
    sheet = help_text("keys").replace("\\", "").casefold()

    for group in key_groups():
        assert group.words.casefold() in sheet
        for line in group.lines:
            assert shown_keys(line).casefold() in sheet
            assert line.words.casefold() in sheet


@pytest.mark.parametrize(
    ("typed", "places"),
    [("note", {"question"}), ("Ctrl+K", {"going"}), ("fill register", {"registers"}), ("xyzzy", set())],
)
def test_keys_are_found_by_what_they_do_and_by_themselves(typed: str, places: set[str]) -> None:
    assert {group.name for group in matching_groups(typed)} == places
