"""An override says at once what it does, and what it still needs to have an effect."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from app.group_notes import group_note, has_note
from app.level_override import override_effect
from models.scores import OverrideState
from models.snapshot import Snapshot
from models.values import AITool, LevelOverride, RegisterName, UseCaseLevel
from tests.changes import with_fields
from tests.specified import specified_review
from tests.strategies import snapshots

END = date(2026, 8, 31)
FERROWICK = with_fields(specified_review("ferrowick"), RegisterName.ENGAGEMENT, "engagement", end_date=END)
HIGH = FERROWICK.use_cases["U01"].with_values(override=None)
WHOLE = LevelOverride(
    level=UseCaseLevel.MEDIUM, reason="Drafts only", approver="Privacy lead", expires_on=END
)


@pytest.mark.parametrize(
    ("override", "words"),
    [
        (WHOLE, "Set by hand to Medium; by rule it is High."),
        (
            replace(WHOLE, level=UseCaseLevel.LOW),
            "The override has no effect. Downwards it may go one step: from High to Medium.",
        ),
        (replace(WHOLE, reason=" "), "The override has no effect. Still needed: a reason."),
        (
            LevelOverride(level=UseCaseLevel.MEDIUM),
            "The override has no effect. Still needed: a reason, an approver, an expiry date.",
        ),
        (
            replace(WHOLE, expires_on=date(2026, 8, 30)),
            (
                "The override has no effect. Still needed: an expiry date not before the end of the review, "
                "31 Aug 2026."
            ),
        ),
        (
            replace(WHOLE, level=UseCaseLevel.HIGH),
            "By rule it is High already: the override changes nothing.",
        ),
        (None, ""),
    ],
)
def test_the_effect_of_an_override_is_said(override: LevelOverride | None, words: str) -> None:
    assert override_effect(FERROWICK, HIGH.with_values(override=override)).words == words


def test_upwards_a_level_alone_is_enough() -> None:
    low = FERROWICK.use_cases["U14"].with_values(override=LevelOverride(level=UseCaseLevel.HIGH))
    found = override_effect(FERROWICK, low)

    assert found.state is OverrideState.APPLIED


@given(snapshot=snapshots())
def test_whatever_is_recorded_the_words_fit_what_the_risk_model_does(snapshot: Snapshot) -> None:
    for use_case in snapshot.use_cases.values():
        effect = override_effect(snapshot, use_case)
        if effect.is_ignored:
            assert effect.words.startswith("The override has no effect. ")
            assert effect.words[len("The override has no effect. ") :].strip(" .")
        if use_case.override is None:
            assert (effect.words, effect.state) == ("", OverrideState.NONE)


def test_the_part_of_the_form_says_the_effect_with_a_sign() -> None:
    assert has_note("override")
    assert not has_note("decision_record")
    assert group_note(FERROWICK, HIGH).tone == "muted"
    weak = group_note(FERROWICK, HIGH.with_values(override=replace(WHOLE, approver=None)))
    assert (weak.words[0], weak.tone) == ("▲", "warn")
    good = group_note(FERROWICK, HIGH.with_values(override=WHOLE))
    assert (good.words[0], good.tone) == ("✓", "ok")
    tool = FERROWICK.ai_tools["T01"]
    assert isinstance(tool, AITool)
    assert group_note(FERROWICK, tool).tone == "muted"
