"""The fingerprint moves with every input, and with nothing else."""

from app.assessment import assess
from app.fingerprint import fingerprint
from models.values import RegisterName
from tests.changes import with_fields
from tests.specified import specified_review


def test_the_same_review_has_the_same_fingerprint() -> None:
    snapshot = specified_review("ferrowick")

    assert fingerprint(snapshot, assess(snapshot)) == fingerprint(snapshot, assess(snapshot))
    assert len(fingerprint(snapshot, assess(snapshot))) == 64


def test_a_note_changes_it() -> None:
    before = specified_review("ferrowick")
    after = with_fields(before, RegisterName.AI_TOOLS, "T01", notes="Seen again.")

    assert fingerprint(before, assess(before)) != fingerprint(after, assess(after))
