"""Pictures of every page come from one command, and the table of them is whole."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage

from tests.ui.test_main import run
from ui.help_texts import HELP_PAGES
from ui.navigation import PAGES, SECTION
from ui.picture_table import CLIENT_FILE, DEMO, EMPTY, NOTHING, PICTURES
from ui.render_pages import USUAL, Somebodys, write_index


def links() -> set[str]:
    return {
        step.removeprefix("go:") for picture in PICTURES for step in picture.steps if step.startswith("go:")
    }


def test_every_picture_has_a_name_of_its_own_and_something_open() -> None:
    names = [picture.name for picture in PICTURES]

    assert len(names) == len(set(names))
    assert {picture.review for picture in PICTURES} == {NOTHING, DEMO, EMPTY, CLIENT_FILE}


def test_every_page_is_in_the_table() -> None:
    pages = {kind.page_id for kind in PAGES} - {SECTION, "registers", "help", "lock"}

    assert {f"page:{page}" for page in pages} <= links()
    assert {f"help:{page.name}" for page in HELP_PAGES} <= links()
    assert any(link.startswith("question:") for link in links())
    assert any(link.startswith("register:") for link in links())


def test_a_laptop_a_large_screen_and_the_largest_text_are_usual() -> None:
    assert set(USUAL) == {("1366x768", 100), ("1920x1080", 100), ("1366x768", 200)}


def test_no_picture_proposes_a_place_on_the_computer_that_draws_it(tmp_path: Path) -> None:
    chooser = Somebodys(QSettings(str(tmp_path / "folders.ini"), QSettings.Format.IniFormat))

    assert not chooser.folder("review_file").is_relative_to(Path.home())


@pytest.mark.slow
def test_pictures_are_drawn_in_the_size_and_look_asked_for(tmp_path: Path) -> None:
    done = run(
        "-m",
        "ui.render_pages",
        "--out",
        str(tmp_path),
        "--look",
        "dark",
        "--size",
        "1920x1080",
        "--only",
        "s*e*ing*",
    )

    assert done.returncode == 0, done.stderr
    picture = QImage(str(tmp_path / "dark" / "1920x1080-100" / "settings.png"))
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert picture.pixelColor(1800, 1000).lightness() < 60
    assert "dark/1920x1080-100/settings.png" in (tmp_path / "index.html").read_text("utf-8")


def test_a_picture_that_no_step_leads_to_is_named_and_fails(tmp_path: Path) -> None:
    done = run("-m", "ui.render_pages", "--out", str(tmp_path), "--only", "no_such_picture")

    assert done.returncode == 1


def test_the_index_shows_every_variant_of_a_state_side_by_side(tmp_path: Path) -> None:
    for look in ("light", "dark"):
        place = tmp_path / look / "1366x768-100"
        place.mkdir(parents=True)
        (place / "settings.png").write_bytes(b"")

    write_index(tmp_path)

    page = (tmp_path / "index.html").read_text("utf-8")
    assert page.count("<h2>settings</h2>") == 1
    assert page.index("dark/1366x768-100/settings.png") < page.index("light/1366x768-100/settings.png")
