"""What tests of imports share: an empty review, and edits applied without a file."""

from pathlib import Path

from app.edits import Edit
from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import Engagement

DATA = Path(__file__).parent / "data" / "register_import"
EMPTY = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example"))


def applied(snapshot: Snapshot, edit: Edit) -> Snapshot:
    """The snapshot after an edit, which must have been made for it."""
    for change in edit.changes:
        assert snapshot.entry(change.register, change.key) == change.before
        if change.after is None:
            snapshot = snapshot.without_entry(change.register, change.key)
        else:
            snapshot = snapshot.with_entry(change.register, change.after, change.index)
    return snapshot
