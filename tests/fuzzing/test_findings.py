"""What a fuzzer or a careful reader found once is refused in words and in time ever since."""

import gzip
import time
from pathlib import Path

import pytest

import fuzzing
from tests.fuzzing.targets import TARGETS, feed

FINDINGS = Path(__file__).parent.parent / "data" / "fuzz"
LONGEST_SECONDS = 5.0


@pytest.mark.parametrize("file", sorted(FINDINGS.glob("*.gz")), ids=lambda file: str(file.stem))
def test_a_finding_is_refused_in_words_and_in_time(file: Path) -> None:
    target, _dash, _name = file.stem.partition("-")
    began = time.process_time()

    feed(target, gzip.decompress(file.read_bytes()))

    assert time.process_time() - began < LONGEST_SECONDS


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_fuzzer_begins_with_is_fed_without_a_fault(name: str) -> None:
    seeds = list(TARGETS[name].seeds())

    for seed in seeds:
        feed(name, seed)

    assert seeds
    assert all(len(seed) <= TARGETS[name].most_bytes for seed in seeds)


def test_the_script_knows_every_target() -> None:
    assert set(fuzzing.TARGETS) == set(TARGETS)
