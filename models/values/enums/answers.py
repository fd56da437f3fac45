"""Closed lists of answers."""

from models.values.enums.base import Choice


class AnswerState(Choice):
    """State of an answer."""

    VALUE = "value", "Answered"
    UNKNOWN = "unknown", "We don't know"
    NOT_ASKED = "not_asked"
    NOT_APPLICABLE = "not_applicable"
    OUT_OF_MODE = "out_of_mode", "Left out of this review"


class EvidenceGrade(Choice):
    """How far an answer was backed up."""

    NONE = "none", "No evidence seen"
    DOCUMENT = "document", "Document seen"
    DEMONSTRATED = "demonstrated"


class YesPartlyNo(Choice):
    """Value of a yes/partly/no question."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
