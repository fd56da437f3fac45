"""Proves a .deb in a Debian system that was made for it: no Python, no tools of developers, nothing else.

    python3 packaging/clean_system.py dist/plumbline_VERSION_amd64.deb [--suite bookworm] [--at DIR]

Makes the system with debootstrap (as root; it fetches Debian's packages), installs the package there, runs
the self-test without a display and under Xvfb, with no network in reach and every call to the network written
down, removes the package, and looks whether a person's files stayed.

Exit code 0: all of it; 1: something failed; 77: this machine cannot do it, and why.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CANNOT = 77
INSTALL = ("apt-get", "-qq", "install", "-y", "--no-install-recommends")
BASE = "ca-certificates"
PERSONS_FILE = Path("root/Documents/client.plumbline")
WITHOUT_NETWORK = ("unshare", "--net")
TRACE = "/tmp/plumbline.trace"  # noqa: S108  (in the system that was made for this)
TRACED = ("strace", "-f", "-e", "trace=network", "-o", TRACE)
SELF_TEST = ("plumbline", "self-test")
IN_A_WINDOW = ("xvfb-run", "-a", "-s", "-screen 0 1366x768x24")
# Debian's smallest system has this much of Perl. It asks for an internet socket: does the trace show it?
ASKS_FOR_A_SOCKET = ("perl", "-MSocket", "-e", "socket(my $s, AF_INET, SOCK_STREAM, 0)")
INTERNET = "AF_INET"  # and AF_INET6


def main(arguments: list[str] | None = None) -> int:
    """Takes all steps and gives the exit code."""
    parser = argparse.ArgumentParser(prog="clean_system.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--at", type=Path, metavar="DIR", help="keep the system here, and use it again")
    asked = parser.parse_args(arguments)
    reason = _why_not()
    if reason:
        print(f"SKIPPED, the package was not proven: {reason}", file=sys.stderr)
        return CANNOT
    if asked.at is not None:
        return _prove(asked.package.resolve(), asked.at.resolve(), asked.suite)
    with tempfile.TemporaryDirectory(prefix="plumbline-system-") as folder:
        return _prove(asked.package.resolve(), Path(folder) / "root", asked.suite)


def _why_not() -> str:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "debootstrap needs root on Linux"
    missing = [name for name in ("debootstrap", "unshare", "chroot") if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def _prove(package: Path, root: Path, suite: str) -> int:
    if not (root / "usr/bin/apt-get").exists():
        print(f"Making a system of Debian's {suite} in {root}", flush=True)
        made = _run("debootstrap", "--variant=minbase", f"--include={BASE}", suite, str(root))
        if made:
            return made
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    _use_the_same_archive(root)
    shutil.copy(package, root / "root" / package.name)
    steps: list[tuple[str, tuple[str, ...]]] = [
        ("there is no Python", ("sh", "-c", "! command -v python3")),
        ("its lists", ("apt-get", "-qq", "update")),
        ("the package and what it depends on", (*INSTALL, f"/root/{package.name}")),
        ("a display and a listener to test with", (*INSTALL, "xvfb", "xauth", "strace")),
        ("there is still no Python", ("sh", "-c", "! command -v python3")),
    ]  # fmt: skip
    for words, command in steps:
        print(f"-- {words}", flush=True)
        if _inside(root, *command):
            return 1
    if not _is_silent(root):
        return 1
    return _remove(root)


def _is_silent(root: Path) -> bool:
    """Whether the self-test works both ways without a network, and asks for none in any call."""
    print("-- the trace shows a program that asks for a network", flush=True)
    if _inside(root, *TRACED, *ASKS_FOR_A_SOCKET, alone=True) or not _calls(root):
        print("FAILED: it does not, so it would prove nothing", file=sys.stderr)
        return False
    for words, start in (("without a display", ()), ("in a window under Xvfb", IN_A_WINDOW)):
        print(f"-- the self-test {words}, and without a network", flush=True)
        if _inside(root, *start, *TRACED, *SELF_TEST, alone=True):
            return False
        calls = _calls(root)
        if calls:
            print("FAILED: it asked for a network:", *calls[:10], sep="\n  ", file=sys.stderr)
            return False
        print(f"No call for an internet address among {_count(root)} to the kernel's network.", flush=True)
    return True


def _calls(root: Path) -> list[str]:
    return [line for line in _trace(root) if INTERNET in line]


def _count(root: Path) -> int:
    return sum("(" in line for line in _trace(root))


def _trace(root: Path) -> list[str]:
    return (root / TRACE.lstrip("/")).read_text("utf-8", "replace").splitlines()


def _remove(root: Path) -> int:
    print("-- removing the package", flush=True)
    kept = root / PERSONS_FILE
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(b"PLB of a client")
    if _inside(root, "apt-get", "-qq", "purge", "-y", "plumbline"):
        return 1
    left = [path for path in ("usr/lib/plumbline", "usr/bin/plumbline") if (root / path).exists()]
    if left or kept.read_bytes() != b"PLB of a client":
        print(f"FAILED: left {left}, or a person's file was touched", file=sys.stderr)
        return 1
    print("The package installs, works and goes, and leaves a person's files alone.")
    return 0


def _use_the_same_archive(root: Path) -> None:
    """Debian's packages come from where this machine has them, which need not be where debootstrap looked."""
    newer = Path("/etc/apt/sources.list.d/debian.sources")
    if newer.exists():
        (root / "etc/apt/sources.list").unlink(missing_ok=True)
    for source in (Path("/etc/apt/sources.list"), newer, Path("/etc/apt/apt.conf")):
        name = source.relative_to("/etc/apt")
        if source.exists():
            shutil.copy(source, root / "etc/apt" / name)


def _inside(root: Path, *command: str, alone: bool = False) -> int:
    variables = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
    }  # fmt: skip
    start = (*(WITHOUT_NETWORK if alone else ()), "chroot", str(root), *command)
    return subprocess.run(start, env=variables, check=False).returncode


def _run(*command: str) -> int:
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
