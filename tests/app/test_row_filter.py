"""A filter shows the rows with all its words and with the values that were asked for."""

from app.row_filter import OnlyValues, RowFilter
from models.values import AnyEntry, RegisterName
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
TOOLS = FERROWICK.entries(RegisterName.AI_TOOLS)
UNOFFICIAL = OnlyValues("approval", "Approval", ("unofficial",))


def words(entry: AnyEntry) -> str:
    return str(getattr(entry, "caption", "")).casefold()


def approval(entry: AnyEntry) -> str:
    return str(getattr(entry, "approval", None) or "")


def shown(wanted: RowFilter) -> list[str]:
    return list(wanted.shown(TOOLS, words, {"approval": approval}))


def test_every_word_has_to_occur() -> None:
    assert shown(RowFilter("Engage SCORING")) == ["T01"]
    assert shown(RowFilter("engage nothing")) == []
    assert shown(RowFilter("  ")) == list(TOOLS)


def test_only_rows_with_one_of_the_values_are_shown_and_words_narrow_them_down() -> None:
    only = RowFilter().with_only(UNOFFICIAL)

    assert shown(only) == [key for key, tool in TOOLS.items() if approval(tool) == "unofficial"]
    assert shown(only.with_words("quillmate")) == ["T11"]


def test_a_second_wish_about_a_column_takes_the_place_of_the_first() -> None:
    trial = OnlyValues("approval", "Approval", ("trial",))

    wanted = RowFilter().with_only(UNOFFICIAL).with_only(trial)

    assert wanted.only == (trial,)
    assert wanted.is_on
    assert not wanted.without("approval").is_on


def test_a_wish_says_its_values_in_words() -> None:
    wish = OnlyValues("approval", "Approval", ("Unofficial", "", "On\ntrial"))

    assert wish.words == "Approval: Unofficial or nothing recorded or On trial"


def test_a_wish_about_a_column_that_is_not_there_hides_nothing() -> None:
    assert shown(RowFilter().with_only(OnlyValues("gone", "Gone", ("x",)))) == list(TOOLS)
