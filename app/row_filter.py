"""Which rows of a register a grid shows: those with certain words, and those with certain values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.i18n import _
from models.values import AnyEntry

Texts = Callable[[AnyEntry], str]


@dataclass(frozen=True, slots=True)
class OnlyValues:
    """Only the rows that say one of `texts` in a column; an empty text is a cell without a value."""

    path: str
    label: str
    texts: tuple[str, ...]

    @property
    def words(self) -> str:
        """The wish in words."""
        said = _(" or ").join(text or _("nothing recorded") for text in self.texts)
        return _("{field}: {values}").format(field=_(self.label), values=" ".join(said.split()))


@dataclass(frozen=True, slots=True)
class RowFilter:
    """All of the words have to occur in a row, and all of the wishes about columns to be met."""

    words: str = ""
    only: tuple[OnlyValues, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether it can hide any row."""
        return bool(self.words.strip() or self.only)

    def with_words(self, words: str) -> "RowFilter":
        """The same with other words."""
        return replace(self, words=words)

    def with_only(self, wish: OnlyValues) -> "RowFilter":
        """The same with a wish about a column, in place of an earlier one about it."""
        return replace(self, only=(*self.without(wish.path).only, wish))

    def without(self, path: str) -> "RowFilter":
        """The same without a wish about a column."""
        return replace(self, only=tuple(wish for wish in self.only if wish.path != path))

    def shown(
        self, entries: Mapping[str, AnyEntry], row_text: Texts, cell_texts: Mapping[str, Texts]
    ) -> Iterable[str]:
        """The keys of the entries to show; `row_text` gives all words, folded, `cell_texts` those by path."""
        words = self.words.casefold().split()
        wishes = [(cell_texts[wish.path], wish.texts) for wish in self.only if wish.path in cell_texts]
        for key, entry in entries.items():
            if all(text(entry) in texts for text, texts in wishes) and (
                not words or _has(row_text(entry), words)
            ):
                yield key


def _has(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)
