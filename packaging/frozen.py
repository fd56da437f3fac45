"""Makes one folder of Plumbline that needs neither Python nor a network, with PyInstaller."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import kept_parts
import licence_file
import manual
import system_libraries
import system_licences

ROOT = environment.ROOT
BUILD_ENVIRONMENT = ROOT / ".venv-build"
BUILD_LOCK = ROOT / "requirements" / "build.txt"
SPEC = ROOT / "packaging" / "freeze" / "plumbline.spec"
MANUAL = "manual"
TAKEN = "system_libraries.txt"  # the spec writes it
BOOT_LOADER = "boot_loader.txt"  # the spec takes it in
INSIDE = "_internal"
ICONS = ROOT / "packaging" / "freeze" / "app_icon.py"


class NotBuiltError(Exception):
    """A step of the build failed; the text says which, and what it printed stands above."""


def make_folder(out: Path) -> Path:
    """Builds `out`/plumbline, the program with all that it needs, and gives that folder.

    The icons of the application and the manual lie beside it; the manual is inside, too. Takes minutes.
    Raises NotBuiltError, environment.NotSetUpError or system_libraries.MissingLibrariesError.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    system_libraries.ensure((*system_libraries.TO_OPEN_A_WINDOW, f"libpython{version}", "binutils"))
    python = environment.ensure(BUILD_ENVIRONMENT, BUILD_LOCK)
    out.mkdir(parents=True, exist_ok=True)
    run(str(python), str(ICONS), str(out))
    if manual.make_with(python, out / MANUAL):
        raise NotBuiltError("The manual could not be made; what is wrong stands above.")
    (out / BOOT_LOADER).write_text(boot_loader_licence(), encoding="utf-8")
    work = out / "work"
    run(
        *(str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", str(out), "--workpath", str(work), str(SPEC)),
    )
    shutil.rmtree(work)
    _collect_licences(out)
    return out / "plumbline"


def boot_loader_licence() -> str:
    """The licence of what starts the built program, for the help to show."""
    part = kept_parts.boot_loader()
    parts = [(part.name, part.version, part.licence, licence_file.texts(part.texts))]
    return licence_file.document("The licence of what starts this program.\n", parts)


def _collect_licences(out: Path) -> None:
    taken = [Path(line) for line in (out / TAKEN).read_text("utf-8").splitlines()]
    if taken and not system_libraries.is_debian():
        raise NotBuiltError("The licences of this system's libraries are known on Debian only. Build there.")
    try:
        system_licences.write(taken, out / "plumbline" / INSIDE)
    except system_licences.UnknownSystemLibraryError as error:
        raise NotBuiltError(str(error)) from error


def run(*command: str, folder: Path = ROOT) -> None:
    """Runs one step of a build. Raises NotBuiltError if it fails."""
    variables = os.environ | {"SOURCE_DATE_EPOCH": str(moment()), "PYTHONHASHSEED": "0"}
    if subprocess.run(command, cwd=folder, env=variables, check=False).returncode != 0:
        raise NotBuiltError(f"This step of the build failed:\n\n    {' '.join(command)}")


def moment() -> int:
    """The time that everything built carries, in seconds since 1970: the last commit's."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named:
        return int(named)
    asked = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return int(told.stdout) if told.returncode == 0 else 1_700_000_000


def version() -> str:
    """The version of Plumbline, from its one place."""
    names: dict[str, str] = {}
    exec((ROOT / "app" / "version.py").read_text("utf-8"), names)  # noqa: S102  (our own line)
    return names["VERSION"]
