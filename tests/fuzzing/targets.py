"""What is fed with bytes that somebody else chose: one function for each way into the program.

A function may raise ReviewError and nothing else, takes seconds at the most, and leaves nothing behind.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.errors import ReviewError
from app.interchange import read_review, write_review
from app.packs import built_in_pack, load_pack
from app.pasted_rows import added_rows
from app.recovery_key import key_from_text
from app.register_import import import_edit, kept_mapping, read_mapping, write_mapping
from app.register_import.draft import begun, looked_at, meant_for
from app.review_files import newest_review
from models.snapshot import ReviewHeader
from models.storage.opening import open_with_key
from models.storage.rescue import rescue
from models.values import RegisterName
from tests.fuzzing.sealing import review_file, sealing_key
from tests.fuzzing.seeds import SEEDS
from tests.inventories import EMPTY

PASSPHRASE = "fuzz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A way into the program: what is fed, with what to begin, how long an input may get, in bytes."""

    feed: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]
    most_bytes: int = 16_384


def review_json(data: bytes) -> None:
    read = read_review(data, built_in_pack()).snapshot
    again = read_review(write_review(read), built_in_pack()).snapshot
    assert again == read, "a review comes back another"


def table(data: bytes) -> None:
    draft = begun("inventory", data)
    for register in (draft.register, RegisterName.VENDORS):
        with suppress(ReviewError):
            found = looked_at(meant_for(draft, register), EMPTY)
            assert read_mapping(write_mapping(kept_mapping(found))) is not None
            import_edit(found)


def mapping(data: bytes) -> None:
    read = read_mapping(data)
    assert read_mapping(write_mapping(read)) == read, "a mapping comes back another"


def pack(data: bytes) -> None:
    with _file("pack.yaml", data) as path:
        load_pack(path)


def review(data: bytes) -> None:
    """The sender of a review file also sends its passphrase: each page may hold anything, and be sealed."""
    with _file("client.plumbline", review_file(data)) as path:
        with suppress(ReviewError), open_with_key(path, sealing_key()) as store:
            with suppress(ReviewError):
                store.check()
            with suppress(ReviewError):
                assert store.file_id is not None
                assert store.client is not None
            with suppress(ReviewError):
                newest_review(open_with_key(path, sealing_key(), read_only=True), "Fuzz").close()
            for header in _or_none(store.reviews):
                for read in (store.load, store.history, store.sign_offs, store.signers):
                    with suppress(ReviewError):
                        read(header.id)
        with suppress(ReviewError):
            rescue(path, sealing_key(), built_in_pack())


def pdf(data: bytes) -> None:
    from app.signing.pdf_signatures import files_inside
    from app.signing.verification import verify

    assert verify(data).sha256
    files_inside(data)


def identity(data: bytes) -> None:
    from app.signing.identity import about, certificate_bytes, now, refuse_unfit
    from app.signing.identity_file import read_identity

    found = read_identity(data, PASSPHRASE).certificate
    assert len(about(found).fingerprint) == 64
    assert certificate_bytes(found)
    refuse_unfit(found, now())


def memory(data: bytes) -> None:
    """Files beside the settings: the first byte says which one is meant."""
    from app import file_memory, recent, remembering, settings
    from app.register_import import remembered

    names = ("settings.toml", "recent.json", "remembered.json", "imports.json", "files")
    name = names[data[0] % len(names)] if data else names[0]
    with tempfile.TemporaryDirectory(dir=_FAST) as kept:
        folder = Path(kept)
        place = file_memory.record_of("id", folder) if name == "files" else folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data[1:])
        read = settings.load_settings(folder)
        settings.save_settings(read, folder)
        assert settings.load_settings(folder) == read, "settings come back others"
        place.write_bytes(data[1:])
        known = recent.recent_files(folder)
        assert all(file.opened.tzinfo is not None for file in known)
        file_memory.left_open(known, folder)
        remembering.is_remembered(b"salt", folder)
        remembered.as_last_time(begun("x", b"name\nx\n"), None, folder)
        one = file_memory.FileMemory("id", folder / "x.plumbline", folder)
        one.begin()
        one.end()


def window_memory(data: bytes) -> None:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ui.grid_memory import KeptColumns
    from ui.window_memory import WindowMemory

    assert QApplication.instance() or _application()
    with _file("window.ini", data) as path:
        kept = QSettings(str(path), QSettings.Format.IniFormat)
        window = WindowMemory(kept)
        length = window.length("panes/section_0")
        assert length is None or 0 <= length < 100_000, "no length of a window"
        window.place(Path("/client.plumbline"))
        window.keep_place(Path("/client.plumbline"), "page:scene")
        columns = KeptColumns(kept)
        for register in RegisterName:
            columns.columns(register)
            assert all(0 <= width < 100_000 for width in columns.widths(register).values()), "no width"
        kept.sync()  # else it is written when nobody looks, and its folder comes back


def clipboard(data: bytes) -> None:
    added_rows(EMPTY, RegisterName.AI_TOOLS, data.decode("utf-8", "replace"))


def recovery_key(data: bytes) -> None:
    key_from_text(data.decode("utf-8", "replace"), sealing_key().salt)


def template(data: bytes) -> None:
    from app.branding.template_file import read_template

    with _file("template.toml", data) as path:
        read_template(path)


def logo(data: bytes) -> None:
    from app.branding.logo import read_logo

    with _file("logo.png", data) as path:
        assert read_logo(path, "template.toml").width > 0


_FEEDS: Mapping[str, tuple[Callable[[bytes], object], int]] = {
    "review_json": (review_json, 16_384),
    "csv": (table, 4_096),
    "xlsx": (table, 32_768),
    "mapping": (mapping, 4_096),
    "pack": (pack, 16_384),
    "review_file": (review, 1_000_000),
    "pdf": (pdf, 400_000),
    "identity": (identity, 8_192),
    "memory": (memory, 4_096),
    "window_memory": (window_memory, 4_096),
    "clipboard": (clipboard, 4_096),
    "recovery_key": (recovery_key, 512),
    "template": (template, 4_096),
    "logo": (logo, 16_384),
}
TARGETS: Mapping[str, Target] = {
    name: Target(feed=feed, seeds=SEEDS[name], most_bytes=most) for name, (feed, most) in _FEEDS.items()
}
_FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  (thousands of small files a minute)


def feed(name: str, data: bytes) -> None:
    """Feed a target; a refusal in words is what is wanted. Whatever else is raised is a finding."""
    with suppress(ReviewError):
        TARGETS[name].feed(data)


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=_FAST) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def _or_none(reviews: Callable[[], tuple[ReviewHeader, ...]]) -> tuple[ReviewHeader, ...]:
    try:
        return reviews()
    except ReviewError:
        return ()


@cache
def _application() -> object:
    import os

    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication([])
