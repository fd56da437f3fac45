"""Approved and deployed scope stand side by side in words, set by set."""

from hypothesis import given

from app.assessment import Review
from app.assessment.vendor_scope import vendor_result
from app.cell_text import names_of
from app.vendor_scope_words import ScopeLine, scope_lines
from models.snapshot import Snapshot
from tests.specified import specified_review
from tests.strategies import snapshots

FERROWICK = specified_review("ferrowick")
SETS = ("systems", "capabilities", "data_categories", "purposes", "environments", "regions", "user_groups")


def lines(snapshot: Snapshot, vendor: str) -> tuple[ScopeLine, ...]:
    return scope_lines(Review(snapshot), snapshot.vendors[vendor], names_of(snapshot))


def test_all_seven_sets_are_told_with_what_nobody_approved() -> None:
    told = {line.what: line for line in lines(FERROWICK, "V6")}

    assert list(told) == [
        "Systems",
        "Capabilities",
        "Data",
        "Purposes",
        "Environments",
        "Regions",
        "User groups",
    ]
    assert told["Capabilities"].approved == ("See",)
    assert told["Capabilities"].deployed == ("See", "Store", "Trigger")
    assert told["Capabilities"].missing == ("Store", "Trigger")
    assert told["Data"].missing == ("Prospect contact data", "Internal free-text notes")
    assert told["Capabilities"].sentence == (
        "Capabilities: approved See; deployed See, Store, Trigger. Not approved: Store, Trigger."
    )


def test_what_is_approved_and_not_used_is_told() -> None:
    unused = [(key, line) for key in FERROWICK.vendors for line in lines(FERROWICK, key) if line.unused]

    assert unused
    assert all("Approved and not used: " in line.sentence for _key, line in unused)


@given(snapshot=snapshots())
def test_what_is_missing_and_unused_is_what_the_risk_model_finds(snapshot: Snapshot) -> None:
    review = Review(snapshot)
    for vendor in snapshot.vendors.values():
        result = vendor_result(review, vendor)
        for name, line in zip(SETS, lines(snapshot, vendor.id), strict=True):
            assert len(line.missing) == len(getattr(result.missing, name))
            assert len(line.unused) == len(getattr(result.over_approved, name))
