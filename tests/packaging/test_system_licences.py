"""The licences of the system's own libraries are collected where a build takes them in."""

import json
import re
import shutil
from pathlib import Path

import pytest

import frozen
import kept_parts
import licences
import sbom
import system_licences
from app import licences as shown

pytestmark = pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="not a Debian")


@pytest.fixture(scope="module")
def taken() -> list[Path]:
    """Two libraries that every Debian with Python has, as PyInstaller names them."""
    found = [next(Path("/usr/lib").glob(f"*-linux-gnu/{name}")) for name in ("libz.so.1", "libexpat.so.1")]
    return [Path("/") / found[0].relative_to("/usr"), *found]


@pytest.fixture(scope="module")
def built(taken: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built folder that took them in."""
    folder = tmp_path_factory.mktemp("plumbline")
    system_licences.write(taken, folder / "_internal")
    beside = folder / "_internal" / "resources" / "licences"
    shutil.copy(licences.COLLECTED, beside)
    (beside / frozen.BOOT_LOADER).write_text(frozen.boot_loader_licence(), "utf-8")
    return folder


def test_each_source_package_is_named_once_with_its_version_licence_and_text(built: Path) -> None:
    text = (built / "_internal" / system_licences.COLLECTED).read_text("utf-8")
    parts = tuple(shown.read_parts(text))

    assert [(part.name.split()[1], part.licence) for part in parts] == [("expat", "MIT"), ("zlib", "Zlib")]
    assert all(re.match(r"[\d:]+\.", part.version) for part in parts)
    assert "Jean-loup Gailly" in text
    assert "Permission is hereby granted" in text


def test_the_help_reads_them_beside_all_others(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resources._FOLDER", built / "_internal" / "resources")
    shown.parts.cache_clear()
    try:
        found = {part.name: part for part in shown.parts()}
    finally:
        shown.parts.cache_clear()

    (name,) = [name for name in found if name.endswith(" zlib")]
    assert "Jean-loup Gailly" in found[name].text
    assert found[name].licence == "Zlib"
    assert "SQLCipher" in found
    loader = found["PyInstaller boot loader"]
    assert "unlimited permission to link or embed compiled bootloader" in loader.text
    assert loader.licence == "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0"


def test_the_list_of_parts_for_machines_names_them_too(built: Path) -> None:
    listed = json.loads(sbom.document(built))

    found = {each["name"]: each for each in listed["components"]}
    (name,) = [name for name in found if name.endswith(" zlib")]
    assert re.fullmatch(r"pkg:deb/\w+/zlib@.+\?arch=source", found[name]["purl"])
    (program,) = [each for each in listed["dependencies"] if each["ref"].startswith("plumbline-review")]
    assert found[name]["bom-ref"] in program["dependsOn"]


def test_the_boot_loader_is_listed_where_a_program_was_built_whatever_the_system(tmp_path: Path) -> None:
    built, sources = json.loads(sbom.document(tmp_path)), json.loads(sbom.document())

    loader = kept_parts.boot_loader()
    assert f"pyinstaller=={loader.version} " in frozen.BUILD_LOCK.read_text("utf-8")
    (found,) = [each for each in built["components"] if each["name"] == loader.name]
    assert found["purl"] == f"pkg:pypi/pyinstaller@{loader.version}"
    assert found["licenses"] == [{"expression": loader.licence}]
    assert all(each["name"] != loader.name for each in sources["components"])


def test_a_folder_that_was_not_built_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        sbom.main(["--out", str(tmp_path / "sbom.json"), "--built", str(tmp_path)])

    assert "no folder that packaging/build.py has made" in capsys.readouterr().err


def test_a_library_whose_licence_nobody_has_read_stops_the_build(
    taken: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(system_licences.LICENCES, "zlib")

    with pytest.raises(system_licences.UnknownSystemLibraryError, match=r"zlib1g was taken in\. Read"):
        system_licences.write(taken[:1], tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_library_of_no_package_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(system_licences.UnknownSystemLibraryError, match="no package of this system"):
        system_licences.system_parts([tmp_path / "libmine.so.1"])


def test_nothing_is_written_where_nothing_was_taken_in(tmp_path: Path) -> None:
    assert system_licences.write([], tmp_path) == ()

    assert list(tmp_path.iterdir()) == []
