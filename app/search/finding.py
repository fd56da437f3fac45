"""Finds items by the beginnings of words, the likeliest first, and shows where the words stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from app.i18n import _
from app.search.folding import compact, folded, marks, words_of
from app.search.items import OWN_TEXTS, Group, Item, Part

BEFORE, AROUND = 40, 160

Marks = tuple[tuple[int, int], ...]


class Rank(IntEnum):
    """How well an item fits, the best first."""

    ID = 0
    ID_BEGINS = 1
    TITLE_BEGINS = 2
    TITLE = 3
    TEXT = 4


# An answer is called by its question, which is found by itself.
_TITLES = frozenset({Rank.TITLE_BEGINS, Rank.TITLE})


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words that all have to begin a word of an item, in any order."""

    words: tuple[str, ...]
    ident: str
    phrase: str

    @classmethod
    def of(cls, typed: str) -> "Query":
        """The query that a typed text stands for."""
        words = words_of(typed)
        return cls(words, compact(typed), " ".join(words))


@dataclass(frozen=True, slots=True, repr=False)
class Excerpt:
    """A piece of a text with the places of the words in it; `label` says what the text is."""

    label: str
    text: str
    marks: Marks


@dataclass(frozen=True, repr=False)
class Hit:
    """An item that was found, and how well it fits."""

    item: Item
    rank: Rank
    words: tuple[str, ...]

    @classmethod
    def of(cls, item: Item) -> "Hit":
        """An item that is shown without having been looked for."""
        return cls(item, Rank.TITLE, ())

    @cached_property
    def label_marks(self) -> Marks:
        """Where the words stand in the item's label: (start, length)."""
        return marks(self.item.label, self.words)

    @property
    def place(self) -> str:
        """Where it leads: to the very text that has the words, where the title does not have them."""
        return self._part.place if self._part is not None else self.item.place

    @cached_property
    def excerpt(self) -> Excerpt | None:
        """The text around the words; None where the id and the title say it all."""
        return None if self._part is None else _excerpt(self._part, self.words)

    @cached_property
    def _part(self) -> Part | None:
        """The text that has the most of the words that id and title do not have, the first of them."""
        if not self.item.parts or (self.rank is not Rank.TEXT and self.item.group is not Group.ANSWERS):
            return None
        missing = [word for word in self.words if f" {word}" not in self.item.name_words]
        return max(
            self.item.parts, key=lambda part: sum(f" {word}" in f" {folded(part.text)}" for word in missing)
        )


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """The hits under one heading; `total` counts those that are not shown, too."""

    heading: str
    hits: tuple[Hit, ...]
    total: int


def find_names(items: Iterable[Item], typed: str, most: int) -> tuple[Found, ...]:
    """The items with all the words in id and title, by group, `most` of each and the best first.

    Texts are searched only where they are the program's own: no note is ever found here. The group with the
    best hit stands first.
    """
    query = Query.of(typed)
    return _grouped(_ranked(items, query, names_only=True), query, most, by_heading=False)


def find_texts(items: Iterable[Item], typed: str, most: int) -> tuple[Found, ...]:
    """The items with all the words in id, title or texts, by the list that they stand in; else as above."""
    query = Query.of(typed)
    return _grouped(_ranked(items, query, names_only=False), query, most, by_heading=True)


def _ranked(items: Iterable[Item], query: Query, *, names_only: bool) -> list[tuple[Rank, Item]]:
    """The items that fit, in the order of the review."""
    ranked: list[tuple[Rank, Item]] = []
    if not query.words:
        return ranked
    first, *others = (f" {word}" for word in query.words)
    for item in items:
        is_named_only = names_only and item.group not in OWN_TEXTS
        words = item.name_words if is_named_only else item.all_words
        if first in words and all(needle in words for needle in others):
            rank = _rank(item, query)
            if item.group is not Group.ANSWERS or rank not in _TITLES:
                ranked.append((rank, item))
    return ranked


def _rank(item: Item, query: Query) -> Rank:
    """How well an item fits that has all the words somewhere."""
    if query.ident in item.idents:
        return Rank.ID
    names = item.name_words
    if not all(f" {word}" in names for word in query.words):
        return Rank.TEXT
    if item.idents[0].startswith(query.ident):
        return Rank.ID_BEGINS
    return Rank.TITLE_BEGINS if item.title_words.startswith(query.phrase) else Rank.TITLE


def _grouped(
    ranked: Sequence[tuple[Rank, Item]], query: Query, most: int, *, by_heading: bool
) -> tuple[Found, ...]:
    lists: dict[tuple[Group, str], list[tuple[Rank, Item]]] = {}
    for pair in ranked:
        item = pair[1]
        lists.setdefault((item.group, item.heading if by_heading else ""), []).append(pair)
    order = list(Group)
    for members in lists.values():
        members.sort(key=lambda pair: (pair[0], bool(pair[1].why_not)))
    sorted_lists = sorted(lists.items(), key=lambda each: (each[1][0][0], order.index(each[0][0])))
    return tuple(
        Found(
            heading or _(group.value),
            tuple(Hit(item, rank, query.words) for rank, item in members[:most]),
            len(members),
        )
        for (group, heading), members in sorted_lists
    )


def _excerpt(part: Part, words: tuple[str, ...]) -> Excerpt:
    """A piece of a text that begins a little before the first of the words, on one line."""
    text = part.text
    places = marks(text, words)
    first = places[0][0] if places else 0
    start = _word_start(text, max(0, first - BEFORE))
    end = min(len(text), start + AROUND)
    before = "…" if start else ""
    shown = "".join(" " if sign.isspace() else sign for sign in text[start:end])
    shift = len(before) - start
    inside = tuple((at + shift, length) for at, length in places if start <= at and at + length <= end)
    return Excerpt(part.label, before + shown + ("…" if end < len(text) else ""), inside)


def _word_start(text: str, at: int) -> int:
    """The beginning of the next word, so that no excerpt begins in the middle of one."""
    if at == 0:
        return 0
    gap = text.find(" ", at, at + BEFORE // 2)
    return gap + 1 if gap >= 0 else at
