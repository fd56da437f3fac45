"""Who is to sign beside the lead reviewer: the sponsor at the client, and others if there are any."""

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.signing.overview import named_signatories
from models.sign_off import Signatory, SignRole
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled
from ui.widgets.labels import small

MOST_OTHERS = 6
LONGEST = 120
FIELD = 232


class SignatoriesForm(QWidget):
    """Names and job titles as they shall stand in the report; asked for before it is sealed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sponsor = self._fields(_("Client's sponsor"), "sponsor")
        self._others: list[tuple[QLineEdit, QLineEdit]] = []
        self._column = QVBoxLayout()
        self._add = button(_("Add somebody who also signs"), theme, "plus", "add_signatory", self)
        self._build()
        self._add.clicked.connect(self.add_other)
        self._sponsor[0].setPlaceholderText(_("may be given by the signature"))

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Who is to sign beside the reviewer, as typed; the sponsor's name may be empty."""
        name, position = self._sponsor
        others = [(SignRole.OTHER, who.text(), job.text()) for who, job in self._others]
        return named_signatories((SignRole.SPONSOR, name.text(), position.text()), *others)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let nobody type where nothing can be recorded."""
        self._add.setVisible(not is_read_only)
        for one in (self._sponsor, *self._others):
            for field in one:
                field.setReadOnly(is_read_only)

    def add_other(self) -> None:
        """Make room for one more."""
        number = len(self._others) + 1
        fields = self._fields(_("Also signs ({n})").format(n=number), f"other_{number}")
        self._others.append(fields)
        self._column.addWidget(self._row(fields))
        self._add.setVisible(number < MOST_OTHERS)
        fields[0].setFocus()

    def _fields(self, words: str, name: str) -> tuple[QLineEdit, QLineEdit]:
        made = (QLineEdit(self), QLineEdit(self))
        for field, part, said in zip(
            made, ("name", "position"), (words, _("{who}: job title").format(who=words)), strict=True
        ):
            field.setObjectName(f"{name}_{part}")
            field.setAccessibleName(said)
            field.setMaxLength(LONGEST)
            field.setMinimumWidth(self._theme.px(FIELD))
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _row(self, fields: tuple[QLineEdit, QLineEdit]) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, spacing=self._theme.space(1), fills=True)
        for field, words in zip(fields, (fields[0].accessibleName(), _("Job title")), strict=True):
            part = Labelled(words, field, self._theme, parent=row)
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            part.setMaximumWidth(self._theme.px(FIELD) * 2)
            flow.addWidget(part)
        return row

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        reviewer = _(
            "You sign as lead reviewer, with your own identity. Reviewer and sponsor sign digitally."
        )
        column.addWidget(small(reviewer, self._theme, self))
        column.addWidget(self._row(self._sponsor))
        column.addLayout(self._column)
        column.addWidget(self._add)
        others = _("Whoever signs beside them does so by hand, on paper or on this screen.")
        column.addWidget(small(others, self._theme, self))
        self.setFocusProxy(self._sponsor[0])
