"""What the check calls a blocker hinders sealing, until it is mended or waived."""

from datetime import date

from app.assessment import assess
from app.lint import blockers
from app.lint.waivers import waiving
from app.signing.before_sealing import hindrances
from models.changed import changed
from tests.specified import specified_review

TODAY = date(2026, 11, 28)


def test_every_blocker_hinders_with_its_place_until_it_is_waived() -> None:
    review = specified_review("ferrowick")
    found = blockers(review, assess(review), TODAY)
    assert found

    told = hindrances(review, assess(review), TODAY)
    waived = waiving(review, found, "As agreed.", "Ana", TODAY)
    assert waived is not None
    after = changed(review, waived.changes)

    assert [(one.words, one.place) for one in told] == [(one.words, one.place) for one in found]
    assert hindrances(after, assess(after), TODAY) == ()
