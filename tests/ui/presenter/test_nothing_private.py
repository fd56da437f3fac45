"""No private text can reach the room: a review full of marks, the real windows, every place, every choice."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from app.assessment import assess
from app.recent import remember
from app.register_columns import REGISTERS
from app.risk_filter import RiskFilter
from models.assessment import Assessment
from models.pack import QuestionPack
from models.risk import Risk
from models.snapshot import Snapshot
from models.storage import create_file
from models.storage.key import SALT_LENGTH, file_key
from models.values import Described, RegisterName
from tests.marked import marked_review, marks_in
from tests.ui.presenter.room import every_text, open_room
from tests.ui.reach import choose
from ui.main_window import MainWindow
from ui.presenter.window import AudienceWindow

PASSPHRASE = "four words not alike"
PACK = {"Section.title", "Question.text", "Question.levels", "Option.label"}
GUIDANCE = {"Question.why", "Question.evidence"}
NAMES = {"AITool.name", "UseCase.name", "Vendor.name"}
PLAN = {"ActionItem.text", "ActionItem.proposed_owner_role"}
REVIEW, MARKS = marked_review()
OTHER, FOLDER = "mark99998z", "mark99999z"
ALL_MARKS = {**MARKS, OTHER: "another client", FOLDER: "a folder"}
NEVER_GIVEN = (Snapshot, Assessment, QuestionPack, Described, Risk, RiskFilter, Path)


@pytest.fixture
def marked(window: MainWindow, tmp_path: Path, config: Path) -> MainWindow:
    """The window with a review of marks, in a folder that is a mark, after another client's file."""
    remember(Path(f"/clients/{OTHER}.plumbline"), config)
    path = tmp_path / FOLDER / f"{FOLDER}.plumbline"
    path.parent.mkdir()
    create_file(path, PASSPHRASE, REVIEW, who=FOLDER).close()
    window.open_review(window._desk.open_typed(path, file_key(PASSPHRASE, path.read_bytes()[:SALT_LENGTH])))
    return window


def seen(room: AudienceWindow) -> set[str]:
    """Where the texts stand that can be seen or heard in the room."""
    return {ALL_MARKS[mark] for mark in marks_in(every_text(room))}


def places() -> Iterator[tuple[str, set[str]]]:
    """Every place of the consultant's window, with what the room may see there while nothing is chosen."""
    section = {"Section.title"}
    yield from ((f"page:{page}", section) for page in ("start", "scene", "registers", "report", "settings"))
    yield from ((f"register:{register}", section) for register in REGISTERS)
    for register, keys in REVIEW.registers.items():
        # An action opens on the plan, which the room may see.
        is_plan = register is RegisterName.ACTION_PLAN
        yield f"entry:{register}/{next(iter(keys))}", PLAN if is_plan else section
    yield from ((f"help:{page}", section) for page in ("keys", "cases", "about"))
    yield "page:fix_first", PLAN
    yield "page:risk_map", section
    yield from ((f"question:{question.id}", PACK) for question in REVIEW.pack.questions)


@pytest.mark.parametrize("is_on", [False, True], ids=["nothing chosen", "everything chosen"])
def test_only_listed_texts_get_to_the_room_wherever_the_consultant_is(
    marked: MainWindow, is_on: bool
) -> None:
    room = open_room(marked)
    for choice in ("room_numbers", "room_guidance") if is_on else ():
        choose(marked, choice)
    found: set[str] = set()

    for place, allowed in places():
        marked.follow(place)
        shown = seen(room)
        if is_on and place == "page:risk_map":
            assert shown
            assert shown <= NAMES
        else:
            assert shown <= (allowed | GUIDANCE if is_on and allowed == PACK else allowed), place
        found |= shown

    assert found >= PACK | PLAN | (GUIDANCE if is_on else set())


def test_the_map_shows_risks_of_this_client_and_no_reason(marked: MainWindow) -> None:
    room = open_room(marked)
    choose(marked, "room_numbers")

    for risk in assess(REVIEW).risks:
        marked.follow(f"risk:{risk.id}")
        assert seen(room) <= NAMES


def test_nothing_is_left_in_the_room_once_it_is_blank(marked: MainWindow) -> None:
    room = open_room(marked)
    choose(marked, "room_numbers")
    for place in ("question:ACC-05", "page:risk_map", "page:fix_first", "page:scene"):
        marked.follow(place)
        assert seen(room)

        choose(marked, "blank_room")
        assert seen(room) == set()
        choose(marked, "blank_room")


def test_the_room_holds_no_review_only_values(marked: MainWindow) -> None:
    room = open_room(marked)
    choose(marked, "room_numbers")

    for place in ("question:ACC-05", "page:risk_map", "page:fix_first", "page:scene"):
        marked.follow(place)
        held = [type(each).__name__ for each in reachable(room) if isinstance(each, NEVER_GIVEN)]
        assert held == [], place


def reachable(start: object) -> Iterator[object]:
    """Everything that the attributes of the window and of its parts lead to."""
    found: dict[int, object] = {}
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if id(each) in found or isinstance(each, str | int | float | type):
            continue
        found[id(each)] = each
        yield each
        if isinstance(each, dict):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, list | tuple | set | frozenset):
            waiting += each
        elif is_dataclass(each):
            waiting += [getattr(each, part.name) for part in fields(each)]
        elif type(each).__module__.startswith(("ui.", "app.", "models.")):
            waiting += vars(each).values()
