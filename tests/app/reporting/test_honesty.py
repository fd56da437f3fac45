"""The report says nothing that nobody said: not recorded, not asked and not known stay what they are."""

from app.reporting import ReportContent
from tests.app.reporting.test_content import all_words, page
from tests.reports import content_of


def section(content: ReportContent, letter: str) -> str:
    return all_words(next(part for part in content.appendix if part.letter == letter))


def test_the_cover_says_how_many_uses_may_go_ahead_and_nothing_where_none_may() -> None:
    assert "6 of 14 uses of AI may go ahead" in page(content_of("ferrowick"), 1)
    assert "may go ahead" not in page(content_of("tiny_unknowns"), 1)


def test_what_was_not_recorded_is_not_said_to_be_absent() -> None:
    empty = content_of("tiny_unknowns")

    assert "never rehearsed" not in page(empty, 2)
    assert "No incident and no process are on record" in page(empty, 2)
    assert "Jurisdictions none" not in " ".join(page(empty, 1).split())


def test_a_question_of_an_empty_register_is_not_called_answered() -> None:
    answers = section(content_of("tiny_unknowns"), "D")

    assert "nothing in the register to ask it of" in answers
    assert "not answered for every entry of the register yet" in answers


def test_actions_that_do_not_fit_the_first_fortnight_are_counted() -> None:
    assert "and 2 more actions" in page(content_of("ferrowick"), 2)


def test_the_questions_counted_and_those_of_the_registers_make_the_whole_pack() -> None:
    assert "the other 21 of the 82 are answered in the registers" in page(content_of("ferrowick"), 2)


def test_appendix_c_says_where_base_impacts_and_scores_come_from() -> None:
    risks = section(content_of("ferrowick"), "C")

    for rule in ("highest integrity class", "4 × checks met / 9", "tested 4, documented 2, none 0"):
        assert rule in risks
