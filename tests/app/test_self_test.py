import hashlib
import json
from pathlib import Path

import resources
from app.assessment import assess
from app.demo import demo_snapshot
from app.interchange import write_assessment
from app.self_test import Step, carry_out

ORACLE = Path(__file__).resolve().parents[1] / "data" / "assessment" / "ferrowick.assessment.json"


def broken() -> str:
    raise OSError("no room")


def test_a_step_that_fails_is_said_and_counted_and_the_rest_goes_on() -> None:
    said: list[str] = []

    failed = carry_out(
        [Step("one", lambda: ""), Step("two", broken), Step("three", lambda: "3 bytes")], said.append
    )

    assert failed == 1
    assert said == ["ok      one", "FAILED  two: OSError: no room", "ok      three (3 bytes)"]


def test_the_map_that_is_expected_is_the_one_of_the_oracle() -> None:
    written = write_assessment(assess(demo_snapshot()))

    assert json.loads(written) == json.loads(ORACLE.read_text("utf-8"))
    kept = resources.read_text("demo", "ferrowick.assessment.sha256").strip()
    assert hashlib.sha256(written).hexdigest() == kept
