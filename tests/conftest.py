"""What every test gets: folders of its own, no keychain, no unheard warning, no window left behind."""

import gc
import logging
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Before anything imports Qt or keyring: no test draws on a real screen or asks for a real secret.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# Before anything imports openpyxl: it takes defusedxml where that is installed, and people do not have it.
os.environ["OPENPYXL_DEFUSEDXML"] = "False"

# Two busy cores make a deadline a matter of luck; speed has benchmarks of its own.
settings.register_profile(
    "plumbline", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("plumbline")

FOLDERS = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
FOLDERS_ON_WINDOWS = ("APPDATA", "LOCALAPPDATA", "USERPROFILE")
FAILED = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs_a_warning: this test means to cause a warning in the log")


def pytest_sessionfinish() -> None:
    """Empty the clipboard: without a screen Qt clears it when Python has ended, and breaks."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty home: nothing of the person who runs the tests is read, and nothing of theirs is written."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS + FOLDERS_ON_WINDOWS:
            patch.setenv(name, str(home if name in {"HOME", "USERPROFILE"} else home / name.lower()))
        patch.delenv("PLUMBLINE_PASSPHRASE", raising=False)
        yield home


@pytest.fixture(autouse=True, scope="module")
def _earlier_objects_set_aside() -> None:
    """What other modules keep is not looked through again by each collection: it doubled their cost."""
    gc.collect()
    gc.freeze()
    gc.enable()  # tests of the window turn it off


@pytest.fixture(autouse=True)
def _no_unheard_warning(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("logs_a_warning") or request.node.stash.get(FAILED, False):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    assert not loud, f"unexpected in the log: {loud}"


@pytest.fixture(autouse=True)
def _no_window_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    before = {id(widget) for widget in _windows()}
    yield
    if request.node.stash.get(FAILED, False):
        return
    left = [widget for widget in _windows() if id(widget) not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    assert not names, f"windows left open: {names}"


def _windows() -> "list[QWidget]":
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if _parentless(QApplication.topLevelWidgets()):
        gc.collect()
    return _parentless(QApplication.topLevelWidgets())


def _parentless(widgets: "list[QWidget]") -> "list[QWidget]":
    return [w for w in widgets if w.parent() is None and w.objectName() != "qtooltip_label"]
