"""`plumbline lint`: findings as text or JSON, exit code 1 while a blocker is open, for any day."""

import json
from pathlib import Path

import pytest

from app.assessment import assess
from app.cli import main
from app.interchange import write_review
from app.lint import lint
from app.lint.waivers import waiving
from app.recent import remember
from models.snapshot import Snapshot
from models.storage import create_file
from models.values import ActionItem, Horizon, RegisterName, RiskDecision, RuleException
from tests.changes import applied, with_fields
from tests.sound import TODAY, sound_review

DAY = TODAY.isoformat()
PASSPHRASE = "four odd words here"
ITEM = ActionItem(id="N1", text="Name an owner", horizon=Horizon.NOW, due=TODAY)


@pytest.fixture
def unowned() -> Snapshot:
    return sound_review().with_entry(RegisterName.ACTION_PLAN, ITEM)


def written(tmp_path: Path, snapshot: Snapshot) -> str:
    path = tmp_path / "orchard.review.json"
    path.write_bytes(write_review(snapshot))
    return str(path)


def test_a_sound_review_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["lint", written(tmp_path, sound_review()), "--today", DAY])

    assert (code, capsys.readouterr().out) == (0, "Nothing stands in the way of the report.\n")


def test_a_blocker_is_told_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unowned: Snapshot
) -> None:
    code = main(["lint", written(tmp_path, unowned), "--today", DAY])

    told = capsys.readouterr()
    assert code == 1
    assert told.out.splitlines() == [
        "Actions for urgent risks, and no owner (blocker). Name one person at the client who sees to it.",
        "  N1 has no owner at the client.",
        "1 blocker, 0 warnings.",
    ]
    assert told.err.startswith("plumbline: There are blockers: ")


def test_a_waived_blocker_is_told_with_its_reason_and_lets_it_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unowned: Snapshot
) -> None:
    findings = lint(unowned, assess(unowned), TODAY)
    held = applied(unowned, waiving(unowned, findings, "Decided on Monday.", "Ada Lead", TODAY))

    code = main(["lint", written(tmp_path, held), "--today", DAY])

    assert code == 0
    assert "    Ada Lead, 28 Nov 2026: Decided on Monday." in capsys.readouterr().out.splitlines()


def test_a_waiver_that_lapsed_is_told_as_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unowned: Snapshot
) -> None:
    findings = lint(unowned, assess(unowned), TODAY)
    held = applied(unowned, waiving(unowned, findings, "Decided on Monday.", "Ada Lead", TODAY))
    changed = with_fields(held, RegisterName.ACTION_PLAN, "N1", risks=("PG-1",))

    code = main(["lint", written(tmp_path, changed), "--today", DAY])

    assert code == 1
    assert "It was waived before it changed: Decided on Monday." in capsys.readouterr().out


def test_warnings_alone_let_it_pass_until_their_day_has_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exception = RuleException(id="X1", approved_by="Legal", expires_on=TODAY)
    snapshot = sound_review().with_entry(RegisterName.EXCEPTIONS, exception)
    snapshot = snapshot.with_entry(RegisterName.RISK_DECISIONS, RiskDecision(risk="EX-T99"))
    path = written(tmp_path, snapshot)

    assert main(["lint", path, "--today", DAY]) == 0
    assert "0 blockers, 1 warning." in capsys.readouterr().out
    assert main(["lint", path, "--today", "2026-11-29"]) == 1
    assert "The exception X1 ran out on 28 Nov 2026." in capsys.readouterr().out


def test_json_holds_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str], unowned: Snapshot) -> None:
    code = main(["lint", written(tmp_path, unowned), "--format", "json", "--today", DAY])

    told = json.loads(capsys.readouterr().out)
    assert code == 1
    heads = ("format", "version", "today", "blockers", "warnings", "waived")
    assert {name: told[name] for name in heads} == {
        "format": "plumbline-lint", "version": 1, "today": DAY, "blockers": 1, "warnings": 0, "waived": 0,
    }  # fmt: skip
    (finding,) = told["findings"]
    assert finding["rule"] == "urgent_action_without_owner"
    assert (finding["severity"], finding["place"]) == ("blocker", "action:N1/client_owner")
    assert finding["waived"] is None


def test_an_encrypted_file_is_read_and_names_of_recent_files_are_looked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "orchard.plumbline"
    snapshot = with_fields(sound_review(), RegisterName.AI_TOOLS, "T1", notes="As Kumquat has it.")
    create_file(path, PASSPHRASE, snapshot, who="Ada").close()
    remember(tmp_path / "kumquat.plumbline")
    monkeypatch.setenv("PLUMBLINE_PASSPHRASE", PASSPHRASE)
    before = path.read_bytes()

    code = main(["lint", str(path), "--today", DAY])

    told = capsys.readouterr()
    assert code == 1
    assert "  T1, notes names another client: K." in told.out.splitlines()
    assert "umquat" not in told.out + told.err
    assert path.read_bytes() == before


def test_a_day_that_is_none_is_not_understood(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["lint", "x.json", "--today", "2026-99-01"])

    assert left.value.code == 2
    assert "a day as 2026-11-28 is wanted" in capsys.readouterr().err
