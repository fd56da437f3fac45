"""Garbage is collected when it is asked for, and not while much is built."""

import gc
from collections.abc import Iterator
from threading import Event, Thread
from weakref import ref

import pytest

from app.collecting import collect_only_when_asked, collect_young, collecting_later


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


@pytest.fixture
def off() -> Iterator[None]:
    """Nothing is collected but when it is asked for, as in a program with a window."""
    gc.collect()
    collect_only_when_asked()
    yield
    gc.enable()


class Held:
    """One that holds itself."""

    def __init__(self) -> None:
        self.held = self


def rings(number: int) -> "list[ref[Held]]":
    return [ref(Held()) for _each in range(number)]


@pytest.mark.usefixtures("off")
def test_the_young_are_looked_through_when_there_are_as_many_as_python_waits_for() -> None:
    few = rings(1)
    collect_young()
    one = few[0]() is not None
    many = rings(1000)
    collect_young()

    assert one
    assert not any(each() for each in many)


@pytest.mark.usefixtures("off")
def test_nothing_is_looked_through_while_much_is_built() -> None:
    with collecting_later():
        many = rings(1000)
        collect_young()
        assert all(each() for each in many)
    collect_young()

    assert not any(each() for each in many)
    assert not gc.isenabled()


@pytest.mark.usefixtures("off")
def test_the_older_are_looked_through_in_their_turn_and_all_that_lives_seldom() -> None:
    looks: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop":
            looks.append(info["generation"])

    kept: list[list[int]] = []
    gc.callbacks.append(note)
    try:
        for _turn in range(50):
            kept += ([each] for each in range(1000))
            collect_young()
    finally:
        gc.callbacks.remove(note)

    assert len(kept) == 50_000
    assert len(looks) == 50
    assert looks.count(1) == 4
    assert 2 not in looks
