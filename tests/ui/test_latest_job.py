"""Of several jobs only the one started last is heard of, and whoever leaves waits for none."""

from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from ui.latest_job import LatestJob
from ui.tasks import Job, Report, Stopped


@pytest.fixture
def job(qapp: QObject) -> LatestJob:
    return LatestJob(qapp)


def until_stopped(began: Event) -> Job:
    def work(_report: Report, stopped: Stopped) -> object:
        began.set()
        while not stopped():
            pass
        return "old"

    return work


def test_a_newer_job_takes_the_place_of_the_one_before(qtbot: QtBot, job: LatestJob) -> None:
    told: list[object] = []
    began = Event()
    job.done.connect(told.append)

    job.start(until_stopped(began))
    assert began.wait(10)
    job.start(lambda _report, _stopped: "new")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)

    assert told == ["new"]
    assert not job.is_running


def test_whoever_leaves_stops_what_runs_and_hears_nothing_of_it(qtbot: QtBot, job: LatestJob) -> None:
    told: list[object] = []
    began = Event()
    job.done.connect(told.append)
    job.start(until_stopped(began))
    assert began.wait(10)

    job.leave()
    qtbot.wait(20)

    assert told == []
    assert not job.is_running


def test_progress_is_told_while_a_job_runs(qtbot: QtBot, job: LatestJob) -> None:
    shares: list[float] = []
    job.progressed.connect(shares.append)

    def work(report: Report, _stopped: Stopped) -> object:
        report(0.5)
        return None

    job.start(work)
    qtbot.waitUntil(lambda: not job.is_running, timeout=10_000)

    assert shares == [0.5]


def test_a_fault_in_a_job_is_not_kept_silent(qtbot: QtBot, job: LatestJob) -> None:
    def work(_report: Report, _stopped: Stopped) -> object:
        raise RuntimeError

    with capture_exceptions() as caught:
        job.start(work)
        qtbot.waitUntil(lambda: not job.is_running, timeout=10_000)

    assert [kind for kind, _error, _traceback in caught] == [RuntimeError]


def test_each_run_tells_its_own_listeners_how_it_ended_and_nothing_runs_then(
    qtbot: QtBot, job: LatestJob
) -> None:
    told: list[object] = []

    def work(_report: Report, _stopped: Stopped) -> object:
        raise OSError("full")

    job.run(lambda _report, _stopped: "made", lambda made: told.append((made, job.is_running)), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    job.run(work, told.append, lambda error: told.append((str(error), job.is_running)))
    qtbot.waitUntil(lambda: len(told) > 1, timeout=10_000)

    assert told == [("made", False), ("full", False)]


def test_nobody_hears_of_a_run_that_was_stopped(qtbot: QtBot, job: LatestJob) -> None:
    told: list[object] = []
    began = Event()
    job.run(until_stopped(began), told.append, told.append, told.append)
    assert began.wait(10)

    job.leave()
    qtbot.wait(20)

    assert told == []
