"""The window wears what the desktop wishes, live, and nothing typed is lost; nothing ever moves."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar

from app.settings import Look, Settings
from tests.ui.reach import choose, click, find, press
from ui import appearance
from ui.appearance import look_for, put_on
from ui.dialogs.frame import DialogFrame
from ui.main_window import MainWindow
from ui.theme import theme
from ui.theme_files import scale

ROOT = Path(__file__).parents[2]
MOVES = re.compile(
    r"QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie|QGraphicsOpacityEffect|setAnimated\(True"
    r"|QScroller\b|setRange\(0, 0\)|setMaximum\(0\)"
)


def window_color() -> str:
    return QApplication.palette().window().color().name().upper()


def wish(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    """The desktop wishes another look: what Qt tells of it cannot be had without a desktop."""
    monkeypatch.setattr(appearance, "system_look", lambda _app: look)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("scheme", "contrast", "look"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, Look.LIGHT),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, Look.LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, Look.DARK),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, Look.CONTRAST),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, Look.CONTRAST),
    ],
)
def test_contrast_goes_before_dark_and_light(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, look: Look
) -> None:
    assert look_for(scheme, contrast) is look


def test_the_desktop_turning_dark_turns_the_window_at_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window_color()

    wish(monkeypatch, Look.DARK)
    dark = window_color()
    wish(monkeypatch, Look.CONTRAST)

    assert (before, dark, window_color()) == tuple(
        theme(name).colors["window"] for name in ("light", "dark", "contrast")
    )


def test_a_look_that_the_person_has_chosen_stays(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.take_settings(Settings(look=Look.LIGHT))
    page = window.page

    wish(monkeypatch, Look.DARK)

    assert window_color() == theme("light").colors["window"]
    assert window.page is page


def test_a_half_typed_answer_is_kept_while_the_desktop_turns_dark(
    demo: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.follow("entry:ai_tools/T01")
    lines = demo.page.findChildren(QLineEdit)
    field = next(line for line in lines if line.text() == "Engage Predictive Scoring")
    field.setFocus()
    field.end(False)
    QTest.keyClicks(field, " and more")

    wish(monkeypatch, Look.DARK)

    assert demo.bridge is not None
    assert demo.bridge.workspace.snapshot.ai_tools["T01"].name.endswith(" and more")
    assert demo.page.page_id == "registers"
    assert any(
        line.text().endswith(" and more") for line in demo.page.findChildren(QLineEdit) if line.isVisible()
    )


def test_a_search_and_the_part_of_the_page_are_kept(
    demo: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.follow("page:risk_map")
    press(demo, Qt.Key.Key_3)
    demo.page.start_search()
    search = QApplication.focusWidget()
    assert search is not None
    QTest.keyClicks(search, "patch")
    QTest.qWait(300)

    wish(monkeypatch, Look.DARK)

    again = demo.page.findChild(QLineEdit, search.objectName())
    assert again is not None
    assert again.text() == "patch"
    assert QApplication.focusWidget() is again
    assert find(demo.page, QTabBar, "map_tabs").currentIndex() == 2


def test_a_dialog_stays_open_with_what_was_typed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(window, "new_file")
    dialog = find(window, DialogFrame, "new_review")
    QTest.keyClicks(find(dialog, QLineEdit, "client"), "Ödland")

    wish(monkeypatch, Look.DARK)

    assert dialog.isVisible()
    assert find(dialog, QLineEdit, "client").text() == "Ödland"
    click(dialog, "new_review_cancel")


def test_no_effect_of_the_toolkit_is_left_on(qapp: QApplication) -> None:
    for effect in Qt.UIEffect:
        qapp.setEffectEnabled(effect, True)

    put_on(qapp, theme())

    assert not [effect for effect in Qt.UIEffect if qapp.isEffectEnabled(effect)]
    assert scale().measures["motion.duration_ms"] == 0
    qapp.setStyleSheet("")


def test_nothing_in_the_window_is_animated() -> None:
    moving = [
        f"{path.name}: {found.group()}"
        for path in (ROOT / "ui").rglob("*.py")
        for found in MOVES.finditer(path.read_text("utf-8"))
    ]

    assert not moving
