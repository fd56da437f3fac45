"""Rules about what is written: placeholders, names of the demo or of another client, people by name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from app.demo_client import DEMO_CLIENT
from app.edits import Edit, put
from app.i18n import _
from app.initials import initials
from app.lint import rules
from app.lint.facts import Facts
from app.lint.finding import Finding, Rule, natural
from app.lint.texts import Typed, typed_texts
from models.snapshot import Snapshot
from models.values import Participant, RegisterName

# Kept with a participant who agreed to be named in the report's texts.
MAY_BE_NAMED = "x_may_be_named"
# What only the demo client's review is about.
DEMO_WORDS = (
    "Ferrowick", "Tidewell", "Ledgerline", "Poolstone", "Quillmate", "MinuteMoth", "Slateboard",
    "Ingrid Solheim-Park", "Tobias Renn", "Priyanka Dasgupta", "Colm Hartigan", "Lotte Vermeer",
    "Jonas Eikeland", "Amara Osei-Bonsu", "Harriet Lowndes-Achebe", "Wes Kowalczyk", "Delphine Marchetti",
)  # fmt: skip
SHORTEST_NAME, SHORTEST_SURNAME = 3, 5
_ANYWHERE = re.compile(
    r"lorem ipsum|\bTODO\b|\bFIXME\b|\b[Tt][Bb][DdCc]\b|(?<!\w)[xX]{3,}(?!\w)|\?\?\?"
    r"|\b(?:sample|placeholder|dummy) text\b|\btext goes here\b|\b(?:insert|your|enter) [\w ]{1,30} here\b"
    r"|[\[<{](?:insert |your |the )?(?:client|company|customer|name|date|vendor|owner|tbd)"
    r"(?:[ _-]?(?:name|here))?[\]>}]",
    re.IGNORECASE,
)
_TODO = re.compile(r"TODO|FIXME")
_WHOLE = frozenset(
    {"client name", "company name", "name", "first last", "john doe", "jane doe", "n.n.", "asdf", "qwerty",
     "test", "foo", "bar", "foo bar", "example", "example text", "sample", "sample client", "dummy",
     "your name", "someone", "xx", "??", "tba"}
)  # fmt: skip
_OFTEN_REAL = frozenset({"name", "test", "example", "someone", "sample"})
_LEGAL_FORMS = frozenset(
    {"ltd", "limited", "plc", "inc", "llc", "gmbh", "ag", "bv", "sa", "group", "co", "corp"}
)


def wording_findings(facts: Facts, others: Sequence[str]) -> Iterator[Finding]:
    """What should not be read by anybody; `others` are names by which other clients are known."""
    snapshot = facts.snapshot
    own = snapshot.engagement.client.casefold()
    is_demo = snapshot.engagement.client.strip() == DEMO_CLIENT
    demo = None if is_demo else _finder([word for word in DEMO_WORDS if word.casefold() not in own])
    foreign = _other_names(others, own)
    other = _finder(foreign)
    people = _people(snapshot)
    person = _finder(people)
    for typed in typed_by_place(snapshot).values():
        if is_placeholder(typed.text):
            words = _("A placeholder is left in {place}.")
            yield _at(rules.PLACEHOLDER, words, typed)
        if demo is not None and demo.search(typed.text):
            yield _at(rules.DEMO_TEXT, _("A name of the demo client is left in {place}."), typed)
        if other is not None and (name := _first_name(other, typed.text)):
            words = _("{place} names another client: {initials}.")
            yield _at(rules.OTHER_CLIENT, words, typed, initials=initials(name))
        if person is not None and typed.is_free:
            yield from _named(typed, people, person)


def is_placeholder(text: str) -> bool:
    """Whether something was left to be written: lorem ipsum, TODO, TBD, xxx, [client name] and the like."""
    plain = " ".join(text.split()).casefold()
    if plain in _WHOLE:
        return plain not in _OFTEN_REAL
    found = _ANYWHERE.search(text)
    while found is not None:
        # "todo" is a word in other languages; in capitals it is a mark.
        if found.group(0).casefold() not in {"todo", "fixme"} or _TODO.fullmatch(found.group(0)):
            return True
        found = _ANYWHERE.search(text, found.end())
    return False


def agreeing_to_be_named(snapshot: Snapshot, participant: str) -> Edit | None:
    """Note that a participant agreed to be named in texts; None if it is noted, or there is nobody."""
    person = snapshot.participants.get(participant)
    if person is None or may_be_named(person):
        return None
    after = replace(person, extras=MappingProxyType({**person.extras, MAY_BE_NAMED: True}))
    label = _("Note that {person} agreed to be named").format(person=participant)
    return put(snapshot, RegisterName.PARTICIPANTS, after, label)


def may_be_named(person: Participant) -> bool:
    """Whether somebody agreed to be named in the report's texts."""
    return person.extras.get(MAY_BE_NAMED) is True


def _named(typed: Typed, people: Mapping[str, str], person: re.Pattern[str]) -> Iterator[Finding]:
    """One finding for each person whose name stands in a text."""
    found = {people[match.group(0).casefold()] for match in person.finditer(typed.text)}
    for key in sorted(found):
        yield replace(
            _at(rules.PERSON_NAMED, _("{place} names {person}."), typed, person=key),
            also=f"entry:participants/{key}",
            key=key,
        )


def _people(snapshot: Snapshot) -> Mapping[str, str]:
    """The names of participants who did not agree to be named, folded, with their ids.

    Full names, and surnames of five letters or more.
    """
    found: dict[str, str] = {}
    # Two people may be called the same: then it is the first by id, in whatever order they stand.
    for key in sorted(snapshot.participants, key=natural):
        person = snapshot.participants[key]
        parts = person.name.split()
        if may_be_named(person) or len(parts) < 2:
            continue
        found.setdefault(" ".join(parts).casefold(), key)
        if len(parts[-1]) >= SHORTEST_SURNAME:
            found.setdefault(parts[-1].casefold(), key)
    return found


def _other_names(others: Sequence[str], own: str) -> list[str]:
    """The names to look for: whole, and without the legal form; none that stands in the client's own."""
    wanted: set[str] = set()
    for name in others:
        parts = [part for part in re.split(r"[\s,]+", name.strip()) if part]
        while len(parts) > 1 and parts[-1].strip(".").casefold() in _LEGAL_FORMS:
            parts.pop()
        wanted.add(" ".join(parts))
    return sorted(
        name for name in wanted if len(name) >= SHORTEST_NAME and not _stands_in(name.casefold(), own)
    )


def _first_name(other: re.Pattern[str], text: str) -> str:
    """The first name in a text, or nothing. One word alone must be written as a name is: with a capital."""
    names = (match.group(0) for match in other.finditer(text))
    return next((name for name in names if " " in name or not name[0].islower()), "")


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _finder(names: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for whole words, the longest first; None for no names."""
    sorted_names = sorted(set(names), key=len, reverse=True)
    if not sorted_names:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted_names))})(?!\w)", re.IGNORECASE)


def typed_by_place(snapshot: Snapshot) -> dict[str, Typed]:
    """The texts of a review by place; the items of a list have one place and are taken together."""
    found: dict[str, Typed] = {}
    for typed in typed_texts(snapshot):
        before = found.get(typed.place)
        text = typed.text if before is None else f"{before.text}\n{typed.text}"
        found[typed.place] = replace(typed, text=text)
    return found


def _at(rule: Rule, words: str, typed: Typed, **gaps: str) -> Finding:
    said = words.format(place=place_words(typed.place), **gaps)
    return Finding(rule=rule, words=said, place=typed.place, facts=(typed.text,))


def place_words(place: str) -> str:
    """A place in a sentence, by ids: T05, description."""
    rest = place.partition(":")[2].split("/")
    if place.startswith("entry:"):
        rest = rest[1:]
    parts = [part for part in rest if part]
    return ", ".join((parts[0], *(part.replace("_", " ").replace(".", ", ") for part in parts[1:])))
