"""What the room sees is whole, large and readable without colour, from a small projector to 4K."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.assessment import assess
from app.audience import (
    AudienceAction,
    AudienceBlank,
    AudienceHorizon,
    AudiencePlan,
    AudienceQuestion,
    AudienceView,
    Choices,
    audience_view,
)
from models.snapshot import Snapshot
from models.values import Answer, AnswerState
from tests.changes import with_answers_to
from tests.specified import specified_review
from tests.ui.presenter.room import painted
from ui.presenter.column import Column
from ui.presenter.map_sheet import RoomMap
from ui.presenter.question_sheet import QuestionSheet
from ui.presenter.sheet import Sheet
from ui.presenter.window import AudienceWindow
from ui.theme import Theme, theme

SIZES = [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160)]
FERROWICK = specified_review("ferrowick")
ASSESSMENT = assess(FERROWICK)
# The smallest type of a question, in points: at the smallest size, without guidance and with it.
READABLE, GUIDED = 20.0, 17.0


def view_of(place: str, choices: Choices | None = None, snapshot: Snapshot = FERROWICK) -> AudienceView:
    return audience_view(snapshot, lambda: ASSESSMENT, place, choices or Choices())


@pytest.fixture(params=SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def room(request: pytest.FixtureRequest, styled: QApplication, light: Theme) -> Iterator[AudienceWindow]:
    """The window for the room in one of the sizes."""
    made = AudienceWindow(light)
    made.resize(request.param)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def small(styled: QApplication, light: Theme) -> Iterator[AudienceWindow]:
    """The window for the room on the smallest projector."""
    made = AudienceWindow(light)
    made.resize(SIZES[0])
    made.show()
    yield made
    made.close()
    made.deleteLater()


def sheet_of(room: AudienceWindow) -> Sheet[Any]:  # Any: what the view asks for
    QApplication.processEvents()
    return next(sheet for sheet in room.findChildren(Sheet) if sheet.isVisible())


@pytest.mark.parametrize("is_guided", [False, True], ids=["bare", "guided"])
def test_every_question_is_whole_and_large(room: AudienceWindow, is_guided: bool) -> None:
    for question in FERROWICK.pack.questions:
        view = view_of(f"question:{question.id}", Choices(shows_guidance=is_guided))
        room.show_view(view)
        sheet = sheet_of(room)

        assert type(sheet).__name__ == "QuestionSheet"
        assert sheet.fits(sheet.fitted, view), question.id
        assert sheet.fitted.font("room").pointSizeF() >= (GUIDED if is_guided else READABLE), question.id


def test_the_type_grows_with_the_window(light: Theme, styled: QApplication) -> None:
    sizes, room = [], light.font("room").pointSizeF()
    for size in SIZES:
        sheet = QuestionSheet(light)
        sheet.resize(size)
        sheet.show_value(question("ACC-05"))
        sizes.append(sheet.fitted.font("room").pointSizeF())
        sheet.deleteLater()

    assert sizes == sorted(sizes)
    assert sizes[0] >= room
    assert sizes[-1] > 3 * room


@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("place", ["page:scene", "page:fix_first"])
def test_agenda_and_plan_are_whole_at_any_text_size(
    room: AudienceWindow, light: Theme, place: str, scale: float
) -> None:
    room.show_theme(replace(light, scale=scale))
    view = view_of(place)

    room.show_view(view)

    sheet = sheet_of(room)
    assert type(sheet).__name__ in {"AgendaSheet", "PlanSheet"}
    assert sheet.fits(sheet.fitted, view)


def test_the_map_is_whole_and_cuts_no_name(room: AudienceWindow) -> None:
    room.show_view(view_of("page:risk_map", Choices(shows_numbers=True)))
    QApplication.processEvents()

    shown = room.findChildren(RoomMap)[0]

    assert shown.horizontalScrollBar().maximum() == 0
    assert shown.verticalScrollBar().maximum() == 0
    for name in ("Engage Campaign Agent (beta)", "Website product questions", "Patchbay AI steps"):
        assert name in painted(room)


def test_the_chosen_level_is_unmistakable_without_colour(small: AudienceWindow) -> None:
    for look in ("light", "dark", "contrast"):
        small.show_theme(theme(look))
        chosen, other = (grey(small, level) for level in (2, None))

        assert different(chosen, other) > 3000, look


def grey(room: AudienceWindow, level: int | None) -> QImage:
    """The room in grey, with a level of ACC-05 chosen or none."""
    given = (Answer(question="ACC-05", state=AnswerState.VALUE, value=level),) if level is not None else ()
    room.show_view(view_of("question:ACC-05", snapshot=with_answers_to(FERROWICK, "ACC-05", *given)))
    QApplication.processEvents()
    return room.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def different(one: QImage, other: QImage) -> int:
    """How many points differ so much that they differ on a bad projector, too."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(a - b) > 60 for a, b in zip(first, second, strict=True))


def test_choosing_an_answer_moves_nothing(small: AudienceWindow) -> None:
    bare = question("ACC-05", with_answers_to(FERROWICK, "ACC-05"))
    chosen = question("ACC-05")
    assert any(card.is_chosen for card in chosen.cards)

    bottoms = []
    for view in (bare, chosen):
        small.show_view(view)
        sheet = sheet_of(small)
        column = Column(sheet.fitted, 0, 0, sheet.room().width())
        sheet.lay(column, view)
        bottoms.append((column.y, sheet.fitted.scale))

    assert bottoms[0] == bottoms[1]


def test_a_spread_is_painted_by_count(small: AudienceWindow) -> None:
    people = list(FERROWICK.participants)[:2]
    answers = [
        Answer(question="ACC-05", state=AnswerState.VALUE, value=level, respondent=who)
        for level, who in zip((1, 3), people, strict=True)
    ]
    snapshot = with_answers_to(FERROWICK, "ACC-05", *answers)

    small.show_view(view_of("question:ACC-05", snapshot=snapshot))
    QApplication.processEvents()
    words = painted(small)

    assert words.count("1 answer") == 2
    assert "Answers differ; the marked one counts." in words
    assert all(snapshot.participants[who].name not in words for who in people)


def test_a_plan_too_long_for_readable_type_is_counted_not_shrunk(small: AudienceWindow) -> None:
    actions = tuple(
        AudienceAction(f"Do thing number {n} before anybody asks for it again", "Head of MOPs", None, False)
        for n in range(60)
    )
    view = AudiencePlan((AudienceHorizon("Now, 14 days", actions),))

    small.show_view(view)
    sheet = sheet_of(small)

    assert sheet.fits(sheet.fitted, view)
    assert sheet.fitted.font("heading").pointSizeF() >= 10
    assert "more" in painted(small)


def test_an_empty_plan_says_so(small: AudienceWindow) -> None:
    small.show_view(AudiencePlan(()))
    QApplication.processEvents()

    assert "Nothing is agreed yet." in painted(small)


def test_what_is_painted_is_spoken(small: AudienceWindow) -> None:
    view = question("ACC-05")
    small.show_view(view)
    sheet = sheet_of(small)

    assert view.text in sheet.accessibleName()
    assert "Chosen: 1 Any administrator, no record" in sheet.accessibleDescription()
    small.show_view(AudienceBlank())
    assert sheet.accessibleName() == ""


def question(question_id: str, snapshot: Snapshot = FERROWICK) -> AudienceQuestion:
    view = view_of(f"question:{question_id}", snapshot=snapshot)
    assert isinstance(view, AudienceQuestion)
    return view
