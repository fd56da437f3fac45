"""What stands between us and a bus: no bus is started, none is asked over a network."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.screen_lock import ScreenLock, _is_here, _session_path


@pytest.mark.parametrize(
    ("session", "path"),
    [
        ("2", "/org/freedesktop/login1/session/_32"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("12-a", "/org/freedesktop/login1/session/_312_2da"),
        ("", ""),
    ],
)
def test_our_session_is_found_by_the_name_that_the_login_manager_gives_it(session: str, path: str) -> None:
    assert _session_path(session) == path


@pytest.mark.parametrize(
    ("address", "is_here"),
    [("unix:path=/run/user/1000/bus", True), ("tcp:host=example.org,port=1", False), ("autolaunch:", False)],
)
def test_only_a_bus_on_this_computer_is_listened_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str, is_here: bool
) -> None:
    monkeypatch.setenv("SOME_BUS", address)

    assert _is_here("SOME_BUS", tmp_path / "usual") is is_here


def test_without_a_bus_nothing_is_heard_and_nothing_is_wrong(
    qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=example.org,port=1")
    listening = ScreenLock()
    heard: list[str] = []
    listening.locked.connect(lambda: heard.append("locked"))

    listening.listen(qapp)  # type: ignore[arg-type]  # the application

    qtbot.wait(50)
    assert heard == []
