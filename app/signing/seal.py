"""The seal of a review: one number that changes whenever an answer, an entry, the pack or a result does.

It is the SHA-256, as 64 small hexadecimal digits, of one JSON object in canonical form (RFC 8785, see
`app.signing.canonical`). The object has five fields:

    "format"         the text "plumbline-seal"
    "version"        the number 1
    "review"         the review in the interchange format, its top-level lists sorted, empty ones left out
    "question_pack"  the question pack with all its words
    "assessment"     the assessment in its own format

Sorted means: by the bytes of each item in canonical form. In which order people entered something counts for
nothing; within an entry, order is kept. Evidence files count by the SHA-256 in their entry, the risk model by
the name that review and assessment give it. The title, the number and the state of the review are not in it:
the sign-off names them beside the seal.

A report carries the three parts as attachments, so whoever has one can recompute the seal from it alone.
"""

import hashlib
import json

from app.interchange import review_json
from app.signing.canonical import canonical
from models.assessment import Assessment
from models.pack import QuestionPack, pack_to_json
from models.snapshot import Snapshot
from models.values import Json

SEAL_FORMAT, SEAL_VERSION = "plumbline-seal", 1


def seal(snapshot: Snapshot, assessment: Assessment) -> str:
    """The seal of a review with its assessment; 64 hex digits."""
    # Not by way of the three files: at five hundred tools, writing and reading them is most of the work.
    return seal_of(review_json(snapshot), pack_to_json(snapshot.pack), assessment.to_json())


def read_part(data: bytes) -> Json:
    """One of the three parts as anybody reads it from its JSON file."""
    # The hook changes nothing, but lets the window's thread have its turn after each object: read in one go,
    # the assessment of five hundred tools would hold it up for as long as that takes.
    found: Json = json.loads(data, object_hook=lambda found: found)
    return found


def seal_of(review: Json, pack: Json, assessment: Json) -> str:
    """The seal of the three parts as anybody reads them from their JSON files."""
    body: dict[str, Json] = {
        "format": SEAL_FORMAT,
        "version": SEAL_VERSION,
        "review": _without_order(review),
        "question_pack": pack,
        "assessment": assessment,
    }
    return hashlib.sha256(canonical(body)).hexdigest()


def write_pack(pack: QuestionPack) -> bytes:
    """A question pack as a JSON file: the same pack always gives the same bytes."""
    return f"{json.dumps(pack_to_json(pack), ensure_ascii=False, indent=1)}\n".encode()


def _without_order(review: Json) -> Json:
    if not isinstance(review, dict):
        return review
    return {
        name: sorted(value, key=canonical) if isinstance(value, list | tuple) else value
        for name, value in review.items()
        if value not in ([], ())
    }
