"""What was waived is printed with its reason, in the report and the tables, whatever day it is printed."""

from datetime import date

import pytest

from app.assessment import assess
from app.exchange.contents import tables
from app.lint import lint
from app.lint.printed import waived_for_print
from app.lint.waivers import waiving
from app.parking import parking
from app.redaction import Hidden, redacted
from models.snapshot import Snapshot
from models.values import ActionItem, Horizon, RegisterName
from tests.changes import applied, with_fields
from tests.reports import content_for
from tests.sound import TODAY, sound_review

R = RegisterName
WHY = "The committee decides on 2 December."


def waived(snapshot: Snapshot, others: tuple[str, ...] = (), on: date = TODAY) -> Snapshot:
    findings = lint(snapshot, assess(snapshot), on, others)
    assert findings
    return applied(snapshot, waiving(snapshot, findings, WHY, "Ada Lead", on))


def unowned() -> Snapshot:
    item = ActionItem(id="N1", text="Name an owner", horizon=Horizon.NOW, due=TODAY)
    return sound_review().with_entry(R.ACTION_PLAN, item)


def printed(snapshot: Snapshot) -> list[str]:
    return [one.finding.words for one in waived_for_print(snapshot, assess(snapshot))]


def test_report_and_tables_say_what_was_waived_why_and_by_whom() -> None:
    snapshot = waived(unowned())

    report = str(content_for(snapshot))
    (table,) = [one for one in tables(snapshot, assess(snapshot)) if one.name == "waived"]

    for words in ("Checked and waived, with reasons", "N1 has no owner at the client.", WHY, "Ada Lead"):
        assert words in report
    assert table.rows == (
        (
            "Actions for urgent risks, and no owner",
            "N1 has no owner at the client.",
            WHY,
            "Ada Lead",
            TODAY,
        ),
    )


def test_nothing_is_printed_where_nothing_is_waived_or_the_waiver_has_lapsed() -> None:
    lapsed = with_fields(waived(unowned()), R.ACTION_PLAN, "N1", client_owner="Head of IT")

    for snapshot in (unowned(), lapsed):
        assert printed(snapshot) == []
        assert "Checked and waived" not in str(content_for(snapshot))
        assert "waived" not in {one.name for one in tables(snapshot, assess(snapshot))}


def test_what_ran_out_after_the_review_ended_is_printed_too() -> None:
    later = date(2027, 3, 1)
    snapshot = sound_review().with_entry(
        R.ACTION_PLAN, ActionItem(id="N1", text="x", client_owner="IT", due=date(2027, 2, 1))
    )

    assert printed(waived(snapshot, on=later)) == ["N1 was due on 1 Feb 2027."]


def test_another_clients_name_is_printed_as_another_firms() -> None:
    snapshot = with_fields(sound_review(), R.AI_TOOLS, "T1", notes="A reseller of Kumquat.")
    held = waived(snapshot, ("Kumquat Ltd",))

    assert printed(held) == ["T1, notes names another firm."]
    assert printed(with_fields(held, R.AI_TOOLS, "T1", notes="As at Kumquat.")) == []


def test_what_is_parked_is_never_printed() -> None:
    snapshot = waived(applied(sound_review(), parking(sound_review(), "Kumquat", "ACC-05")))

    assert printed(snapshot) == []
    assert "Kumquat" not in str(content_for(snapshot))


@pytest.mark.parametrize("hidden", Hidden)
def test_reasons_are_not_in_a_report_without_names(hidden: Hidden) -> None:
    snapshot = redacted(waived(unowned()), hidden)

    assert WHY not in str(content_for(snapshot))


def test_the_tables_do_not_show_waivers_a_second_time_as_json() -> None:
    snapshot = waived(unowned())

    told = [str(table) for table in tables(snapshot, assess(snapshot))]

    assert sum(words.count(WHY) for words in told) == 1
