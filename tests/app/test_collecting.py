"""The collector waits while somebody is inside, and is as before afterwards."""

import gc
from threading import Event, Thread

import pytest

from app.collecting import collecting_later, look_seldom_through_all


def test_the_last_one_out_turns_the_collector_on_again() -> None:
    inside, go_on = Event(), Event()

    def other() -> None:
        with collecting_later():
            inside.set()
            go_on.wait(10)

    thread = Thread(target=other)
    with collecting_later():
        thread.start()
        inside.wait(10)
        assert not gc.isenabled()
    assert not gc.isenabled()
    go_on.set()
    thread.join()

    assert gc.isenabled()


def test_a_failure_inside_turns_it_on_too() -> None:
    with pytest.raises(ValueError, match="anything"), collecting_later():
        raise ValueError("anything")

    assert gc.isenabled()


def test_who_has_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with collecting_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_all_is_looked_through_seldom_and_the_young_as_often_as_before() -> None:
    before = gc.get_threshold()
    try:
        look_seldom_through_all()
        after = gc.get_threshold()
    finally:
        gc.set_threshold(*before)

    assert after == (*before[:2], 1000)
