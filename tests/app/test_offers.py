"""The values offered for a field, in the words in which people know them."""

import pytest

from app.cell_text import names_of
from app.demo import demo_snapshot
from app.offers import Offer, offer_words, offers_for
from app.register_columns import spec_at
from models.snapshot import Snapshot
from models.values import AITool, ApprovalGate, Tri, Unknown, UseCase, Vendor


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return demo_snapshot()


def test_a_closed_list_offers_its_values_and_to_record_nothing(snapshot: Snapshot) -> None:
    offers = offers_for(spec_at(ApprovalGate, "checks.named_approver"), snapshot, {})

    assert offers == (
        Offer(None, "Not recorded"),
        Offer(Tri.YES, "Yes"),
        Offer(Tri.NO, "No"),
        Offer(Tri.UNKNOWN, "Don't know"),
    )


def test_a_small_count_offers_every_number_with_its_meaning(snapshot: Snapshot) -> None:
    spec = spec_at(Vendor, "approval.level")

    offers = offers_for(spec, snapshot, {})

    assert [offer.value for offer in offers] == [None, 0, 1, 2, 3, 4, Unknown.UNKNOWN]
    assert offers[2].words == "1 purchase only"
    assert offer_words(spec, 4, {}) == "4 named live actions"


def test_a_reference_offers_the_entries_by_name_and_the_reserved_words(snapshot: Snapshot) -> None:
    offers = offers_for(spec_at(UseCase, "gate"), snapshot, names_of(snapshot))

    assert offers[1].words == "G1 Campaign send and copy approval"
    assert [offer.words for offer in offers[-2:]] == ["None", "Don't know"]


def test_a_free_text_and_a_large_count_offer_nothing(snapshot: Snapshot) -> None:
    assert offers_for(spec_at(AITool, "name"), snapshot, {}) == ()
    assert offers_for(spec_at(AITool, "users"), snapshot, {}) == ()
