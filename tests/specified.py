"""The reviews whose assessments the specification gives, as snapshots and as expected JSON."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import resources
from app.interchange import read_review
from app.packs import built_in_pack
from models.snapshot import Snapshot

FOLDER = Path(__file__).parent / "data" / "assessment"
NAMES = ("tiny_empty", "tiny_one_tool", "tiny_unknowns", "ferrowick")


@cache
def specified_review(name: str) -> Snapshot:
    """One of the four reviews."""
    path = FOLDER / f"{name}.review.json"
    if name == "ferrowick":
        path = resources.path("demo", "ferrowick.review.json")
    return read_review(path.read_bytes(), built_in_pack()).snapshot


def specified_assessment_text(name: str) -> str:
    """The expected assessment of one of the four reviews, as it stands in its file."""
    return (FOLDER / f"{name}.assessment.json").read_text(encoding="utf-8")


def specified_assessment(name: str) -> Any:
    """The expected assessment of one of the four reviews. Any: JSON that was read."""
    return json.loads(specified_assessment_text(name))
