"""Writes reviews and assessments as JSON: the same values always give the same bytes."""

import json

from app.interchange.reader import REVIEW_FORMAT
from models.assessment import Assessment
from models.snapshot import INTERCHANGE_VERSION, RISK_MODEL, Snapshot
from models.values import LISTS, Json


def write_review(snapshot: Snapshot) -> bytes:
    """The review in the interchange format, version 1: inputs only, every list, nothing computed."""
    return _bytes(review_json(snapshot))


def review_json(snapshot: Snapshot) -> dict[str, Json]:
    """What stands in the file of a review, ready for `json.dumps`."""
    body: dict[str, Json] = {
        "format": REVIEW_FORMAT,
        "version": INTERCHANGE_VERSION,
        "question_bank": snapshot.pack.id,
        "risk_model": RISK_MODEL,
        "engagement": snapshot.engagement.write(),
    }
    if snapshot.incident_process is not None:
        body["incident_process"] = snapshot.incident_process.write()
    for register in LISTS:
        body[register.value] = [entry.write() for entry in snapshot.entries(register).values()]
    return {**body, **snapshot.extras}


def write_assessment(assessment: Assessment) -> bytes:
    """The assessment format, version 1, without producer and time stamp: equal results are equal bytes."""
    return _bytes(assessment.to_json())


def _bytes(body: dict[str, Json]) -> bytes:
    text = json.dumps(body, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()
