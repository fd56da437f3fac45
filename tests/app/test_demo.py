"""The demo is made from its interchange file, whatever happened to an earlier one."""

from pathlib import Path

from app.demo import demo_snapshot, open_demo
from app.demo_client import DEMO_CLIENT, DEMO_PASSPHRASE
from app.edits import set_field
from app.review_files import newest_review
from models.storage import open_file
from models.values import RegisterName


def test_the_demo_is_the_interchange_file(tmp_path: Path) -> None:
    with open_demo(tmp_path) as made:
        path = made.path

    with open_file(path, DEMO_PASSPHRASE) as store:
        assert store.load("R1") == demo_snapshot()
        assert store.client == DEMO_CLIENT


def test_the_demo_is_made_anew_each_time(tmp_path: Path) -> None:
    workspace = newest_review(open_demo(tmp_path), "Ada")
    workspace.apply(
        set_field(workspace.snapshot, RegisterName.ENGAGEMENT, "engagement", "sector", "Played with")
    )
    workspace.close()

    with open_demo(tmp_path) as store:
        assert store.load("R1") == demo_snapshot()
    assert [path.suffix for path in tmp_path.iterdir()] == [".plumbline"]
