"""How long until the first page is there, beside a bare window of the same toolkit."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GOAL = 2.0

# Both end as soon as the first page is painted: the time is that of the whole process, Python's own included.
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

app = QApplication([])
window = Bare()
window.setCentralWidget(QLabel("Hello"))
window.resize(1280, 800)
window.show()
app.exec()
import os
os._exit(0)
"""
OURS = """
from ui.first_page import FirstPaint
from ui.main import application, make_window

app = application()
window = make_window(app)
FirstPaint(app, window)
window.show()
app.exec()
import os
os._exit(0)
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process to the first painted page: the median of each."""

    bare: float
    ours: float

    @property
    def ratio(self) -> float:
        """How many times the bare window's time ours takes; the goal is 2 at most."""
        return self.ours / self.bare


def measure_start(home: Path, runs: int = 7) -> Start:
    """Start both by turns, `runs` times each after one that does not count; `home` is an empty folder."""
    bare, ours = by_turns(lambda: _seconds(BARE, home), lambda: _seconds(OURS, home), runs)
    return Start(statistics.median(bare), statistics.median(ours))


def by_turns(
    one: Callable[[], float], other: Callable[[], float], runs: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Seconds of each, `runs` times after one time that does not count: it fills the caches."""
    seconds = [(one(), other()) for _turn in range(runs + 1)][1:]
    first, second = zip(*seconds, strict=True)
    return first, second


def environment(home: Path) -> dict[str, str]:
    """What a process needs to start as on a person's machine, with `home` for all that it keeps."""
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    found = os.environ | places | {"QT_QPA_PLATFORM": "offscreen"}
    # The first start leaves compiled modules behind there.
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def _seconds(script: str, home: Path) -> float:
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment(home), check=True, capture_output=True
    )
    return time.perf_counter() - begun
