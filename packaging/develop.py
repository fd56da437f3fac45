"""Sets up Plumbline on a fresh machine, then shows the demo, draws every page, tests or fuzzes.

    python3 packaging/develop.py demo
    python3 packaging/develop.py pictures --out DIR
    python3 packaging/develop.py test
    python3 packaging/develop.py soak --kills 500
    python3 packaging/develop.py fuzz

Needs nothing but Python 3.11 or later. Afterwards `.venv/bin/plumbline` is the command.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import environment
import fuzzing
import system_libraries

OLDEST_PYTHON = (3, 11)
ROOT = environment.ROOT
ENVIRONMENT = ROOT / ".venv"
ROOM_FOR_TESTS = 2_000_000_000  # bytes
DEMO_PAGES = ROOT / "demo-pages"
LOOKS = ("light", "dark", "contrast")
WINDOWLESS = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb")
OPENS = f"""
import sys
from PySide6.QtGui import QGuiApplication
sys.exit(QGuiApplication([]).platformName() in {WINDOWLESS!r})
"""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 done, 1 failed or something missing, 2 usage."""
    if sys.version_info < OLDEST_PYTHON:
        print("Plumbline needs Python 3.11 or later; this is " + sys.version.split()[0], file=sys.stderr)
        return 1
    parser = _parser()
    asked, for_pytest = parser.parse_known_args(arguments)
    if for_pytest and asked.command not in {"test", "soak"}:
        parser.error(f"unrecognized arguments: {' '.join(for_pytest)}")
    try:
        if asked.command == "demo":
            return demo(asked.out.resolve())
        if asked.command == "pictures":
            return pictures(asked)
        if asked.command == "soak":
            return soak(for_pytest)
        if asked.command == "fuzz":
            return fuzzing.run(_set_up(with_tests=True), asked.target, asked.seconds)
        return check() if asked.command == "check" else test(for_pytest)
    except (system_libraries.MissingLibrariesError, environment.NotSetUpError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1


def demo(pages: Path) -> int:
    """Opens the demo client; where no window can open, draws its pages and its PDF into `pages`."""
    python = _set_up(with_tests=False)
    if _can_open_a_window(python):
        plumbline = environment.program(ENVIRONMENT, "plumbline")
        print(f"Opening the demo client. Next time: {plumbline} demo", flush=True)
        return _run(plumbline, "demo")
    print(
        "There is no display here, so no window can open.\n"
        "Drawing the demo's start page, risk map and PDF instead ...",
        flush=True,
    )
    pages.mkdir(parents=True, exist_ok=True)
    code = _run(python, "-m", "ui.render_demo", "--out", str(pages), QT_QPA_PLATFORM="offscreen")
    if code == 0:
        print(f"They are in {pages}:")
        for path in sorted(pages.iterdir()):
            print(f"  {path.name}  ({path.stat().st_size:,} bytes)")
    return code


def pictures(asked: argparse.Namespace) -> int:
    """Draws every page and state, in a process of its own for each look, and a page to look through them."""
    python = _set_up(with_tests=False)
    out: Path = asked.out.resolve()
    wanted = [f"--only={asked.only}"]
    wanted += [f"--size={size}" for size in asked.size or ()] + [
        f"--text={text}" for text in asked.text or ()
    ]
    failed = 0
    for look in asked.look or LOOKS:
        print(f"Drawing: {look}", flush=True)
        command = ("-m", "ui.render_pages", f"--out={out}", f"--look={look}", *wanted)
        failed |= _run(python, *command, QT_LOGGING_RULES="qt.qpa.*=false", QT_QPA_PLATFORM="offscreen")
    print(f"Look through them in {out / 'index.html'}", flush=True)
    return failed


def check() -> int:
    """Runs the checks that need no test: lint, types, import contracts. Stops at the first that fails."""
    return _check(_set_up(with_tests=True))


def test(pytest_arguments: list[str]) -> int:
    """Runs the checks and then the test suite, all of it unless pytest is told otherwise."""
    python = _set_up(with_tests=True)
    for name in system_libraries.missing_programs():
        print(f"Note: {name} is not installed; tests that need it say so.", flush=True)
    failed = _check(python)
    if failed:
        return failed
    workers = [] if (os.cpu_count() or 1) < 2 else ["-n", "2", "--dist", "loadfile"]
    with _folder_for_tests() as room:
        return _run(python, "-m", "pytest", "-q", *workers, *room, *pytest_arguments)


@contextmanager
def _folder_for_tests() -> Iterator[list[str]]:
    """Tells pytest to keep its files in memory, where the system has a folder for that with room enough.

    The suite writes thousands of small files, each of them synced; on a disk it mostly waits.
    """
    memory = Path("/dev/shm")  # noqa: S108  (a folder of our own is made in it)
    if not memory.is_dir() or shutil.disk_usage(memory).free < ROOM_FOR_TESTS:
        yield []
        return
    with tempfile.TemporaryDirectory(
        prefix="plumbline-tests-", dir=memory, ignore_cleanup_errors=True
    ) as folder:
        yield [f"--basetemp={folder}/t"]


def soak(soak_arguments: list[str]) -> int:
    """Kills every kind of work at random moments, and prints what was lost; gives 1 where anything was."""
    return _run(_set_up(with_tests=True), "-m", "tests.soak", *soak_arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="develop.py", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    shown = commands.add_parser("demo", help="set up, then open the demo client, or draw it with no display")
    shown.add_argument("--out", type=Path, default=DEMO_PAGES, help="where to draw it")
    drawn = commands.add_parser("pictures", help="set up, then draw every page and state in every look")
    drawn.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to draw into")
    drawn.add_argument("--look", action="append", choices=LOOKS, help="may be given again; else all three")
    drawn.add_argument("--size", action="append", metavar="WxH", help="of the window, such as 1366x768")
    drawn.add_argument("--text", action="append", type=int, metavar="PERCENT", help="text size, 100 to 200")
    drawn.add_argument("--only", default="*", metavar="PATTERN", help="names of pictures, such as 'map_*'")
    fuzzed = commands.add_parser("fuzz", help="feed every reader with hostile bytes, and keep what harms it")
    fuzzed.add_argument("--seconds", type=int, default=120, help="for each target; else 120")
    fuzzed.add_argument("--target", action="append", choices=fuzzing.TARGETS, help="may be given again")
    commands.add_parser("check", help="set up, then run ruff, mypy and the import contracts")
    commands.add_parser(
        "soak",
        help="set up, then kill all kinds of work at random moments: --kills N, --minutes N",
    )
    commands.add_parser(
        "test", help="set up, then run the checks and the whole test suite; more arguments go to pytest"
    )
    return parser


def _set_up(*, with_tests: bool) -> Path:
    wanted = [*system_libraries.TO_RUN_WITHOUT_A_DISPLAY]
    if with_tests or _names_a_display():
        wanted += system_libraries.TO_OPEN_A_WINDOW
    if with_tests:
        wanted += system_libraries.TO_TEST
    system_libraries.ensure(wanted)
    return environment.ensure(ENVIRONMENT)


def _check(python: Path) -> int:
    checks = {
        "ruff": [str(python), "-m", "ruff", "check", "."],
        "mypy": [str(python), "-m", "mypy"],
        "import contracts": [str(environment.program(ENVIRONMENT, "lint-imports")), "--no-cache"],
    }
    for name, command in checks.items():
        print(f"Checking: {name}", flush=True)
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
        if done.returncode != 0:
            print((done.stdout + done.stderr).decode(errors="replace"))
            print(f"The check '{name}' failed, so the tests were not run.", file=sys.stderr)
            return 1
    return 0


def _names_a_display() -> bool:
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _can_open_a_window(python: Path) -> bool:
    """Tries it, because a display that is named need not answer."""
    if not _names_a_display():
        return False
    return subprocess.run([str(python), "-c", OPENS], capture_output=True, check=False).returncode == 0


def _run(program: Path, *arguments: str, **variables: str) -> int:
    command = [str(program), *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
