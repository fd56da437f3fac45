"""Every page and state is told to a screen reader and worked from the keyboard, with the focus in sight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from tests.ui.reach import press
from ui.main_window import MainWindow
from ui.pages.risk_map_page import RiskMapPage
from ui.picture_steps import PictureSteps, settle
from ui.picture_table import PICTURES, Picture
from ui.widgets.picture import Picture as PaintedPicture

FIELDS = {
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
}
NO_ROLES = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Border,
    QAccessible.Role.Pane,
}
ROWS = 8
RING_PIXELS = 60
MOST_STOPS = 400


@pytest.fixture
def steps(window: MainWindow, config: Path, monkeypatch: pytest.MonkeyPatch) -> PictureSteps:
    monkeypatch.delenv("PLUMBLINE_PASSPHRASE", raising=False)
    return PictureSteps(window, config)


def everywhere(window: MainWindow, steps: PictureSteps) -> Iterator[tuple[Picture, QWidget]]:
    """Every state in turn, with the window, the dialog or the opened list that a person works in."""
    for picture in PICTURES:
        steps.reach(picture)
        palette = next((each for each in window.findChildren(QWidget, "palette") if each.isVisible()), None)
        yield picture, opened() or QApplication.activeModalWidget() or palette or window
        steps.leave(picture)


def opened() -> QWidget | None:
    """The list or the calendar that lies open and has the keyboard; a menu has no controls in it."""
    popup = QApplication.activePopupWidget()
    return popup if popup is not None and controls(popup) else None


def controls(top: QWidget) -> list[QWidget]:
    """What Tab can stop at."""
    return [
        each
        for each in top.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    ]


def called(each: QWidget) -> str:
    return f"{type(each).__name__} {each.objectName()!r}"


def said_within(each: QWidget) -> bool:
    """Whether a field without a label says in itself what belongs there."""
    if isinstance(each, QComboBox):
        return (not each.itemData(0) and bool(each.itemText(0))) or bool(each.toolTip())
    return isinstance(each, QLineEdit | QPlainTextEdit) and bool(each.placeholderText())


def unlabelled(each: QWidget) -> bool:
    spoken = QAccessible.queryAccessibleInterface(each)
    inner = isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox)
    if spoken.role() not in FIELDS or inner or said_within(each):
        return False
    return not spoken.relations(QAccessible.RelationFlag.Label)


def silent_cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    silent = []
    for row in range(min(model.rowCount(), ROWS)):
        for column in range(columns):
            index = model.index(row, column)
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            if not str(spoken or "").strip():
                silent.append(f"{called(view)} {row}/{column}")
    return silent


def untold(top: QWidget) -> Iterator[str]:
    """What a screen reader cannot say."""
    for each in controls(top):
        spoken = QAccessible.queryAccessibleInterface(each)
        if not spoken.text(QAccessible.Text.Name).strip():
            yield f"{called(each)} has no name"
        if spoken.role() in NO_ROLES:
            yield f"{called(each)} has no role"
        if unlabelled(each):
            yield f"{called(each)} is not tied to a label"
        if isinstance(each, QAbstractItemView):
            yield from (f"{cell} says nothing" for cell in silent_cells(each))


def walk(top: QWidget) -> tuple[list[QWidget], list[str]]:
    """Where Tab stops until it comes round, and where it goes back up instead of on."""
    stops: list[QWidget] = []
    jumps = []
    start = QApplication.focusWidget()
    for _stop in range(MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or here in stops[:-1] or (stops == [here] and not is_of_many(here)):
            break
        if stops and here is stops[-1]:
            continue
        if here is start:
            stops.append(here)  # round again
            break
        if stops and goes_back_up(stops[-1], here, top):
            jumps.append(f"up from {called(stops[-1])} to {called(here)}")
        stops.append(here)
    return stops, jumps


def is_of_many(here: QWidget) -> bool:
    """Whether Tab goes from link to link within it before it goes on."""
    return isinstance(here, QTextBrowser)


def goes_back_up(before: QWidget, after: QWidget, top: QWidget) -> bool:
    """Whether Tab jumps up within the same column: wholly above, and not further to the right."""
    shared = before.parentWidget()
    while shared is not None and not shared.isAncestorOf(after):
        shared = shared.parentWidget()
    if shared is None or shared is top or shared.parentWidget() is top:
        return False
    one, other = (QRect(each.mapTo(top, QPoint(0, 0)), each.size()) for each in (before, after))
    return other.bottom() < one.top() and other.left() <= one.right()


def out_of_order(top: QWidget) -> Iterator[str]:
    """What Tab does not come to, or not in the order of reading."""
    stops, jumps = walk(top)
    yield from (f"Tab goes {jump}" for jump in jumps)
    yield from (f"Tab stops unseen at {called(stop)}" for stop in stops if not stop.isVisible())
    missed = [each for each in controls(top) if each not in stops and not is_one_of(each, stops)]
    yield from (f"Tab never comes to {called(each)}" for each in missed)
    if len(stops) >= MOST_STOPS:
        yield "Tab does not come round"


def is_one_of(each: QWidget, stops: list[QWidget]) -> bool:
    """Whether it is reached by the arrows from a stop beside it, as one radio button of several."""
    role = QAccessible.queryAccessibleInterface(each).role()
    beside = [stop for stop in stops if stop.parentWidget() is each.parentWidget()]
    return role in {QAccessible.Role.RadioButton, QAccessible.Role.PageTab} and bool(beside)


def ring(each: QWidget, top: QWidget) -> int:
    """How many pixels say that a control has the keyboard."""
    each.setFocus(Qt.FocusReason.TabFocusReason)
    settle()  # a form may scroll to it
    around = QRect(each.mapTo(top, QPoint(0, 0)), each.size()).adjusted(-6, -6, 6, 6)
    with_focus = top.grab(around).toImage()
    each.clearFocus()
    settle()
    without = top.grab(around).toImage()
    return sum(
        with_focus.pixel(x, y) != without.pixel(x, y)
        for x in range(without.width())
        for y in range(without.height())
    )


def without_ring(picture: Picture, top: QWidget, looked_at: set[object]) -> Iterator[str]:
    """Which control does not show that it has the keyboard; one of each kind on pages of one kind."""
    before = QApplication.focusWidget()
    for each in controls(top):
        kind = (type(each), each.property("kind"), picture.name.split("_")[0])
        is_whole = each.visibleRegion().boundingRect().size() == each.size()
        if kind in looked_at or not is_whole or top.objectName() == "palette":  # it goes with the keyboard
            continue
        looked_at.add(kind)
        pixels = ring(each, top)
        if pixels < RING_PIXELS:
            yield f"{called(each)} changes {pixels} pixels"
    if before is not None:
        before.setFocus()


def test_every_control_is_told_is_reached_by_tab_and_shows_where_the_keyboard_is(
    window: MainWindow, steps: PictureSteps
) -> None:
    faults: dict[str, None] = {}
    looked_at: set[object] = set()
    for picture, top in everywhere(window, steps):
        found = [*untold(top), *without_ring(picture, top, looked_at), *out_of_order(top)]
        faults |= dict.fromkeys(f"{picture.name}: {fault}" for fault in found)

    assert not faults, "\n".join(faults)


def test_the_maps_say_in_words_what_the_keys_stand_on(window: MainWindow, steps: PictureSteps) -> None:
    for name in ("map_cells", "map_exposure"):
        steps.reach(next(picture for picture in PICTURES if picture.name == name))
        page = window.page
        assert isinstance(page, RiskMapPage)
        shown = page.picture()
        assert isinstance(shown, PaintedPicture)
        shown.setFocus()
        before = spoken_words(shown)

        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            press(window, key)

        assert before
        assert spoken_words(shown) != before


def spoken_words(each: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Description)
