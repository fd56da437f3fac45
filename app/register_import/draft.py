"""An import in the making: what was read and what has been said about it; nothing of it is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.offers import Offer, offers_for
from app.register_import.entries import missing_facts
from app.register_import.headings import (
    KEPT,
    LEFT_OUT,
    fields_of,
    guessed_register,
    takes_several,
)
from app.register_import.mapping import DayOrder, Duplicates, FieldMapping
from app.register_import.meanings import meaning
from app.register_import.preview import Preview, preview
from app.register_import.reading import read_inventory
from app.register_import.rows import NAME
from app.register_import.tables import Inventory, ReadAs, StopIfCancelled, never_stop
from app.register_import.uses import value_words
from app.register_import.wording import field_words
from models.snapshot import Snapshot
from models.values import Day, FieldSpec, ListOf, RegisterName

_NO_DECISIONS: Mapping[int, Duplicates] = MappingProxyType({})
_MOST_EXAMPLES, _EXAMPLES_FROM = 3, 200


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft:
    """What has been read and said so far.

    `mapping` names every column of the inventory. `first_columns` are the headings as they were found before
    anybody said how to read the file, and `asked` is what was said. `is_as_last_time`: the mapping was
    remembered and not guessed.
    """

    file_name: str
    data: bytes
    first_columns: tuple[str, ...]
    inventory: Inventory
    mapping: FieldMapping
    asked: ReadAs = field(default_factory=ReadAs)
    decided: Mapping[int, Duplicates] = field(default_factory=lambda: _NO_DECISIONS)
    is_as_last_time: bool = False

    @property
    def register(self) -> RegisterName:
        """What the file lists."""
        return self.mapping.register

    @property
    def facts(self) -> tuple[str, ...]:
        """The fields beside the name that every entry needs, whether a column goes to them or not."""
        return tuple(path for path in missing_facts(self.register, {}) if path != NAME)

    @property
    def facts_missing(self) -> tuple[str, ...]:
        """Those of them that no column goes to and that were not given for all rows either."""
        return tuple(path for path in self.facts if path not in self._said)

    @property
    def has_names(self) -> bool:
        """Whether something goes to the name, without which there is no entry."""
        return NAME in self._said

    @property
    def _said(self) -> frozenset[str]:
        given = (path for path, text in self.mapping.defaults.items() if text.strip())
        return frozenset((*self.mapping.columns.values(), *given))

    @property
    def columns_of_days(self) -> tuple[str, ...]:
        """The columns that go to dates."""
        fields = fields_of(self.register)
        return tuple(
            column
            for column, path in self.mapping.columns.items()
            if path not in (KEPT, LEFT_OUT) and isinstance(fields[path].kind, Day)
        )


def begun(
    file_name: str,
    data: bytes,
    register: RegisterName | None = None,
    stop_if_cancelled: StopIfCancelled = never_stop,
) -> Draft:
    """A file as it is read at first; what it lists is guessed unless `register` says it.

    Raises what `read_inventory` does.
    """
    inventory = read_inventory(data, register, stop_if_cancelled=stop_if_cancelled)
    meant = register or guessed_register(inventory.columns)
    return Draft(
        file_name=file_name,
        data=data,
        first_columns=inventory.columns,
        inventory=inventory,
        mapping=FieldMapping(register=meant).fitted(inventory),
    )


def reread(draft: Draft, read_as: ReadAs, stop_if_cancelled: StopIfCancelled = never_stop) -> Draft:
    """The same file read in another way. What was said holds as long as the headings are the same.

    Raises what `read_inventory` does.
    """
    inventory = read_inventory(draft.data, draft.register, read_as, stop_if_cancelled)
    read = replace(draft, inventory=inventory, asked=read_as, decided=_NO_DECISIONS)
    if inventory.columns == draft.inventory.columns:
        return read
    mapping = FieldMapping(register=draft.register).fitted(inventory)
    return replace(read, mapping=mapping, is_as_last_time=False)


def meant_for(draft: Draft, register: RegisterName) -> Draft:
    """The draft for another register, its columns guessed anew."""
    if register is draft.register:
        return draft
    mapping = FieldMapping(register=register).fitted(draft.inventory)
    return replace(draft, mapping=mapping, decided=_NO_DECISIONS, is_as_last_time=False)


def with_mapping(draft: Draft, mapping: FieldMapping) -> Draft:
    """The draft with a mapping from elsewhere, fitted to its columns. Raises MappingError."""
    return replace(draft, mapping=mapping.fitted(draft.inventory), decided=_NO_DECISIONS)


def with_column(draft: Draft, column: str, path: str) -> Draft:
    """The draft with a column sent to a field; one that had a field of one value before goes to the notes."""
    columns = {**draft.mapping.columns, column: path}
    if path not in (KEPT, LEFT_OUT) and not takes_several(fields_of(draft.register)[path]):
        for other, taken in draft.mapping.columns.items():
            if taken == path and other != column:
                columns[other] = KEPT
    return _said(draft, columns=columns)


def with_meaning(draft: Draft, path: str, texts: Iterable[str], value: str, snapshot: Snapshot) -> Draft:
    """The draft with what some texts mean in a field: the words of a value, or nothing for "not known".

    Where a text is read as just that anyway, nothing needs to be said.
    """
    spec = fields_of(draft.register)[path]
    given = dict(draft.mapping.values.get(path, {}))
    for text in texts:
        given.pop(text, None)
        without = replace(draft.mapping, values={**draft.mapping.values, path: given})
        if not value or value_words(meaning(without, path, spec, text, snapshot).value) != value:
            given[text] = value
    return _said(draft, values={**draft.mapping.values, path: given})


def with_fact(draft: Draft, path: str, value: str) -> Draft:
    """The draft with a fact for all rows that do not say it; nothing takes it back."""
    facts = {**draft.mapping.defaults, path: value}
    return _said(draft, defaults={each: text for each, text in facts.items() if text})


def with_day_order(draft: Draft, order: DayOrder | None) -> Draft:
    """The draft with how to read dates that could be two."""
    return _said(draft, day_order=order)


def with_policy(draft: Draft, policy: Duplicates) -> Draft:
    """The draft with what to do with all names that are there already."""
    return replace(_said(draft, duplicates=policy), decided=_NO_DECISIONS)


def with_decision(draft: Draft, rows: Iterable[int], policy: Duplicates) -> Draft:
    """The draft with what to do with some rows whose name is there already."""
    return replace(draft, decided={**draft.decided, **dict.fromkeys(rows, policy)})


def looked_at(draft: Draft, snapshot: Snapshot, on_row: Callable[[int, int], None] | None = None) -> Preview:
    """What importing the draft would do. Raises what `preview` does."""
    return preview(snapshot, draft.inventory, draft.mapping, draft.decided, on_row)


def examples(draft: Draft, column: str) -> tuple[str, ...]:
    """The first few different texts of a column."""
    place = draft.inventory.columns.index(column)
    rows = draft.inventory.rows[:_EXAMPLES_FROM]
    texts = dict.fromkeys(" ".join(row.cells[place].split()) for row in rows if row.cells[place])
    return tuple(texts)[:_MOST_EXAMPLES]


def column_offers(register: RegisterName) -> tuple[Offer, ...]:
    """Where a column can go: to the notes, nowhere, or to a field."""
    return tuple(Offer(path, field_words(register, path)) for path in (KEPT, LEFT_OUT, *fields_of(register)))


def value_offers(spec: FieldSpec, snapshot: Snapshot, nothing: str) -> tuple[Offer, ...]:
    """What a text of a client, or a fact for all rows, can mean; `nothing` are the words for none of it."""
    if isinstance(spec.kind, ListOf):
        spec = replace(spec, kind=spec.kind.item)
    offers: Sequence[Offer] = offers_for(spec, snapshot, {})
    return (Offer("", nothing), *(Offer(value_words(o.value), o.words) for o in offers[1:]))


def _said(draft: Draft, **said: object) -> Draft:
    mapping = replace(draft.mapping, **said)  # type: ignore[arg-type]  # fields of a mapping, each of its kind
    return replace(draft, mapping=mapping)
