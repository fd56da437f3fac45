"""In every state, at every size of text and window, no words are cut and nothing lies on anything."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from time import sleep
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from app.settings import Settings
from ui.main_window import SMALLEST, MainWindow
from ui.picture_steps import PictureSteps, settle
from ui.picture_table import PICTURES
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.frozen_columns import FrozenColumns
from ui.widgets.rail_item import RailItem

LOOKS = 40
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
LAPTOP, LARGE, SMALL = QSize(1366, 768), QSize(1920, 1080), QSize(*SMALLEST)
# By size of text in percent: the window in which every state is brought about, then those it is pulled to.
SIZES = {100: (SMALL, LAPTOP, LARGE), 150: (LAPTOP,), 200: (LAPTOP, LARGE)}
# The board is wider than a small window on purpose: its columns keep their width.
SIDEWAYS = frozenset({"horizon_board"})
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def steps(window: MainWindow, config: Path, monkeypatch: pytest.MonkeyPatch) -> PictureSteps:
    monkeypatch.delenv("PLUMBLINE_PASSPHRASE", raising=False)
    return PictureSteps(window, config)


def visible(parent: QWidget, kind: type[W]) -> Iterator[W]:
    return (each for each in parent.findChildren(kind) if each.isVisible())


def cut(parent: QWidget) -> list[str]:
    """What has words that do not fit, and the frames that have to be scrolled sideways."""
    found = [f"{part.text()!r} is cut" for part in visible(parent, QPushButton) if is_cut(part, part.text())]
    places = visible(parent, RailItem)
    found += [
        f"{place.text()!r} is cut" for place in places if place.heightForWidth(place.width()) > place.height()
    ]
    for shown in visible(parent, QLabel):
        if isinstance(shown, ElidedLabel):
            continue  # it says the whole in its tool tip
        words = shown.text().split() if shown.wordWrap() else shown.text().splitlines()
        needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else 0
        if any(is_cut(shown, word) for word in words) or needed > shown.height() + 1:
            found.append(f"{shown.text()!r} is cut: {shown.size()} {needed}")
    found += [
        f"{area.objectName()} is scrolled sideways"
        for area in visible(parent, QScrollArea)
        if area.objectName() not in SIDEWAYS and area.horizontalScrollBar().maximum() > 0
    ]
    return found


def is_cut(shown: QLabel | QPushButton, words: str) -> bool:
    room = shown.contentsRect().width()
    return QFontMetrics(shown.font()).horizontalAdvance(words.replace("&", "")) > room + 1


def overlapping(parent: QWidget) -> list[str]:
    """Parts with words that stand in one place and lie on one another."""
    found = []
    for place in (parent, *visible(parent, QWidget)):
        parts = [part for part in place.findChildren(QWidget, options=DIRECT) if has_words(part)]
        for one, other in combinations(parts, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1:
                found.append(f"{told(one)} lies on {told(other)}")
    return found


def has_words(part: QWidget) -> bool:
    """Whether something is read in it: a label, a control, or a page of several.

    The frozen columns are a second look at the same words, over the first on purpose.
    """
    if not part.isVisible() or part.isWindow() or isinstance(part, FrozenColumns):
        return False
    if isinstance(part, QStackedWidget | QAbstractScrollArea):
        return True
    is_of_words = isinstance(part, QLabel | QAbstractButton | QLineEdit)
    return is_of_words and bool(str(part.property("text") or "").strip())


def told(part: QWidget) -> str:
    return f"{type(part).__name__} {part.objectName()!r} {getattr(part, 'text', str)()!r}"


def nameless(parent: QWidget) -> list[str]:
    """The controls that Tab stops at and that no screen reader can name."""
    found = []
    for each in visible(parent, QWidget):
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus or not each.isEnabled() or each.focusProxy():
            continue
        spoken = QAccessible.queryAccessibleInterface(each)
        if not spoken.text(QAccessible.Text.Name):
            found.append(f"{type(each).__name__} {each.objectName()!r} has no name")
    return found


def faults(window: MainWindow, name: str) -> list[str]:
    """What is wrong with a state once its layout has come to rest, at most LOOKS looks later."""
    found: list[str] = []
    for _look in range(LOOKS):
        top = QApplication.activeModalWidget() or window
        found = [f"{name}: {fault}" for fault in (*cut(top), *overlapping(top), *nameless(top))]
        if not found:
            break
        sleep(0.03)  # jobs beside the window go on meanwhile
        settle()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("text", SIZES, ids="text at {} %".format)
def test_every_page_is_shown_whole(window: MainWindow, steps: PictureSteps, text: int) -> None:
    window.take_settings(replace(Settings(), text_size=text))
    found = []
    for picture in PICTURES:
        window.resize(SIZES[text][0])
        steps.reach(picture)
        for size in SIZES[text]:
            window.resize(size)
            settle()
            found += faults(window, f"{picture.name} in {size.width()}x{size.height()}")
        window.resize(SIZES[text][0])
        steps.leave(picture)

    assert not found, "\n".join(found)
