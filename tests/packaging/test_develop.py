import subprocess
import sys
from pathlib import Path

import pytest

import develop
import environment
import system_libraries

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "packaging" / "develop.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_asked_for_nothing_it_names_its_commands() -> None:
    done = run()

    assert done.returncode == 2
    assert "demo" in done.stderr
    assert "test" in done.stderr


def test_more_arguments_are_for_pytest_and_for_no_other_command() -> None:
    done = run("demo", "-k", "map")

    assert done.returncode == 2
    assert "-k map" in done.stderr


def test_what_follows_test_is_handed_to_pytest_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[str] = []

    def test(arguments: list[str]) -> int:
        handed.extend(arguments)
        return 0

    monkeypatch.setattr(develop, "test", test)

    code = develop.main(["test", "-k", "map", "tests/ui", "-x"])

    assert code == 0
    assert handed == ["-k", "map", "tests/ui", "-x"]


def test_the_files_of_the_tests_lie_in_memory_where_there_is_room_and_are_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[tuple[str, ...]] = []

    def run(program: Path, *arguments: str, **_variables: str) -> int:
        started.append(arguments)
        return 0

    monkeypatch.setattr(develop, "_set_up", lambda *, with_tests: Path(sys.executable))
    monkeypatch.setattr(develop, "_check", lambda python: 0)
    monkeypatch.setattr(develop, "_run", run)

    develop.test(["-x"])
    monkeypatch.setattr(develop, "ROOM_FOR_TESTS", 1 << 60)
    develop.test(["-x"])

    with_room, without = (
        [each.partition("=")[2] for each in given if each.startswith("--basetemp=")] for given in started
    )
    assert [given[-1] for given in started] == ["-x", "-x"]
    assert without == []
    if with_room:
        assert Path(with_room[0]).parent.name.startswith("plumbline-tests-")
        assert not Path(with_room[0]).parent.exists()


def test_every_look_is_drawn_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[tuple[str, ...]] = []

    def run(program: Path, *arguments: str, **_variables: str) -> int:
        started.append(arguments)
        return 0

    monkeypatch.setattr(develop, "_set_up", lambda *, with_tests: Path(sys.executable))
    monkeypatch.setattr(develop, "_run", run)

    code = develop.main(["pictures", "--out", str(tmp_path), "--size", "1366x768", "--text", "200"])

    assert code == 0
    assert [arguments[3] for arguments in started] == [f"--look={look}" for look in develop.LOOKS]
    assert all({"--size=1366x768", "--text=200"} <= set(arguments) for arguments in started)


def test_missing_libraries_end_it_with_one_message_and_exit_code_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking(_: object) -> None:
        raise system_libraries.MissingLibrariesError(("libegl1",))

    monkeypatch.setattr(system_libraries, "ensure", lacking)

    code = develop.main(["demo"])

    assert code == 1
    assert "sudo apt-get install -y --no-install-recommends libegl1" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display to try")
def test_a_display_that_does_not_answer_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert not develop._can_open_a_window(Path(sys.executable))


def test_a_windowless_platform_counts_as_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert not develop._can_open_a_window(Path(sys.executable))


def test_an_environment_that_fits_is_left_alone(tmp_path: Path) -> None:
    python = environment.program(tmp_path, "python")
    python.parent.mkdir()
    python.touch()
    (tmp_path / "plumbline-setup.txt").write_text(environment.fingerprint(), encoding="utf-8")

    assert environment.ensure(tmp_path) == python
    assert {path.name for path in tmp_path.iterdir()} == {"plumbline-setup.txt", python.parent.name}


def test_a_library_that_cannot_be_loaded_is_named() -> None:
    proof = "raise ImportError('libGL.so.1: cannot open shared object file')"

    with pytest.raises(environment.NotSetUpError, match=r"libGL\.so\.1"):
        environment._prove(Path(sys.executable), proof)
