"""Runs the coverage-guided fuzzer over the targets of tests/fuzzing; it is installed apart from all else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment

LOCK = environment.ROOT / "requirements" / "fuzz.txt"
KEPT = environment.ROOT / ".fuzz"
TARGETS = (
    "review_json", "csv", "xlsx", "mapping", "pack", "review_file", "pdf", "identity", "memory",
    "window_memory", "clipboard", "recovery_key", "template", "logo",
)  # fmt: skip
AT_MOST = 300  # seconds beyond those asked for: measuring code takes long to begin


def run(python: Path, targets: list[str] | None, seconds: int) -> int:
    """Feeds each target for some seconds. 0: nothing was found; 1: something was, or nothing was fuzzed."""
    if not sys.platform.startswith("linux") or not _is_ready(python):
        print(
            "NOTHING WAS FUZZED: atheris, the fuzzer, is not here. It has wheels for Linux alone, and for\n"
            f"Python 3.11 to 3.13. By hand: pip install --require-hashes --target {KEPT / 'tool'} -r {LOCK}",
            file=sys.stderr,
        )
        return 1
    found = [target for target in targets or TARGETS if not _fuzz(python, target, seconds)]
    if found:
        print(
            f"\nSomething was found by: {', '.join(found)}. The inputs are in {KEPT / 'kept'}.\n"
            "Mend the cause, and keep each, packed by gzip, as tests/data/fuzz/TARGET-what_it_is.gz: a test\n"
            "feeds it from then on."
        )
    return int(bool(found))


def _fuzz(python: Path, target: str, seconds: int) -> bool:
    """Whether a target took everything it was fed with."""
    print(f"Fuzzing: {target}, {seconds} s", flush=True)
    kept = KEPT / "kept"
    before = _inputs(kept, target)
    command = [str(python), "-m", "tests.fuzzing", target, "--seconds", str(seconds), "--keep", str(kept)]
    kept.mkdir(parents=True, exist_ok=True)
    path = os.pathsep.join([str(KEPT / "tool"), str(environment.ROOT)])
    variables = os.environ | {"PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    log = kept / f"log-{target}.txt"
    with log.open("w") as told:
        try:
            done = subprocess.run(
                command, cwd=environment.ROOT, env=variables, stdout=told, stderr=subprocess.STDOUT,
                timeout=seconds + AT_MOST, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            print(f"  it did not come to an end; see {log}")
            return False
    new = _inputs(kept, target) - before
    if new or done.returncode != 0:
        print(f"  {len(new)} new inputs that harm it; see {log}")
    return not new and done.returncode == 0


def _inputs(kept: Path, target: str) -> set[Path]:
    return set(kept.glob(f"{target}-*"))


def _is_ready(python: Path) -> bool:
    tool = KEPT / "tool"
    if (tool / "atheris").exists():
        return True
    print("Installing the fuzzer apart from all else", flush=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--only-binary=:all:", "--target", str(tool), "--requirement", str(LOCK)]
    return subprocess.run(command, check=False).returncode == 0
