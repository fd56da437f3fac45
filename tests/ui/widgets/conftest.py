"""What the tests of field editors share: an editor of any field, on the screen, and what it tells."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.cell_text import names_of
from app.register_columns import spec_at
from models.values import ENTRY_TYPES, RegisterName
from tests.specified import specified_review
from ui.theme import Theme
from ui.widgets.field_editor import FieldContext, FieldEditor
from ui.widgets.field_editors import editor_for

FERROWICK = specified_review("ferrowick")
Made = tuple[FieldEditor, list[object]]
Maker = Callable[..., Made]


@pytest.fixture
def made(qtbot: QtBot, light: Theme) -> Maker:
    def make(register: RegisterName, path: str, value: object = None) -> Made:
        editor = editor_for(light, spec_at(ENTRY_TYPES[register], path), path)
        qtbot.addWidget(editor)
        told: list[object] = []
        editor.committed.connect(told.append)
        editor.show_value(value, FieldContext(FERROWICK, names_of(FERROWICK), register))
        editor.resize(600, 200)
        editor.show()
        editor.activateWindow()
        QApplication.processEvents()
        assert told == []
        return editor, told

    return make
