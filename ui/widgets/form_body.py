"""The fields of one kind of entry, laid out from their description."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.cell_text import cell_text
from app.form_groups import FieldGroup, groups_of, groups_within, is_read_by_model
from app.group_notes import group_note, has_note
from app.i18n import _
from app.item_counts import COUNTED, count_from_items
from app.register_columns import spec_at, value_at
from models.values import ENTRY_TYPES, AnyEntry, Described, Group, OneOf, RegisterName, specs_of
from ui.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.field_box import FieldBox
from ui.widgets.field_editor import FieldContext
from ui.widgets.field_editors import needs_width
from ui.widgets.field_grid import FieldGrid
from ui.widgets.foldable import Foldable
from ui.widgets.labels import label, set_tone, strong


class FormBody(QWidget):
    """All fields of one register's entries. `value_given` carries the field's path and its new value."""

    value_given = Signal(str, object)

    def __init__(self, theme: Theme, register: RegisterName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register = register
        self._described = ENTRY_TYPES[register]
        self._entry: AnyEntry | None = None
        self._context: FieldContext | None = None
        self._is_read_only = False
        self._boxes: dict[str, FieldBox] = {}
        self._folds: dict[str, Foldable] = {}
        self._drafts: dict[str, dict[str, object]] = {}
        self._notes: dict[str, QLabel] = {}
        self._build()

    @property
    def boxes(self) -> dict[str, FieldBox]:
        """The fields made so far, by path."""
        return self._boxes

    def show_entry(self, entry: AnyEntry, context: FieldContext, *, is_read_only: bool) -> None:
        """Show an entry in every field."""
        if self._entry is None or self._entry.key != entry.key:
            self._drafts.clear()
            for box in self._boxes.values():
                box.editor.forget()
        has_changed = self._entry is not entry or self._context is None
        self._entry, self._context, self._is_read_only = entry, context, is_read_only
        for path in self._boxes:
            self._show_field(path)
        if has_changed:
            self._show_summaries()
        self._show_notes()

    def flush(self) -> None:
        """Commit what is being typed."""
        for box in list(self._boxes.values()):
            box.editor.flush()

    def box(self, path: str) -> FieldBox | None:
        """The field at a path, brought into view; of a nested object the first one; None if there is none."""
        for fold_path in self._folds_to(path):
            self._folds[fold_path].open()
        if path in self._boxes:
            return self._boxes[path]
        return next((box for name, box in self._boxes.items() if name.startswith(f"{path}.")), None)

    def open_all(self) -> None:
        """Open every part, nested ones too."""
        opened: set[str] = set()
        while closed := self._folds.keys() - opened:
            for name in closed:
                self._folds[name].open()
            opened |= closed

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(2))
        for group in groups_of(self._register):
            column.addWidget(self._part(group))

    def _part(self, group: FieldGroup) -> QWidget:
        if group.is_folded:
            return self._fold(group)
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1.5))
        if group.title:
            column.addWidget(strong(_(group.title), self._theme, part))
        column.addWidget(self._grid(group))
        return part

    def _fold(self, group: FieldGroup) -> Foldable:
        name = group.nested or group.title
        make: Callable[[], QWidget] = self._nested_maker(group) if group.nested else self._grid_maker(group)
        fold = Foldable(self._theme, _(group.title), make, self)
        fold.setObjectName(f"fold_{name}")
        fold.header.setObjectName(f"open_{name}")
        fold.opened.connect(self._show_summaries)
        self._folds[name] = fold
        return fold

    def _grid_maker(self, group: FieldGroup) -> Callable[[], QWidget]:
        return lambda: self._grid(group)

    def _nested_maker(self, group: FieldGroup) -> Callable[[], QWidget]:
        return lambda: self._nested(group.nested)

    def _nested(self, path: str) -> QWidget:
        kind = spec_at(self._described, path).kind
        assert isinstance(kind, Group)  # noqa: S101  (only groups are nested)
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(self._theme.space(2), 0, 0, 0)
        column.setSpacing(self._theme.space(1.5))
        if has_note(path):
            self._notes[path] = label("", self._theme, parent=part)
            self._notes[path].setObjectName(f"note_{path}")
            column.addWidget(self._notes[path])
            self._show_notes()
        for group in groups_within(kind.described, f"{path}."):
            column.addWidget(self._part(group))
        if _required(kind.described):
            words = _("Remove {what}").format(what=_(kind.described.noun).lower())
            away = quiet_button(words, self._theme, "x", f"remove_{path}", part)
            away.clicked.connect(lambda: self._drop(path))
            column.addWidget(away)
        return part

    def _grid(self, group: FieldGroup) -> FieldGrid:
        grid = FieldGrid(self._theme, self)
        for path in group.fields:
            spec = spec_at(self._described, path)
            is_read = is_read_by_model(self._register, path)
            box = FieldBox(self._theme, spec, path, is_read_by_model=is_read, parent=grid)
            self._boxes[path] = box
            self._connect(box, path)
            grid.add(box, is_wide=needs_width(spec))
            if self._context is not None:
                self._show_field(path)
        grid.arrange()
        return grid

    def _connect(self, box: FieldBox, path: str) -> None:
        box.editor.committed.connect(lambda value: self._on_committed(path, value))
        if path in COUNTED:
            box.offer_taken.connect(lambda: self._take_count(path))

    def _show_field(self, path: str) -> None:
        if self._entry is None or self._context is None:
            return
        box = self._boxes[path]
        group, _dot, name = path.rpartition(".")
        value = self._drafts.get(group, {}).get(name, value_at(self._entry, path))
        box.editor.show_value(value, self._context)
        box.editor.set_read_only(self._is_read_only)
        if path in COUNTED:
            self._offer_count(path, box)

    def _offer_count(self, path: str, box: FieldBox) -> None:
        assert self._entry is not None  # noqa: S101  (shown before)
        n = count_from_items(self._entry, path)
        is_news = n is not None and n != value_at(self._entry, path) and not self._is_read_only
        box.show_offer(_("Count from the items below: {n}").format(n=n) if is_news else "")

    def _take_count(self, path: str) -> None:
        if self._entry is not None:
            self.value_given.emit(path, count_from_items(self._entry, path))

    def _on_committed(self, path: str, value: object) -> None:
        group, _dot, name = path.rpartition(".")
        if group and self._entry is not None and value_at(self._entry, group) is None:
            kind = spec_at(self._described, group).kind
            assert isinstance(kind, Group)  # noqa: S101  (only groups have fields)
            if needed := _required(kind.described):
                self._add_to_draft(group, kind.described, needed, name, value)
                return
        self.value_given.emit(path, value)

    def _add_to_draft(
        self, group: str, described: type[Described], needed: frozenset[str], name: str, value: object
    ) -> None:
        """A nested object that cannot exist without some of its fields waits until they are given."""
        draft = self._drafts.setdefault(group, {})
        draft[name] = value
        missing = needed - {key for key, given in draft.items() if given is not None}
        for key in needed:
            if (box := self._boxes.get(f"{group}.{key}")) is not None:
                box.show_error(_("This is needed before the rest counts.") if key in missing else "")
        if not missing:
            self._drafts.pop(group)
            make: Callable[..., Described] = described
            self.value_given.emit(group, make(**draft))

    def _drop(self, group: str) -> None:
        self._drafts.pop(group, None)
        if self._entry is not None and value_at(self._entry, group) is not None:
            self.value_given.emit(group, None)
        for path in self._boxes:
            if path.startswith(f"{group}."):
                self._show_field(path)

    def _show_notes(self) -> None:
        """Say at the head of an open part what its fields come to."""
        if self._entry is None or self._context is None:
            return
        for shown in self._notes.values():
            note = group_note(self._context.snapshot, self._entry)
            shown.setText(note.words)
            set_tone(shown, note.tone)

    def _show_summaries(self) -> None:
        if self._entry is None:
            return
        for name, fold in self._folds.items():
            fold.show_summary(self._summary(name))

    def _summary(self, fold: str) -> str:
        """The rule or level that a part is about, where it begins with one; else how much is filled."""
        assert self._entry is not None  # noqa: S101  (asked by _show_summaries)
        paths = list(self._paths_in(fold))
        first = spec_at(self._described, paths[0]).kind
        values = [value_at(self._entry, path) for path in paths]
        if isinstance(first, OneOf) and fold.count(".") and values[0] is not None:
            return cell_text(first, values[0], {})
        filled = sum(value is not None for value in values)
        return _("{n} filled").format(n=filled) if filled else _("empty")

    def _paths_in(self, fold: str) -> Iterator[str]:
        for group in groups_of(self._register):
            if group.is_folded and not group.nested and group.title == fold:
                yield from group.fields
                return
        kind = spec_at(self._described, fold).kind
        if isinstance(kind, Group):
            yield from (f"{fold}.{spec.name}" for spec in specs_of(kind.described))

    def _folds_to(self, path: str) -> Iterator[str]:
        """The folds to open, outermost first; opening one brings those within into being."""
        for group in groups_of(self._register):
            if group.is_folded and path in group.fields:
                yield group.title
        parts = path.split(".")
        for n in range(1, len(parts) + 1):
            nested = ".".join(parts[:n])
            if nested in self._folds:
                yield nested


def _required(described: type[Described]) -> frozenset[str]:
    return frozenset(spec.name for spec in specs_of(described) if spec.required)
