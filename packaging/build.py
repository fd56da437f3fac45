"""Builds what people install: the folder that runs without Python, the Debian package, the portable archive.

    python3 packaging/build.py folder   --out dist
    python3 packaging/build.py deb      --out dist
    python3 packaging/build.py portable --out dist
    python3 packaging/build.py all      --out dist

Run it on the system that it is built for; see packaging/RELEASE.md for Windows and macOS.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import debian
import environment
import frozen
import portable
import system_libraries


def main(arguments: list[str] | None = None) -> int:
    """Builds what was asked for and gives the exit code: 0 done, 1 failed or something missing."""
    parser = argparse.ArgumentParser(prog="build.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("folder", "deb", "portable", "all"))
    parser.add_argument("--out", type=Path, default=environment.ROOT / "dist", metavar="DIR")
    asked = parser.parse_args(arguments)
    out: Path = asked.out.resolve()
    try:
        made = [frozen.make_folder(out)]
        if asked.what in {"deb", "all"}:
            made.append(debian.make_deb(made[0], out))
        if asked.what in {"portable", "all"}:
            made.append(portable.make_portable(made[0], out))
    except (frozen.NotBuiltError, environment.NotSetUpError, system_libraries.MissingLibrariesError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    for path in made:
        print(f"{path}  ({_megabytes(path):.1f} MB)")
    return 0


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if not each.is_symlink()]
    return sum(each.stat().st_size for each in files if each.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
