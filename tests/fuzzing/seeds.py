"""What a fuzzer begins with: small sound inputs of every kind, from the data of the tests."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import cast

import yaml

import resources
from app.data_file import read_yaml
from models.storage.opening import create_with_key
from models.storage.pages import readable_pages
from tests.fuzzing.sealing import sealing_key
from tests.inventories import DATA
from tests.small_pack import small_pack
from tests.specified import specified_review

_JSON = DATA.parent / "interchange"
_TOML = b"""as = "ai_tools"
encoding = "utf-8"
delimiter = ";"
header_row = 2
day_order = "day_first"
duplicates = "merge"
[defaults]
status = "approved"
[columns]
"Tool" = "name"
"Remark" = ""
"Old" = "-"
[values.owner]
"IT*" = "team"
"""
_PDF = b"""%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/AF[4 0 R]/AcroForm<</Fields[6 0 R]/SigFlags 3>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[6 0 R]>> endobj
4 0 obj <</Type/Filespec/F(review.json)/UF(review.json)/EF<</F 5 0 R>>>> endobj
5 0 obj <</Type/EmbeddedFile/Filter/FlateDecode/Length 10>> stream
x\x9c\xab\xae\x05\x00\x01u\x00\xf9
endstream endobj
6 0 obj <</Type/Annot/Subtype/Widget/FT/Sig/T(reviewer)/Rect[0 0 0 0]/P 3 0 R/V 7 0 R>> endobj
7 0 obj <</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 9 99 9]
/Contents<3000>>> endobj
"""


def _inventory() -> Iterator[bytes]:
    yield b"Tool;Owner;Approved on\r\nAlpha;IT;03/04/2024\r\nBeta;;2024-05-06\r\n"
    yield b'sep=,\nname,vendor,status\n"a ""b""",Acme,approved\n'
    yield "Werkzeug\tAnbieter\nÄlpha\tAcme\n".encode("utf-16")
    yield (DATA / "dirty_inventory.csv").read_bytes()[:3_000]


def _workbook() -> Iterator[bytes]:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("Tool", "Owner", "Since"), ("Alpha", "IT", "=1+1"), ("Beta", True, 4.5)):
        sheet.append(row)
    book.create_sheet("Empty")
    made = BytesIO()
    book.save(made)
    yield made.getvalue()


def _review_json() -> Iterator[bytes]:
    for file in sorted(_JSON.glob("*.json")):
        yield file.read_bytes()


def _pages() -> Iterator[bytes]:
    """The plain pages of a small review's file, and a file as it lies on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "client.plumbline"
        review = replace(specified_review("tiny_one_tool"), pack=small_pack())
        create_with_key(path, sealing_key(), review, who="Fuzz").close()
        good = readable_pages(path, sealing_key()).good
        yield b"".join(good[number] for number in sorted(good))
        yield path.read_bytes()


def _report() -> Iterator[bytes]:
    """A small hand-made one; one that ReportLab made, before and after two people signed it."""
    from app.signing.identity import new_identity, now
    from app.signing.pades import Signing, signed_bytes
    from models.sign_off import SignRole

    body = _PDF
    places = [body.index(b"%d 0 obj" % n) for n in range(1, 8)]
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer <</Size 8/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    yield body + b"xref\n0 8\n0000000000 65535 f \n" + table + end
    report = _small_report()
    yield report
    at = now()
    for role in (SignRole.REVIEWER, SignRole.SPONSOR):
        who = new_identity("Ana", now=at - timedelta(days=1))
        report = signed_bytes(report, who, Signing(role=role, position="P", seal="0" * 64, at=at))
    yield report


def _small_report() -> bytes:
    """A page with both fields and the data of a review inside, as reports have them."""
    from reportlab.pdfgen.canvas import Canvas

    from app.assessment import assess
    from app.reporting.inside import SignField, put_field_in, put_files_in
    from app.signing.copy_inside import copy_inside

    review = specified_review("tiny_empty")
    copy = copy_inside(review, assess(review))
    made = BytesIO()
    canvas = Canvas(made)
    canvas.drawString(50, 700, copy.seal)
    put_field_in(canvas, SignField("reviewer", locks=False), 50, 500, 200, 80)
    put_field_in(canvas, SignField("sponsor", locks=True), 50, 300, 200, 80)
    put_files_in(canvas, (file for file in copy.files if file.name != "question-pack.json"))
    canvas.save()
    return made.getvalue()


def _identity() -> Iterator[bytes]:
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    from app.signing.identity import new_identity, now

    who = new_identity("Ana", now=now())
    yield pkcs12.serialize_key_and_certificates(
        b"Ana", who.key, who.certificate, None, BestAvailableEncryption(b"fuzz")
    )


def _memory() -> Iterator[bytes]:
    yield b'\x00look = "dark"\ntext_size = 120\nname = "Ana"\nhints_done = ["answer"]\nlock_after = 5\n'
    yield b'\x01[{"path": "/a/b.plumbline", "opened": "2026-11-28T09:00:00+00:00"}]'
    yield b'\x02["504c4201aabb"]'
    yield (
        b'\x03[{"first": "a", "headings": "b", "register": "ai_tools", "encoding": "", "delimiter": ";",'
        b' "header_row": 0, "columns": ["name"], "values": {"name": {"a": "b"}}, "facts": {},'
        b' "day_order": "", "duplicates": ""}]'
    )
    yield b'\x04{"path": "a", "place": "page:scene", "is_open": true, "seen": ["x"]}'


def _window() -> Iterator[bytes]:
    yield b"[registers]\ncolumns\\ai_tools=name|owner\nwidths\\ai_tools=name:120|owner:80\n"
    yield b"[window]\n800x800%20panes\\section_0=320.0\n"


def _clipboard() -> Iterator[bytes]:
    yield b'Name\tOwner\nAlpha\tIT\n"Be\nta"\t\n'


def _key() -> Iterator[bytes]:
    from app.recovery_key import recovery_text

    yield recovery_text(sealing_key()).encode()


def _template() -> Iterator[bytes]:
    yield b"""format = "plumbline-template-1"
name = "Lantern"
[colours]
accent = "#335577"
[words]
cover = "Cover"
legal = "Legal"
"""


def _logo() -> Iterator[bytes]:
    from PIL import Image

    for kind in ("PNG", "JPEG"):
        made = BytesIO()
        Image.new("RGB", (64, 64), (20, 40, 60)).save(made, kind)
        yield made.getvalue()


def _mapping() -> Iterator[bytes]:
    yield _TOML
    yield (DATA / "federal_inventory.toml").read_bytes()[:4_000]


def _packs() -> Iterator[bytes]:
    """Sections and questions of our own pack, with the counts that belong to them; and its beginning."""
    text = resources.read_bytes("packs", "qb-1.yaml")
    whole = read_yaml(text.decode(), "qb-1.yaml")
    assert isinstance(whole, dict)
    first = cast("list[dict[str, object]]", whole["questions"])[:2]
    counts = {"question_count": 2, "express_question_count": sum(one.get("express") is True for one in first)}
    yield yaml.safe_dump(whole | counts | {"questions": first}, sort_keys=False).encode()
    yield text[:12_000]


SEEDS: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "review_json": _review_json,
    "csv": _inventory,
    "xlsx": _workbook,
    "mapping": _mapping,
    "pack": _packs,
    "review_file": _pages,
    "pdf": _report,
    "identity": _identity,
    "memory": _memory,
    "window_memory": _window,
    "clipboard": _clipboard,
    "recovery_key": _key,
    "template": _template,
    "logo": _logo,
}
