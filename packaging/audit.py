"""Asks the Python package index whether a known weakness is in the locked packages, with pip-audit.

python3 packaging/audit.py                 what people run
python3 packaging/audit.py --lock dev      what we develop with (or: build, audit)

It needs a network, so it is no part of the checks: run it before a release, and at times between them. The
exit code is 0 where nothing is known, 1 where something is, and 2 where the answer could not be had.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import environment

AUDIT_ENVIRONMENT = environment.ROOT / ".venv-audit"
AUDIT_LOCK = environment.ROOT / "requirements" / "audit.txt"
LOCKS = ("runtime", "dev", "build", "audit")
NOTHING, WEAK, UNKNOWN = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Asks about one lock file, prints what came back and gives the exit code."""
    parser = argparse.ArgumentParser(prog="audit.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lock", choices=LOCKS, default="runtime", help="which lock file (runtime)")
    lock = environment.ROOT / "requirements" / f"{parser.parse_args(arguments).lock}.txt"
    try:
        python = environment.ensure(AUDIT_ENVIRONMENT, AUDIT_LOCK, proof="import pip_audit")
    except environment.NotSetUpError as error:
        print(f"\n{error}", file=sys.stderr)
        return UNKNOWN
    print(f"Asking the package index about {lock.name} (needs a network) ...", flush=True)
    asked = subprocess.run(_command(python, lock), capture_output=True, text=True, check=False)
    try:
        found = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = (asked.stderr.strip().splitlines() or ["no reason given"])[-1]
        print(f"No answer, so nothing is known: {last}", file=sys.stderr)
        return UNKNOWN
    return _tell(found)  # what pip-audit writes: a name, and a version with weaknesses or a reason


def _command(python: Path, lock: Path) -> list[str]:
    """The lock file names everything that is needed, so nothing is resolved or installed."""
    return [
        *(str(python), "-m", "pip_audit", "--requirement", str(lock)),
        *("--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"),
    ]


def _tell(found: list[dict[str, Any]]) -> int:
    """Print one line for each weakness, and what the index said nothing about."""
    skipped = [str(package["name"]) for package in found if "skip_reason" in package]
    weak = 0
    for package in found:
        for each in package.get("vulns", ()):
            weak += 1
            mended = ", ".join(each["fix_versions"]) or "no version yet"
            print(f"{package['name']} {package['version']}: {each['id']}, mended in {mended}")
    if skipped:
        print(f"The index gave no answer about: {', '.join(skipped)}")
    print(f"{len(found)} packages, {weak} known weaknesses, {len(skipped)} without an answer.")
    if weak:
        return WEAK
    return UNKNOWN if skipped or not found else NOTHING


if __name__ == "__main__":
    sys.exit(main())
