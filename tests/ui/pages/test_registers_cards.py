"""A row's card says what is computed about it, and what a change to it will do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from models.values import RegisterName, UseCase, UseCaseLevel
from tests.ui.desk import Desk
from tests.ui.pages.registers_desk import CONTROL, FERROWICK, column, registers_of, table
from tests.ui.reach import click, find, words
from ui.theme import Theme
from ui.widgets.entry_card import EntryCard

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Desk:
    return registers_of(qtbot, light, FERROWICK)


def card(desk: Desk) -> EntryCard:
    return find(desk.page, EntryCard, "entry_card")


def test_a_vendor_shows_both_scopes_set_by_set_with_what_nobody_approved(full: Desk) -> None:
    full.page.show_place("entry:vendors/V6")
    scope = find(card(full), QWidget, "scope_table")

    said = words(scope).splitlines()

    for name in ("Systems", "Capabilities", "Data", "Purposes", "Environments", "Regions", "User groups"):
        assert name in said
    assert "▲ Not approved: Store, Trigger" in said
    assert "▲ Not approved: Prospect contact data, Internal free-text notes" in said
    assert "Capabilities: approved See; deployed See, Store, Trigger." in scope.accessibleDescription()
    full.page.show_place("entry:systems/S01")
    assert not scope.isVisible()


def test_the_scope_follows_what_is_recorded(full: Desk) -> None:
    full.page.show_place("entry:vendors/V6")
    grant = next(grant for grant in full.snapshot.access_grants.values() if grant.tool == "T09")

    table(full).entries.given.emit("V6", "approval.level", 4)
    assert find(card(full), QLabel, "verdict").text().endswith("level 4, needs 4.")
    full.snapshot = full.snapshot.without_entry(R.ACCESS_GRANTS, grant.id)
    full.show()

    assert "Trigger" not in words(find(card(full), QWidget, "scope_table"))


def test_an_override_says_at_once_that_it_has_no_effect_and_what_it_needs(full: Desk) -> None:
    full.page.show_place("entry:use_cases/U01/override.level")
    form = card(full).form

    click(find(form, QWidget, "field_override.level"), "choice_Medium")

    note = find(form, QLabel, "note_override")
    needs = "The override has no effect. Still needed: a reason, an approver, an expiry date."
    assert note.text() == f"▲ {needs}"
    assert needs in find(card(full), QLabel, "verdict_because").text()
    for path, text in (("reason", "Drafts only"), ("approver", "Privacy lead"), ("expires_on", "2027-12-31")):
        box = form.body.box(f"override.{path}") if form.body else None
        assert box is not None
        editor = box.editor
        QTest.keyClicks(editor.target(), text)
        editor.flush()
    assert note.text() == "✓ Set by hand to Medium; by rule it is High."
    use_case = full.entry(R.USE_CASES, "U01")
    assert isinstance(use_case, UseCase)
    assert use_case.override is not None
    assert use_case.override.level is UseCaseLevel.MEDIUM
    assert column(full, "=Level")[0] == "Medium (H1)"


def test_what_may_happen_with_a_use_case_is_said_once_the_person_pauses(full: Desk, qtbot: QtBot) -> None:
    full.page.show_place("entry:use_cases/U01")
    outlook = find(card(full), QLabel, "outlook")

    qtbot.waitUntil(outlook.isVisible, timeout=3000)

    assert outlook.text() == "As things stand: controls first."
    full.page.show_place("entry:systems/S01")
    assert not outlook.isVisible()


def test_keys_and_buttons_lead_to_the_row_before_and_after_and_the_card_says_which_it_is(full: Desk) -> None:
    full.page.show_place("entry:ai_tools/T02")
    name = find(card(full), QLineEdit, "field_name")
    assert "2 of 14" in words(card(full))

    QTest.keyClick(name, Qt.Key.Key_PageDown, CONTROL)
    assert "3 of 14" in words(card(full))
    QTest.keyClick(name, Qt.Key.Key_PageUp, CONTROL)
    click(card(full), "previous_row")

    assert name.text() == "Engage Predictive Scoring"
    assert not find(card(full), QToolButton, "previous_row").isEnabled()
    assert find(card(full), QToolButton, "next_row").isEnabled()


def test_the_card_walks_through_the_rows_that_are_shown(full: Desk) -> None:
    QTest.keyClicks(find(full.page, QLineEdit, "filter_rows"), "quillmate")
    full.page.show_place("entry:ai_tools/T10")

    assert "1 of 2" in words(card(full))
    click(card(full), "next_row")

    assert find(card(full), QLineEdit, "field_name").text() == "Quillmate free accounts"
    assert not find(card(full), QToolButton, "next_row").isEnabled()
    assert find(full.page, QPushButton, "add_ai_tools").isVisible()
