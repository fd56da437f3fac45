"""What is ticked in a library becomes rows with the facts that the library states, and no others."""

import pytest

from app.day_words import short_day
from app.integrity import faults
from app.library_entries import Offer, add_from_library, has_library, matching, offers
from app.packs import built_in_pack
from app.register_columns import REGISTERS
from models.snapshot import Snapshot
from models.values import (
    AITool,
    Confidence,
    DataCategory,
    Engagement,
    RegisterName,
    System,
    UseCase,
    Vendor,
)
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
EMPTY = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example"))
WITH_LIBRARY = [register for register in REGISTERS if has_library(register)]


def added(snapshot: Snapshot, register: RegisterName, chosen: list[Offer]) -> Snapshot:
    for change in add_from_library(snapshot, register, chosen).changes:
        assert change.after is not None
        snapshot = snapshot.with_entry(change.register, change.after, change.index)
    return snapshot


@pytest.mark.parametrize("register", WITH_LIBRARY)
@pytest.mark.parametrize("snapshot", [EMPTY, FERROWICK], ids=["empty", "ferrowick"])
def test_all_offers_of_a_register_can_be_added_in_one_edit(
    register: RegisterName, snapshot: Snapshot
) -> None:
    all_of_them = list(offers(snapshot, register))

    after = added(snapshot, register, all_of_them)

    assert len({offer.id for offer in all_of_them}) == len(all_of_them)
    assert len(after.entries(register)) == len(snapshot.entries(register)) + len(all_of_them)
    assert faults(after) == ()


def test_there_are_libraries_for_the_registers_that_a_room_recognises() -> None:
    assert set(WITH_LIBRARY) == {
        RegisterName.AI_TOOLS,
        RegisterName.SYSTEMS,
        RegisterName.DATA_CATEGORIES,
        RegisterName.USE_CASES,
        RegisterName.MONITORS,
        RegisterName.REVIEW_CADENCES,
    }


def test_a_new_row_says_that_it_comes_from_the_library_and_when_it_was_known() -> None:
    offer = offers(EMPTY, RegisterName.SYSTEMS)[0]

    entry = added(EMPTY, RegisterName.SYSTEMS, [offer]).systems["S01"]

    assert entry.name == offer.title
    assert short_day(offer.known.as_known_on) in str(entry.source)
    assert "confirmed" in str(entry.source)


def test_what_is_asked_stays_open_and_what_must_be_given_is_assumed_exposed() -> None:
    offer = next(o for o in offers(EMPTY, RegisterName.AI_TOOLS) if o.group == "Used without asking")

    tool = added(EMPTY, RegisterName.AI_TOOLS, [offer]).ai_tools["T01"]

    assert isinstance(tool, AITool)
    assert (tool.approval, tool.owner, tool.origin) == (None, None, None)
    assert (tool.process_criticality, tool.confidence) == (5, Confidence.ASSUMED)


def test_features_of_registered_systems_come_first_and_know_their_host() -> None:
    system = System(id="S01", name="Adobe Marketo Engage", category="MAP")
    snapshot = EMPTY.with_entry(RegisterName.SYSTEMS, system)

    first = offers(snapshot, RegisterName.AI_TOOLS)[0]
    tool = added(snapshot, RegisterName.AI_TOOLS, [first]).ai_tools["T01"]

    assert first.group == "Arrives with S01 Adobe Marketo Engage"
    assert tool.host_system == "S01"


def test_a_feature_of_a_system_has_the_vendor_of_the_system_where_it_is_listed() -> None:
    system = System(id="S01", name="Adobe Marketo Engage", category="MAP", vendor_name="adobe ")
    hosted = EMPTY.with_entry(RegisterName.SYSTEMS, system)
    snapshot = hosted.with_entry(RegisterName.VENDORS, Vendor(id="V1", name="Adobe"))

    known = added(snapshot, RegisterName.AI_TOOLS, [offers(snapshot, RegisterName.AI_TOOLS)[0]])
    unknown = added(hosted, RegisterName.AI_TOOLS, [offers(hosted, RegisterName.AI_TOOLS)[0]])

    assert known.ai_tools["T01"].vendor == "V1"
    assert unknown.ai_tools["T01"].vendor is None


def test_categories_bring_their_sensitivity_and_use_cases_their_facts() -> None:
    category = added(EMPTY, RegisterName.DATA_CATEGORIES, [offers(EMPTY, RegisterName.DATA_CATEGORIES)[0]])
    use_case = added(EMPTY, RegisterName.USE_CASES, [offers(EMPTY, RegisterName.USE_CASES)[0]])

    first, used = category.data_categories["C01"], use_case.use_cases["U01"]
    assert isinstance(first, DataCategory)
    assert isinstance(used, UseCase)
    assert first.confidence is None
    assert used.role is not None


def test_a_search_wants_every_word_anywhere() -> None:
    offered = offers(EMPTY, RegisterName.SYSTEMS)

    assert {offer.title for offer in matching(offered, "HUB spot")} == {
        offer.title for offer in offered if "hubspot" in f"{offer.title} {offer.detail}".casefold()
    }
    assert matching(offered, "no such product") == ()


def test_an_offer_that_is_there_already_says_so() -> None:
    offer = offers(EMPTY, RegisterName.SYSTEMS)[0]
    snapshot = added(EMPTY, RegisterName.SYSTEMS, [offer])

    assert offers(snapshot, RegisterName.SYSTEMS)[0].is_present
