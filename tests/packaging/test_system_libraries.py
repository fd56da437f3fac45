import subprocess
import sys

import pytest

import system_libraries

LISTING = (
    "installed\tlibgl1\t\n"
    "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80), libglib2.0-0-alias\n"
    "config-files\tlibegl1\t\n"
)


def test_an_installed_package_and_what_it_stands_in_for_both_count() -> None:
    names = system_libraries.names_in(LISTING)

    assert names == {"libgl1", "libglib2.0-0t64", "libglib2.0-0", "libglib2.0-0-alias"}


def test_what_is_missing_is_named_in_alphabetical_order() -> None:
    wanted = ("libx11-6", "libgl1", "libegl1")

    missing = system_libraries.missing(wanted, frozenset({"libgl1"}), can_make_environments=True)

    assert missing == ("libegl1", "libx11-6")


def test_a_python_without_its_venv_half_asks_for_the_package_of_its_own_version() -> None:
    missing = system_libraries.missing((), frozenset(), can_make_environments=False)

    assert missing == (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)


def test_the_line_to_run_can_be_copied_as_it_is() -> None:
    line = system_libraries.command_for(("libegl1", "libgl1"))

    assert line == "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"


def test_a_person_without_rights_gets_the_line_to_run_and_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("something was started")

    monkeypatch.setattr(system_libraries, "is_debian", lambda: True)
    monkeypatch.setattr(system_libraries, "is_administrator", lambda: False)
    monkeypatch.setattr(system_libraries, "installed_packages", lambda: frozenset({"libgl1"}))
    monkeypatch.setattr(subprocess, "run", never)

    with pytest.raises(system_libraries.MissingLibrariesError) as refused:
        system_libraries.ensure(("libgl1", "libegl1"))

    assert "sudo apt-get install -y --no-install-recommends libegl1" in str(refused.value)


@pytest.mark.skipif(not system_libraries.is_debian(), reason="asks Debian's own list of packages")
def test_debian_is_asked_for_real() -> None:
    assert "dpkg" in system_libraries.installed_packages()
