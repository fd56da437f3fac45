"""The command line: what a person types, sees and finds on disk."""

import json
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.version import VERSION
from tests.command_line import (
    FERROWICK,
    TINY,
    done,
    refusal,
    review,
)

ODD = "<b>&amp;</b> \U0001f468\u200d\U0001f469 مراجعة \x1b[31m =1+1 \u202e" + "x" * 19_000


@pytest.fixture(scope="module")
def ferrowick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ferrowick as an encrypted file, for tests that only read it."""
    file = tmp_path_factory.mktemp("clients") / "ferrowick.plumbline"
    done("import", file, FERROWICK)
    return file


def test_a_client_goes_through_every_command(tmp_path: Path) -> None:
    file, out = tmp_path / "ferrowick.plumbline", tmp_path / "out.json"

    done("new", file, "--client", "Ferrowick Group plc", "--mode", "express")
    assert file.exists()
    assert b"R2" in done("import", file, FERROWICK)
    done("export", file, "--format", "json", "--out", out)
    from_file = done("assess", file, "--format", "json")
    from_json = done("assess", out, "--format", "json")
    words = done("assess", file, "--format", "text").decode()
    assert b"sound: 2 reviews" in done("check", file)

    assert review(out) == review(FERROWICK)
    assert from_file == from_json == done("assess", FERROWICK, "--format", "json")
    assert "EX-T13" in words
    there = ["ferrowick.plumbline", "ferrowick.plumbline.backups", "out.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == there
    assert b"Ferrowick" not in file.read_bytes()


def test_an_empty_review_has_the_client_and_the_mode_that_were_asked_for(tmp_path: Path) -> None:
    file, out = tmp_path / "a.plumbline", tmp_path / "a.json"

    done("new", file, "--client", "Ærø & Søn <b>", "--mode", "deep")
    done("export", file, "--format", "json", "--out", out)

    assert review(out)["engagement"] == {"client": "Ærø & Søn <b>", "mode": "deep", "status": "setup"}


def test_an_imported_review_is_the_next_one_and_earlier_ones_can_still_be_had(tmp_path: Path) -> None:
    file, out = tmp_path / "a.plumbline", tmp_path / "a.json"
    later = json.loads(TINY.read_bytes())
    later["engagement"]["background"] = "A year later"
    (tmp_path / "later.json").write_text(json.dumps(later))

    done("import", file, TINY)
    done("import", file, tmp_path / "later.json")
    done("export", file, "--format", "json", "--out", out)
    assert review(out)["engagement"]["background"] == "A year later"
    done("export", file, "--format", "json", "--out", out, "--review", "R1")

    assert review(out) == review(TINY)


def test_a_review_of_another_client_needs_to_be_meant(tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"
    done("new", file, "--client", "Somebody else")

    assert "another client" in refusal("import", file, TINY)
    assert b"1 review." in done("check", file)
    done("import", file, TINY, "--as-new-review")

    assert b"2 reviews." in done("check", file)


def test_a_broken_review_is_refused_by_place_and_leaves_nothing(tmp_path: Path) -> None:
    broken = json.loads(FERROWICK.read_bytes())
    broken["access_grants"][3]["tool"] = "T99"
    broken["answers"][0]["question"] = "ACC-99"
    (tmp_path / "broken.json").write_text(json.dumps(broken))

    message = refusal("import", tmp_path / "new.plumbline", tmp_path / "broken.json")

    assert "broken.json" in message.splitlines()[0]
    assert '/access_grants/3/tool: "T99" is not' in message
    assert '/answers/0/question: "ACC-99" is not' in message
    assert not (tmp_path / "new.plumbline").exists()


def test_a_broken_review_leaves_the_file_that_is_there_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"
    done("import", file, TINY)
    before = file.read_bytes()
    (tmp_path / "cut.json").write_bytes(TINY.read_bytes()[:-20])

    assert "cut off" in refusal("import", file, tmp_path / "cut.json")
    assert file.read_bytes() == before


def test_odd_texts_survive_file_and_json_and_cannot_upset_a_terminal(tmp_path: Path) -> None:
    raw = json.loads(TINY.read_bytes())
    raw["engagement"]["background"] = ODD
    raw["engagement"]["client"] = "A\x1b]0;owned\x07 \u202e\U0001f600"
    raw["ai_tools"][0]["name"] = "T\x1b[2J"
    raw["odd\x1b[31m"] = {"x\ny": 1}
    (tmp_path / "odd.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(raw, ensure_ascii=False).encode())
    file, out = tmp_path / "a.plumbline", tmp_path / "a.json"

    report = done("import", file, tmp_path / "odd.json").decode()
    done("export", file, "--format", "json", "--out", out)
    words = done("assess", file, "--format", "text").decode()

    assert review(out) == raw
    assert "/odd\\x1b[31m" in report
    assert not [c for c in report + words if unicodedata.category(c) == "Cc" and c != "\n"]
    assert "\U0001f600" in words


def test_the_assessment_is_the_same_bytes_in_every_locale(tmp_path: Path) -> None:
    assess = ("assess", tmp_path / "ferrowick.plumbline", "--format", "json")
    done("import", tmp_path / "ferrowick.plumbline", FERROWICK, apart=True)

    plain = done(*assess, apart=True, LC_ALL="C", PYTHONUTF8="0", PYTHONHASHSEED="1")
    other = done(*assess, apart=True, LC_ALL="C.UTF-8", PYTHONHASHSEED="2", TZ="Asia/Tokyo")

    assert plain == other
    assert json.loads(plain)["format"] == "plumbline-assessment"


def test_words_are_utf_8_in_every_locale(tmp_path: Path) -> None:
    raw = json.loads(TINY.read_bytes())
    raw["engagement"]["client"] = "Ærø مراجعة"
    (tmp_path / "odd.json").write_text(json.dumps(raw))

    command = ("assess", tmp_path / "odd.json", "--format", "text")
    words = done(*command, apart=True, LC_ALL="C", PYTHONIOENCODING="latin-1")

    assert words.decode().startswith("Ærø مراجعة")


def test_out_is_written_whole_and_says_so(ferrowick: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    out.write_text("what was there before")

    said = done("assess", ferrowick, "--format", "json", "--out", out)

    assert out.name in said.decode()
    assert out.read_bytes() == done("assess", ferrowick, "--format", "json")
    assert list(tmp_path.iterdir()) == [out]


def words_of(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def test_a_pdf_is_written(ferrowick: Path, tmp_path: Path) -> None:
    done("export", ferrowick, "--format", "pdf", "--out", tmp_path / "a.pdf")

    text = words_of(tmp_path / "a.pdf")
    assert "Ferrowick Group plc" in text
    assert "EX-T13" in text


def test_the_pdf_of_a_later_review_says_what_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"
    done("import", file, TINY)
    done("import", file, TINY)

    done("export", file, "--format", "pdf", "--out", tmp_path / "later.pdf")
    done("export", file, "--format", "pdf", "--out", tmp_path / "first.pdf", "--review", "R1")

    assert "the first review of the engagement" not in words_of(tmp_path / "later.pdf")
    assert "the first review of the engagement" in words_of(tmp_path / "first.pdf")


@pytest.mark.parametrize("command", [[], ["new"], ["import"], ["export"], ["assess"], ["check"], ["demo"]])
def test_help_is_given(command: list[str]) -> None:
    words = done(*command, "--help").decode()

    assert words.startswith("usage: plumbline")
    if command not in ([], ["demo"]):
        assert "example:\n  plumbline " in words
        assert "PLUMBLINE_PASSPHRASE" in words


def test_the_version_is_told() -> None:
    assert done("--version", apart=True).decode() == f"plumbline {VERSION}\n"
