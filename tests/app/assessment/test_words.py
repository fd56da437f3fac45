"""Everything that the risk model names has words."""

from app.assessment import assess
from app.assessment.controls import STANDS_FOR
from app.assessment.matrix import band
from app.assessment.use_case_level import RULES
from app.assessment.words import (
    CONTAINMENT_WORDS,
    CONTROL_WORDS,
    SHORT_CONTROL_WORDS,
    TEMPLATE_WORDS,
    containment_words,
    control_words,
    fact_words,
    input_words,
    rule_words,
    short_control_words,
)
from models.risk import Template
from models.values import StopRule
from tests.specified import NAMES, specified_review


def test_every_input_of_every_specified_risk_has_words() -> None:
    for name in NAMES:
        snapshot = specified_review(name)
        for risk in assess(snapshot).risks:
            assert all(input_words(named.name) for named in (*risk.drivers, *risk.impact_modifiers))
            assert all(control_words(control.control, snapshot.pack) for control in risk.controls)
            assert all(short_control_words(control.control) for control in risk.controls)


def test_the_register_controls_are_the_ones_that_stand_for_questions() -> None:
    pack = specified_review("ferrowick").pack

    assert CONTROL_WORDS.keys() == SHORT_CONTROL_WORDS.keys() == STANDS_FOR.keys()
    assert all(question in pack for question in STANDS_FOR.values())


def test_every_stop_rule_says_how_to_contain() -> None:
    assert CONTAINMENT_WORDS.keys() == set(StopRule)
    assert containment_words((StopRule.SR4, StopRule.SR3)) == "pause for counsel; remove that right"
    assert containment_words(()) == ""


def test_whatever_is_open_about_an_entry_has_words() -> None:
    for name in NAMES:
        for found in assess(specified_review(name)).find_out:
            assert "_" not in fact_words(found.input.partition(":")[2])
    assert fact_words("acts_unattended") == "acts unattended"
    assert fact_words("off_switch") == "off switch"
    assert fact_words("some_other_fact") == "some other fact"


def test_every_rule_and_template_has_words() -> None:
    assert [rule_words(rule.id) for rule in RULES] == [rule.reason for rule in RULES]
    assert TEMPLATE_WORDS.keys() == set(Template)


def test_bands_are_looked_up_and_not_multiplied() -> None:
    rows = ["".join(band(row, column)[0] for column in range(1, 6)) for row in range(5, 0, -1)]

    assert rows == ["MMHCC", "LMHHC", "LMMHH", "LLMMH", "LLLMM"]
