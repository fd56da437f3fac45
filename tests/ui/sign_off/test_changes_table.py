"""What has changed since a version was sealed shows the risks that moved, also within their band."""

import pytest
from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.signing.changes import changes_between
from models.values import RegisterName
from tests.specified import specified_review
from tests.ui.reach import find
from ui.sign_off.changes_table import ChangesTable
from ui.theme import Theme
from ui.widgets.word_table import WordTable

pytestmark = pytest.mark.usefixtures("styled")


def test_a_risk_that_moved_never_shows_the_same_words_twice(qtbot: QtBot, light: Theme) -> None:
    sealed = specified_review("ferrowick")
    answer = next(each for each in sealed.answers.values() if each.question == "USE-01")
    now = sealed.with_entry(RegisterName.ANSWERS, answer.with_values(value=2))
    table = ChangesTable(light)
    qtbot.addWidget(table)

    table.show_changes(changes_between((sealed, assess(sealed)), (now, assess(now))))

    rows = find(table, WordTable, "changes_since").rows
    shown = [[str(rows.index(row, column).data()) for column in range(4)] for row in range(rows.rowCount())]
    moved = [row for row in shown if row[1] == "Risk with its controls"]
    assert moved
    assert all(before != after for _what, _field, before, after in moved)
    assert any("High (" in before for _what, _field, before, after in moved)
