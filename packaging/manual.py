"""Builds the manual from the pages of the help: a PDF, one HTML file, and the sheet of keys.

    python3 packaging/manual.py --out dist/manual

Draws the screenshots anew each time, from the table of pictures, so that they never go stale.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import environment
import system_libraries

MAKER = environment.ROOT / "packaging" / "handbook.py"


def main(arguments: list[str] | None = None) -> int:
    """Builds it and gives the exit code: 0 done, 1 failed or something missing."""
    parser = argparse.ArgumentParser(prog="manual.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    asked = parser.parse_args(arguments)
    try:
        system_libraries.ensure(system_libraries.TO_RUN_WITHOUT_A_DISPLAY)
        python = environment.ensure(environment.ROOT / ".venv")
    except (system_libraries.MissingLibrariesError, environment.NotSetUpError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return make_with(python, asked.out)


def make_with(python: Path, out: Path) -> int:
    """Builds it with an environment that is there already, and gives the exit code."""
    command = [str(python), str(MAKER), "--out", str(out.resolve())]
    variables = os.environ | {"PYTHONPATH": str(environment.ROOT), "QT_LOGGING_RULES": "qt.qpa.*=false"}
    return subprocess.run(command, cwd=environment.ROOT, env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
