"""The one place for exports: every variant with its formats, and options only where they mean something."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.exports import VARIANTS_OF, Format, Wanted
from app.redaction import Hidden
from app.variants import EDITIONS, Variant
from tests.ui.reach import click, find, words
from ui.pages.report_page import WIDEST_LEFT
from ui.theme import Theme, theme
from ui.widgets.export_panel import ExportPanel
from ui.widgets.paper_choice import PaperChoice
from ui.widgets.style import style_sheet

pytestmark = pytest.mark.usefixtures("styled")


@pytest.fixture
def panel(qtbot: QtBot, light: Theme) -> ExportPanel:
    made = ExportPanel(light)
    qtbot.addWidget(made)
    made.show()
    return made


def pick(panel: ExportPanel, name: str, value: str) -> None:
    box = find(panel, QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    assert box.currentData() == value


def offered(panel: ExportPanel, name: str) -> list[object]:
    box = find(panel, QComboBox, name)
    return [box.itemData(index) for index in range(box.count())]


@pytest.mark.parametrize("variant", Variant)
def test_a_variant_offers_its_formats_and_says_what_it_leaves_out(
    panel: ExportPanel, variant: Variant
) -> None:
    pick(panel, "export_variant", variant)

    assert offered(panel, "export_format") == [kind for kind in Format if variant in VARIANTS_OF[kind]]
    assert EDITIONS[variant].about in words(panel)
    assert EDITIONS[variant].left_out in words(panel)


def test_every_choice_fits_the_column_of_the_report_page_in_the_largest_text(
    styled: QApplication, qtbot: QtBot
) -> None:
    large = theme("light", 2.0)
    styled.setFont(large.font())
    styled.setStyleSheet(style_sheet(large))
    panel = ExportPanel(large)
    qtbot.addWidget(panel)
    panel.add_choice("Paper", PaperChoice(panel))
    panel.show()

    for kind in Format:
        pick(panel, "export_format", kind)
        assert panel.minimumSizeHint().width() <= WIDEST_LEFT - large.space(5), kind


def test_a_format_stays_where_the_next_variant_has_it(panel: ExportPanel) -> None:
    pick(panel, "export_format", Format.XLSX)

    pick(panel, "export_variant", Variant.REGISTER)
    stayed = panel.choice.format
    pick(panel, "export_variant", Variant.EXECUTIVE)

    assert (stayed, panel.choice.format) == (Format.XLSX, Format.PDF)


def test_options_are_there_only_where_they_mean_something(panel: ExportPanel) -> None:
    bom, maps, hidden = (
        find(panel, QCheckBox, "export_bom"),
        find(panel, QComboBox, "export_maps"),
        find(panel, QComboBox, "export_hidden"),
    )
    at_first = (bom.isVisible(), maps.isVisible(), hidden.isVisible())
    pick(panel, "export_format", Format.CSV)
    tables = (bom.isVisible(), maps.isVisible())
    pick(panel, "export_format", Format.PNG)
    pictures = (bom.isVisible(), maps.isVisible())
    pick(panel, "export_hidden", Hidden.PEOPLE)
    pick(panel, "export_variant", Variant.CLIENT_SAFE)

    assert at_first == (False, False, True)
    assert tables == (True, False)
    assert pictures == (False, True)
    assert not hidden.isVisible()
    assert panel.choice.hidden is None


def test_every_choice_is_told_once_and_what_is_shown_is_told_to_nobody(
    qtbot: QtBot, panel: ExportPanel
) -> None:
    told: list[Wanted] = []
    asked: list[Wanted] = []
    panel.chosen.connect(told.append)
    panel.export_wanted.connect(asked.append)

    panel.choose(Wanted(format=Format.CSV, with_bom=True, hidden=Hidden.PEOPLE))
    quiet = list(told)
    pick(panel, "export_variant", Variant.EXECUTIVE)
    click(panel, "export_file")

    assert quiet == []
    assert told == asked == [Wanted(format=Format.PDF, variant=Variant.EXECUTIVE, hidden=Hidden.PEOPLE)]


def test_every_field_has_a_label_that_belongs_to_it(panel: ExportPanel) -> None:
    buddies = [label.buddy() for label in panel.findChildren(QLabel)]

    for box in panel.findChildren(QComboBox):
        assert box in buddies


def test_the_button_has_the_keyboard_again_once_the_export_is_made(panel: ExportPanel) -> None:
    panel.activateWindow()
    QTest.qWaitForWindowActive(panel)
    export = find(panel, QPushButton, "export_file")
    export.setFocus()

    panel.set_busy(True)
    meanwhile = QApplication.focusWidget()
    panel.set_busy(False)

    assert meanwhile is find(panel, QComboBox, "export_variant")
    assert QApplication.focusWidget() is export
