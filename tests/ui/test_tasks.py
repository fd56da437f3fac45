"""Jobs run beside the window and tell it exactly one thing."""

from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from ui.tasks import Report, Stopped, Task


@pytest.fixture
def pool(qapp: QObject) -> QThreadPool:
    return QThreadPool(qapp)


def test_the_result_comes_back_to_the_thread_of_the_window(
    qtbot: QtBot, qapp: QObject, pool: QThreadPool
) -> None:
    heard: list[object] = []

    def job(report: Report, stopped: Stopped) -> object:
        report(0.5)
        return get_ident()

    task = Task(job, qapp)
    task.progressed.connect(heard.append)
    task.done.connect(lambda where: heard.extend([where != get_ident()]))
    with qtbot.waitSignal(task.ended, timeout=5000):
        task.start(pool)

    assert heard == [0.5, True]


def test_an_error_is_handed_over_and_not_lost(qtbot: QtBot, qapp: QObject, pool: QThreadPool) -> None:
    def job(report: Report, stopped: Stopped) -> object:
        raise ValueError

    task = Task(job, qapp)
    with qtbot.waitSignal(task.failed, timeout=5000) as failed:
        task.start(pool)

    assert isinstance(failed.args, list)
    assert isinstance(failed.args[0], ValueError)


def test_a_stopped_job_says_so_and_nothing_else(qtbot: QtBot, qapp: QObject, pool: QThreadPool) -> None:
    heard: list[str] = []
    running, go_on = Event(), Event()

    def job(report: Report, stopped: Stopped) -> object:
        running.set()
        go_on.wait(5)
        if stopped():
            raise InterruptedError
        return None

    task = Task(job, qapp)
    task.done.connect(lambda _result: heard.append("done"))
    task.stopped.connect(lambda: heard.append("stopped"))
    with qtbot.waitSignal(task.ended, timeout=5000):
        task.start(pool)
        running.wait(5)
        task.stop()
        go_on.set()

    assert heard == ["stopped"]
