"""The dialog that asks with which identity to sign."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.sign_off import SignRole
from tests.ui.reach import click
from ui.dialogs.sign import SignDialog
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("styled")


def test_that_no_identity_is_chosen_is_said_no_longer_once_one_is(
    qtbot: QtBot, light: Theme, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SignDialog(light, SignRole.SPONSOR, (), "", window)
    dialog.open()
    click(dialog, "sign_go_on")
    said = dialog.notice.text

    dialog.choose(tmp_path / "Sam Sponsor.p12")

    assert "No identity is chosen" in said
    assert dialog.notice.text == ""
    dialog.reject()
