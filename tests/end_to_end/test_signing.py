"""A review is signed by two people from the command line, checked, taken apart and opened again."""

import json
from pathlib import Path

import pytest

from tests.command_line import FERROWICK, done, plumbline, refusal

pytestmark = pytest.mark.slow

ANA, BO = "five calm owls at noon", "six slow boats at dusk"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A folder with two identities and their passphrases."""
    for name, called, secret in (("ana", "Ana López", ANA), ("bo", "Bo Ferrowick", BO)):
        (tmp_path / f"{name}.txt").write_text(f"{secret}\n", "utf-8")
        done("identity", "new", "--name", called, "--out", tmp_path / f"{name}.p12", *own(tmp_path, name))
    return tmp_path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    done("import", tmp_path / "f.plumbline", FERROWICK)
    return tmp_path / "f.plumbline"


def own(folder: Path, name: str) -> tuple[str | Path, ...]:
    return ("--identity-passphrase-file", folder / f"{name}.txt")


def sign(folder: Path, name: str, role: str, out: Path, *more: str | Path) -> str:
    identity = ("--identity", folder / f"{name}.p12", *own(folder, name))
    finished = plumbline("sign", *more, "--role", role, *identity, "--out", out)
    told = finished.stderr.decode()
    assert finished.returncode == 0, told
    # The sample has blockers: sealing warns of them, and goes on.
    assert ("blockers are open" in told) == (role == "reviewer") == bool(told)
    return finished.stdout.decode()


def test_two_people_sign_and_everybody_can_check(people: Path, file: Path) -> None:
    one, two = people / "one.pdf", people / "two.pdf"

    said = sign(people, "ana", "reviewer", one, file, "--position", "Lead", "--sponsor", "Bo Ferrowick")
    assert "is sealed" in said
    waiting = done("sign-off", file).decode()
    assert "waits for: Bo Ferrowick" in waiting
    unfinished = plumbline("verify", one)
    assert unfinished.returncode == 1
    assert "sponsor has not signed" in unfinished.stdout.decode()
    sign(people, "bo", "sponsor", two, file, "--report", one)

    told = done("verify", two, "--against", file).decode()
    assert told.startswith("This report is as it was signed, to the last byte.")
    for words in (
        "Lead reviewer: Ana López",
        "Client's sponsor: Bo Ferrowick",
        "the seal recomputed from them are one",
        "holds the SHA-256 of this very report",
        "Nothing has changed since it was sealed.",
        "What it does not prove",
        "signer's own computer",
    ):
        assert words in told
    assert "is signed by everybody" in done("sign-off", file).decode()
    assert "is sound" in done("check", file).decode()
    as_json = json.loads(done("verify", two, "--against", file, "--format", "json"))
    assert (as_json["sound"], as_json["changed"], len(as_json["signatures"])) == (True, False, 2)


def test_a_signed_review_is_read_only_until_it_is_opened_again_with_a_reason(
    people: Path, file: Path, tmp_path: Path
) -> None:
    one, two = people / "one.pdf", people / "two.pdf"
    sign(people, "ana", "reviewer", one, file)
    sign(people, "bo", "sponsor", two, file, "--report", one)
    inventory = tmp_path / "tools.csv"
    inventory.write_text("Name\nSudden helper\n", "utf-8")
    add = ("import-register", file, inventory, "--as", "ai_tools", "--set", "process_criticality=3")
    assert plumbline(*add).returncode == 1

    assert "version 2 now" in done("reopen", file, "--reason", "A tool was missing.").decode()
    done(*add)

    told = done("verify", two, "--against", file).decode()
    assert "version 1 is superseded" in told
    assert "1 entry has changed" in told
    assert "Name: – → Sudden helper" in told
    status = done("sign-off", file).decode()
    assert "Version 2 is a draft." in status
    assert "Version 1 is superseded" in status
    assert "Sudden helper" in status
    assert "because: A tool was missing." in done("history", file).decode()
    done("export", file, "--format", "pdf", "--out", people / "draft.pdf")
    assert plumbline("verify", people / "draft.pdf").returncode == 1


def test_the_sponsor_signs_on_another_machine_and_the_file_takes_it_in(people: Path, file: Path) -> None:
    one, two = people / "one.pdf", people / "two.pdf"
    sign(people, "ana", "reviewer", one, file)

    said = sign(people, "bo", "sponsor", two, "--report", one)

    assert "record-signature" in said
    assert "noted in" in done("record-signature", file, two).decode()
    done("verify", two, "--against", file)
    assert "signed already" in refusal("record-signature", file, two)


def test_a_scan_is_kept_and_said_to_be_one(people: Path, file: Path) -> None:
    sign(people, "ana", "reviewer", people / "one.pdf", file)
    (people / "scan.jpg").write_bytes(b"\xff\xd8 a page on glass")

    said = done("record-signature", file, people / "scan.jpg", "--by-hand", "Bo Ferrowick").decode()

    assert "It is a scan" in said
    assert "by hand, kept as a scan" in done("sign-off", file).decode()
    assert "is sound" in done("check", file).decode()


def test_a_stranger_takes_the_data_out_and_computes_the_same_bands(people: Path, file: Path) -> None:
    done("export", file, "--format", "pdf", "--out", people / "draft.pdf")

    done("extract", people / "draft.pdf", "--out", people / "data")

    again = done("assess", people / "data" / "review.json", "--format", "json")
    assert again == (people / "data" / "assessment.json").read_bytes()


def test_a_certificate_is_given_out_with_plain_words(people: Path) -> None:
    said = done(
        "identity", "certificate", people / "ana.p12", "--out", people / "ana.pem", *own(people, "ana")
    ).decode()
    shown = done("identity", "show", people / "ana.p12", *own(people, "ana")).decode()

    assert (people / "ana.pem").read_text().startswith("-----BEGIN CERTIFICATE-----")
    assert "identity is unknown" in said
    assert "Ana López" in shown
    assert (people / "ana.p12").stat().st_mode & 0o077 == 0


def test_what_cannot_be_is_refused_with_advice(people: Path, file: Path) -> None:
    ana = ("--identity", people / "ana.p12", *own(people, "ana"))
    wrong = ("--identity", people / "ana.p12", *own(people, "bo"))
    out = ("--out", people / "one.pdf")

    assert "Name it" in refusal("sign", "--role", "reviewer", *ana, *out)
    assert "--report" in refusal("sign", file, "--role", "sponsor", *ana, *out)
    assert "does not open the identity" in refusal("sign", file, "--role", "reviewer", *wrong, *out)
    assert "would replace" in refusal("sign", file, "--role", "reviewer", *ana, "--out", file)
    assert "no signing identity" in refusal("identity", "show", file, *own(people, "ana"))
    assert "already a file" in refusal(
        "identity", "new", "--name", "A", "--out", people / "ana.p12", *own(people, "ana")
    )
    assert "no review data" in refusal_of_a_blank_page(people)
    assert not (people / "one.pdf").exists()
    assert "is a draft" in done("sign-off", file).decode()


def refusal_of_a_blank_page(folder: Path) -> str:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(folder / "blank.pdf")
    return refusal("extract", folder / "blank.pdf", "--out", folder / "data")
