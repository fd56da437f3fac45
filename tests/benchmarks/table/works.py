"""Work without a window or a disk: assessing, searching, and a review as JSON."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from itertools import cycle

from app.assessment import assess
from app.interchange import read_review, write_review
from app.packs import built_in_pack
from app.search import find_texts, risk_items, search_index
from models.values import RegisterName
from tests.benchmarks.searching import TYPED
from tests.benchmarks.table.measuring import Job, Ready
from tests.benchmarks.table.sizes import Material


@contextmanager
def _assessing(material: Material) -> Iterator[Ready]:
    snapshot = material.snapshot()

    def work() -> None:
        assess(snapshot)

    def floor() -> None:
        for register in RegisterName:
            for entry in snapshot.entries(register).values():
                for field in fields(entry):
                    getattr(entry, field.name)

    yield Ready(work=work, floor=floor)


@contextmanager
def _searching(material: Material) -> Iterator[Ready]:
    snapshot = material.snapshot()
    risks = risk_items(assess(snapshot).risks)
    index = search_index(snapshot)
    texts = [item.all_words for item in (*index.written, *risks)]
    typed, looked_for = cycle(TYPED), cycle(TYPED)

    def work() -> None:
        for found in find_texts([*index.written, *risks], next(typed), 50):
            assert found.hits

    def floor() -> None:
        words = next(looked_for)
        sum(words in text for text in texts)

    yield Ready(work=work, floor=floor)


@contextmanager
def _writing_json(material: Material) -> Iterator[Ready]:
    snapshot = material.snapshot()
    plain = json.loads(write_review(snapshot))

    def work() -> None:
        write_review(snapshot)

    def floor() -> None:
        json.dumps(plain, ensure_ascii=False, indent=1).encode()

    yield Ready(work=work, floor=floor)


@contextmanager
def _reading_json(material: Material) -> Iterator[Ready]:
    data, pack = material.json.read_bytes(), built_in_pack()

    def work() -> None:
        read_review(data, pack)

    def floor() -> None:
        json.loads(data)

    yield Ready(work=work, floor=floor)


JOBS = (
    Job(
        name="assess",
        what="assess the whole review",
        floor="each field of each entry read once",
        prepare=_assessing,
        is_quick=True,
    ),
    Job(
        name="search",
        what="search all texts, one letter typed",
        floor="the same texts asked for the letters",
        prepare=_searching,
        rounds=700,
        is_quick=True,
    ),
    Job(
        name="json",
        what="write the review as JSON",
        floor="the same JSON written from ready values",
        prepare=_writing_json,
        is_quick=True,
    ),
    Job(
        name="json_in",
        what="read a review from JSON, checked",
        floor="the same JSON parsed only",
        prepare=_reading_json,
        is_quick=True,
    ),
)
