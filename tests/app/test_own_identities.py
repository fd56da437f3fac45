"""The identities used here are listed, the last one first, and a damaged list is an empty one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.own_identities import MOST_KEPT, OwnIdentity, own_identities, put_first, strike_off


def own(number: int) -> OwnIdentity:
    return OwnIdentity(
        path=Path(f"/keys/{number}.p12"),
        name=f"Åsa {number}",
        certificate=f"{number:064x}",
        valid_until=date(2029, 11, 27),
    )


def test_the_last_used_stands_first_once_and_the_list_ends(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 2):
        put_first(own(number), tmp_path)
    put_first(replace(own(5), path=Path("/moved/5.p12")), tmp_path)

    listed = own_identities(tmp_path)

    assert len(listed) == MOST_KEPT
    assert listed[0].path == Path("/moved/5.p12")
    assert sum(one.certificate == own(5).certificate for one in listed) == 1
    strike_off(own(5).certificate, tmp_path)
    assert own(5).certificate not in {one.certificate for one in own_identities(tmp_path)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        '[{"path": "x"}]',
        '[{"path":"x","name":"y","certificate":"zz","valid_until":"2029-01-01"}]',
    ],
)
def test_a_damaged_list_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "identities.json").write_text(text, "utf-8")

    assert own_identities(tmp_path) == ()
