"""On every page, at both text sizes, no words are cut and every control has a name to be read aloud."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from app.settings import Settings
from tests.ui.reach import click, find, press
from ui.dialogs.new_review import NewReview
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage

LOOKS = 40
PLACES = (
    "page:start", "page:scene", "register:ai_tools", "entry:ai_tools/T01", "register:access_grants",
    "register:vendors", "register:incident_process", "register:exceptions", "question:USE-01",
    "question:USE-02", "question:USE-04", "question:USE-05", "question:ACC-03", "page:risk_map",
    "risk:EX-T13", "page:fix_first", "page:report", "page:settings", "help:keys", "help:about",
    "page:search", "search:consent", "help:sharing",
)  # fmt: skip
SIZES = (100, 200)
# The board is wider than a small window on purpose: its columns keep their width.
SIDEWAYS = frozenset({"horizon_board"})
W = TypeVar("W", bound=QWidget)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size} %")
def sized(request: pytest.FixtureRequest, window: MainWindow) -> MainWindow:
    """The window at one of the text sizes."""
    window.follow("page:settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    page.settings_changed.emit(replace(Settings(), text_size=request.param))
    window.resize(1366, 768)
    return window


@pytest.fixture
def small(sized: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a review in which nothing is known yet."""
    wanted = NewReview(path=tmp_path / "Ödland.plumbline", passphrase="four words not alike", client="Ödland")
    bridge, _lines = sized._desk.make_file(wanted)
    sized.open_review(bridge)
    return sized


def visible(parent: QWidget, kind: type[W]) -> Iterator[W]:
    return (each for each in parent.findChildren(kind) if each.isVisible())


def cut(parent: QWidget) -> list[str]:
    """The labels and buttons whose words do not fit, and the frames that have to be scrolled sideways."""
    found = [f"{part.text()!r}" for part in visible(parent, QPushButton) if is_cut(part, part.text())]
    for shown in visible(parent, QLabel):
        words = shown.text().split() if shown.wordWrap() else shown.text().splitlines()
        needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else 0
        if any(is_cut(shown, word) for word in words) or needed > shown.height() + 1:
            found.append(f"{shown.text()!r} {shown.size()} {needed}")
    found += [
        f"{area.objectName()} is scrolled sideways"
        for area in visible(parent, QScrollArea)
        if area.objectName() not in SIDEWAYS and area.horizontalScrollBar().maximum() > 0
    ]
    return found


def is_cut(shown: QLabel | QPushButton, words: str) -> bool:
    room = shown.contentsRect().width()
    return QFontMetrics(shown.font()).horizontalAdvance(words.replace("&", "")) > room + 1


def nameless(parent: QWidget) -> list[str]:
    """The controls that Tab stops at and that no screen reader can name."""
    found = []
    for each in visible(parent, QWidget):
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus or not each.isEnabled() or each.focusProxy():
            continue
        spoken = QAccessible.queryAccessibleInterface(each)
        if not spoken.text(QAccessible.Text.Name):
            found.append(f"{type(each).__name__} {each.objectName()!r}")
    return found


def faults(window: MainWindow, go: Callable[[], object], name: str) -> list[str]:
    """What is wrong with a page once its layout has come to rest, at most LOOKS looks later."""
    go()
    found: list[str] = []
    for _look in range(LOOKS):
        QTest.qWait(30)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        found = [f"{name}: {fault}" for fault in (*cut(window), *nameless(window))]
        if not found:
            break
    return found


def every_way_with_rows(window: MainWindow) -> list[str]:
    """What opens around the rows of a register, and the cards with something computed on them."""
    window.follow("register:ai_tools")
    found = faults(window, partial(click, window, "choose_columns"), "columns")
    press(window, Qt.Key.Key_Escape)
    find(window.page, QWidget, "entry_table").setFocus()
    for key in (Qt.Key.Key_L, Qt.Key.Key_A):
        control = partial(press, window, key, Qt.KeyboardModifier.ControlModifier)
        found += faults(window, control, f"rows {key.name}")
    for place in ("entry:vendors/V6", "entry:use_cases/U03/override.level"):
        found += faults(window, partial(window.follow, place), place)
    return found


def every_place(window: MainWindow) -> list[str]:
    found = [fault for place in PLACES for fault in faults(window, partial(window.follow, place), place)]
    window.follow("register:access_grants")
    found += faults(window, partial(click, window, "view_matrix"), "matrix")
    window.follow("register:ai_tools")
    for name in ("add_ai_tools", "add_from_library"):
        found += faults(window, partial(click, window, name), name)
        press(window, Qt.Key.Key_Escape)
    window.follow("question:USE-01")
    found += faults(window, partial(press, window, Qt.Key.Key_A), "does not apply")
    press(window, Qt.Key.Key_Escape)
    found += faults(window, partial(press, window, Qt.Key.Key_L), "list")
    found += faults(window, partial(window.do_action, "find_anything"), "palette")
    press(window, Qt.Key.Key_Escape)
    for page in ("page:risk_map", "page:fix_first"):
        window.follow(page)
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
            found += faults(window, partial(press, window, key), f"{page} {key.name}")
    return found


def test_a_full_review_is_shown_whole_and_named(sized: MainWindow) -> None:
    sized.files.open_demo()
    assert not every_place(sized)


def test_rows_chosen_filtered_and_opened_are_shown_whole_and_named(sized: MainWindow) -> None:
    sized.files.open_demo()
    assert not every_way_with_rows(sized)


def test_an_empty_review_is_shown_whole_and_named(small: MainWindow) -> None:
    assert not every_place(small)
