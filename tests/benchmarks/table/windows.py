"""What people see: the start, an answer by key, another page, and the map painted anew."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.assessment import assess
from app.map_view import Stage, heat_view
from app.workspace import Workspace
from models.values import Answer
from tests.benchmarks.start import BARE, OURS, ROOT, environment
from tests.benchmarks.table.files import copied, plain_commit
from tests.benchmarks.table.measuring import Job, Ready
from tests.benchmarks.table.sizes import REVIEW, Material
from ui.bridge import WorkspaceBridge
from ui.main import TURN_SECONDS, application, make_window
from ui.main_window import MainWindow
from ui.theme import theme
from ui.widgets.heat_map import HeatMap

LAPTOP = (1366, 768)
MAP = (980, 600)
MOMENT_SECONDS = 0.15
PAGES = ("page:registers", "page:risk_map", "page:scene", "question:ACC-03", "page:fix_first")
QUESTIONS = ("USE-01", "ACC-01", "DAT-01", "UCR-01", "OVR-01", "LOG-02", "VEN-08")
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


@contextmanager
def _starting(material: Material) -> Iterator[Ready]:
    with tempfile.TemporaryDirectory(dir=material.folder) as folder:
        home = Path(folder)
        peaks: list[float] = []

        def start(script: str) -> float:
            began = time.perf_counter()
            with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, env=environment(home)) as process:
                _pid, status, used = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            seconds = time.perf_counter() - began
            assert process.returncode == 0
            peaks.append(used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
            return seconds

        yield Ready(work=lambda: start(OURS), floor=lambda: start(BARE), peak=lambda: peaks[-1])


@contextmanager
def _open_window(material: Material) -> Iterator[tuple[MainWindow, Material, Workspace]]:
    """The window with a copy of the file open, as on a small laptop."""
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else application()
    sys.setswitchinterval(TURN_SECONDS)  # as the program does
    with copied(material) as own, own.store() as store:
        window = make_window(app, own.folder)
        window.resize(*LAPTOP)
        window.show()
        workspace = Workspace(store, REVIEW, "Benchmark")
        window.open_review(WorkspaceBridge(workspace))
        app.processEvents()
        yield window, own, workspace
        window.close()
        window.deleteLater()
        app.processEvents()


@contextmanager
def _answering(material: Material, *, is_settled: bool) -> Iterator[Ready]:
    """`is_settled`: with the work that follows a moment later, during which the next key has to wait."""
    with _open_window(material) as (window, own, workspace):
        plain, commit = plain_commit(own.folder)
        questions, keys = cycle(QUESTIONS), cycle(KEYS)
        lines = workspace.store.newest_line

        def work() -> float:
            window.follow(f"question:{next(questions)}")
            _settle()
            began = time.perf_counter()
            QTest.keyClick(window.page, next(keys))
            window.page.repaint()
            painted = time.perf_counter() - began
            later = _settle()
            return painted + later if is_settled else painted

        def floor() -> None:
            commit()
            window.page.repaint()

        with closing(plain):
            yield Ready(work=work, floor=floor)
        assert workspace.store.newest_line > lines
        assert all(isinstance(answer, Answer) for answer in workspace.snapshot.answers.values())


@contextmanager
def _switching(material: Material) -> Iterator[Ready]:
    with _open_window(material) as (window, _own, _workspace):
        places = cycle(PAGES)
        for place in PAGES:  # each is made at its first visit, which counts as its start
            window.follow(place)
            _paint(window)

        def work() -> None:
            window.follow(next(places))
            _paint(window)

        yield Ready(work=work, floor=lambda: _paint(window))


@contextmanager
def _repainting(material: Material) -> Iterator[Ready]:
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else application()
    snapshot = material.snapshot()
    assessment = assess(snapshot)
    picture = HeatMap(theme("light"))
    views = cycle(
        heat_view(snapshot, assessment, assessment.risks, stage=stage) for stage in (Stage.BOTH, Stage.AFTER)
    )
    picture.show_view(next(views))
    picture.resize(*MAP)
    picture.show()
    copy = _Copy(picture.grab())
    copy.resize(*MAP)
    copy.show()
    app.processEvents()

    def work() -> None:
        picture.show_view(next(views))
        picture.repaint()

    yield Ready(work=work, floor=copy.repaint)
    for widget in (picture, copy):
        widget.close()
        widget.deleteLater()
    app.processEvents()


class _Copy(QWidget):
    """Paints ready pixels."""

    def __init__(self, pixels: QPixmap) -> None:
        super().__init__()
        self._pixels = pixels

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixels)
        painter.end()


def _paint(window: MainWindow) -> None:
    window.page.repaint()
    QApplication.processEvents()


def _settle() -> float:
    """Seconds of work that the window still had to do a moment later: parts are painted after the rest."""
    busy, end = 0.0, time.perf_counter() + MOMENT_SECONDS
    while time.perf_counter() < end:
        began = time.perf_counter()
        QApplication.processEvents()
        busy += time.perf_counter() - began
        time.sleep(0.001)
    return busy


JOBS = (
    Job(
        name="start",
        what="start: from the process to the first painted page",
        floor="a bare PySide6 window",
        prepare=_starting,
        rounds=9,
        sizes_matter=False,
    ),
    Job(
        name="answer",
        what="answer by key: on disk, then painted",
        floor="one row of plain SQLite on disk, the same page painted",
        prepare=partial(_answering, is_settled=False),
        rounds=300,
    ),
    Job(
        name="settled",
        what="the same, with all that is painted a moment later",
        floor="as above",
        prepare=partial(_answering, is_settled=True),
        rounds=300,
    ),
    Job(
        name="page",
        what="go to another page, painted",
        floor="the same page painted again",
        prepare=_switching,
        rounds=100,
    ),
    Job(
        name="map",
        what="lay out and paint the risk map",
        floor="its ready pixels copied",
        prepare=_repainting,
        rounds=200,
        is_quick=True,
    ),
)
