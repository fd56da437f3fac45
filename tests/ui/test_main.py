"""The window as a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Choosing, shown_window
from ui.first_page import PAINTED
from ui.main import close_when_told
from ui.main_window import MainWindow

ROOT = Path(__file__).parents[2]
OLDEST = 2


def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden} | settings
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_there_is_a_hint_and_exit_code_1() -> None:
    done = run("-m", "app")

    assert done.returncode == 1
    assert "needs a display" in done.stderr
    assert done.stdout == ""


def test_the_start_page_loads_neither_the_store_nor_the_report() -> None:
    question = (
        "import sys, pathlib, tempfile; from ui.main import application, make_window; app = application();"
        "window = make_window(app, pathlib.Path(tempfile.mkdtemp())); window.show(); app.processEvents();"
        "heavy = {'sqlalchemy', 'pydantic', 'reportlab', 'alembic', 'app.assessment', 'models.values'};"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = run("-c", question, QT_QPA_PLATFORM="offscreen")

    assert done.stdout.strip() == "[]", done.stderr


def test_a_window_clears_away_at_its_start_what_a_crash_left_beside_the_settings(
    qapp: QApplication, config: Path, choosing: Choosing
) -> None:
    config.mkdir(exist_ok=True)
    draft = config / "recent.json.part"
    draft.write_bytes(b"half")
    os.utime(draft, (0, 0))

    with shown_window(qapp, config, choosing):
        assert not draft.exists()


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_the_systems_wish_close_the_window_as_a_person_does(
    demo: MainWindow, qtbot: QtBot, told: signal.Signals
) -> None:
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    bridge = demo.bridge
    assert bridge is not None
    try:
        close_when_told(demo)
        signal.raise_signal(told)
        qtbot.waitUntil(lambda: not demo.isVisible(), timeout=20_000)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)

    assert not bridge.workspace.store.is_open


@pytest.mark.slow
def test_the_demo_is_drawn_without_a_display(tmp_path: Path) -> None:
    done = run("-m", "ui.render_demo", "--out", str(tmp_path / "pages"))

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "pages")
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "pages").iterdir()}
    assert sizes["start_page.png"] > 4000
    assert sizes["risk_map.png"] > 4000
    assert sizes["ferrowick_risk_map.pdf"] > 20_000


def test_the_self_test_says_when_the_first_page_is_there_and_ends(tmp_path: Path) -> None:
    done = run("-m", "app", "self-test", "--first-page", QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path))

    assert (done.returncode, done.stdout) == (0, PAINTED + "\n"), done.stderr
    assert list(tmp_path.iterdir()) == []
