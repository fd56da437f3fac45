"""A snapshot with its assessment, and what every page asks of them: names, links, counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.assessment.scope import Review
from app.i18n import _
from app.redaction import is_removed
from app.reporting.content.number import Number, number_place
from app.reporting.content.numbers import numbers
from app.reporting.content.parts import (
    RangeMark,
    Run,
    Words,
    appendix_place,
    entry_place,
    page_place,
    quiet,
    risk_place,
    words,
)
from app.variants import EDITIONS, Edition, Variant
from models.assessment import Assessment
from models.risk import Risk
from models.snapshot import Snapshot
from models.values import RegisterName, Unknown

NAME_SHOWN = 60
TEXT_SHOWN = 220


@dataclass(frozen=True)
class Findings:
    """What a report is about, and for whom. `previous` is the review before this one, if there was one."""

    snapshot: Snapshot
    assessment: Assessment
    previous: tuple[Snapshot, Assessment] | None = None
    variant: Variant = Variant.FULL

    @property
    def edition(self) -> Edition:
        """What is printed of the report."""
        return EDITIONS[self.variant]

    @cached_property
    def review(self) -> Review:
        """The part of the review that is assessed."""
        return Review(self.snapshot)

    @cached_property
    def numbers(self) -> dict[str, Number]:
        """The numbers of pages 2 to 11 by key, each with what was counted to get it."""
        return numbers(self.snapshot, self.review, self.assessment)

    def counted(self, key: str) -> Run:
        """One of these numbers, leading to what stands behind it."""
        return Run(f"{self.numbers[key].value:,}", to=number_place(key))

    @cached_property
    def top_risks(self) -> tuple[Risk, ...]:
        """The five risks of the headline."""
        return tuple(self.assessment.risk(risk) for risk in self.assessment.headline[:5])

    @cached_property
    def risks_of(self) -> dict[str, tuple[Risk, ...]]:
        """The risks linked to each entry (tool, use case or vendor), in priority order."""
        found: dict[str, list[Risk]] = {}
        for risk in self.assessment.risks:
            for linked in dict.fromkeys((*risk.linked, risk.subject)):
                found.setdefault(linked, []).append(risk)
        return {key: tuple(risks) for key, risks in found.items()}

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each entry in the order of risks: 0 for the one with the first risk."""
        order: dict[str, int] = {}
        for index, risk in enumerate(self.assessment.risks):
            for linked in risk.linked:
                order.setdefault(linked, index)
        return order

    def said(self, text: str | None) -> str | None:
        """What somebody wrote; None where there is nothing, or this variant has left it out."""
        return None if self.leaves_out(text) else text

    def leaves_out(self, value: object) -> bool:
        """Whether a text or a list of texts was there and this variant has nothing to say of it."""
        return self.variant is Variant.CLIENT_SAFE and is_removed(value)

    def by_risk(self, ids: Iterable[str]) -> list[str]:
        """Ids in the order of their first risk, those without risk at the end."""
        last = len(self.assessment.risks)
        return sorted(ids, key=lambda key: (self.rank.get(key, last), key))

    def name(self, register: RegisterName, key: str | None) -> str:
        """What people call an entry, cut to a printable length."""
        if key is None or key == "unknown":
            return _("not known")
        if key == "none":
            return _("none")
        entry = self.snapshot.entry(register, key)
        return brief(getattr(entry, "caption", key), NAME_SHOWN) if entry else key

    def tool(self, key: str) -> str:
        """A tool's name."""
        return self.name(RegisterName.AI_TOOLS, key)

    def system(self, key: str | None) -> str:
        """A system's name."""
        if key == "none":
            return _("outside every system")
        return self.name(RegisterName.SYSTEMS, key)

    def category(self, key: str) -> str:
        """A data category's name."""
        return self.name(RegisterName.DATA_CATEGORIES, key)

    def use_case(self, key: str) -> str:
        """A use case's name."""
        return self.name(RegisterName.USE_CASES, key)

    def vendor(self, key: str | None) -> str:
        """A vendor's name."""
        return self.name(RegisterName.VENDORS, key)

    def gate(self, key: str) -> str:
        """A gate's name."""
        return self.name(RegisterName.APPROVAL_GATES, key)


def one_line(text: str) -> str:
    """The whole text, without its line breaks."""
    return " ".join(text.split())


def inside(text: str) -> str:
    """The beginning of a sentence as it stands inside another; an abbreviation stays as it is."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def brief(text: str, limit: int = TEXT_SHOWN) -> str:
    """A text on one line and no longer than `limit` characters; the appendix has the whole of it."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > limit // 2 else cut).rstrip(" ,;:") + "…"


def listed(items: Sequence[str], most: int = 4) -> str:
    """Things in a sentence: a, b and c; with more than `most`: a, b and 7 more."""
    if not items:
        return _("none")
    if len(items) == 1:
        return items[0]
    if len(items) > most:
        shown = items[: most - 1]
        return _("{some} and {n} more").format(some=", ".join(shown), n=len(items) - len(shown))
    return _("{some} and {last}").format(some=", ".join(items[:-1]), last=items[-1])


def named(ids: Iterable[str], name: Callable[[str], str], most: int = 4) -> str:
    """Entries in a sentence, by name."""
    return listed([name(key) for key in ids], most)


def number(value: int | Unknown | None) -> str:
    """A count with thousands separated, or that nobody knows."""
    return f"{value:,}" if isinstance(value, int) else _("not known")


def risk_link(risk_id: str) -> Run:
    """A risk's id, leading to its entry in appendix C."""
    return Run(risk_id, strong=True, to=risk_place(risk_id))


def risk_links(ids: Sequence[str], most: int = 4, more_to: str = "") -> Words:
    """Risk ids, each leading to its entry; how many more there are leads to `more_to`, or to appendix C."""
    parts: list[str | Run] = []
    for index, risk_id in enumerate(ids[:most]):
        if index:
            parts.append(", ")
        parts.append(Run(risk_id, to=risk_place(risk_id)))
    if len(ids) > most:
        more = _("and {n} more").format(n=len(ids) - most)
        parts.extend((" ", Run(more, to=more_to or appendix_place("C"))))
    return words(*parts)


def entry_link(entry_id: str) -> Run:
    """An entry's id, leading to the register in the appendix."""
    return Run(entry_id, quiet=True, to=entry_place(entry_id))


def page_link(findings: Findings, page: int) -> Run:
    """A page's number, leading there; `page` counts in the full report, where others may have to look."""
    if page not in findings.edition.pages:
        return quiet(_("page\u00a0{n} of the full report").format(n=page))
    printed = findings.edition.pages.index(page) + 1
    return Run(_("page\u00a0{n}").format(n=printed), to=page_place(printed))


def appendix_words(findings: Findings, letter: str) -> str:
    """A section of the appendix, to be named in a sentence."""
    if letter in findings.edition.sections:
        return _("appendix {letter}").format(letter=letter)
    return _("appendix {letter} of the full report").format(letter=letter)


def more_words(findings: Findings, letter: str) -> str:
    """How a table that was cut ends; {n} is left for the number of rows."""
    return _("and {n} more, see {place}").format(n="{n}", place=appendix_words(findings, letter))


def range_mark(risk: Risk, *, with_inherent: bool = True) -> RangeMark:
    """A risk's bar from best to worst."""
    inherent = risk.inherent.band if with_inherent else None
    return RangeMark(risk.residual.band, risk.best.band, risk.worst.band, inherent)
