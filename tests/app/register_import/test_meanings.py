"""Numbers as clients write them are read as they mean them, or not at all."""

import pytest

from app.register_import import FieldMapping
from app.register_import.headings import fields_of
from app.register_import.meanings import meaning
from models.values import RegisterName
from tests.specified import specified_review

SYSTEMS = RegisterName.SYSTEMS


def read(path: str, text: str) -> tuple[object, bool]:
    """The value of a cell, and whether there is something to say about it."""
    mapping = FieldMapping(register=SYSTEMS, columns={})
    found = meaning(mapping, path, fields_of(SYSTEMS)[path], text, specified_review("tiny_empty"))
    return found.value, bool(found.problem)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,000", 12_000),
        ("12.000", 12_000),
        ("250,000", 250_000),
        ("1,250,000", 1_250_000),
        ("1200", 1_200),
        ("1200.0", 1_200),
        ("1200.000", 1_200),
        ("40,00", 40),
    ],
)
def test_a_sign_between_thousands_is_no_fraction(text: str, number: int) -> None:
    assert read("people_records", text) == (number, False)


def test_a_level_with_a_fraction_of_nothing_is_that_level_and_another_fraction_is_not_read() -> None:
    assert read("criticality", "4.0") == (4, False)
    assert read("criticality", "4,0000") == (4, False)
    assert read("criticality", "4.5") == (None, True)
    assert read("criticality", "4.000") == (None, True)
