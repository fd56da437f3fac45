"""The chapters of the manual: the pages of the help as Markdown, their links and pictures checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.i18n import _
from ui.help_texts import HELP_PAGES, illustrated_text

CHAPTER, PICTURE = "help:", "picture:"


class BrokenReferenceError(Exception):
    """A link or a picture of the manual leads nowhere; the text says which."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its name in links, its title, the part it stands in, and what it says."""

    name: str
    title: str
    part: str
    markdown: str


def reader() -> MarkdownIt:
    """What reads the Markdown: CommonMark with tables. No HTML passes, `help:` and `picture:` links do."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.validateLink = _is_any  # type: ignore[method-assign]  # `checked` is stricter
    return made


def chapters() -> tuple[Chapter, ...]:
    """All chapters in their order. Raises BrokenReferenceError."""
    return checked(
        tuple(
            Chapter(page.name, _(page.words), _(page.part.value), illustrated_text(page.name))
            for page in HELP_PAGES
        )
    )


def checked(told: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """The same chapters, if every link leads to one of them and every picture has words and its own line."""
    names = {chapter.name for chapter in told}
    faults = [f"{chapter.name}: {fault}" for chapter in told for fault in _faults(chapter, names)]
    if faults:
        raise BrokenReferenceError("\n".join(faults))
    return told


def tokens(chapter: Chapter) -> Sequence[Token]:
    """What a chapter says, less its own first heading: the title stands for it."""
    found = reader().parse(chapter.markdown)
    if len(found) < 3 or found[0].tag != "h1":
        raise BrokenReferenceError(f"{chapter.name}: does not begin with a heading")
    return found[3:]


def picture_of(inline: Token) -> tuple[str, str] | None:
    """The name and the words of the picture that a paragraph is; None for a paragraph of words."""
    children = inline.children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    return str(children[0].attrs["src"]).removeprefix(PICTURE), children[0].content


def picture_names(told: Sequence[Chapter]) -> frozenset[str]:
    """The pictures that chapters show."""
    found = (picture_of(token) for chapter in told for token in tokens(chapter) if token.type == "inline")
    return frozenset(picture[0] for picture in found if picture is not None)


def _is_any(url: str) -> bool:
    return bool(url)


def _faults(chapter: Chapter, names: set[str]) -> Iterator[str]:
    for token in tokens(chapter):
        if token.type != "inline":
            continue
        picture = picture_of(token)
        for child in token.children or []:
            if child.type == "link_open":
                address = str(child.attrs["href"])
                if not address.startswith(CHAPTER) or address.removeprefix(CHAPTER) not in names:
                    yield f"the link {address} leads nowhere"
            elif child.type == "image":
                address = str(child.attrs["src"])
                if picture is None or not address.startswith(PICTURE):
                    yield f"the picture {address} does not stand on a line of its own"
                elif not picture[1]:
                    yield f"the picture {address} has no words"
