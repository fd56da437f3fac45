"""One editor for each kind of field."""

from PySide6.QtWidgets import QWidget

from models.values import (
    AnswerValue,
    Count,
    Day,
    FieldSpec,
    ListOf,
    OneOf,
    QuestionId,
    Reference,
    Text,
    Whole,
)
from ui.theme import Theme
from ui.widgets.choice_editors import MOST_NUMBERS, MOST_TOGGLES, ComboEditor, TogglesEditor
from ui.widgets.date_editor import DateEditor
from ui.widgets.field_editor import FieldEditor
from ui.widgets.number_editors import CountEditor
from ui.widgets.reference_picker import ReferenceEditor, ReferencesEditor
from ui.widgets.text_editors import LineEditor, LinesEditor, TextEditor, is_one_line


def editor_class(spec: FieldSpec) -> type[FieldEditor]:
    """The editor for a field; TypeError for a group, whose fields have editors of their own."""
    match spec.kind:
        case Text():
            return LineEditor if is_one_line(spec.kind) else TextEditor
        case Day():
            return DateEditor
        case Reference() | QuestionId():
            return ReferenceEditor
        case OneOf(choices):
            return TogglesEditor if len(choices) <= MOST_TOGGLES else ComboEditor
        case Whole(lowest, highest):
            return TogglesEditor if highest - lowest <= MOST_NUMBERS else LineEditor
        case Count(highest):
            return TogglesEditor if highest < MOST_NUMBERS else CountEditor
        case ListOf():
            return _list_editor_class(spec.kind)
        case _:
            return LineEditor


def editor_for(theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> FieldEditor:
    """A new editor for the field at a path."""
    return editor_class(spec)(theme, spec, path, parent)


def needs_width(spec: FieldSpec) -> bool:
    """Whether a field wants a row of its own in a form with columns."""
    match spec.kind:
        case ListOf() | AnswerValue():
            return True
        case Text():
            return not is_one_line(spec.kind)
        case OneOf(choices):
            return 3 < len(choices) <= MOST_TOGGLES
        case Count(highest) | Whole(_, highest):
            return 5 < highest < MOST_NUMBERS
        case _:
            return False


def _list_editor_class(kind: ListOf) -> type[FieldEditor]:
    match kind.item:
        case OneOf():
            return TogglesEditor
        case Reference() | QuestionId():
            return ReferencesEditor
        case _:
            return LinesEditor
