"""The licences of the system's own libraries are collected where a build takes them in."""

import json
import re
import shutil
from pathlib import Path

import pytest

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
    shutil.copy(licences.COLLECTED, folder / "_internal" / "resources" / "licences")
    return folder


def test_each_source_package_is_named_once_with_its_version_licence_and_text(built: Path) -> None:
    parts = system_licences.collected_parts(built / "_internal")

    assert [(name.split()[1], licence) for name, _version, licence in parts] == [
        ("expat", "MIT"),
        ("zlib", "Zlib"),
    ]
    assert all(re.match(r"[\d:]+\.", version) for _name, version, _licence in parts)
    text = (built / "_internal" / system_licences.COLLECTED).read_text("utf-8")
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


def test_the_list_of_parts_for_machines_names_them_too(built: Path) -> None:
    listed = json.loads(sbom.document(built))

    found = {each["name"]: each for each in listed["components"]}
    (name,) = [name for name in found if name.endswith(" zlib")]
    assert re.fullmatch(r"pkg:deb/\w+/zlib@.+\?arch=source", found[name]["purl"])
    (program,) = [each for each in listed["dependencies"] if each["ref"].startswith("plumbline-review")]
    assert found[name]["bom-ref"] in program["dependsOn"]


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
