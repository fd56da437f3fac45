"""What a tool can do with a system is changed in one step, and nothing is lost without a word."""

import pytest

from app.access_cells import KEYS, grant_words, removed_words, with_capabilities
from app.cell_text import names_of
from models.changed import changed
from models.values import AccessGrant, Basis, Capability
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
NAMES = names_of(FERROWICK)


def grant(key: str) -> AccessGrant:
    return FERROWICK.access_grants[key]


def test_every_capability_has_a_letter_of_its_own() -> None:
    assert sorted(KEYS.values(), key=list(Capability).index) == list(Capability)


def test_several_capabilities_are_one_step() -> None:
    edit = with_capabilities(FERROWICK, "T02", "S05", [Capability.CHANGE, Capability.SEE])

    made = edit.changes[0].after
    assert isinstance(made, AccessGrant)
    assert made.capabilities == (Capability.SEE, Capability.CHANGE)
    assert (made.integrity_class, made.basis) == (5, Basis.ASSUMED)
    assert len(edit.changes) == 1


def test_a_grant_keeps_its_details_while_anything_is_left_of_it() -> None:
    before = grant("A04-1")

    edit = with_capabilities(FERROWICK, before.tool, before.system, [Capability.INFER], before)

    assert edit.changes[0].after == before.with_values(capabilities=(Capability.INFER,))


def test_the_last_capability_takes_the_grant_away_in_a_step_that_names_it_and_can_be_undone() -> None:
    before = grant("A06-2")

    edit = with_capabilities(FERROWICK, before.tool, before.system, [], before)
    after = changed(FERROWICK, edit.changes)

    assert edit.label == "Remove A06-2, the access of “Poolstone Lookalike Segments” to “Granary”"
    assert "A06-2" not in after.access_grants
    assert changed(after, edit.inverse().changes) == FERROWICK


def test_what_is_lost_with_a_grant_is_said() -> None:
    said = removed_words(grant("A06-2"), NAMES)

    assert said.startswith("A06-2 had no capability left and was removed (Route: API; Identity: Shared")
    assert said.endswith("Ctrl+Z brings it back.")
    assert "Identity: not recorded" in grant_words(grant("A06-2").with_values(identity=None), NAMES)


def test_nothing_can_be_changed_outside_every_system() -> None:
    with pytest.raises(TypeError):
        with_capabilities(specified_review("tiny_empty"), "T01", "S01", [Capability.SEE])
