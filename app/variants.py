"""For whom a report is: the pages of each variant, what it leaves out, and how it says so. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.i18n import _


class Variant(StrEnum):
    """One assessment, told to different readers."""

    FULL = "full"
    EXECUTIVE = "executive"
    CLIENT_SAFE = "client-safe"
    REGISTER = "register"
    AUTOMATED_DECISION = "automated-decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a variant is made of.

    `pages` are numbers of the full report, in the order in which this one prints them; `sections` letters of
    its appendix. `left_out` is a sentence; where it is empty, nothing is. Only an edition that
    `carries_data` has the review's data attached, for whoever gets less is to get no more with the file.
    """

    title: str
    about: str
    left_out: str
    pages: tuple[int, ...] = ()
    sections: str = ""
    carries_data: bool = False
    has_statements: bool = False


_ALL, _LETTERS = tuple(range(1, 13)), "ABCDEFGH"

EDITIONS: Mapping[Variant, Edition] = MappingProxyType(
    {
        Variant.FULL: Edition(
            title=_("Full report"),
            about=_("Twelve pages and the appendix. Nothing is left out."),
            left_out="",
            pages=_ALL,
            sections=_LETTERS,
            carries_data=True,
        ),
        Variant.EXECUTIVE: Edition(
            title=_("Executive summary"),
            about=_("Four pages: the answer, the map, what to fix first, what nobody knows with the limits."),
            left_out=_(
                "Left out: the ten questions, systems and data, use cases, approval, vendors, the method, "
                "and the appendix with every risk's arithmetic."
            ),
            pages=(2, 4, 11, 10),
        ),
        Variant.CLIENT_SAFE: Edition(
            title=_("Client-safe report"),
            about=_("All pages, and no person in them: roles stand for people."),
            left_out=_(
                "Left out: names of people and of the client, notes, and all free text; where a line cannot "
                'do without one, it says "removed". Bands and numbers are the same.'
            ),
            pages=_ALL,
            sections=_LETTERS,
            carries_data=True,
        ),
        Variant.REGISTER: Edition(
            title=_("Registers"),
            about=_("AI tools and everything around them, and who may do what where."),
            left_out=_(
                "Left out: the risk map with its findings, all risks, all answers, and the plan's pages."
            ),
            pages=(1,),
            sections="AB",
        ),
        Variant.AUTOMATED_DECISION: Edition(
            title=_("Automated-decision statements"),
            about=_(
                "Drafts for counsel, one for each use in which AI decides about people or helps to decide."
            ),
            left_out=_("Left out: every other use, the risk map with its findings, and the appendix."),
            has_statements=True,
        ),
    }
)


def exists_words(variant: Variant) -> str:
    """That the full report exists; empty in the full report."""
    if variant is Variant.FULL:
        return ""
    if variant is Variant.CLIENT_SAFE:
        return _("The full report exists, with names and texts, and another seal.")
    return _("The full report of the same review exists, under the same seal.")
