"""The plan's days are saved through the window for a calendar."""

from pathlib import Path

from tests.app.calendar_reading import read_calendar
from tests.ui.conftest import Choosing
from tests.ui.reach import click, words
from ui.main_window import MainWindow


def test_the_plan_is_saved_for_a_calendar_and_what_is_in_it_is_said(
    demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "plan.ics"
    demo.follow("page:fix_first")

    click(demo.page, "save_calendar")

    assert len(read_calendar((tmp_path / "plan.ics").read_bytes())) == 8
    assert f"{tmp_path / 'plan.ics'}\n8 days are in the file. No date is known for RC4." in words(demo.page)


def test_a_calendar_that_cannot_be_saved_says_what_to_do(
    demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "no folder" / "plan.ics"
    demo.follow("page:fix_first")

    click(demo.page, "save_calendar")

    assert "Choose a folder that exists" in words(demo.page)
