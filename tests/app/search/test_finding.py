"""What is typed finds questions, rows, risks, notes and help, the likeliest first."""

from dataclasses import replace

import pytest

from app.assessment import assess
from app.demo import demo_snapshot
from app.edits import answer, set_field
from app.parking import parked_points, parking, unparking
from app.search import Hit, action_item, find_names, find_texts, help_item, risk_items, search_index
from app.settling import settlement
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, RegisterName
from tests.changes import applied, with_fields

MOST = 8


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return demo_snapshot()


def names(snapshot: Snapshot, typed: str) -> list[Hit]:
    items = [
        action_item("undo", "Undo", "Edit menu", key="Ctrl+Z"),
        *search_index(snapshot).names,
        *risk_items(assess(snapshot).risks),
        help_item("keys", "Keys", "All the keys"),
    ]
    return [hit for found in find_names(items, typed, MOST) for hit in found.hits]


def texts(snapshot: Snapshot, typed: str) -> list[Hit]:
    return [hit for found in find_texts(search_index(snapshot).written, typed, MOST) for hit in found.hits]


@pytest.mark.parametrize("typed", ["ACC-03", "acc-03", "acc03", "acc3", "acc 03"])
def test_an_id_finds_its_question_first(snapshot: Snapshot, typed: str) -> None:
    assert names(snapshot, typed)[0].place == "question:ACC-03"


def test_words_of_a_question_find_it_by_their_beginnings_in_any_order(snapshot: Snapshot) -> None:
    text = snapshot.pack.question("ACC-03").text
    first, second = [word for word in text.split() if len(word) > 5 and word.isalpha()][:2]

    places = [hit.place for hit in names(snapshot, f"{second[:5]} {first[:5].upper()}")]

    assert "question:ACC-03" in places


def test_a_row_is_found_by_id_and_name_and_leads_to_its_card(snapshot: Snapshot) -> None:
    tool = next(iter(snapshot.ai_tools.values()))

    by_id, by_name = names(snapshot, tool.id), names(snapshot, tool.name)

    assert by_id[0].place == f"entry:ai_tools/{tool.id}"
    assert by_id[0].item.kind == "AI tool"
    assert by_id[0].place in [hit.place for hit in by_name]


def test_a_grant_is_called_by_what_it_joins(snapshot: Snapshot) -> None:
    grant = next(iter(snapshot.access_grants.values()))
    tool, system = snapshot.ai_tools[grant.tool], snapshot.systems[grant.system]

    hit = next(hit for hit in names(snapshot, grant.id) if hit.place == f"entry:access_grants/{grant.id}")

    assert tool.name in hit.item.title
    assert system.name in hit.item.title


def test_risks_actions_and_help_are_found_too(snapshot: Snapshot) -> None:
    risk = assess(snapshot).risks[0]

    assert names(snapshot, risk.id)[0].place == f"risk:{risk.id}"
    assert names(snapshot, "und")[0].place == "do:undo"
    assert "help:keys" in [hit.place for hit in names(snapshot, "keys")]


def test_a_title_that_begins_so_comes_before_one_that_has_the_word(snapshot: Snapshot) -> None:
    items = [action_item("a", "Export the review", ""), action_item("b", "Review files", "")]

    hits = find_names(items, "rev", MOST)[0].hits

    assert [hit.place for hit in hits] == ["do:b", "do:a"]


def test_nothing_typed_finds_nothing_and_a_word_that_is_nowhere_neither(snapshot: Snapshot) -> None:
    assert names(snapshot, " - ") == []
    assert names(snapshot, "undo xyzzy") == []


def noted(snapshot: Snapshot) -> Snapshot:
    key = next(iter(snapshot.answers))
    text = "Long before anybody asked. " * 9 + "Zoë said the café export was switched off,\nthen on again."
    return with_fields(snapshot, RegisterName.ANSWERS, key, note=text)


def test_a_note_is_found_in_the_search_with_its_words_marked_and_leads_to_the_note(
    snapshot: Snapshot,
) -> None:
    key = next(iter(snapshot.answers))

    hit = texts(noted(snapshot), "cafe SWITCHED")[0]

    assert hit.place == f"answer:{key}/note"
    assert hit.excerpt is not None
    assert hit.excerpt.label == "Note"
    marked = [hit.excerpt.text[at : at + length] for at, length in hit.excerpt.marks]
    assert marked == ["café", "switched"]
    assert hit.excerpt.text.startswith("…")
    assert "\n" not in hit.excerpt.text


def test_names_never_find_what_is_written_in_notes(snapshot: Snapshot) -> None:
    tool = next(iter(snapshot.ai_tools))
    secret = with_fields(noted(snapshot), RegisterName.AI_TOOLS, tool, notes="A cafeteria rumour")

    assert names(secret, "cafe") == []
    assert names(secret, "rumour") == []
    assert len(texts(secret, "cafe")) == 2


def test_a_field_that_has_the_words_is_where_the_hit_leads(snapshot: Snapshot) -> None:
    vendor = next(iter(snapshot.vendors))
    changed = with_fields(snapshot, RegisterName.VENDORS, vendor, notes="Renewal was quarrelsome")

    assert texts(changed, "quarrel")[0].place == f"entry:vendors/{vendor}/notes"


def test_words_may_be_spread_over_title_and_text(snapshot: Snapshot) -> None:
    vendor = next(iter(snapshot.vendors.values()))
    changed = with_fields(snapshot, RegisterName.VENDORS, vendor.id, notes="Renewal was quarrelsome")

    hit = texts(changed, f"quarrel {vendor.name}")[0]

    assert hit.place == f"entry:vendors/{vendor.id}/notes"


def test_lists_are_counted_whole_and_shown_in_part(snapshot: Snapshot) -> None:
    found = find_texts(search_index(snapshot).written, "a", 3)

    questions = next(each for each in found if each.heading == "Questions")
    assert len(questions.hits) == 3
    assert questions.total > 3


def test_the_same_query_gives_the_same_answer_whatever_was_there_before(snapshot: Snapshot) -> None:
    fresh = search_index(noted(snapshot))
    grown = search_index(noted(snapshot), search_index(snapshot))

    for typed in ("a", "cafe", "t0", "owner data"):
        ways = [
            [(each.heading, each.total, [hit.place for hit in each.hits]) for each in found]
            for found in (find_texts(fresh.written, typed, MOST), find_texts(grown.written, typed, MOST))
        ]
        assert ways[0] == ways[1]


def test_an_edit_makes_only_the_items_it_touches_anew(snapshot: Snapshot) -> None:
    first, second = list(snapshot.ai_tools)[:2]
    before = search_index(snapshot)
    edit = set_field(snapshot, RegisterName.AI_TOOLS, first, "notes", "New")
    assert edit.changes[0].after is not None

    after = search_index(snapshot.with_entry(RegisterName.AI_TOOLS, edit.changes[0].after), before)

    was, now = before.shelves[RegisterName.AI_TOOLS].items, after.shelves[RegisterName.AI_TOOLS].items
    assert now[first] is not was[first]
    assert now[second] is was[second]
    assert after.shelves[RegisterName.VENDORS] is before.shelves[RegisterName.VENDORS]


def test_another_name_shows_in_what_is_called_by_it(snapshot: Snapshot) -> None:
    grant = next(iter(snapshot.access_grants.values()))
    before = search_index(snapshot)
    renamed = with_fields(snapshot, RegisterName.AI_TOOLS, grant.tool, name="Renamed helper")

    after = search_index(renamed, before)

    assert "Renamed helper" in after.shelves[RegisterName.ACCESS_GRANTS].items[grant.id].title


def test_no_word_of_the_client_stands_in_the_representation_of_an_item(snapshot: Snapshot) -> None:
    item = next(iter(search_index(snapshot).shelves[RegisterName.AI_TOOLS].items.values()))
    hit = texts(noted(snapshot), "cafe")[0]

    assert item.title not in repr(item)
    assert "caf" not in repr((hit, hit.excerpt, replace(item)))


def test_an_answer_is_found_by_its_id_with_its_note_and_not_by_the_question_alone(snapshot: Snapshot) -> None:
    key = next(iter(snapshot.answers))
    question = snapshot.answers[key].question
    changed = noted(snapshot)

    by_id = [hit for hit in texts(changed, question) if hit.place == f"answer:{key}/note"]
    by_title = texts(changed, snapshot.pack.question(question).text)

    assert by_id[0].excerpt is not None
    assert not [hit for hit in by_title if hit.place.startswith("answer:")]


def test_what_cannot_be_chosen_comes_after_what_can() -> None:
    items = [action_item("redo", "Redo", "", why_not="nothing to redo"), action_item("report", "Report", "")]

    hits = find_names(items, "re", MOST)[0].hits

    assert [hit.item.title for hit in hits] == ["Report", "Redo"]


def test_what_was_parked_is_found_and_leads_to_where_it_came_up(snapshot: Snapshot) -> None:
    parked = applied(snapshot, parking(snapshot, "Ask Legal about the Canva contract", "ACC-05"))

    found = texts(parked, "canva")

    assert [hit.place for hit in found] == ["question:ACC-05"]
    assert found[0].item.kind == "Parked"
    assert not [hit for hit in names(parked, "canva") if hit.place == "question:ACC-05"]
    taken_off = applied(parked, unparking(parked, parked_points(parked)[0].id))
    assert texts(taken_off, "canva") == []


def test_a_note_is_found_after_the_room_has_agreed(snapshot: Snapshot) -> None:
    question = snapshot.pack.question("ACC-05")
    given = [
        Answer(
            question="ACC-05", state=AnswerState.VALUE, value=2, respondent="P01", note="We keep it in Sheets"
        ),
        Answer(question="ACC-05", state=AnswerState.VALUE, value=1, respondent="P02"),
    ]
    for one in given:
        snapshot = applied(snapshot, answer(snapshot, one))

    agreed = applied(snapshot, settlement(snapshot, question, 1))

    assert [hit.item.ident for hit in texts(agreed, "sheets")] == ["ACC-05"]
