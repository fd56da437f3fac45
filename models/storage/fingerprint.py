"""The fingerprint of a review: equal where two files say the same, whatever their tables are like."""

import hashlib

from models.snapshot import Snapshot
from models.storage.entries import all_entries
from models.storage.rows import entry_text, pack_text, to_text


def fingerprint(snapshot: Snapshot) -> str:
    """SHA-256, in hex, over all that a review says: header, pack, extras, and every entry in its order."""
    header = snapshot.header
    said = hashlib.sha256()
    about = [header.id, header.number, header.title, header.sealed, header.version]
    said.update(to_text([about, dict(snapshot.extras), pack_text(snapshot.pack)]).encode("ascii"))
    for register, entry in all_entries(snapshot):
        said.update(to_text([register.value, entry.key, entry_text(entry)]).encode("ascii"))
    return said.hexdigest()
