"""One whole answer is given from outside the process, as a screen reader does it, and is on disk."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import system_libraries
from tests.command_line import PASSPHRASE, ROOT, done
from tests.end_to_end.accessible_tree import (
    CHECKED,
    SHOWING,
    Node,
    NotThereError,
    accessibility_bus,
    programs,
    wait_for,
)

SECTION, QUESTION, LEVEL = "Current AI usage", "USE-01", 2
SOON, START = 5.0, 15.0
MISSING = [name for name in ("dbus-daemon", "Xvfb") if shutil.which(name) is None]
if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
    MISSING.append("at-spi2-core")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING),
        reason=f"no screen reader can be played here without {', '.join(MISSING)}: "
        f"{system_libraries.command_for(system_libraries.TO_TEST)}",
    ),
]


@contextmanager
def running(*command: str | Path, **settings: str) -> "Iterator[subprocess.Popen[str]]":
    """A process with everything it starts; none of it is left behind."""
    environment = {**os.environ, **settings}
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    process = subprocess.Popen(
        list(map(str, command)), cwd=ROOT, env=environment, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(SOON)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(SOON)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    with running("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp") as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"


@pytest.fixture
def session(tmp_path: Path, display: str) -> Iterator[str]:
    """A bus of our own, so that no program of this computer is seen and none sees us."""
    place = f"unix:path={tmp_path / 'bus'}"
    # The bus of assistive programs is started by this one, and so it needs the display.
    with running(
        "dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={place}", "--print-address",
        DISPLAY=display, XDG_RUNTIME_DIR=str(tmp_path), AT_SPI_BUS_ADDRESS="",
    ) as daemon:  # fmt: skip
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "odland.plumbline"
    done("new", path, "--client", "Ödland", apart=True)
    return path


def showing(top: Node, name: str, *, role: str = "") -> Node | None:
    """Something of this name, or whose name begins so, that a person could see."""
    for node in top.below():
        try:
            if node.name.startswith(name) and (not role or node.role == role) and node.has(SHOWING):
                return node
        except NotThereError:
            continue
    return None


def answers_of(review: Path) -> list[dict[str, object]]:
    out = review.with_suffix(".json")
    done("export", review, "--format", "json", "--out", out, apart=True)
    found: list[dict[str, object]] = json.loads(out.read_text("utf-8"))["answers"]
    return found


def test_an_answer_given_by_a_screen_reader_is_checked_and_on_disk(
    tmp_path: Path, display: str, session: str, review: Path
) -> None:
    with running(
        sys.executable, "-m", "app", review,
        DISPLAY=display, DBUS_SESSION_BUS_ADDRESS=session, PLUMBLINE_PASSPHRASE=PASSPHRASE,
        XDG_CONFIG_HOME=str(tmp_path), XDG_RUNTIME_DIR=str(tmp_path), QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
    ), accessibility_bus(session) as bus:  # fmt: skip

        def program() -> Node | None:
            return next((node for node in programs(bus) if node.name.casefold() == "plumbline"), None)

        window = wait_for(program, START, "the program is not on the bus")
        section = wait_for(lambda: showing(window, SECTION), START, "the section is not in the navigation")
        section.do(section.actions()[0])
        level = wait_for(lambda: showing(window, f"{LEVEL}: "), SOON, "the level is not in view")
        before = level.has(CHECKED)
        level.do("Press")
        wait_for(lambda: level if level.has(CHECKED) else None, SOON, "the level is not checked")
        role = level.role

    assert not before
    assert role == "radio button"
    assert [(each["question"], each["value"]) for each in answers_of(review)] == [(QUESTION, LEVEL)]
