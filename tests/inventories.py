"""What tests of imports share: an empty review, and where their files are."""

from pathlib import Path

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import Engagement

DATA = Path(__file__).parent / "data" / "register_import"
EMPTY = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example"))
