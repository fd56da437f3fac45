"""What the command line refuses: one message, nothing written, nothing replaced."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import (
    FERROWICK,
    PASSPHRASE,
    ROOT,
    TINY,
    done,
    environment,
    plumbline,
    refusal,
)


@pytest.fixture(scope="module")
def ferrowick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ferrowick as an encrypted file, for tests that only read it."""
    file = tmp_path_factory.mktemp("clients") / "ferrowick.plumbline"
    done("import", file, FERROWICK)
    return file


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


ODD = ("x" * 300, "/".join(["d" * 200] * 25), "loop", ".", "~nobody-of-this-name/x", "nul\0")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "{odd}"],
        ["import", "{odd}", "{review}"],
        ["import", "{file}", "{odd}"],
        ["import-register", "{file}", "{odd}", "--as", "ai_tools"],
        ["export", "{odd}", "--format", "json", "--out", "{new}"],
        ["export", "{file}", "--format", "json", "--out", "{odd}/a"],
        ["export", "{file}", "--format", "csv", "--out", "{odd}/a/b"],
        ["export", "{file}", "--format", "pdf", "--out", "{new}", "--template", "{odd}"],
        ["assess", "{odd}", "--format", "text"],
        ["assess", "{file}", "--format", "text", "--out", "{odd}/a"],
        ["backup", "{odd}"],
        ["restore", "{file}", "{odd}"],
        ["rescue", "{odd}", "--out", "{new}"],
        ["rescue", "{file}", "--out", "{odd}/a"],
        ["purge", "{odd}", "--yes"],
        ["identity", "new", "--name", "Ana", "--out", "{odd}/a"],
        ["identity", "show", "{odd}"],
        ["sign", "{odd}", "--role", "reviewer", "--identity", "{odd}", "--out", "{odd}/a"],
        ["verify", "{odd}"],
        ["verify", "{review}", "--against", "{odd}"],
        ["extract", "{odd}", "--out", "{new}"],
    ],
    ids=" ".join,
)
def test_whatever_a_path_is_the_refusal_is_in_words(
    ferrowick: Path, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    before = ferrowick.read_bytes()
    is_out = any(given.startswith("{odd}/") for given in arguments)

    for odd in ODD:
        if is_out and odd == ".":  # there is room for a file
            continue
        paths = {"odd": tmp_path / odd, "new": tmp_path / "new", "file": ferrowick, "review": FERROWICK}
        finished = plumbline(*(each.format_map(paths) for each in arguments))

        told = finished.stderr.decode()
        assert (finished.returncode, finished.stdout) == (1, b""), (odd, told)
        assert told.startswith("plumbline: "), (odd, told)
        assert len(told.splitlines()) > 1, (odd, told)

    assert [path.name for path in tmp_path.iterdir()] == ["loop"]
    assert ferrowick.read_bytes() == before


@pytest.mark.parametrize("odd", ["x" * 300 + ".plumbline", "nul\0.plumbline"])
def test_nor_is_a_file_opened_whose_path_is_none(odd: str) -> None:
    assert "There is no such file" in refusal(odd)


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
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"
    done("import", file, TINY, apart=True)

    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "app", "check", str(file)],
            cwd=ROOT,
            env=environment(PASSPHRASE, {}),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert finished.returncode == 1
    assert finished.stderr.decode().splitlines()[0] == "plumbline: The result could not be printed."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize(
    ("streams", "arguments", "code", "out", "told"),
    [
        (">/dev/full", ["--help"], 1, "", "plumbline: The result could not be printed.\nNo space left"),
        (">&-", ["assess", str(FERROWICK), "--format", "json"], 1, "", "Standard output is closed."),
        ("2>&-", ["check", "missing.plumbline"], 1, "", ""),
        ("2>&-", ["--unknown"], 2, "", ""),
        ("<&- 2>&-", ["--version"], 0, "plumbline ", ""),
    ],
)
def test_a_closed_or_full_stream_is_told_where_that_can_be_and_never_mixed_up(
    streams: str, arguments: list[str], code: int, out: str, told: str
) -> None:
    finished = subprocess.run(
        ["sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=environment(None, {"PYTHONUNBUFFERED": ""}),
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == code
    assert finished.stdout.startswith(out)
    assert bool(finished.stdout) == bool(out)
    assert told in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_damaged_file_is_found_out(ferrowick: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.plumbline"
    data = bytearray(ferrowick.read_bytes())
    data[len(data) // 2] ^= 0xFF
    damaged.write_bytes(data)

    message = refusal("check", damaged)

    assert damaged.name in message
    assert "backup" in message
