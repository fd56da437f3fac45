"""The clock of a section counts what it runs, and says minutes, pace and overrun in words."""

import pytest

from app.pace import TimeBox, pace, seconds_to_change


def test_a_clock_counts_only_while_it_runs() -> None:
    box = TimeBox().started(100.0).paused(160.0).started(500.0)

    assert box.seconds(530.0) == 90.0
    assert box.started(520.0) is box
    assert box.paused(530.0).seconds(9999.0) == 90.0


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    assert TimeBox(spent=30.0).started(100.0).seconds(40.0) == 30.0


def test_before_it_begins_only_the_time_meant_is_said() -> None:
    assert pace(TimeBox(), 5.0, meant=40, left=8).time_words == "40 min"


@pytest.mark.parametrize(
    ("minutes", "left", "time_words", "pace_words"),
    [
        (0, 8, "0 of 40 min", "8 questions left, about 5 min each"),
        (32, 4, "32 of 40 min", "4 questions left, about 2 min each"),
        (39, 4, "39 of 40 min", "4 questions left, under a minute each"),
        (40, 1, "40 of 40 min, time is up", "1 question left"),
        (43, 1, "43 of 40 min, 3 over", "1 question left"),
        (1, 1, "1 of 40 min", "1 question left, time enough"),
        (37, 1, "37 of 40 min", "1 question left, about 3 min for it"),
        (12, 0, "12 of 40 min", "All questions answered"),
    ],
)
def test_time_and_pace_in_words(minutes: int, left: int, time_words: str, pace_words: str) -> None:
    found = pace(TimeBox().started(0.0), minutes * 60.0, meant=40, left=left)

    assert (found.time_words, found.pace_words) == (time_words, pace_words)
    assert found.is_over == (minutes >= 40)


def test_a_paused_clock_says_so() -> None:
    found = pace(TimeBox().started(0.0).paused(750.0), 9999.0, meant=40, left=3)

    assert found.time_words == "Paused at 12 of 40 min"


def test_the_next_change_is_at_the_next_whole_minute() -> None:
    assert seconds_to_change(TimeBox().started(0.0), 50.0) == 10.0
    assert seconds_to_change(TimeBox(spent=30.0).started(0.0), 40.0) == 50.0
