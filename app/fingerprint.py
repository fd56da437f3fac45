"""The fingerprint of a review: changes whenever an input or a result does."""

import hashlib

from app.interchange import write_assessment, write_review
from models.assessment import Assessment
from models.snapshot import Snapshot


def fingerprint(snapshot: Snapshot, assessment: Assessment) -> str:
    """SHA-256 over the review and then its assessment, both as their interchange bytes; 64 hex digits."""
    digest = hashlib.sha256(write_review(snapshot))
    digest.update(write_assessment(assessment))
    return digest.hexdigest()
