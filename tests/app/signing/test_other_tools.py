"""Tools of other houses agree: poppler, OpenSSL, qpdf, pypdf. And the data inside are what they should be."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from app.assessment import assess
from app.interchange import read_review, write_assessment, write_review
from app.packs import built_in_pack
from app.redaction import Hidden, redacted
from app.signing.copy_inside import copy_inside
from app.signing.extracting import NothingInsideError, extract_to
from app.signing.identity import Identity, certificate_bytes
from app.signing.pdf_signatures import NotReadableAsPdfError, signed_pdf
from app.signing.seal import seal
from app.signing.verification import verify
from tests.app.signing.conftest import AT, SignedReview
from tests.app.signing.test_seal import by_a_stranger
from tests.reports import pdf_for, pdf_of, reader
from tests.specified import specified_review

INSIDE = {"review.json", "question-pack.json", "assessment.json", "how-to-recompute.txt"}


def ran(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=60)
    return (done.stdout + done.stderr).decode(errors="replace")


@pytest.fixture
def report(signed_once: SignedReview, tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(signed_once.by_both)
    return path


def test_poppler_finds_two_valid_signatures_that_cover_the_document(report: Path, pdfsig: str) -> None:
    told = ran(pdfsig, report)

    assert told.count("Signature Validation: Signature is Valid.") == 2
    assert told.count("ETSI.CAdES.detached") == 2
    assert told.count("Signing Hash Algorithm: SHA-256") == 2
    assert "Total document signed" in told.split("Signature #2")[1]
    assert "Ana López" in told
    assert "Error" not in told


def test_openssl_verifies_each_signature_over_the_bytes_that_it_covers(
    signed_once: SignedReview, ana: Identity, bo: Identity, tmp_path: Path, openssl: str
) -> None:
    data = signed_once.by_both
    ranges = [[int(n) for n in found.split()] for found in re.findall(rb"/ByteRange \[([\d ]+)\]", data)]
    assert len(ranges) == 2

    for (first, length, second, rest), identity in zip(ranges, (ana, bo), strict=True):
        hole = data[first + length + 1 : second - 1]
        (tmp_path / "signature.der").write_bytes(bytes.fromhex(hole.decode()))
        (tmp_path / "content").write_bytes(data[first : first + length] + data[second : second + rest])
        (tmp_path / "trusted.pem").write_bytes(certificate_bytes(identity.certificate, as_text=True))
        told = ran(
            openssl, "cms", "-verify", "-inform", "DER", "-in", tmp_path / "signature.der", "-binary",
            "-content", tmp_path / "content", "-CAfile", tmp_path / "trusted.pem", "-partial_chain",
            "-purpose", "any", "-attime", str(int(AT.timestamp())), "-out", tmp_path / "out",
        )  # fmt: skip
        assert "Verification successful" in told


def test_qpdf_finds_no_fault_in_any_of_its_states(
    signed_once: SignedReview, tmp_path: Path, qpdf: str
) -> None:
    for name, data in (("one", signed_once.by_reviewer), ("two", signed_once.by_both)):
        (tmp_path / name).write_bytes(data)
        assert "No syntax or stream encoding errors" in ran(qpdf, "--check", tmp_path / name)


def test_pypdf_reads_the_same_data_and_the_relations_between_them(signed_once: SignedReview) -> None:
    document = reader(signed_once.by_both)
    root: Any = document.root_object
    related = [one.get_object() for one in root["/AF"]]
    relations = {str(one["/UF"]): str(one["/AFRelationship"]) for one in related}

    assert relations == {
        "review.json": "/Source",
        "assessment.json": "/Data",
        "sign-off.json": "/Data",
        "question-pack.json": "/Supplement",
        "how-to-recompute.txt": "/Supplement",
    }
    attached = {name: files[0] for name, files in document.attachments.items()}
    assert attached == signed_pdf(signed_once.by_both).inside
    form: Any = root["/AcroForm"]
    assert [str(field.get_object()["/T"]) for field in form["/Fields"]] == ["reviewer", "sponsor"]


def test_the_first_signature_certifies_and_the_last_locks(signed_once: SignedReview) -> None:
    root: Any = reader(signed_once.by_both).root_object
    certifying = root["/Perms"]["/DocMDP"]["/Reference"][0]["/TransformParams"]
    sponsor = root["/AcroForm"]["/Fields"][1].get_object()

    assert certifying["/P"] == 2
    assert (sponsor["/Lock"]["/Action"], sponsor["/Lock"]["/P"]) == ("/All", 1)
    assert [one.locks for one in signed_pdf(signed_once.by_both).signatures] == [False, True]


def test_the_unsigned_report_carries_its_data_too() -> None:
    review = specified_review("ferrowick")
    attached = {name: files[0] for name, files in reader(pdf_of("ferrowick")).attachments.items()}

    assert set(attached) == INSIDE
    assert attached["review.json"] == write_review(review)
    assert attached["assessment.json"] == write_assessment(assess(review))
    found = {one.code for one in verify(pdf_of("ferrowick")).findings}
    assert found == {"unsigned", "seal", "bands"}


def test_a_stranger_recomputes_bands_and_seal_from_what_was_extracted(
    signed_once: SignedReview, tmp_path: Path
) -> None:
    written = extract_to(signed_once.by_both, tmp_path / "data")
    content = {path.name: path.read_bytes() for path in written}

    again = assess(read_review(content["review.json"], built_in_pack()).snapshot)

    assert set(content) == INSIDE | {"sign-off.json"}
    assert write_assessment(again) == content["assessment.json"]
    stated = json.loads(content["sign-off.json"])["sign_off"]["seal"]
    three = (content["review.json"], content["question-pack.json"], content["assessment.json"])
    assert by_a_stranger(*three) == stated
    explained = content["how-to-recompute.txt"].decode()
    assert "RFC 8785" in explained
    assert "{" not in explained


def test_a_redacted_report_carries_redacted_data_only() -> None:
    """What may not be printed may not ride along either."""
    review = redacted(specified_review("ferrowick"), Hidden.NAMES)

    inside = b"".join(one.data for one in copy_inside(review, assess(review)).files)
    found = verify(pdf_for(review))

    assert b"Ferrowick" not in inside
    assert b"Patchbay" not in inside
    assert {one.code for one in found.findings} == {"unsigned", "seal", "bands"}
    assert found.seal == seal(review, assess(review))


def test_an_attachment_that_unpacks_to_gigabytes_is_refused_at_once(signed_once: SignedReview) -> None:
    import io
    import zlib

    from pyhanko.pdf_utils.generic import StreamObject, pdf_name
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(signed_once.by_reviewer))
    packed = zlib.compressobj(9)
    bomb = b"".join(packed.compress(bytes(1 << 20)) for _n in range(300)) + packed.flush()
    stream = StreamObject({pdf_name("/Filter"): pdf_name("/FlateDecode")}, encoded_data=bomb)
    first = writer.root["/AF"][0].get_object()
    first["/EF"]["/F"] = writer.add_object(stream)
    writer.update_container(first)
    out = io.BytesIO()
    writer.write(out)

    assert len(bomb) < 1 << 20
    with pytest.raises(NotReadableAsPdfError):
        signed_pdf(out.getvalue())


def test_a_pdf_of_somebody_else_has_nothing_to_extract(tmp_path: Path) -> None:
    import io

    from pypdf import PdfWriter

    out = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(out)

    with pytest.raises(NothingInsideError):
        extract_to(out.getvalue(), tmp_path / "data")
    with pytest.raises(NotReadableAsPdfError):
        extract_to(b"no PDF", tmp_path / "data")
    assert not (tmp_path / "data").exists()
