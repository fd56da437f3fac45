"""`plumbline sign` with blockers open: it warns and goes on, or refuses before anything is sealed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.cli import main
from app.signing.identity import Identity, new_identity, now
from app.signing.identity_file import write_identity
from models.snapshot import Snapshot
from models.storage import FileKey, create_file
from models.storage.opening import open_with_key
from models.values import ActionItem, Horizon, RegisterName
from tests.sound import sound_review

PASSPHRASE, SECRET = "four odd words here", "five calm owls at noon"
LATER = date(2050, 1, 1)
WARNING = """plumbline: warning: 5 blockers are open in {file}.
  N1 has no owner at the client.
  N2 has no owner at the client.
  N3 has no owner at the client.
  and 2 more
See: plumbline lint {file}
"""


@pytest.fixture(scope="module")
def ana() -> Identity:
    return new_identity("Ana López", now=now())


@dataclass(frozen=True)
class Client:
    """A review file, and the key that opens it without a passphrase."""

    file: Path
    key: FileKey

    @property
    def is_sealed(self) -> bool:
        with open_with_key(self.file, self.key, read_only=True) as store:
            return store.load("R1").header.sealed


def client(folder: Path, snapshot: Snapshot) -> Client:
    path = folder / "orchard.plumbline"
    with create_file(path, PASSPHRASE, snapshot, who="Ana") as store:
        return Client(path, store.key)


def unowned(count: int) -> Snapshot:
    snapshot = sound_review()
    for number in range(1, count + 1):
        item = ActionItem(id=f"N{number}", text="Name an owner", horizon=Horizon.NOW, due=LATER)
        snapshot = snapshot.with_entry(RegisterName.ACTION_PLAN, item)
    return snapshot


def signed(folder: Path, ana: Identity, file: Path, *more: str) -> tuple[int, Path]:
    (folder / "ana.p12").write_bytes(write_identity(ana, SECRET))
    (folder / "ana.txt").write_text(SECRET, "utf-8")
    (folder / "file.txt").write_text(PASSPHRASE, "utf-8")
    own = ["--identity", folder / "ana.p12", "--identity-passphrase-file", folder / "ana.txt"]
    out = folder / "report.pdf"
    asked = ["sign", file, "--role", "reviewer", *own, "--passphrase-file", folder / "file.txt", "--out", out]
    return main([*map(str, asked), *more]), out


def test_it_warns_of_the_first_three_and_signs_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ana: Identity
) -> None:
    made = client(tmp_path, unowned(5))

    code, report = signed(tmp_path, ana, made.file)

    told = capsys.readouterr()
    assert (code, told.err) == (0, WARNING.format(file=made.file))
    assert "is sealed" in told.out
    assert made.is_sealed
    assert report.read_bytes().startswith(b"%PDF")


def test_refused_if_so_wished_nothing_is_sealed_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ana: Identity
) -> None:
    made = client(tmp_path, unowned(1))

    code, report = signed(tmp_path, ana, made.file, "--refuse-blockers")

    told = capsys.readouterr()
    assert (code, told.out) == (1, "")
    assert told.err.startswith("plumbline: warning: 1 blocker is open in ")
    assert f"\nplumbline: There are blockers: {made.file}\n" in told.err
    assert not made.is_sealed
    assert not report.exists()


def test_a_sound_review_is_signed_without_a_word_even_if_blockers_were_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ana: Identity
) -> None:
    made = client(tmp_path, sound_review())

    code, _report = signed(tmp_path, ana, made.file, "--refuse-blockers")

    assert (code, capsys.readouterr().err) == (0, "")
    assert made.is_sealed
