"""The check never fails, names only places that there are, and does not depend on the order of entries."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.assessment import assess
from app.lint import blockers, checked, lint
from app.lint.finding import Finding, Severity
from app.lint.printed import waived_for_print
from app.lint.waivers import waiving
from app.lint.where import where_words
from models.snapshot import Snapshot
from models.values import RegisterName
from tests.changes import applied, shuffled
from tests.sound import TODAY
from tests.strategies import snapshots

OTHERS = ("Campaign Ltd", "notes")
EXAMPLES = 30


def leads_somewhere(snapshot: Snapshot, risks: set[str], place: str) -> bool:
    kind, _colon, rest = place.partition(":")
    match kind:
        case "question":
            return rest in snapshot.pack
        case "answer":
            return rest.rpartition("/")[0] in snapshot.answers
        case "risk":
            risk = rest if rest in risks else rest.rpartition("/")[0]
            return risk in risks or risk in snapshot.risk_decisions
        case "action":
            return rest.split("/")[0] in snapshot.action_plan
        case "entry":
            register, key = rest.split("/")[:2]
            return snapshot.entry(RegisterName(register), key) is not None
        case "register":
            return rest in set(RegisterName)
        case _:
            return place in {"page:fix_first", "page:risk_map", "page:section"}


@settings(max_examples=EXAMPLES, deadline=None)
@given(snapshots(), st.integers(0, 2**32))
def test_any_review_can_be_checked_in_any_order(snapshot: Snapshot, seed: int) -> None:
    assessment = assess(snapshot)

    found = lint(snapshot, assessment, TODAY, OTHERS)
    mixed = shuffled(snapshot, Random(seed))

    assert [_told(one) for one in found] == [_told(one) for one in lint(mixed, assess(mixed), TODAY, OTHERS)]
    assert len({one.identity for one in found}) == len(found)
    severities = [one.severity for one in found]
    assert severities == sorted(severities, key=list(Severity).index)
    for one in found:
        assert one.words
        assert "{" not in one.words.replace("{name}", "")
        for place in filter(None, (one.place, one.also)):
            assert leads_somewhere(snapshot, set(assessment.risks_by_id), place), place
            assert where_words(snapshot, assessment, place)


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(snapshots())
def test_everything_can_be_waived_and_then_nothing_is_open(snapshot: Snapshot) -> None:
    assessment = assess(snapshot)
    edit = waiving(snapshot, lint(snapshot, assessment, TODAY), "It may stand.", "Ada Lead", TODAY)
    if edit is None:
        return

    held = applied(snapshot, edit)

    found = checked(held, assess(held), TODAY)
    assert found.open == ()
    assert blockers(held, assess(held), TODAY) == ()
    printed = {one.finding.identity for one in waived_for_print(held, assess(held))}
    assert printed <= {one.finding.identity for one in found.waived if not one.finding.rule.is_private}


def _told(finding: Finding) -> tuple[str, ...]:
    return (finding.identity, finding.words, finding.also, finding.digest)
