"""Rows are ordered by one column, and among equals by those chosen before it."""

from app.cell_text import names_of
from app.register_rows import grid_columns
from app.row_order import RowOrder
from models.values import RegisterName
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
TOOLS = FERROWICK.entries(RegisterName.AI_TOOLS)
NAMES = names_of(FERROWICK)
COLUMNS = {column.path: column for column in grid_columns(RegisterName.AI_TOOLS)}


def arranged(order: RowOrder) -> list[str]:
    return order.arranged(TOOLS, TOOLS, COLUMNS, NAMES)


def said(path: str, keys: list[str]) -> list[str]:
    return [COLUMNS[path].text(TOOLS[key], NAMES) for key in keys]


def test_without_an_order_rows_stand_as_they_were_recorded() -> None:
    assert arranged(RowOrder()) == list(TOOLS)


def test_rows_that_are_equal_stay_in_the_order_chosen_before() -> None:
    by_name = RowOrder().then_by("name", is_falling=True)

    keys = arranged(by_name.then_by("owner", is_falling=False))

    owners = said("owner", keys)
    assert owners == sorted(owners, key=owners.index)
    for owner in set(owners):
        names = [name.casefold() for name, of in zip(said("name", keys), owners, strict=True) if of == owner]
        assert names == sorted(names, reverse=True)


def test_what_is_not_known_comes_last_either_way_round() -> None:
    for is_falling in (False, True):
        keys = arranged(RowOrder().then_by("approval", is_falling=is_falling))

        assert said("approval", keys)[-1] == "Don't know"


def test_a_column_chosen_again_is_not_there_twice_and_three_are_kept() -> None:
    order = RowOrder()
    for path in ("name", "owner", "status", "vendor", "owner"):
        order = order.then_by(path, is_falling=False)

    assert [path for path, _falling in order.by] == ["owner", "vendor", "status"]


def test_the_order_is_told_in_words() -> None:
    order = RowOrder().then_by("name", is_falling=True).then_by("owner", is_falling=False)

    assert order.words(COLUMNS) == "Sorted by Owner, rising, then by Name, falling."
    assert RowOrder().words(COLUMNS) == ""
