"""What stands on a question is whole from the start, and Enter in its fields leads nowhere else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.values import AnswerState
from tests.ui.pages.section_desk import SectionDesk, small_review
from ui.theme import Theme
from ui.widgets.level_cards import AnswerCard

pytestmark = pytest.mark.usefixtures("styled")


def test_enter_gives_the_reason_and_leads_nowhere_though_the_register_is_empty(
    qtbot: QtBot, light: Theme
) -> None:
    desk = SectionDesk(qtbot, light, small_review(), "question:USE-05")

    desk.press("a")
    desk.write("no tool is used")
    desk.press(Qt.Key.Key_Return)
    QApplication.processEvents()

    answer = next(iter(desk.snapshot.answers.values()))
    assert answer.state is AnswerState.NOT_APPLICABLE
    assert answer.reason == "no tool is used"
    assert desk.links == []


@pytest.mark.parametrize("question", ["ACC-01", "OVR-01"])
def test_no_card_is_lower_than_its_words_even_before_the_question_is_painted(
    qtbot: QtBot, light: Theme, question: str
) -> None:
    desk = SectionDesk(qtbot, light, small_review(), "question:USE-02")
    desk.section.resize(956, 510)
    QApplication.processEvents()
    QApplication.processEvents()

    assert desk.section.show_place(f"question:{question}")

    cards = [card for card in desk.section.findChildren(AnswerCard) if card.isVisible()]
    assert len(cards) == 5
    assert all(card.height() >= card.heightForWidth(card.width()) for card in cards)
