"""Two people who can sign, a client's file, and its report as both have signed it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.signing.identity import Identity, new_identity
from app.signing.signing_off import sign_as_reviewer, sign_as_sponsor
from app.workspace import Workspace
from models.storage import KeyCost, Store, create_file, open_file
from tests.specified import specified_review

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
PASSPHRASE = "correct horse battery staple"
AT = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def ana() -> Identity:
    return new_identity("Ana López", organisation="Lantern Advisory", now=AT)


@pytest.fixture(scope="session")
def bo() -> Identity:
    return new_identity("Bo Ferrowick", email="bo@ferrowick.example", now=AT)


@dataclass(frozen=True)
class SignedReview:
    """A file that was signed by both, and the two reports as they were written."""

    file: Path
    by_reviewer: bytes
    by_both: bytes


@pytest.fixture(scope="session")
def signed_once(tmp_path_factory: pytest.TempPathFactory, ana: Identity, bo: Identity) -> SignedReview:
    """Made once: nobody may write to it, see `signed`."""
    return signed_by_both("ferrowick", tmp_path_factory.mktemp("signed"), ana, bo)


def signed_by_both(review: str, folder: Path, ana: Identity, bo: Identity) -> SignedReview:
    """One of the specified reviews in a file of this folder, signed by Ana and by Bo."""
    file, one, two = folder / "client.plumbline", folder / "one.pdf", folder / "two.pdf"
    with create_file(file, PASSPHRASE, specified_review(review), who="Ana", cost=QUICK) as store:
        workspace = Workspace(store, "R1", "Ana")
        sign_as_reviewer(workspace, ana, one, at=AT, position="Managing consultant", sponsor="Bo Ferrowick")
        sign_as_sponsor(one.read_bytes(), bo, two, at=AT, position="CMO", workspace=workspace)
    return SignedReview(file, one.read_bytes(), two.read_bytes())


@pytest.fixture
def signed(signed_once: SignedReview, tmp_path: Path) -> SignedReview:
    file = Path(shutil.copy(signed_once.file, tmp_path / "signed.plumbline"))
    return SignedReview(file, signed_once.by_reviewer, signed_once.by_both)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_file(
        tmp_path / "client.plumbline", PASSPHRASE, specified_review("tiny_one_tool"), who="Ana", cost=QUICK
    ) as made:
        yield made


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store, "R1", "Ana")


@pytest.fixture
def reopened(signed: SignedReview) -> Iterator[Workspace]:
    """The signed file, open."""
    with open_file(signed.file, PASSPHRASE, cost=QUICK) as store:
        yield Workspace(store, "R1", "Ana")


@pytest.fixture
def qpdf() -> str:
    return program("qpdf", "qpdf")


@pytest.fixture
def openssl() -> str:
    return program("openssl", "openssl")


@pytest.fixture
def pdfsig() -> str:
    return program("pdfsig", "poppler-utils")


def program(name: str, package: str) -> str:
    """Where a program of another house is; skips the test, loudly, where it is missing."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: install {package} to run this test")
    return found
