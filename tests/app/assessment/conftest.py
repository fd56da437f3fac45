"""What the tests of the assessment share."""

import pytest

from models.snapshot import Snapshot
from tests.app.assessment.small_review import small_review


@pytest.fixture
def small() -> Snapshot:
    return small_review()
