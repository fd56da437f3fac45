import re
import sys
from pathlib import Path

import PySide6
import pytest

import kept_parts
import licence_file
import licences
import notices
from app.licences import Part, read_parts


def test_the_collected_licences_are_up_to_date() -> None:
    written = licences.COLLECTED.read_text(encoding="utf-8")

    assert written == licences.document(), "run: python packaging/licences.py"


def test_every_package_and_every_kept_part_has_a_text_that_is_a_licence() -> None:
    text = licences.COLLECTED.read_text(encoding="utf-8")
    found = {part.name: part.text for part in read_parts(text)}

    wanted = [part.name for part in kept_parts.kept_parts()] + [n.package for n in notices.notices()]
    assert sorted(found) == sorted(wanted)
    for name, words in found.items():
        assert re.search(r"licen[cs]e|permission|redistribut", words, re.IGNORECASE), name
        assert len(words) > 400, name


def test_every_licence_file_in_the_resources_belongs_to_a_kept_part() -> None:
    kept = {text for part in kept_parts.kept_parts() for text in part.texts}
    drawn = {file for part in kept_parts.kept_parts() for file in part.files}

    beside = {path for folder in (kept_parts.FONTS, kept_parts.ICONS) for path in folder.iterdir()}
    assert {path for path in beside if path.suffix in {".ttf", ".svg"}} == drawn
    assert {path for path in beside if re.match(r"LICENSE|OFL", path.name)} <= kept


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings ICU on Linux alone")
def test_icu_is_named_in_the_version_that_qt_brings() -> None:
    (icu,) = [part for part in kept_parts.kept_parts() if part.name == "ICU"]

    brought = {path.name for path in (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicuuc.so.*")}

    assert brought == {f"libicuuc.so.{icu.version}"}


def test_what_is_written_is_what_the_help_reads() -> None:
    written = licence_file.document(
        "A head.\n",
        [("One", "1.2", "MIT", "Permission\n\n= granted ="), ("Two | 2", "", "ISC AND MIT", "Take it")],
    )

    assert tuple(read_parts(written)) == (
        Part(name="One", version="1.2", licence="MIT", text="Permission\n\n= granted ="),
        Part(name="Two | 2", version="", licence="ISC AND MIT", text="Take it"),
    )


def test_a_package_without_a_text_stops_the_script_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(licences, "ELSEWHERE", {})

    with pytest.raises(licences.NoLicenceTextError, match=r"packaging/licences/shiboken6\.txt"):
        licences.licence_text("shiboken6")
