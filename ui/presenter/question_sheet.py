"""One question for the room: where we are, the words, the answers; guidance only if it is shown to them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPen

from app.audience import AudienceQuestion, Step, StepState
from app.i18n import _
from ui.presenter.cards import lay_cards, lay_tally
from ui.presenter.column import Column
from ui.presenter.sheet import Sheet

LINE_LENGTH = 60
WIDE_FROM = 1.45
GUIDANCE_SHARE = 0.3


class QuestionSheet(Sheet[AudienceQuestion]):
    """The question stands at the top left, its answers below it in full sentences."""

    def spoken(self, value: AudienceQuestion) -> tuple[str, str]:
        """The question, and its answers with the chosen one."""
        name = _("{section}, question {n} of {total}: {text}").format(
            section=value.section, n=value.number, total=value.total, text=value.text
        )
        lines = [" ".join(part for part in (card.key, card.words) if part) for card in value.cards]
        chosen = [line for line, card in zip(lines, value.cards, strict=True) if card.is_chosen]
        said = [_("Chosen: {answers}").format(answers="; ".join(chosen))] if chosen else []
        return name, ". ".join([*lines, *said, *filter(None, (value.said, value.why, value.evidence))])

    def lay(self, column: Column, value: AudienceQuestion) -> None:
        """Where we are, the question, its answers, and what is said of them."""
        heading = column.font("heading")
        place = _("Question {n} of {total}    {id}").format(n=value.number, total=value.total, id=value.id)
        column.line(value.section, "    ".join(filter(None, (place, value.clock))), heading, "muted")
        column.gap(1)
        _lay_steps(column, value.steps)
        column.gap(3)
        has_guidance = bool(value.why or value.evidence)
        is_wide = self.width() > WIDE_FROM * self.height()
        beside = round(column.width * GUIDANCE_SHARE) if has_guidance and is_wide else 0
        gap = column.space(4) if beside else 0
        main = column.beside(column.left, column.width - beside - gap)
        _lay_main(main, value)
        if has_guidance:
            if not beside:
                main.gap(2)
            aside = column.beside(column.left + main.width + gap, beside) if beside else main
            _lay_guidance(aside, value)
            main.y = max(main.y, aside.y)
        column.y = main.y


def _lay_main(column: Column, value: AudienceQuestion) -> None:
    room = column.font("room")
    line = min(column.width, QFontMetrics(room).averageCharWidth() * LINE_LENGTH)
    text = column.beside(column.left, line)
    text.words(value.text, room)
    column.y = text.y
    column.gap(3)
    if value.is_tally:
        if value.said:
            column.words(value.said, column.font("heading"), "muted")
            column.gap(2)
        lay_tally(column, value.cards)
        return
    lay_cards(column, value.cards)
    column.gap(0.5)
    # The room of the sentence is kept where there is none: nothing moves when answers come to differ.
    column.words(value.said or " ", column.font("heading"), "muted")


def _lay_guidance(column: Column, value: AudienceQuestion) -> None:
    for title, words in ((_("Why it matters"), value.why), (_("Good evidence"), value.evidence)):
        if words:
            column.words(title, column.font("heading", is_bold=True))
            column.gap(0.5)
            column.words(words, column.font("heading"), "muted")
            column.gap(2)


def _lay_steps(column: Column, steps: tuple[Step, ...]) -> None:
    """One part a question. Filled: asked. Half as thick: not known. Hollow: open. A mark above: here."""
    thick, mark, gap = column.space(0.75), column.space(0.375), column.space(0.5)
    top = column.y + 2 * mark
    column.y = top + thick
    painter = column.painter
    if painter is None or not steps:
        return
    width = column.width / len(steps)
    ink = column.theme.color("accent")
    for place, step in enumerate(steps):
        area = QRectF(column.left + place * width, top, width - gap, thick)
        match step.state:
            case StepState.DONE:
                painter.fillRect(area, ink)
            case StepState.UNKNOWN:
                painter.fillRect(area.adjusted(0, thick / 2, 0, 0), ink)
            case _:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(column.theme.color("control_border"), max(1, column.space(0.125))))
                painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        if step.is_here:
            above = QRectF(area.left(), top - 2 * mark, area.width(), mark)
            painter.fillRect(above, column.theme.color("text"))
