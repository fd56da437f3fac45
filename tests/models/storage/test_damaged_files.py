"""However a review file is damaged, it opens or is refused in words; nothing crashes, nothing hangs."""

import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.packs import built_in_pack
from models.errors import ReviewError
from models.snapshot import Snapshot
from models.storage import create_file, open_file
from models.storage.key import file_key, new_salt
from models.storage.pages import PAGE, USABLE
from models.storage.records import rows
from models.storage.rescue import rescue
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO

LONGEST_SECONDS = 5.0
WAYS = st.lists(
    st.one_of(
        st.tuples(st.just("flip"), st.integers(0, 10**6), st.integers(1, 255)),
        st.tuples(st.just("cut"), st.integers(0, 10**6), st.just(0)),
        st.tuples(st.just("zero"), st.integers(0, 10**6), st.integers(1, 9000)),
        st.tuples(st.just("repeat"), st.integers(0, 10**6), st.integers(1, 9000)),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, ferrowick: Snapshot) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "client.plumbline"
    create_file(path, PASSPHRASE, ferrowick, who=WHO, cost=QUICK).close()
    return path.read_bytes()


def damaged(content: bytes, ways: list[tuple[str, int, int]]) -> bytes:
    data = bytearray(content)
    for way, place, much in ways:
        at = place % max(1, len(data))
        match way:
            case "flip" if data:
                data[at] ^= much
            case "cut":
                del data[at:]
            case "zero":
                data[at : at + much] = bytes(len(data[at : at + much]))
            case _:
                data[at:at] = data[at : at + much]
    return bytes(data)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ways=WAYS)
def test_a_damaged_file_opens_or_is_refused_in_words_and_is_never_written_to(
    tmp_path: Path, sound: bytes, ways: list[tuple[str, int, int]]
) -> None:
    path = tmp_path / "client.plumbline"
    content = damaged(sound, ways)
    path.write_bytes(content)
    began = time.process_time()

    with suppress(ReviewError), open_file(path, PASSPHRASE, cost=QUICK, read_only=True) as store:
        store.check()
        for header in store.reviews():
            with suppress(ReviewError):
                store.load(header.id)
    with suppress(ReviewError):
        rescue(path, file_key(PASSPHRASE, sound[:16], QUICK), built_in_pack())

    assert time.process_time() - began < LONGEST_SECONDS
    assert path.read_bytes() == content


PAGES = st.dictionaries(st.integers(1, 6), st.binary(min_size=USABLE, max_size=USABLE), max_size=4)


@given(PAGES)
def test_pages_of_nonsense_give_nothing_or_rows_but_never_an_error(pages: Mapping[int, bytes]) -> None:
    with_leaves = {n: b"\x0d" + page[1:] for n, page in pages.items()}

    assert all(isinstance(number, int) for number, _values in rows(with_leaves))


def test_a_row_that_claims_to_be_larger_than_the_file_is_passed_over() -> None:
    claims = b"\xff" * 9 + b"\x01"
    page = bytearray(USABLE)
    page[0], page[3:5], page[8:10] = 0x0D, (1).to_bytes(2), (100).to_bytes(2)
    page[100 : 100 + len(claims)] = claims

    assert list(rows({2: bytes(page)})) == []


@pytest.mark.parametrize("content", [b"", b"PLB\x01", b"PLB\x01" + bytes(12), bytes(PAGE), b"PLB\x01" * 5000])
def test_what_is_hardly_a_file_is_refused_by_rescue_too(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "client.plumbline"
    path.write_bytes(content)

    with pytest.raises(ReviewError):
        rescue(path, file_key(PASSPHRASE, new_salt(), QUICK), built_in_pack())
