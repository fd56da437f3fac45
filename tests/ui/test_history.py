"""Where one has been, and how going back and forward leads through it."""

from ui.history import MOST_KEPT, History
from ui.navigation import Destination

START, MAP, NOTE = Destination("start"), Destination("risk_map"), Destination("section", "question:ACC-03")


def test_one_goes_back_and_forward_through_the_places_visited() -> None:
    history = History(START)
    history.visit(MAP)
    history.visit(NOTE)

    assert (history.back(), history.back(), history.back()) == (MAP, START, START)
    assert (history.forward(), history.forward(), history.forward()) == (MAP, NOTE, NOTE)


def test_going_elsewhere_forgets_what_was_ahead() -> None:
    history = History(START)
    history.visit(MAP)
    history.back()

    history.visit(NOTE)

    assert history.next is None
    assert history.previous == START


def test_a_place_found_on_the_page_is_where_one_comes_back_to() -> None:
    history = History(MAP)
    history.note("risk:EX-T13")
    history.visit(NOTE)

    assert history.back() == Destination("risk_map", "risk:EX-T13")


def test_the_page_where_one_is_already_is_no_new_place() -> None:
    history = History(NOTE)

    history.visit(Destination("section"))
    history.visit(NOTE)

    assert history.previous is None
    assert history.here == NOTE


def test_the_oldest_places_are_forgotten() -> None:
    history = History(START)
    for number in range(MOST_KEPT + 20):
        history.visit(Destination("section", f"question:Q-{number}"))

    steps = 0
    while history.previous is not None:
        history.back()
        steps += 1

    assert steps == MOST_KEPT - 1
