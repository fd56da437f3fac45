"""The line that says how far a command has come: after half a second, ten times a second, and then gone."""

import io

import pytest

from app.cli import progress
from app.cli.progress import ProgressLine


class Clock:
    """A time that stands where it is put."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(progress, "time", made)
    return made


def test_what_is_done_soon_says_nothing(clock: Clock) -> None:
    stream = io.StringIO()
    line = ProgressLine(stream, "Exporting")

    clock.now = 0.4
    line.show(0.9)
    line.end()

    assert stream.getvalue() == ""


def test_what_takes_long_is_told_now_and_then_and_taken_away(clock: Clock) -> None:
    stream = io.StringIO()
    line = ProgressLine(stream, "Exporting")

    for clock.now, share in ((0.6, 0.25), (0.65, 0.3), (0.8, 0.5)):
        line.show(share)
    line.end()

    assert stream.getvalue() == "\r\x1b[KExporting 25%\r\x1b[KExporting 50%\r\x1b[K"


def test_a_program_that_listens_hears_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.progress() as share:
        share(0.5)

    assert capsys.readouterr().err == ""
