"""Once a file is locked no widget of the program, on any screen, holds a word of the client's any more."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.register_import.draft import Draft
from models.snapshot import Snapshot
from models.storage import create_file
from models.storage.key import FileKey
from tests.marked import marked_review, marks_in
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.presenter.room import every_text, open_room
from tests.ui.reach import choose, click, find
from ui.lock_flow import Locked
from ui.main_window import MainWindow

REVIEW, MARKS = marked_review()
TYPED, OF_A_FILE = "mark88888z", "mark44444z"


@pytest.fixture
def marked(window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "client.plumbline"
    with create_file(path, kept.PASSPHRASE, REVIEW, who="Ana", cost=kept.QUICK) as store:
        key = store.key
    kept.open_in(window, path, key)
    return window


def locked(qtbot: QtBot, window: MainWindow) -> None:
    window.keys.locking.lock_by_itself()
    qtbot.waitUntil(lambda: window.page.page_id == "lock", timeout=10_000)
    for _turn in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    gc.collect()


def where() -> list[str]:
    """Which widgets hold a mark, and whose it is."""
    found: list[str] = []
    for widget in QApplication.allWidgets():
        above: QWidget | None = widget
        names: list[str] = []
        while above is not None:
            names.append(f"{type(above).__name__} {above.objectName()}")
            above = above.parentWidget()
        marks = {MARKS.get(mark, mark) for mark in marks_in("\n".join(texts(widget)))}
        found += [f"{marks} in {' < '.join(names)}"] if marks else []
    return found


def everything() -> str:
    """What any widget of the program could still show, whether it is in view or not."""
    return "\n".join(text for widget in QApplication.allWidgets() for text in texts(widget))


def texts(widget: QWidget) -> Iterator[str]:
    yield from (
        widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis(),
        widget.accessibleName(), widget.accessibleDescription(),
    )  # fmt: skip
    yield from (action.text() + action.toolTip() for action in widget.actions())
    match widget:
        case QLabel() | QLineEdit() | QAbstractButton():
            yield widget.text()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(n) for n in range(widget.count()))
        case QAbstractItemView() if (model := widget.model()) is not None:
            shown = (model.index(row, column) for row in range(model.rowCount()) for column in range(3))
            yield from (str(each.data()) for each in shown)


def test_no_widget_holds_a_word_whatever_was_open(
    marked: MainWindow, qtbot: QtBot, choosing: Choosing, tmp_path: Path
) -> None:
    room = open_room(marked)
    for place in ("page:scene", "register:vendors", "entry:ai_tools/" + next(iter(REVIEW.ai_tools)),
                  "question:ACC-05", "page:fix_first", "page:risk_map", "page:history"):  # fmt: skip
        marked.follow(place)
        QApplication.processEvents()
    before = marks_in(everything() + every_text(room))
    QGuiApplication.clipboard().setText(TYPED)
    QToolTip.showText(QPoint(), TYPED, marked)
    choose(marked, "begin_review")
    find(marked, QDialog, "begin_review").findChildren(QLineEdit)[0].setText(TYPED)

    locked(qtbot, marked)

    assert len(before) > 20
    assert "\n".join(where()) == ""
    assert marks_in(every_text(room)) == frozenset()
    assert not QToolTip.isVisible()
    assert marks_in(QGuiApplication.clipboard().text()) == frozenset()
    assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} == {marked, room}
    room.close()


def test_a_half_done_import_and_the_review_itself_are_let_go(
    marked: MainWindow, qtbot: QtBot, choosing: Choosing, tmp_path: Path
) -> None:
    kept_alive = held(Draft)  # by other tests in this process
    earlier = {id(each) for each in kept_alive}
    other_keys = held(FileKey)
    choosing.answer = tmp_path / "inventory.csv"
    choosing.answer.write_text(f"{OF_A_FILE};Owner\n{OF_A_FILE};IT\n")
    marked.follow("import:ai_tools")
    click(marked.page, "choose_inventory")
    qtbot.waitUntil(lambda: any(id(each) not in earlier for each in held(Draft)), timeout=20_000)

    locked(qtbot, marked)

    assert "\n".join(where()) == ""
    assert [each for each in held(Draft) if id(each) not in earlier] == []
    keys = [each for each in held(FileKey) if each.salt]
    assert [key for key in keys if not any(key is other for other in other_keys)] == []
    qtbot.waitUntil(lambda: not reviews_of_the_client(), timeout=10_000)  # a job beside the window may run on


def test_the_way_back_is_to_the_search_and_not_to_what_was_searched_for(
    marked: MainWindow, qtbot: QtBot
) -> None:
    marked.follow(f"search:{TYPED}")
    assert marked.page.place == f"search:{TYPED}"

    locked(qtbot, marked)

    ways_back = [each.place for each in held(Locked)]
    assert "page:search" in ways_back
    assert not [place for place in ways_back if TYPED in place]


def reviews_of_the_client() -> list[Snapshot]:
    return [each for each in held(Snapshot) if each is not REVIEW and each.engagement.client in MARKS]


def held(kind: type) -> list:  # type: ignore[type-arg]  # of that kind
    """Every value of a kind that the program still has."""
    gc.collect()
    return [each for each in gc.get_objects() if type(each) is kind]
