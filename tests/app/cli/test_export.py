"""The command line exports the same facts as workbook, CSV and text document, and never over the review."""

import io
import os
import select
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import resources
from app.assessment import assess
from app.branding.template import Stationery
from app.branding.template_file import read_template
from app.calendar_file import calendar_file
from app.exchange.document import document_bytes
from app.exchange.workbook import workbook_bytes
from app.interchange.writer import write_review
from app.map_choice import Maps
from app.paper import Paper
from app.reporting import pdf_bytes, report_content
from app.reporting.pictures import svg_bytes
from app.variants import Variant
from tests.app.exchange.office import csv_of, document_of, workbook_of
from tests.benchmarks.big_review import big_snapshot
from tests.command_line import FERROWICK, PASSPHRASE, ROOT, done, environment, refusal
from tests.reports import variant_pdf
from tests.specified import specified_review

# What is started in the background of a shell does not hear it, and neither does what it starts.
HEARS_CTRL_C = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("app", run_name="__main__", alter_sys=True)
"""


@pytest.fixture(scope="module")
def ferrowick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ferrowick as an encrypted file, for tests that only read it."""
    file = tmp_path_factory.mktemp("clients") / "ferrowick.plumbline"
    done("import", file, FERROWICK)
    return file


def test_a_workbook_and_a_text_document_are_written_as_the_library_makes_them(
    ferrowick: Path, tmp_path: Path
) -> None:
    for kind, expected in (("xlsx", workbook_of("ferrowick")), ("docx", document_of("ferrowick"))):
        out = tmp_path / f"out.{kind}"

        said = done("export", ferrowick, "--format", kind, "--out", out, "--review", "R1")

        assert said.decode() == f"{out} is written.\n"
        assert out.read_bytes() == expected


@pytest.mark.parametrize("bom", [False, True])
def test_csv_goes_into_a_folder(ferrowick: Path, tmp_path: Path, bom: bool) -> None:
    out = tmp_path / "tables"

    done("export", ferrowick, "--format", "csv", "--out", out, *(["--bom"] if bom else []))

    expected = csv_of(specified_review("ferrowick"), with_bom=bom)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == expected


def test_csv_goes_into_one_file_that_is_named_so(ferrowick: Path, tmp_path: Path) -> None:
    done("export", ferrowick, "--format", "csv", "--out", tmp_path / "tables.zip")

    with zipfile.ZipFile(io.BytesIO((tmp_path / "tables.zip").read_bytes())) as archive:
        assert "risks.csv" in archive.namelist()


def test_an_export_never_replaces_the_review_file(ferrowick: Path, tmp_path: Path) -> None:
    before = ferrowick.read_bytes()
    draft, table = tmp_path / "out.xlsx.part", tmp_path / "folder" / "risks.csv"
    table.parent.mkdir()
    for copy in (draft, table):
        copy.write_bytes(before)

    for kind in ("xlsx", "csv", "docx"):
        assert "replace" in refusal("export", ferrowick, "--format", kind, "--out", ferrowick)
    assert "replace" in refusal("export", draft, "--format", "xlsx", "--out", tmp_path / "out.xlsx")
    assert "replace" in refusal("export", table, "--format", "csv", "--out", table.parent)

    assert {ferrowick.read_bytes(), draft.read_bytes(), table.read_bytes()} == {before}


def test_the_calendar_is_the_one_of_the_window(ferrowick: Path, tmp_path: Path) -> None:
    done("export", ferrowick, "--format", "ics", "--out", tmp_path / "plan.ics")

    assert (tmp_path / "plan.ics").read_bytes() == calendar_file(specified_review("ferrowick"))


def test_what_cannot_be_written_gets_one_message(ferrowick: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"mine")

    assert "byte order mark" in refusal("export", ferrowick, "--format", "xlsx", "--out", file, "--bom")
    assert "something else" in refusal("export", ferrowick, "--format", "csv", "--out", file)
    assert "something else" in refusal("export", ferrowick, "--format", "docx", "--out", tmp_path)
    for kind, out in (("xlsx", "missing/out"), ("csv", "x" * 300), ("docx", "x" * 300)):
        message = refusal("export", ferrowick, "--format", kind, "--out", tmp_path / out)
        assert "could not be written" in message

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"file": b"mine"}


def test_a_variant_and_a_map_are_had_by_their_names(ferrowick: Path, tmp_path: Path) -> None:
    summary, picture = tmp_path / "summary.pdf", tmp_path / "map.svg"

    done("export", ferrowick, "--format", "pdf", "--variant", "executive", "--out", summary)
    done("export", ferrowick, "--format", "svg", "--map", "systems", "--out", picture)

    snapshot = specified_review("ferrowick")
    assert summary.read_bytes() == variant_pdf("ferrowick", Variant.EXECUTIVE)
    assert picture.read_bytes() == svg_bytes(snapshot, assess(snapshot), Maps.SYSTEMS)


def test_what_there_is_not_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    file, out = tmp_path / "none.plumbline", tmp_path / "out"

    message = refusal("export", file, "--format", "xlsx", "--variant", "executive", "--out", out)
    other = refusal("export", file, "--format", "pdf", "--map", "risks", "--out", out)

    assert "full, client-safe, register" in message
    assert "one map" in other


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made otherwise there")
def test_a_person_sees_how_far_it_is_and_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    import pty

    large, out = tmp_path / "large.plumbline", tmp_path / "reports" / "report.pdf"
    (tmp_path / "large.json").write_bytes(write_review(big_snapshot(tools=150, grants=400)))
    done("import", large, tmp_path / "large.json", apart=True)
    out.parent.mkdir()
    seen, terminal = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "export", str(large), "--format", "pdf", "--out", str(out)],
        cwd=ROOT, env=environment(PASSPHRASE, {}), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=terminal,
    )  # fmt: skip

    said = said_until(b"%", seen)
    started.send_signal(signal.SIGINT)
    started.communicate(timeout=60)
    said += said_until(b"Stopped.", seen)
    for end in (terminal, seen):
        os.close(end)

    assert b"Exporting" in said
    assert started.returncode == 1
    assert list(out.parent.iterdir()) == []


def said_until(expected: bytes, terminal: int) -> bytes:
    """What a program writes on a terminal until this comes; a failure where it stays away."""
    said = b""
    while expected not in said:
        assert select.select([terminal], [], [], 60)[0], f"{expected!r} never came, only {said!r}"
        said += os.read(terminal, 4096)
    return said


def test_paper_and_template_reach_every_kind_that_is_printed(ferrowick: Path, tmp_path: Path) -> None:
    template = resources.path("templates", "northwold")
    look = Stationery(Paper.LETTER, read_template(template))
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    content = report_content(snapshot, assessment)
    expected = {
        "pdf": pdf_bytes(content, look),
        "docx": document_bytes(content, look),
        "xlsx": workbook_bytes(snapshot, assessment, look),
    }

    for kind, data in expected.items():
        out = tmp_path / f"out.{kind}"
        done("export", ferrowick, "--format", kind, "--out", out, "--paper", "letter", "--template", template)
        assert out.read_bytes() == data, kind


def test_a_look_for_what_has_none_and_a_faulty_template_are_refused(ferrowick: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "template.toml").write_text('format = "plumbline-template-1"\nname = ""\n')

    said = refusal("export", ferrowick, "--format", "csv", "--out", out, "--paper", "letter")
    faulty = refusal("export", ferrowick, "--format", "pdf", "--out", out, "--template", tmp_path)

    assert "PDF, DOCX and XLSX" in said
    assert "template.toml, name: string should have at least 1 character" in faulty
    assert not out.exists()
