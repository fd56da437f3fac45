"""The risk map: pictures that can be pointed at, walked, filtered, and asked why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from app.deciding import decision_edit
from models.risk import Band
from models.values import RegisterName, RiskDecision, Treatment
from tests.ui.pages.map_desk import MapDesk
from tests.ui.reach import click, find, words
from ui.pages.risk_map_page import LIST, MAP, MATRIX, RiskMapPage
from ui.theme import Theme
from ui.theme import theme as look
from ui.widgets.entry_form import EntryForm
from ui.widgets.link_row import LinkRow

pytestmark = pytest.mark.usefixtures("styled")

WHO_AND_WHEN = ("accepted_by", "accepted_until")


def test_the_counts_and_the_completeness_stand_at_the_top(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)

    shown = words(desk.page)

    assert find(desk.page, QPushButton, "count_critical").text() == "◆\u00a012\u00a0Critical"
    assert find(desk.page, QPushButton, "count_high").text() == "▲\u00a031\u00a0High"
    assert "59 of 61 questions answered, 2 unknown" in shown
    assert "12 of 69 risks are Critical; the first is about Patchbay AI steps." in shown


def test_the_keys_1_2_and_3_change_the_view(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    seen = []

    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        desk.key(find(desk.page, QTabBar, "map_tabs"), key)
        seen.append((desk.matrix.isVisible(), desk.map.isVisible(), desk.table.isVisible()))

    assert seen == [(True, False, False), (False, True, False), (False, False, True)]


def test_arrow_keys_walk_the_marks_and_say_their_sentence(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    desk.map.select("risk:EX-T13")

    desk.key(desk.map, Qt.Key.Key_Down)

    assert desk.map.current == "risk:EX-T01"
    assert "Engage Predictive Scoring can change or trigger" in words(desk.page)
    assert desk.map.accessibleDescription().startswith("Engage Predictive Scoring")


def test_every_mark_and_every_crowd_can_be_reached_by_arrow_keys(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    places = {f"risk:{risk}" for risk in ("EX-T13", "BC-U09", "VS-V4", "EX-T01", "EX-T03")}
    reached, edge = set[str](), [desk.map.next_place("", 0, 0)]

    while edge:
        place = edge.pop()
        reached.add(place)
        nearby = [desk.map.next_place(place, *step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        edge += [other for other in nearby if other and other not in reached]

    assert places <= reached
    assert {place for place in reached if place.startswith("spot:")}


def test_a_click_on_a_mark_opens_why_and_escape_closes_it(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)

    QTest.mouseClick(desk.map.viewport(), Qt.MouseButton.LeftButton, pos=desk.point(desk.map, "risk:EX-T03"))

    assert desk.why.isVisible()
    assert desk.why.risk_id == "EX-T03"
    assert "Likelihood 5 = 1 + 3 that hold + 1 for 1 not known" in words(desk.why)
    desk.key(desk.why, Qt.Key.Key_Escape)
    assert not desk.why.isVisible()


def test_enter_on_the_rest_of_a_cell_lists_it(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    desk.map.select("spot:4/5")

    desk.key(desk.map, Qt.Key.Key_Return)

    assert desk.table.isVisible()
    assert desk.table.model().rowCount() == 7
    assert "7 of 69 risks at likelihood 4, impact 5" in words(desk.page)


def test_enter_on_a_cell_of_the_matrix_opens_why_of_what_it_can_do(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=MATRIX)
    desk.matrix.select("cell:S01/T13")

    desk.key(desk.matrix, Qt.Key.Key_Return)

    assert desk.why.risk_id == "EX-T13"
    assert "Patchbay AI steps (unofficial) can" in desk.matrix.accessibleDescription()


def test_arrow_keys_skip_the_empty_cells_of_the_matrix(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=MATRIX)
    desk.matrix.select("cell:S02/T01")

    desk.key(desk.matrix, Qt.Key.Key_Right)
    first = desk.matrix.current
    desk.key(desk.matrix, Qt.Key.Key_Left)
    desk.key(desk.matrix, Qt.Key.Key_Down)

    assert first == "cell:S02/T05"
    assert desk.matrix.current == "cell:S01/T01"


def test_a_driver_leads_to_where_it_is_recorded(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    desk.page.show_place("risk:EX-T03")
    rows = {row.place: row for row in desk.why.findChildren(LinkRow)}

    desk.key(rows["question:ACC-10"], Qt.Key.Key_Return)
    desk.key(rows["entry:ai_tools/T03/reads_outside_text"], Qt.Key.Key_Space)

    assert desk.links == ["question:ACC-10", "entry:ai_tools/T03/reads_outside_text"]


def test_a_related_risk_opens_in_the_same_panel(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    desk.page.show_place("risk:EX-T13")
    rows = {row.place: row for row in desk.why.findChildren(LinkRow)}

    desk.key(rows["risk:DA-T13"], Qt.Key.Key_Return)

    assert desk.why.risk_id == "DA-T13"
    assert desk.links == []


def test_a_place_that_is_no_risk_of_this_review_is_not_shown(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)

    assert not desk.page.show_place("risk:EX-T99")
    assert not desk.page.show_place("question:ACC-10")
    assert not desk.why.isVisible()


def test_typed_words_filter_all_three_views(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    field = find(desk.page, QLineEdit, "filter_words")

    QTest.keyClicks(field, "kestrel")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert desk.map.place_at(desk.point(desk.map, "risk:EX-T13").toPointF()) != "risk:EX-T13"
    assert desk.map.rect_of("risk:EX-T13").isEmpty()
    desk.key(desk.map, Qt.Key.Key_3)
    assert 0 < desk.table.model().rowCount() < 10
    click(desk.page, "filter_clear")
    assert desk.table.model().rowCount() == 69


def test_digits_typed_into_the_search_do_not_change_the_view(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    field = find(desk.page, QLineEdit, "filter_words")
    field.setFocus()

    QTest.keyClicks(field, "T13")

    assert field.text() == "T13"
    assert desk.map.isVisible()


def test_a_band_chosen_filters_the_list(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=LIST)
    combo = find(desk.page, QComboBox, "filter_band")

    combo.setCurrentIndex(combo.findData(Band.LOW))
    combo.activated.emit(combo.currentIndex())

    assert desk.table.model().rowCount() == 8


def test_the_list_is_in_priority_order_and_enter_opens_why(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=LIST)
    model = desk.table.model()

    first = [str(model.index(row, 1).data()).split("\n")[0] for row in range(3)]
    desk.table.select("risk:BC-U09")
    desk.key(desk.table, Qt.Key.Key_Return)

    assert first == ["EX-T13", "BC-U09", "DA-T13"]
    assert desk.why.risk_id == "BC-U09"


def test_a_decision_made_in_the_panel_is_one_edit_and_shows_both_bands(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    desk.page.show_place("risk:DA-T11")
    click(desk.why, "open_decision")

    form = find(desk.why, EntryForm, "entry_form")
    form.value_given.emit("DA-T11", "treatment", Treatment.REDUCE)

    decision = desk.entry(RegisterName.RISK_DECISIONS, "DA-T11")
    assert isinstance(decision, RiskDecision)
    assert decision.treatment is Treatment.REDUCE
    desk.undo()
    assert desk.snapshot.entry(RegisterName.RISK_DECISIONS, "DA-T11") is None


def test_d_decides_about_what_the_keys_stand_on_in_every_view(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    opened = []

    desk.key(desk.page, Qt.Key.Key_D)
    told = words(desk.page)
    for tab, view, place in (
        (MAP, desk.map, "risk:EX-T01"),
        (LIST, desk.table, "risk:BC-U09"),
        (MATRIX, desk.matrix, "cell:S01/T13"),
    ):
        find(desk.page, QTabBar, "map_tabs").setCurrentIndex(tab)
        view.select(place)
        desk.key(view, Qt.Key.Key_D)
        opened.append(desk.why.risk_id)
    desk.key(find(desk.page, QLineEdit, "filter_words"), Qt.Key.Key_D)

    assert "Choose a risk first." in told
    assert opened == ["EX-T01", "BC-U09", "EX-T13"]
    assert find(desk.page, QLineEdit, "filter_words").text() == "d"


def test_who_and_until_when_are_asked_only_of_an_accepted_risk(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    desk.page.show_place("risk:DA-T11/treatment")
    asked = []

    for letter in "ra":
        QTest.keyClicks(find(desk.why, QPushButton, "choice_reduce"), letter)
        asked.append([find(desk.why, QLineEdit, f"field_{path}").isVisible() for path in WHO_AND_WHEN])
    QTest.keyClicks(find(desk.why, QPushButton, "choice_avoid"), "a")
    asked.append([find(desk.why, QLineEdit, f"field_{path}").isVisible() for path in WHO_AND_WHEN])

    assert asked == [[False, False], [False, False], [True, True]]
    assert "Accepted, and not recorded: who accepts it, until when and why." in words(desk.why)


def test_the_list_and_the_map_say_what_is_decided_and_name_nobody(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=LIST)
    model = desk.table.model()
    rows = [str(model.index(row, 1).data()).split("\n")[0] for row in range(model.rowCount())]
    for path, value in (("treatment", Treatment.ACCEPT), ("accepted_by", "Colm Hartigan")):
        desk.page.edit_made.emit(decision_edit(desk.snapshot, "EX-T13", path, value))

    find(desk.page, QTabBar, "map_tabs").setCurrentIndex(MAP)

    assert "EX-T02 · ✓ Accept, until 31 May 2027" in rows
    assert desk.map.sentence_of("risk:EX-T13").endswith("Decided: Accept.")
    assert not any("Hartigan" in str(model.index(row, 1).data()) for row in range(model.rowCount()))


def test_showing_a_review_makes_no_edit(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)

    for risk in ("EX-T02", "EX-T13", "PG-1"):
        desk.page.show_place(f"risk:{risk}")
        click(desk.why, "open_decision")
    desk.show()

    assert desk.edits == []


def test_an_empty_review_is_taught_how_the_map_comes_about(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, "tiny_empty")

    click(desk.page, "go_to_registers")

    assert "The map draws itself from the registers" in words(desk.page)
    assert not desk.map.isVisible()
    assert desk.links == ["page:registers"]


def test_pictures_zoom_by_keys_and_fit_again(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=MATRIX)
    room = desk.matrix.viewport().size()
    fitted = desk.matrix.content_size(room)

    desk.key(desk.matrix, Qt.Key.Key_Plus)
    larger = desk.matrix.content_size(room)
    desk.key(desk.matrix, Qt.Key.Key_0)

    assert larger.width() > fitted.width()
    assert desk.matrix.content_size(room) == fitted


def test_the_picture_can_be_copied_and_saved_in_both_formats(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)

    made: dict[str, bytes] = {}
    assert isinstance(desk.page, RiskMapPage)
    desk.page.picture_made.connect(lambda data, kind: made.update({kind: bytes(data)}))
    share = find(desk.page, QToolButton, "share_picture").menu()
    wanted = {action.text(): action for action in share.actions()}

    for choice in ("Copy as picture", "Save as PNG…", "Save as SVG…"):
        wanted[choice].trigger()

    carried = QGuiApplication.clipboard().mimeData()
    assert carried.hasImage()
    assert bytes(carried.data("image/svg+xml").data()) == made["svg"]
    assert QImage.fromData(made["png"]).width() == QGuiApplication.clipboard().image().width() > 2000
    assert b"Patchbay AI steps" in made["svg"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_look_paints_every_view_and_no_mark_hides_another(
    qtbot: QtBot, name: str, scale: float
) -> None:
    desk = MapDesk(qtbot, look(name, scale))

    rects = [desk.map.rect_of(f"risk:{risk}") for risk in ("BC-U09", "VS-V4", "EX-T03")]

    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    for tab in (MATRIX, MAP, LIST):
        find(desk.page, QTabBar, "map_tabs").setCurrentIndex(tab)
        assert not desk.page.grab().isNull()


def test_after_coming_to_the_page_an_arrow_leads_to_a_mark_and_enter_opens_why(
    qtbot: QtBot, light: Theme
) -> None:
    desk = MapDesk(qtbot, light)
    desk.page.setFocus()

    QTest.keyClick(desk.page, Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is desk.map
    QTest.keyClick(focused, Qt.Key.Key_Return)

    assert desk.why.isVisible()
    assert desk.page.place.startswith("risk:")
