"""What a person arranged is there again next time, and nothing of a client is kept for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from app.place_memory import forget_place, place_name
from models.storage.key import SALT_LENGTH, file_key
from models.values import RegisterName
from tests.ui.conftest import Choosing, shown_window
from tests.ui.reach import find
from ui.desk import Desk
from ui.dialogs.new_review import NewReview
from ui.main_window import MainWindow
from ui.pages.risk_map_page import RiskMapPage
from ui.widgets.entry_table import EntryTable

PASSPHRASE = "four words not alike"


@pytest.fixture
def own_file(window: MainWindow, tmp_path: Path) -> Path:
    """A review file of the person's own, open."""
    path = tmp_path / "Ödland secret.plumbline"
    wanted = NewReview(path=path, passphrase=PASSPHRASE, client="Ödland")
    bridge, _lines = window._desk.make_file(wanted)
    window.open_review(bridge)
    return path


@pytest.fixture
def again(qapp: QApplication, config: Path, choosing: Choosing) -> Iterator[MainWindow]:
    """Another window on the same settings, as on the next day."""
    with shown_window(qapp, config, choosing) as made:
        yield made


def reopen(window: MainWindow, path: Path) -> None:
    key = file_key(PASSPHRASE, path.read_bytes()[:SALT_LENGTH])
    window.open_review(Desk(window._desk.settings).open_typed(path, key))


@pytest.mark.parametrize(
    ("there", "kept"),
    [
        ("question:ACC-03", "question:ACC-03"),
        ("register:vendors", "register:vendors"),
        ("page:fix_first", ""),
        ("page:settings", None),
    ],
)
def test_a_file_opens_where_it_was_left(
    window: MainWindow, own_file: Path, there: str, kept: str | None
) -> None:
    window.follow(there)
    page = window.page.page_id
    window.close_review()

    reopen(window, own_file)

    if kept is None:
        assert window.page.page_id == "scene"
    else:
        assert window.page.page_id == page
        assert window.page.place == kept


def test_a_file_taken_off_the_list_begins_anew(window: MainWindow, own_file: Path) -> None:
    window.follow("question:ACC-03")
    window.close_review()
    window.forget(own_file)

    reopen(window, own_file)

    assert window.page.page_id == "scene"


def test_the_demo_begins_at_the_same_place_every_time(demo: MainWindow) -> None:
    demo.follow("question:ACC-03")
    demo.close_review()

    demo.files.open_demo()

    assert demo.page.page_id == "risk_map"


def test_no_word_of_a_client_is_kept_with_the_window(
    window: MainWindow, own_file: Path, config: Path
) -> None:
    window.follow("register:vendors")
    window.follow("page:search")
    window.page.show_place("search:Secretword")
    window.close()
    QApplication.processEvents()

    kept = (config / "window.ini").read_text("utf-8")

    assert "places" in kept
    for word in ("dland", "secret", "Secretword", str(own_file.parent)):
        assert word not in kept


def test_a_pane_made_wider_is_as_wide_next_time(demo: MainWindow, again: MainWindow) -> None:
    demo.follow("risk:EX-T13")
    splitter = next(s for s in demo.page.findChildren(QSplitter) if s.count() == 2)
    QTest.qWait(30)
    total = sum(splitter.sizes())
    splitter.moveSplitter(total - 470, 1)
    wide = splitter.sizes()[1]

    again.files.open_demo()
    again.follow("risk:EX-T13")
    QTest.qWait(50)

    page = again.page
    assert isinstance(page, RiskMapPage)
    other = next(s for s in page.findChildren(QSplitter) if s.count() == 2)
    assert wide > 440
    assert other.sizes()[1] == wide


def test_a_column_made_wider_is_as_wide_next_time(demo: MainWindow, again: MainWindow) -> None:
    demo.follow("register:systems")
    find(demo.page, EntryTable, "entry_table").setColumnWidth(1, 333)

    again.files.open_demo()
    again.follow("register:systems")

    table = find(again.page, EntryTable, "entry_table")
    assert table.columnWidth(1) == 333
    again.follow(f"register:{RegisterName.VENDORS}")
    assert table.columnWidth(1) != 333


def test_what_a_purge_takes_away_is_the_line_that_the_window_wrote(
    window: MainWindow, own_file: Path, config: Path
) -> None:
    window.follow("register:vendors")
    window.close_review()
    window._memory._memory.sync()
    before = (config / "window.ini").read_text()

    gone = forget_place(own_file, config)

    assert gone
    assert place_name(own_file) in before
    assert place_name(own_file) not in (config / "window.ini").read_text()
