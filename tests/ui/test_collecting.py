"""Garbage is collected in the window's thread alone, and all that lives when a review is closed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.collecting import collect_only_when_asked
from tests.ui.reach import choose
from ui.collecting import collect_between_reviews
from ui.main_window import MainWindow
from ui.tasks import Report, Stopped, Task

OLDEST = 2
MANY = 50_000


class Ring(QWidget):
    """A widget that holds itself, as one with a handler of its own does."""

    def __init__(self) -> None:
        super().__init__()
        self.held = self


def much(_report: Report, _stopped: Stopped) -> int:
    """A job that makes far more than Python waits for before it collects."""
    return len([[each] for each in range(MANY)])


@contextmanager
def looks() -> Iterator[list[tuple[int, Thread]]]:
    """The generation of each collection, and in which thread it was."""
    seen: list[tuple[int, Thread]] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop":
            seen.append((info["generation"], current_thread()))

    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


def lost_in_a_ring(ended: list[Thread]) -> None:
    ring = Ring()
    ring.destroyed.connect(lambda: ended.append(current_thread()), Qt.ConnectionType.DirectConnection)


@pytest.mark.usefixtures("window")
def test_a_lost_widget_ends_in_the_windows_thread_whatever_works_beside_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    ended: list[Thread] = []
    gc.collect()
    lost_in_a_ring(ended)
    task, pool = Task(much, qapp), QThreadPool()

    with looks() as seen, qtbot.waitSignal(task.done) as done:
        task.start(pool)
        pool.waitForDone()
        assert (seen, ended) == ([], [])  # the job has collected nothing

    assert done.args == [MANY]
    made = [[each] for each in range(MANY)]
    qtbot.waitUntil(lambda: ended == [main_thread()])  # nobody asked for it: the window looks by itself
    assert len(made) == MANY


def test_python_itself_would_have_ended_it_in_the_other_thread() -> None:
    """What all this is for; should this fail one day, it is needed no longer."""
    ended: list[Thread] = []
    gc.collect()
    lost_in_a_ring(ended)
    gc.enable()
    try:
        other = Thread(target=lambda: much(lambda _share: None, lambda: False))
        other.start()
        other.join()
    finally:
        collect_only_when_asked()

    assert ended == [other]


@pytest.mark.parametrize("way", ["close_file", "lock"])
def test_all_that_lives_is_looked_through_once_when_a_review_goes_and_not_at_work(
    demo: MainWindow, way: str
) -> None:
    with looks() as seen:
        collect_between_reviews(demo)
        for place in ("page:risk_map", "page:registers", "page:fix_first", "question:USE-01") * 2:
            demo.follow(place)
            QApplication.processEvents()
        at_work = [generation for generation, _thread in seen]
        choose(demo, way)
        QApplication.processEvents()

    assert OLDEST not in at_work
    assert [generation for generation, _thread in seen].count(OLDEST) == 1
