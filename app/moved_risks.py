"""Which risks an answer moves: those in which its question, or its register fields, are read."""

from app.assessment.trace import FieldPlace, QuestionPlace, Trace
from app.register_questions import REGISTER_QUESTIONS
from models.pack import Question
from models.risk import Risk


def risks_moved(trace: Trace, question: Question) -> tuple[Risk, ...]:
    """The risks in which a question is read, in priority order; a register's through the fields asked for."""
    if not question.is_register_driven:
        return trace.risks_moved_by(question.id)
    asked = REGISTER_QUESTIONS[question.id]
    paths = {*asked.fields, *(path.partition(".")[0] for path in asked.fields)}
    fields = {(asked.register, path) for path in paths}
    return tuple(
        trace.assessment.risk(risk)
        for risk, sources in trace.sources.items()
        if any(_field(place) in fields for source in sources for place in source.places)
    )


def _field(place: FieldPlace | QuestionPlace) -> object:
    return (place.register, place.path) if isinstance(place, FieldPlace) else None
