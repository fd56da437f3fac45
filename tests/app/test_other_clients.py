"""The names of other clients come from this run's memory and from file names; nothing is written."""

from pathlib import Path

import pytest

from app.demo_client import DEMO_CLIENT, DEMO_NAME
from app.other_clients import OtherClients, names_of_files

HERE, THERE = Path("/work/orchard.plumbline"), Path("/work/kumquat.plumbline")


def test_clients_met_in_this_run_are_known_but_for_the_one_that_is_open() -> None:
    clients = OtherClients()
    clients.meet(HERE, "Orchard & Pears")
    clients.meet(THERE, "Kumquat Ltd")

    assert clients.names(HERE, ()) == ("Kumquat Ltd",)
    assert clients.names(THERE, ()) == ("Orchard & Pears",)
    assert OtherClients().names(HERE, ()) == ()


def test_the_demo_is_nobodys_client() -> None:
    clients = OtherClients()
    clients.meet(THERE, DEMO_CLIENT)

    assert clients.names(HERE, (Path(f"/work/{DEMO_NAME}.plumbline"),)) == ()


def test_recent_files_tell_by_what_they_are_called() -> None:
    assert OtherClients().names(HERE, (HERE, THERE)) == ("kumquat",)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("kumquat.plumbline", ("kumquat",)),
        ("Kumquat_Group-2026-11 review (final).plumbline", ("Kumquat Group",)),
        ("baseline review 2.plumbline", ()),
        ("Kumquat May 2026.plumbline", ("Kumquat",)),
        ("ab.plumbline", ()),
        ("Müller & Söhne.plumbline", ("Müller Söhne",)),
        ("2026.plumbline", ()),
    ],
)
def test_a_files_name_without_dates_and_words_of_the_trade(name: str, found: tuple[str, ...]) -> None:
    assert names_of_files([Path(name)]) == found


def test_it_says_nothing_of_whom_it_knows() -> None:
    clients = OtherClients()
    clients.meet(THERE, "Kumquat Ltd")

    assert "umquat" not in repr(clients)
