"""A note that is typed without a rest is kept on the way, too."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets import being_typed
from ui.widgets.note_field import NoteField

pytestmark = pytest.mark.usefixtures("styled")


def test_typing_on_and_on_is_committed_every_so_often(
    qtbot: QtBot, light: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(being_typed, "LONGEST_MS", 200)
    field = NoteField(light, "note", "Note")
    qtbot.addWidget(field)
    field.show()
    kept: list[str] = []
    field.committed.connect(kept.append)

    for sign in "nobody checks":
        QTest.keyClicks(field, sign)
        QTest.qWait(40)
    at_the_last_key = list(kept)
    field.flush()

    assert at_the_last_key
    assert "nobody checks".startswith(at_the_last_key[-1])
    assert field.toPlainText() == "nobody checks"
    assert kept[-1] == "nobody checks"
