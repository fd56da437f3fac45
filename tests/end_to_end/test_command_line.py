"""The command line as a process of its own: what a person types, sees and finds on disk."""

import json
import os
import pty
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import resources
from app.version import VERSION

ROOT = Path(__file__).parents[2]
FERROWICK = resources.path("demo", "ferrowick.review.json")
TINY = ROOT / "tests" / "data" / "interchange" / "tiny_one_tool.review.json"
PASSPHRASE = "four odd words here"
ODD = "<b>&amp;</b> \U0001f468\u200d\U0001f469 مراجعة \x1b[31m =1+1 \u202e" + "x" * 19_000


def plumbline(
    *arguments: str | Path, passphrase: str | None = PASSPHRASE, **settings: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        env=environment(passphrase, settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def environment(passphrase: str | None, settings: Mapping[str, str]) -> dict[str, str]:
    given = {} if passphrase is None else {"PLUMBLINE_PASSPHRASE": passphrase}
    return {**os.environ, **given, **settings}


def done(*arguments: str | Path, **settings: str) -> bytes:
    """Standard output of a command that did what it was asked and had nothing to complain about."""
    finished = plumbline(*arguments, **settings)
    assert (finished.returncode, finished.stderr) == (0, b"")
    return finished.stdout


def refusal(*arguments: str | Path, passphrase: str | None = PASSPHRASE) -> str:
    """The one message of a command that was refused."""
    finished = plumbline(*arguments, passphrase=passphrase)
    assert (finished.returncode, finished.stdout) == (1, b"")
    message = finished.stderr.decode()
    assert message.startswith("plumbline: ")
    assert message.count("plumbline: ") == 1
    assert "Traceback" not in message
    assert len(message.splitlines()) >= 2, "a message says what happened, then what to do"
    return message


def review(path: Path) -> dict[str, Any]:
    raw = json.loads(path.read_bytes())
    return {name: value for name, value in raw.items() if value != []}


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
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferrowick.plumbline", "out.json"]
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


def test_the_assessment_is_the_same_bytes_in_every_locale(ferrowick: Path) -> None:
    plain = done("assess", ferrowick, "--format", "json", LC_ALL="C", PYTHONUTF8="0", PYTHONHASHSEED="1")
    other = done(
        "assess", ferrowick, "--format", "json", LC_ALL="C.UTF-8", PYTHONHASHSEED="2", TZ="Asia/Tokyo"
    )

    assert plain == other
    assert json.loads(plain)["format"] == "plumbline-assessment"


def test_words_are_utf_8_in_every_locale(tmp_path: Path) -> None:
    raw = json.loads(TINY.read_bytes())
    raw["engagement"]["client"] = "Ærø مراجعة"
    (tmp_path / "odd.json").write_text(json.dumps(raw))

    words = done("assess", tmp_path / "odd.json", "--format", "text", LC_ALL="C", PYTHONIOENCODING="latin-1")

    assert words.decode().startswith("Ærø مراجعة")


def test_out_is_written_whole_and_says_so(ferrowick: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    out.write_text("what was there before")

    said = done("assess", ferrowick, "--format", "json", "--out", out)

    assert out.name in said.decode()
    assert out.read_bytes() == done("assess", ferrowick, "--format", "json")
    assert list(tmp_path.iterdir()) == [out]


def test_a_pdf_is_written(ferrowick: Path, tmp_path: Path) -> None:
    done("export", ferrowick, "--format", "pdf", "--out", tmp_path / "a.pdf")

    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert "Ferrowick Group plc" in text
    assert "EX-T13" in text


def test_a_wrong_passphrase_opens_nothing(ferrowick: Path) -> None:
    for command in (["check"], ["assess", "--format", "json"]):
        assert "passphrase does not open" in refusal(*command, ferrowick, passphrase="wrong")


def test_without_a_passphrase_and_a_terminal_the_ways_to_give_it_are_named(ferrowick: Path) -> None:
    message = refusal("check", ferrowick, passphrase=None)

    assert "--passphrase-file" in message
    assert "PLUMBLINE_PASSPHRASE" in message


@pytest.mark.parametrize("content", [b"%s", b"%s\n", b"%s\r\n", b"\xef\xbb\xbf%s\r\nsecond line\n"])
def test_the_first_line_of_a_file_is_the_passphrase(ferrowick: Path, tmp_path: Path, content: bytes) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(content % PASSPHRASE.encode())

    finished = plumbline("check", ferrowick, "--passphrase-file", secret, passphrase="not this one")

    assert finished.returncode == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf\r\n"])
def test_an_empty_passphrase_makes_no_file(tmp_path: Path, content: bytes) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(content)

    message = refusal("new", tmp_path / "a.plumbline", "--client", "A", "--passphrase-file", secret)

    assert "passphrase is empty" in message
    assert not (tmp_path / "a.plumbline").exists()


def at_a_terminal(*arguments: str | Path, typed: tuple[str, ...]) -> tuple[int, str]:
    """The exit code of a command at a terminal, and what the terminal shows."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        env=environment(None, {}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        shown = b""
        for line in typed:
            shown += _until_asked(ours)
            os.write(ours, line.encode() + b"\n")
        shown += _rest(ours)
        code = process.wait(30)
    os.close(ours)
    return code, shown.decode()


def _until_asked(terminal: int) -> bytes:
    shown = b""
    while not shown.rstrip(b"\n").endswith((b": ", b"more: ")):
        shown += os.read(terminal, 1024)
    return shown


def _rest(terminal: int) -> bytes:
    shown = b""
    try:
        while some := os.read(terminal, 1024):
            shown += some
    except OSError:
        pass  # Linux says so when the other side has closed
    return shown


def test_a_new_passphrase_is_asked_for_twice_and_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"

    code, shown = at_a_terminal("new", file, "--client", "A", typed=(PASSPHRASE, PASSPHRASE))

    assert (code, file.exists()) == (0, True)
    assert PASSPHRASE not in shown
    code, shown = at_a_terminal("check", file, typed=(PASSPHRASE,))
    assert code == 0
    assert PASSPHRASE not in shown


def test_two_different_passphrases_make_no_file(tmp_path: Path) -> None:
    code, shown = at_a_terminal("new", tmp_path / "a", "--client", "A", typed=("one thing", "another"))

    assert code == 1
    assert "not the same" in shown
    assert not list(tmp_path.iterdir())


def test_an_existing_file_is_never_made_again(ferrowick: Path) -> None:
    before = ferrowick.read_bytes()

    assert "already" in refusal("new", ferrowick, "--client", "A")
    assert ferrowick.read_bytes() == before


def test_the_output_never_replaces_what_it_is_made_from(ferrowick: Path, tmp_path: Path) -> None:
    before = ferrowick.read_bytes()
    link = tmp_path / "link"
    link.symlink_to(ferrowick)
    copy = tmp_path / "copy.json"
    copy.write_bytes(TINY.read_bytes())

    for out in (ferrowick, link, ferrowick.parent / "." / ferrowick.name):
        for kind in ("json", "pdf"):
            assert "replace" in refusal("export", ferrowick, "--format", kind, "--out", out)
        assert "replace" in refusal("assess", ferrowick, "--format", "json", "--out", out)
    assert "replace" in refusal("assess", copy, "--format", "json", "--out", copy)

    assert ferrowick.read_bytes() == before
    assert copy.read_bytes() == TINY.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "{missing}"],
        ["export", "{missing}", "--format", "json", "--out", "{out}"],
        ["assess", "{missing}", "--format", "json"],
        ["assess", "{missing}.json", "--format", "text"],
        ["import", "{out}", "{missing}.json"],
        ["new", "{missing}/a.plumbline", "--client", "A"],
        ["check", "{folder}"],
        ["assess", "{folder}", "--format", "json"],
        ["assess", "{tiny}", "--format", "json", "--out", "{folder}"],
        ["assess", "{tiny}", "--format", "json", "--out", "{missing}/a.json"],
        ["assess", "{tiny}", "--format", "json", "--out", "/dev/null"],
        ["check", "{tiny}"],
        ["import", "{tiny}", "{tiny}"],
        ["check", "{missing}", "--passphrase-file", "{missing}"],
        ["{missing}.plumbline"],
    ],
)
def test_what_cannot_be_done_gets_one_message(tmp_path: Path, arguments: list[str]) -> None:
    places = {"missing": tmp_path / "missing", "out": tmp_path / "out", "folder": tmp_path, "tiny": TINY}

    refusal(*(argument.format(**places) for argument in arguments))

    assert not list(tmp_path.iterdir())


def test_a_review_that_is_not_in_the_file_is_not_made_up(ferrowick: Path, tmp_path: Path) -> None:
    message = refusal("export", ferrowick, "--format", "json", "--out", tmp_path / "a", "--review", "R9")

    assert "no such review" in message


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["new"],
        ["new", "a.plumbline"],
        ["new", "a.plumbline", "--client", " "],
        ["new", "a.plumbline", "--client", "x" * 301],
        ["new", "a.plumbline", "--client", "A", "--mode", "quick"],
        ["new", "a.plumbline", "--client", "A", "--passphrase", "secret"],
        ["import", "a.plumbline"],
        ["export", "a.plumbline", "--format", "xml", "--out", "b"],
        ["export", "a.plumbline", "--format", "json"],
        ["assess", "a.json"],
        ["assess", "a.json", "--form", "json"],
        ["check"],
        ["check", "a", "b"],
        ["demo", "extra"],
        ["--unknown"],
    ],
)
def test_what_is_not_understood_is_said_with_code_2(tmp_path: Path, arguments: list[str]) -> None:
    finished = plumbline(*arguments)

    assert (finished.returncode, finished.stdout) == (2, b"")
    assert b"usage: plumbline" in finished.stderr
    assert not (ROOT / "a.plumbline").exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [[], ["new"], ["import"], ["export"], ["assess"], ["check"], ["demo"]])
def test_help_is_given(command: list[str]) -> None:
    words = done(*command, "--help").decode()

    assert words.startswith("usage: plumbline")
    if command not in ([], ["demo"]):
        assert "example:\n  plumbline " in words
        assert "PLUMBLINE_PASSPHRASE" in words


def test_the_version_is_told() -> None:
    assert done("--version").decode() == f"plumbline {VERSION}\n"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_stops_early_is_no_accident(unbuffered: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "app", "assess", str(FERROWICK), "--format", "json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(None, {"PYTHONUNBUFFERED": unbuffered}),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        message = process.stderr.read().decode()
        code = process.wait(60)

    assert code == 1
    assert message.splitlines()[0] == "plumbline: The result was not read to its end."
    assert len(message.splitlines()) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
def test_a_full_disk_is_told(ferrowick: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "app", "check", str(ferrowick)],
            cwd=ROOT,
            env=environment(PASSPHRASE, {}),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert finished.returncode == 1
    assert finished.stderr.decode().splitlines()[0] == "plumbline: The result could not be printed."


def test_a_damaged_file_is_found_out(ferrowick: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.plumbline"
    data = bytearray(ferrowick.read_bytes())
    data[len(data) // 2] ^= 0xFF
    damaged.write_bytes(data)

    message = refusal("check", damaged)

    assert damaged.name in message
    assert "backup" in message


def test_no_command_loads_a_window(ferrowick: Path, tmp_path: Path) -> None:
    commands: list[list[str | Path]] = [
        ["check", ferrowick],
        ["assess", ferrowick, "--format", "text"],
        ["export", ferrowick, "--format", "json", "--out", tmp_path / "a.json"],
    ]
    code = (
        "import sys; from app.__main__ import main; done = main(sys.argv[1:]);"
        "sys.exit(done or any(n.split('.')[0] in ('PySide6', 'ui') for n in sys.modules))"
    )

    for command in commands:
        finished = subprocess.run(
            [sys.executable, "-c", code, *map(str, command)],
            cwd=ROOT,
            env=environment(PASSPHRASE, {}),
            capture_output=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr.decode()
