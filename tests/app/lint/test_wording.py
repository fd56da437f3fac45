"""Placeholders, names of the demo and of other clients, and people named in texts."""

from dataclasses import replace

import pytest

import resources
from app.lint.wording import DEMO_WORDS, agreeing_to_be_named, is_placeholder
from models.snapshot import Snapshot
from models.values import ActionItem, EvidenceItem, RegisterName, RiskDecision
from tests.changes import applied, with_fields
from tests.sound import found, found_besides, sound_review
from tests.specified import specified_review

R = RegisterName
NOTE = "entry:ai_tools/T1/notes"


def noted(text: str) -> Snapshot:
    return with_fields(sound_review(), R.AI_TOOLS, "T1", notes=text)


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet", "TODO: ask IT", "Owner: TBD", "tbc", "xxx", "XXXX", "Owner is xxx.",
        "???", "[client name]", "<Client>", "{company}", "Insert scope here", "Enter the reason here",
        "Client name", "asdf", "John Doe", "This is placeholder text", "Sample client", "FIXME",
    ],
)  # fmt: skip
def test_a_placeholder_is_a_blocker(text: str) -> None:
    assert found_besides(noted(text)) == {"placeholder_text": NOTE}


@pytest.mark.parametrize(
    "text",
    [
        "Customer name, contact details", "Todo el equipo lo usa", "Tests run in a sandbox", "Name", "Test",
        "The sample is 5 percent", "Is this <b>bold</b>?", "Size XXL", "Ask here", "x", "Why?", "Exxxtra",
        "Name of the client contact", "The template has {name} fields for first names? No: [1], [2].",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not is_placeholder(text.replace("{name}", "merge"))


def test_every_kind_of_text_is_looked_at() -> None:
    snapshot = sound_review()
    snapshot = with_fields(snapshot, R.ENGAGEMENT, "engagement", background="tbd", regions=("UK", "tbd"))
    snapshot = snapshot.with_entry(R.ACTION_PLAN, ActionItem(id="N1", text="tbd", client_owner="IT"))
    snapshot = snapshot.with_entry(R.RISK_DECISIONS, RiskDecision(risk="EX-T1", notes="tbd"))
    snapshot = snapshot.with_entry(R.EVIDENCE, EvidenceItem(id="E1", title="tbd"))
    answer = replace(snapshot.answers["LOG-12/"], note="tbd")
    snapshot = snapshot.with_entry(R.ANSWERS, answer)

    places = {one.place for one in found(snapshot) if one.rule.id == "placeholder_text"}

    assert places == {
        "entry:engagement/engagement/background",
        "entry:engagement/engagement/regions",
        "action:N1/text",
        "risk:EX-T1/notes",
        "entry:evidence/E1/title",
        "answer:LOG-12//note",
    }


def test_the_names_of_the_demo_are_those_of_the_demo() -> None:
    demo = resources.read_bytes("demo", "ferrowick.review.json").decode()

    assert all(word in demo for word in DEMO_WORDS)


@pytest.mark.parametrize("text", ["As at Ferrowick.", "wes kowalczyk said so", "the LEDGERLINE CRM"])
def test_names_of_the_demo_are_left_over_anywhere_else(text: str) -> None:
    assert found_besides(noted(text)) == {"demo_text": NOTE}


def test_the_demo_itself_may_be_about_the_demo() -> None:
    assert "demo_text" not in {one.rule.id for one in found(specified_review("ferrowick"))}
    assert found_besides(noted("Ferrowicks and ledgerlines")) == {}


@pytest.mark.parametrize(
    ("text", "names", "is_found"),
    [
        ("As we saw at Kumquat.", ("Kumquat Ltd",), True),
        ("KUMQUAT uses it too", ("Kumquat Group plc",), True),
        ("the kumquat is a fruit", ("Kumquat Ltd",), False),
        ("Kumquats are fruit", ("Kumquat Ltd",), False),
        ("as at blue river, it is slow", ("Blue River Ltd",), True),
        ("Orchard & Pears has three", ("Orchard & Pears",), False),
        ("The orchard of Orchard", ("Orchard",), False),
        ("As AB has it", ("AB",), False),
        ("As we saw at Kumquat.", (), False),
    ],
)
def test_another_clients_name_is_found_and_shown_as_initials(
    text: str, names: tuple[str, ...], is_found: bool
) -> None:
    findings = found(noted(text), others=names)

    assert [(one.rule.id, one.place) for one in findings] == ([("other_client", NOTE)] if is_found else [])
    assert all("umquat" not in one.words.casefold() for one in findings)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Maud Sandström wired it.", {"P1"}),
        ("sandström wired it", {"P1"}),
        ("Per Ek and Maud  said so.", {"P2"}),
        ("Ek signed, per se.", set()),
        ("The MOPs lead wired it.", set()),
        ("Sandströms", set()),
    ],
)
def test_people_in_free_text_are_told_by_id(text: str, people: set[str]) -> None:
    findings = found(noted(text))

    assert {one.also.rpartition("/")[2] for one in findings} == people
    assert all((one.rule.id, one.place) == ("person_named", NOTE) for one in findings)
    assert all("sandstr" not in one.words.casefold() for one in findings)


def test_a_name_where_a_name_belongs_is_no_finding() -> None:
    snapshot = with_fields(sound_review(), R.AI_TOOLS, "T1", owner_person="Maud Sandström", deputy="Per Ek")

    assert found(snapshot) == ()


def test_who_agreed_may_be_named() -> None:
    snapshot = noted("Maud Sandström wired it.")

    agreed = applied(snapshot, agreeing_to_be_named(snapshot, "P1"))

    assert found(agreed) == ()
    assert agreeing_to_be_named(agreed, "P1") is None
    assert agreeing_to_be_named(agreed, "P77") is None
