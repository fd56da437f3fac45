"""Makes the portable edition: an archive that runs from a stick and keeps what it keeps beside itself."""

from __future__ import annotations

import platform
import shutil
import tarfile
from pathlib import Path

import frozen

LAUNCHER = frozen.ROOT / "packaging" / "linux" / "portable.sh"
READ_ME = frozen.ROOT / "packaging" / "linux" / "portable.txt"


def make_portable(folder: Path, out: Path) -> Path:
    """Packs the built folder as `out`/plumbline-VERSION-linux-MACHINE-portable.tar.xz and gives its path."""
    name = f"plumbline-{frozen.version()}-linux-{platform.machine()}-portable"
    archive = out / f"{name}.tar.xz"
    root = out / name
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "program", symlinks=True)
    shutil.copy(LAUNCHER, root / "plumbline")
    (root / "plumbline").chmod(0o755)
    shutil.copy(READ_ME, root / "READ ME.txt")
    with tarfile.open(archive, "w:xz", preset=6) as packed:
        for path in [root, *sorted(root.rglob("*"))]:
            packed.add(path, str(path.relative_to(out)), recursive=False, filter=_ours)
    shutil.rmtree(root)
    return archive


def _ours(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Nobody's account and always the same time, so that the same commit gives the same archive."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = frozen.moment()
    return entry
