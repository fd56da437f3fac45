"""Hints teach what can be done at a place, until it was done."""

from app.demo import demo_snapshot
from app.edits import put, set_field
from app.hints import HINTS, hint_at, learned_by
from models.values import ActionItem, Answer, AnswerState, RegisterName, System


def test_every_page_of_work_has_a_hint_and_the_others_have_none() -> None:
    for page in ("scene", "registers", "section", "risk_map", "fix_first", "report"):
        assert hint_at(page, (), came_by_link=False) is not None
    for page in ("start", "settings", "help", "search"):
        assert hint_at(page, (), came_by_link=True) is None


def test_what_was_learned_makes_room_for_the_next_hint_until_there_is_none() -> None:
    shown: list[str] = []
    while hint := hint_at("section", shown, came_by_link=True):
        shown.append(hint.name)

    assert shown == ["back", "answer", "palette"]


def test_an_edit_teaches_what_it_does() -> None:
    snapshot = demo_snapshot()
    given = Answer(question="ACC-03", state=AnswerState.UNKNOWN)
    edits = {
        "answer": put(snapshot, RegisterName.ANSWERS, given),
        "rows": put(snapshot, RegisterName.SYSTEMS, System(id="S99", name="New")),
        "plan": put(snapshot, RegisterName.ACTION_PLAN, ActionItem(id="N99", text="Do it")),
    }

    for name, edit in edits.items():
        assert learned_by(edit) == {name}
    assert not learned_by(set_field(snapshot, RegisterName.AI_TOOLS, "T01", "notes", "More"))


def test_hints_are_one_line_in_words_without_a_name_of_anybody() -> None:
    assert all(len(hint.words) <= 90 and hint.words.endswith(".") for hint in HINTS.values())
