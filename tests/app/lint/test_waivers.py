"""A waiver needs a reason and a name, is an edit like any other, and lapses when what was found changes."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from app.assessment import assess
from app.interchange import read_review, write_review
from app.lint import Finding, blockers, checked
from app.lint.waivers import WAIVERS, unwaiving, waivers, waiving
from app.packs import built_in_pack
from app.review_rounds import next_round
from app.signing.seal import seal
from app.workspace import Workspace
from models.snapshot import ReviewHeader, Snapshot
from models.storage import KeyCost, create_file
from models.values import ActionItem, Horizon, Json, RegisterName
from tests.changes import applied, with_fields
from tests.sound import TODAY, sound_review

R = RegisterName
CHEAP = KeyCost(iterations=1, lanes=1, memory_kib=64)
WHO, WHY = "Ada Lead", "The committee decides on 2 December."


def unowned(*keys: str, **values: object) -> Snapshot:
    snapshot = sound_review()
    for key in keys:
        item = ActionItem(id=key, text="Name an owner", horizon=Horizon.NOW, due=TODAY, risks=("PG-1",))
        snapshot = snapshot.with_entry(R.ACTION_PLAN, item.with_values(**values))
    return snapshot


def open_ones(snapshot: Snapshot) -> tuple[Finding, ...]:
    return checked(snapshot, assess(snapshot), TODAY).open


def waived(snapshot: Snapshot) -> Snapshot:
    return applied(snapshot, waiving(snapshot, open_ones(snapshot), WHY, WHO, TODAY))


def test_a_waived_blocker_no_longer_stands_in_the_way() -> None:
    snapshot = unowned("N1", "N2")
    (first, second) = blockers(snapshot, assess(snapshot), TODAY)

    one = applied(snapshot, waiving(snapshot, [first], f" {WHY}\n", WHO, TODAY))
    found = checked(one, assess(one), TODAY)

    assert blockers(one, assess(one), TODAY) == (second,)
    assert [(each.finding, each.waiver.reason, each.waiver.who, each.waiver.on) for each in found.waived] == [
        (first, WHY, WHO, TODAY)
    ]
    assert found.summary == "1 blocker, 0 warnings. 1 waived."
    assert checked(waived(one), assess(one), TODAY).summary == (
        "Nothing stands in the way of the report. 2 waived."
    )


@pytest.mark.parametrize(("reason", "who"), [("", WHO), (" \n", WHO), (WHY, ""), (WHY, " ")])
def test_nobody_waives_without_a_reason_or_a_name(reason: str, who: str) -> None:
    snapshot = unowned("N1")

    assert waiving(snapshot, open_ones(snapshot), reason, who, TODAY) is None
    assert waiving(snapshot, [], WHY, WHO, TODAY) is None


@pytest.mark.parametrize(
    "change",
    [{"risks": ("PG-1", "PG-2")}, {"risks": None}],
)
def test_it_lapses_when_what_was_found_changes(change: dict[str, object]) -> None:
    snapshot = waived(unowned("N1"))

    changed = with_fields(snapshot, R.ACTION_PLAN, "N1", **change)
    found = checked(changed, assess(changed), TODAY)

    assert [one.rule.id for one in found.open] == ["urgent_action_without_owner"]
    assert found.waived == ()
    assert [waiver.reason for waiver in found.lapsed.values()] == [WHY]
    back = with_fields(changed, R.ACTION_PLAN, "N1", risks=("PG-1",))
    assert checked(back, assess(back), TODAY).open == ()


def test_it_holds_when_something_else_changes() -> None:
    snapshot = waived(unowned("N1"))

    changed = with_fields(snapshot, R.ACTION_PLAN, "N1", text="Name an owner at last", notes="Asked twice")

    assert checked(changed, assess(changed), TODAY).open == ()


def test_a_text_that_gets_worse_is_open_again() -> None:
    snapshot = with_fields(sound_review(), R.ENGAGEMENT, "engagement", background="As Kumquat has it. tbd")
    held = waived(snapshot)

    worse = with_fields(held, R.ENGAGEMENT, "engagement", background="As Kumquat has it. tbd. TODO")

    assert checked(held, assess(held), TODAY).open == ()
    assert len(checked(worse, assess(worse), TODAY).open) == 1


def test_one_that_is_waived_again_is_kept_once_and_taken_back_whole() -> None:
    snapshot = waived(unowned("N1"))
    changed = with_fields(snapshot, R.ACTION_PLAN, "N1", risks=None)
    (finding,) = open_ones(changed)

    again = applied(changed, waiving(changed, [finding], "Once more.", WHO, TODAY))
    back = applied(again, unwaiving(again, [finding]))

    assert [waiver.reason for waiver in waivers(again).values()] == ["Once more."]
    assert WAIVERS not in back.engagement.extras
    assert unwaiving(back, [finding]) is None


def test_it_is_an_edit_in_the_log_with_its_reason_and_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "acme.plumbline"
    with create_file(path, "four odd words here", unowned("N1"), who=WHO, cost=CHEAP) as store:
        workspace = Workspace(store, "R1", WHO)
        edit = waiving(workspace.snapshot, open_ones(workspace.snapshot), WHY, WHO, TODAY)
        assert edit is not None

        workspace.apply(edit)
        kept = waivers(store.load("R1"))
        workspace.apply(edit.inverse())

        assert [waiver.reason for waiver in kept.values()] == [WHY]
        assert [(line.label, line.reason) for line in store.history("R1")][-2] == ("Waive a finding", WHY)
        assert waivers(store.load("R1")) == {}


def test_it_comes_back_from_the_interchange_format_and_counts_in_the_seal() -> None:
    before, snapshot = unowned("N1"), waived(unowned("N1"))

    again = read_review(write_review(snapshot), built_in_pack()).snapshot

    assert waivers(again) == waivers(snapshot) != {}
    assert seal(snapshot, assess(snapshot)) == seal(again, assess(again))
    assert seal(snapshot, assess(snapshot)) != seal(before, assess(before))


def test_the_next_review_begins_without_waivers() -> None:
    snapshot = waived(unowned("N1"))

    after = next_round(snapshot, ReviewHeader(id="R2", number=2))

    assert waivers(after) == {}


@pytest.mark.parametrize(
    "odd",
    [
        3, "x", [3], [{}], [{"finding": 1}],
        [{"finding": "a|b|", "digest": "0", "reason": " ", "who": "A", "on": "2026-11-28"}],
        [{"finding": "a|b|", "digest": "0", "reason": "r", "who": "A", "on": "soon"}],
        [{"finding": ["a"], "digest": {}, "reason": "r", "who": "A", "on": "2026-11-28"}],
    ],
)  # fmt: skip
def test_what_cannot_be_read_waives_nothing_and_is_kept(odd: Json) -> None:
    engagement = replace(unowned("N1").engagement, extras=MappingProxyType({WAIVERS: odd}))
    snapshot = replace(unowned("N1"), engagement=engagement)

    more = waived(snapshot)

    assert waivers(snapshot) == {}
    assert open_ones(more) == ()
    kept = more.engagement.extras[WAIVERS]
    assert isinstance(kept, list)
    assert [raw for raw in kept if raw not in (odd if isinstance(odd, list) else [])][-1]["reason"] == WHY
