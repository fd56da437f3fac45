"""Reviews and assessments as JSON, by the interchange format: in with every check, out the same each time."""

from app.interchange.errors import InterchangeError
from app.interchange.imported import Imported, ImportReport
from app.interchange.json_text import MOST_BYTES
from app.interchange.reader import read_review
from app.interchange.writer import review_json, write_assessment, write_review

__all__ = [
    "MOST_BYTES",
    "ImportReport",
    "Imported",
    "InterchangeError",
    "read_review",
    "review_json",
    "write_assessment",
    "write_review",
]
