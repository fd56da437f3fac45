"""The machine-readable copy that rides in every report: what anybody needs to recompute bands and seal."""

import json
from dataclasses import dataclass

from app.i18n import _
from app.interchange import write_assessment, write_review
from app.signing.seal import read_part, seal_of, write_pack
from app.version import VERSION
from models.assessment import Assessment
from models.sign_off import ReadyToSign, sign_off_to_json
from models.snapshot import ReviewHeader, Snapshot

REVIEW_FILE = "review.json"
PACK_FILE = "question-pack.json"
ASSESSMENT_FILE = "assessment.json"
SIGN_OFF_FILE = "sign-off.json"
EXPLANATION_FILE = "how-to-recompute.txt"
JSON_TYPE, TEXT_TYPE = "application/json", "text/plain"
SIGN_OFF_FORMAT, SIGN_OFF_VERSION = "plumbline-sign-off", 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FileInside:
    """A file that rides in a report; `relation` is its AFRelationship (ISO 32000-2, 14.13)."""

    name: str
    title: str
    media_type: str
    relation: str
    data: bytes


@dataclass(frozen=True, slots=True)
class CopyInside:
    """The files of a report, and the seal that can be recomputed from them."""

    seal: str
    files: tuple[FileInside, ...]


def copy_inside(snapshot: Snapshot, assessment: Assessment, ready: ReadyToSign | None = None) -> CopyInside:
    """What rides in the report of a review; `ready` where it was sealed for signature."""
    review, pack, result = write_review(snapshot), write_pack(snapshot.pack), write_assessment(assessment)
    digits = seal_of(read_part(review), read_part(pack), read_part(result))
    files = [
        FileInside(
            name=REVIEW_FILE,
            title=_("The review: everything that was recorded"),
            media_type=JSON_TYPE,
            relation="Source",
            data=review,
        ),
        FileInside(
            name=PACK_FILE,
            title=_("The question pack that the answers belong to"),
            media_type=JSON_TYPE,
            relation="Supplement",
            data=pack,
        ),
        FileInside(
            name=ASSESSMENT_FILE,
            title=_("The assessment: every band with what it was made of"),
            media_type=JSON_TYPE,
            relation="Data",
            data=result,
        ),
    ]
    if ready is not None:
        files.append(
            FileInside(
                name=SIGN_OFF_FILE,
                title=_("The sign-off: the seal, who signs, and what they accept"),
                media_type=JSON_TYPE,
                relation="Data",
                data=sign_off_bytes(snapshot.header, ready),
            )
        )
    explained = FileInside(
        name=EXPLANATION_FILE,
        title=_("How to recompute the bands and the seal"),
        media_type=TEXT_TYPE,
        relation="Supplement",
        data=_explanation().encode(),
    )
    return CopyInside(digits, (*files, explained))


def sign_off_bytes(header: ReviewHeader, ready: ReadyToSign) -> bytes:
    """The sign-off as a JSON file: which review, which version, which seal, who, and what they accept."""
    body = {
        "format": SIGN_OFF_FORMAT,
        "version": SIGN_OFF_VERSION,
        "review": {"id": header.id, "number": header.number, "title": header.title},
        "sign_off": sign_off_to_json(ready),
    }
    return f"{json.dumps(body, ensure_ascii=False, indent=1)}\n".encode()


def _explanation() -> str:
    return _(
        "This report carries the data that it was made from. Plumbline {program} wrote it.\n\n"
        "{review}: everything that was recorded, with names and notes: treat it like the report's source.\n"
        "{pack}: the questions, with all their words.\n"
        "{assessment}: every band, and what it was made of.\n"
        "{sign_off}: in a report for signature, the seal, who signs, and which risks they accept.\n\n"
        "To recompute the bands:\n"
        "    plumbline extract REPORT.pdf --out FOLDER\n"
        "    plumbline assess FOLDER/{review} --format json\n"
        "The result is {assessment}, byte by byte.\n\n"
        "To recompute the seal without Plumbline:\n"
        "1. Read {review}, {pack} and {assessment} as JSON.\n"
        "2. In the review, drop every top-level field that is an empty list. Sort every other top-level\n"
        "   list by the bytes of its items, each written in canonical form. Change no order further inside.\n"
        '3. Make one object of five fields: "format" is "plumbline-seal", "version" is 1, "review" is the\n'
        '   review so sorted, "question_pack" and "assessment" are the two others as they are.\n'
        "4. Write it in canonical form: RFC 8785, UTF-8. Whole numbers keep all their digits.\n"
        "5. The seal is the SHA-256 of these bytes, as 64 small hexadecimal digits.\n\n"
        "To check a signed report: plumbline verify REPORT.pdf\n"
    ).format(
        program=VERSION,
        review=REVIEW_FILE,
        pack=PACK_FILE,
        assessment=ASSESSMENT_FILE,
        sign_off=SIGN_OFF_FILE,
    )
