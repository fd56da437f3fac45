import pytest

from app.licences import matching_parts, part_for, parts


def test_every_part_has_a_licence_and_its_text_in_alphabetical_order() -> None:
    names = [part.name.casefold() for part in parts()]

    assert names == sorted(names)
    assert {"qt", "sqlcipher", "reportlab", "lucide icons"} <= set(names)
    assert all(part.licence and len(part.text) > 400 for part in parts())


def test_a_part_is_found_by_its_link() -> None:
    part = part_for("noto-sans-and-noto-emoji")

    assert part is not None
    assert (part.licence, part.version) == ("OFL-1.1", "")
    assert "SIL OPEN FONT LICENSE" in part.text
    assert part_for("no-such-part") is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("zetetic",), ["SQLCipher"]),  # in the text alone
        (("lucide",), ["Lucide icons"]),
        (("tetic",), []),  # no beginning of a word
        (("sqlcipher", "zetetic"), ["SQLCipher"]),
    ],
)
def test_names_licences_and_texts_are_searched_by_beginnings_of_words(
    words: tuple[str, ...], found: list[str]
) -> None:
    assert [part.name for part in matching_parts(words)] == found
