"""On the map no arrow and no whisker crosses a name, and no mark hides another."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize

from app.assessment import assess
from app.map_view import HeatView, Mark, Stage, heat_view
from models.snapshot import Snapshot
from tests.benchmarks.big_review import big_snapshot
from tests.specified import specified_review
from ui.theme import theme as look
from ui.widgets.heat_layout import HeatLayout, laid_out

pytestmark = pytest.mark.usefixtures("styled")
ROOMS = [QSize(1060, 440), QSize(1600, 760), QSize(700, 320)]


def view_of(snapshot: Snapshot, numbered: int) -> HeatView:
    assessment = assess(snapshot)
    return heat_view(snapshot, assessment, assessment.risks, numbered)


@pytest.fixture(scope="module")
def views() -> list[HeatView]:
    """Ferrowick with few and with many numbers, and a review of many risks in few cells."""
    ferrowick, big = specified_review("ferrowick"), big_snapshot(60, 200)
    return [view_of(ferrowick, 5), view_of(ferrowick, 12), view_of(big, 5), view_of(big, 12)]


def crosses(line: QLineF, rect: QRectF) -> bool:
    """Whether a line goes through a rectangle; touching its edge is no crossing."""
    inner = rect.adjusted(1, 1, -1, -1)
    if inner.width() <= 0 or inner.height() <= 0 or not line.length():
        return False
    if inner.contains(line.p1()) or inner.contains(line.p2()):
        return True
    corners = [inner.topLeft(), inner.topRight(), inner.bottomRight(), inner.bottomLeft()]
    edges = [QLineF(corners[n], corners[(n + 1) % 4]) for n in range(4)]
    return any(line.intersects(edge)[0] is QLineF.IntersectionType.BoundedIntersection for edge in edges)


def discs(layout: HeatLayout, mark: Mark) -> list[tuple[QPointF, float]]:
    found = [(layout.seat(mark), layout.radius(mark.after))]
    return [*found, (layout.before(mark), layout.small)] if mark.has_moved else found


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("room", ROOMS)
def test_no_arrow_crosses_a_name_where_names_are_shown(
    views: list[HeatView], room: QSize, scale: float
) -> None:
    for view in views:
        layout = laid_out(look("light", scale), view, room, 1.0)
        straight = [mark for mark in view.marks if mark.has_moved and mark.before.impact == mark.after.impact]
        for mark in straight:
            names = [layout.name_rect(other) for other in view.marks if layout.has_names(other.after)]
            if layout.has_names(mark.after):
                assert not any(crosses(layout.arrow(mark), name) for name in names)


def test_no_whisker_crosses_the_name_of_its_own_risk(views: list[HeatView]) -> None:
    for view in views:
        layout = laid_out(look("light"), view, ROOMS[0], 1.0)
        for mark in view.marks:
            lines = [QLineF(*step) for way in layout.whiskers(mark) for step in pairwise(way)]
            assert not any(crosses(line, layout.name_rect(mark)) for line in lines)


def test_no_whisker_that_goes_down_crosses_the_name_or_the_count_of_another(views: list[HeatView]) -> None:
    for view in views:
        layout = laid_out(look("light"), view, ROOMS[1], 1.0)
        names = [layout.name_rect(mark) for mark in view.marks if layout.has_names(mark.after)]
        counts = [layout.crowd_rect(crowd.spot) for crowd in view.crowds]
        for mark in view.marks:
            down = [way for way in layout.whiskers(mark) if way[-1].y() > way[0].y()]
            lines = [QLineF(*step) for way in down for step in pairwise(way)]
            assert not any(crosses(line, words) for line in lines for words in (*names, *counts))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("room", ROOMS)
def test_no_disc_hides_another(views: list[HeatView], room: QSize, scale: float) -> None:
    for view in views:
        layout = laid_out(look("light", scale), view, room, 1.0)
        every = [disc for mark in view.marks for disc in discs(layout, mark)]
        for place, (at, radius) in enumerate(every):
            for other, small in every[place + 1 :]:
                assert QLineF(at, other).length() >= 0.72 * (radius + small)


def test_the_rest_of_a_cell_stands_beside_what_leaves_it(views: list[HeatView]) -> None:
    for view in views:
        layout = laid_out(look("light"), view, ROOMS[1], 1.0)
        for crowd in view.crowds:
            room = layout.crowd_rect(crowd.spot)
            leaving = [layout.before(m) for m in view.marks if m.has_moved and m.before == crowd.spot]
            assert room.width() > 20
            assert not any(room.contains(at) for at in leaving)


def test_before_controls_nothing_has_a_line(views: list[HeatView]) -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    view = heat_view(snapshot, assessment, assessment.risks, stage=Stage.BEFORE)

    layout = laid_out(look("light"), view, ROOMS[0], 1.0)

    assert not any(layout.whiskers(mark) or mark.has_moved for mark in view.marks)
