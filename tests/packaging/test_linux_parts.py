"""What the packages are laid out from: what desktops read, scripts, the list of parts."""

import configparser
import os
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

import debian
import frozen
import portable
from app.__main__ import WITHOUT_WINDOW
from app.start_words import SELF_TEST
from app.version import VERSION
from models.storage.key import MARK

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as PyInstaller leaves it, with a program that says what it was given."""
    out = tmp_path_factory.mktemp("dist")
    folder = out / "plumbline"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "plumbline"
    program.write_text('#!/bin/sh\necho "home=$PLUMBLINE_HOME given=$*"\n', "utf-8")
    program.chmod(0o755)
    (folder / "_internal" / "libone.so.1").write_bytes(b"library")
    (folder / "_internal" / "libone.so").symlink_to("libone.so.1")
    (folder / "_internal" / "resources" / "manual").mkdir(parents=True)
    (folder / "_internal" / "resources" / "manual" / "plumbline-manual.pdf").write_bytes(b"manual")
    licences = folder / "_internal" / "resources" / "licences"
    licences.mkdir()
    for name in ("third_party", "boot_loader", "system"):
        (licences / f"{name}.txt").write_text("the licence", "utf-8")
    for size in debian.ICON_SIZES:
        (out / f"plumbline-{size}.png").write_bytes(b"picture")
    return out


def test_the_menu_entry_opens_a_review_file_with_the_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string((PACKAGING / "linux" / "plumbline.desktop").read_text("utf-8"))

    assert entry["Desktop Entry"]["Exec"] == "plumbline %f"
    assert entry["Desktop Entry"]["MimeType"] == "application/x-plumbline-review;"


def test_a_review_file_is_known_by_its_ending_and_its_first_bytes() -> None:
    kind = ET.parse(PACKAGING / "linux" / "plumbline-review.xml").getroot()  # noqa: S314  (our own file)
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}

    patterns = [each.get("pattern") for each in kind.findall(".//m:glob", space)]
    first = [each.get("value") for each in kind.findall(".//m:match", space)]

    assert patterns == ["*.plumbline"]
    assert first == [MARK.decode()]


def test_the_manual_page_names_every_command() -> None:
    page = (PACKAGING / "linux" / "plumbline.1").read_text("utf-8")

    assert [name for name in (*WITHOUT_WINDOW, SELF_TEST) if name not in page] == []


@pytest.mark.parametrize(
    "script", ["linux/postinst", "linux/postrm", "linux/portable.sh", "macos/build.sh"], ids=str
)
def test_a_script_is_good_shell(script: str) -> None:
    shell = "bash" if script.startswith("macos") else "sh"
    done = subprocess.run([shell, "-n", PACKAGING / script], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_the_workflow_builds_on_three_systems_and_proves_each() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))["jobs"]

    assert sorted(jobs) == ["linux", "macos", "windows"]
    for script in ("windows/build.ps1", "macos/build.sh", "clean_system.py"):
        assert "self-test" in (PACKAGING / script).read_text("utf-8")


def test_the_list_of_parts_of_the_frozen_program_is_good_python() -> None:
    compile(frozen.SPEC.read_text("utf-8"), str(frozen.SPEC), "exec")


def test_the_builders_packages_are_those_that_people_run() -> None:
    group = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]["build"]
    lock = frozen.BUILD_LOCK.read_text("utf-8")

    assert all(f"{name.partition('>')[0]}==" in lock for name in group)
    for line in (ROOT / "requirements" / "runtime.txt").read_text("utf-8").splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            assert line in lock.splitlines()


def test_a_package_holds_the_program_its_entry_and_its_manual(built: Path) -> None:
    package = debian.make_deb(built / "plumbline", built)

    listed = _told("dpkg-deb", "--contents", str(package))
    manual = "lib/plumbline/_internal/resources/manual/plumbline-manual.pdf"
    told = _told("dpkg-deb", "--field", str(package))

    for part in (
        "./usr/bin/plumbline -> ../lib/plumbline/plumbline",
        "./usr/lib/plumbline/_internal/libone.so -> libone.so.1",
        "./usr/share/applications/plumbline.desktop",
        "./usr/share/mime/packages/plumbline-review.xml",
        "./usr/share/man/man1/plumbline.1.gz",
        f"./usr/{manual}",
        f"./usr/share/doc/plumbline/plumbline-manual.pdf -> ../../../{manual}",
        "./usr/share/icons/hicolor/48x48/apps/plumbline.png",
        "./usr/share/icons/hicolor/scalable/apps/plumbline.svg",
        "./usr/share/doc/plumbline/third_party_licences.gz",
        "./usr/share/doc/plumbline/boot_loader_licences.gz",
        "./usr/share/doc/plumbline/system_licences.gz",
    ):
        assert part in listed
    assert f"Version: {VERSION}\n" in told
    assert "root/root" in listed
    assert {line.split()[1] for line in listed.splitlines()} == {"root/root"}


def test_the_same_folder_gives_the_same_package(built: Path, tmp_path: Path) -> None:
    first = debian.make_deb(built / "plumbline", built).read_bytes()
    os.utime(built / "plumbline" / "plumbline", (1, 1))

    again = debian.make_deb(built / "plumbline", built).read_bytes()

    assert first == again


def test_the_portable_edition_keeps_what_it_keeps_beside_itself(built: Path, tmp_path: Path) -> None:
    archive = portable.make_portable(built / "plumbline", built)
    subprocess.run(["tar", "--extract", "--file", archive, "--directory", tmp_path], check=True)
    (home,) = tmp_path.iterdir()

    said = subprocess.run(
        [home / "plumbline", "check", "a file"],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/bin:/usr/bin"},
    ).stdout

    assert said == f"home={home}/kept given=check a file\n"


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
