"""Every way to tamper with a signed report is caught: each line of the table is a test.

Some of these pass other tools: `pdfsig` accepts a page changed by an update, and what a PDF library calls
valid may have a forged title or junk behind its end.
"""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, StreamObject, pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    append_signature_field,
)
from pypdf import PdfReader, PdfWriter

from app.signing.against import known_reviews
from app.signing.findings import Grade, Verification
from app.signing.identity import Identity, new_identity
from app.signing.pades import Signing, signed_bytes
from app.signing.pdf_checks import checked_as_a_whole, checked_signatures
from app.signing.pdf_signatures import NotReadableAsPdfError, signed_pdf
from app.signing.verification import verify
from models.sign_off import SignRole
from models.storage import open_file
from tests.app.signing.conftest import AT, PASSPHRASE, QUICK, SignedReview, signed_by_both


def codes(found: Verification) -> set[str]:
    return {one.code for one in found.all_findings if one.grade in {Grade.BAD, Grade.OPEN}}


def against(data: bytes, file: Path) -> Verification:
    with open_file(file, PASSPHRASE, read_only=True, cost=QUICK) as store:
        return verify(data, known_reviews(store))


def updated(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with an incremental update, as any editor appends one."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def forge_a_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][1].get_object()
    drawn = StreamObject(stream_data=b"BT /F1+0 40 Tf 100 300 Td (No risk at all) Tj ET")
    page["/Contents"] = ArrayObject([page.raw_get("/Contents"), writer.add_object(drawn)])
    writer.update_container(page)


def forge_the_title(writer: IncrementalPdfFileWriter) -> None:
    about = writer.trailer["/Info"]
    about["/Title"] = pdf_string("Another client's report")
    writer.update_container(about)


def add_a_note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    note = DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Text"),
            pdf_name("/Contents"): pdf_string("Approved"),
            pdf_name("/Rect"): ArrayObject(page["/MediaBox"]),
        }
    )
    notes = page.get("/Annots", ArrayObject())
    page["/Annots"] = ArrayObject([*notes, writer.add_object(note)])
    writer.update_container(page)


@pytest.fixture(scope="module")
def signed_once(tmp_path_factory: pytest.TempPathFactory, ana: Identity, bo: Identity) -> SignedReview:
    """The report of a small review: it has all the parts of a large one and is checked in half the time."""
    return signed_by_both("tiny_one_tool", tmp_path_factory.mktemp("small"), ana, bo)


def test_what_nobody_touched_is_sound(signed: SignedReview) -> None:
    found = against(signed.by_both, signed.file)

    assert found.is_sound, codes(found)
    assert [one.name for one in found.signatures] == ["Ana López", "Bo Ferrowick"]
    assert {one.code for one in found.findings} == {"whole-file", "seal", "bands", "in-trail"}


@pytest.mark.parametrize("number", range(12))
def test_a_flipped_byte_in_what_was_signed(signed_once: SignedReview, number: int) -> None:
    data = bytearray(signed_once.by_both)
    place = Random(number).randrange(len(data))
    data[place] ^= 0x01

    assert not verify(bytes(data)).is_sound, f"byte {place}"


def test_a_flipped_bit_anywhere_in_the_parts_of_the_signature_that_no_digest_covers(
    ana: Identity, bo: Identity
) -> None:
    """On a blank page: the signature is the same as in a report, and what it signs is looked at elsewhere."""
    data = blank_page()
    for role, person in ((SignRole.REVIEWER, ana), (SignRole.SPONSOR, bo)):
        data = signed_bytes(data, person, Signing(role=role, position="", seal="0" * 64, at=AT))
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    end = data.index(b">", start)
    signature = bytes.fromhex(data[start:end].decode())
    heads = [*range(60), *Random(7).sample(range(60, len(signature.rstrip(b"\0"))), 40)]
    assert holds(data)

    for place in heads:
        flipped = bytearray(signature)
        flipped[place] ^= 1 << place % 8

        assert not holds(data[:start] + flipped.hex().encode() + data[end:]), f"byte {place}"


def blank_page() -> bytes:
    """A PDF of one page with the two fields of a report."""
    writer = PdfFileWriter()
    empty = writer.add_object(StreamObject(stream_data=b""))
    writer.insert_page(PageObject(contents=empty, media_box=(0, 0, 300, 300)))
    reviewer = SigFieldSpec(SignRole.REVIEWER.value, on_page=0, box=(10, 10, 200, 60))
    append_signature_field(writer, reviewer)
    sponsor = replace(
        reviewer,
        sig_field_name=SignRole.SPONSOR.value,
        field_mdp_spec=FieldMDPSpec(FieldMDPAction.ALL),
        doc_mdp_update_value=MDPPerm.NO_CHANGES,
    )
    append_signature_field(writer, sponsor)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def holds(data: bytes) -> bool:
    """Whether the signatures alone hold: the rest of a check takes longer and is looked at elsewhere."""
    try:
        pdf = signed_pdf(data)
    except NotReadableAsPdfError:
        return False
    found = [f for one in checked_signatures(pdf) for f in one.findings] + [*checked_as_a_whole(pdf)]
    return all(one.grade is Grade.GOOD for one in found)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.97, 1.0])
def test_a_flipped_byte_in_the_signature_itself(signed_once: SignedReview, share: float) -> None:
    """Its value, its certificate, and the noughts behind it, where no digest looks."""
    data = bytearray(signed_once.by_both)
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    end = data.index(b">", start)
    place = round(start + share * (end - 1 - start))
    data[place] = ord("1") if data[place] != ord("1") else ord("2")

    assert not verify(bytes(data)).is_sound, f"byte {place}"


@pytest.mark.parametrize("change", [forge_a_page, forge_the_title, add_a_note])
def test_an_update_after_the_last_signature(
    signed_once: SignedReview, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    found = verify(updated(signed_once.by_both, change))

    assert {"not-whole-file", "unexplained-revision"} <= codes(found)


@pytest.mark.parametrize("change", [forge_a_page, forge_the_title, add_a_note])
def test_an_update_between_the_two_signatures(
    signed_once: SignedReview, bo: Identity, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    """The sponsor signs in good faith what was changed after the reviewer had signed."""
    forged = updated(signed_once.by_reviewer, change)
    seal = verify(signed_once.by_both).seal
    data = signed_bytes(forged, bo, Signing(role=SignRole.SPONSOR, position="", seal=seal, at=AT))

    assert "unexplained-revision" in codes(verify(data))


def test_a_forged_title_is_called_so(signed_once: SignedReview) -> None:
    assert "forged-title" in codes(verify(updated(signed_once.by_both, forge_the_title)))


@pytest.mark.parametrize("junk", [b"\n", b"%%EOF\n", b"junk" * 1000, b"\0"])
def test_junk_appended(signed_once: SignedReview, junk: bytes) -> None:
    assert not verify(signed_once.by_both + junk).is_sound


@pytest.mark.parametrize("junk", [b"\n", b"#!/bin/sh\n"])
def test_junk_in_front(signed_once: SignedReview, junk: bytes) -> None:
    assert not verify(junk + signed_once.by_both).is_sound


def test_a_file_rewritten_by_a_library(signed_once: SignedReview) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(signed_once.by_both)))
    out = io.BytesIO()
    writer.write(out)

    assert not verify(out.getvalue()).is_sound


def test_a_file_rewritten_by_qpdf(signed_once: SignedReview, tmp_path: Path, qpdf: str) -> None:
    (tmp_path / "two.pdf").write_bytes(signed_once.by_both)
    command = [qpdf, "--object-streams=generate", str(tmp_path / "two.pdf"), str(tmp_path / "new.pdf")]
    subprocess.run(command, check=False, capture_output=True, timeout=60)

    assert not verify((tmp_path / "new.pdf").read_bytes()).is_sound


def test_cut_back_to_what_the_reviewer_signed(signed: SignedReview) -> None:
    alone = verify(signed.by_reviewer)
    known = against(signed.by_reviewer, signed.file)

    assert codes(alone) == {"no-sponsor"}
    assert not alone.is_sound
    assert "cut-back" in codes(known)


def test_cut_back_to_before_any_signature(signed_once: SignedReview) -> None:
    first = signed_once.by_reviewer.index(b"%%EOF") + len(b"%%EOF\n")

    assert "unsigned" in codes(verify(signed_once.by_reviewer[:first]))


def test_a_third_signature(signed_once: SignedReview, bo: Identity) -> None:
    stranger = new_identity("Some Stranger", now=AT)

    def add_a_field(writer: IncrementalPdfFileWriter) -> None:
        append_signature_field(writer, SigFieldSpec("third", on_page=0, box=(10, 10, 200, 60)))

    with_room = updated(signed_once.by_both, add_a_field)
    data = third_signature(with_room, stranger)

    assert {"unexpected-signature", "unexplained-revision"} <= codes(verify(data))


def third_signature(data: bytes, identity: Identity) -> bytes:
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    from app.signing import pades

    out = io.BytesIO()
    PdfSigner(PdfSignatureMetadata(field_name="third"), signer=pades._signer(identity)).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(data)), output=out
    )
    return out.getvalue()


def test_signed_anew_by_somebody_who_calls_himself_the_same(signed: SignedReview) -> None:
    """By itself such a report is sound: only certificate and audit trail tell the two apart."""
    first = signed.by_reviewer.index(b"%%EOF") + len(b"%%EOF\n")
    data, seal = signed.by_reviewer[:first], verify(signed.by_both).seal
    for role in (SignRole.REVIEWER, SignRole.SPONSOR):
        name = {SignRole.REVIEWER: "Ana López", SignRole.SPONSOR: "Bo Ferrowick"}[role]
        signing = Signing(role=role, position="", seal=seal, at=AT)
        data = signed_bytes(data, new_identity(name, now=AT), signing)

    assert {"not-in-trail", "other-certificate"} <= codes(against(data, signed.file))


def test_signed_with_a_certificate_that_had_run_out(signed_once: SignedReview) -> None:
    first = signed_once.by_reviewer.index(b"%%EOF") + len(b"%%EOF\n")
    old = new_identity("Ana López", now=AT - timedelta(days=5000))
    signing = Signing(role=SignRole.REVIEWER, position="", seal="0" * 64, at=AT)

    data = signed_bytes(signed_once.by_reviewer[:first], old, signing)

    assert "unfit-certificate" in codes(verify(data))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"%PDF-1.4\n" + b"\0" * 2000])
def test_what_is_no_pdf_is_said_to_be_none(data: bytes) -> None:
    assert codes(verify(data)) == {"unreadable"}


def test_a_report_of_another_client_is_not_from_this_file(signed_once: SignedReview, tmp_path: Path) -> None:
    from models.storage import create_file
    from tests.specified import specified_review

    other = tmp_path / "other.plumbline"
    create_file(other, PASSPHRASE, specified_review("tiny_empty"), who="Ana", cost=QUICK).close()

    assert "other-file" in codes(against(signed_once.by_both, other))
