"""Closed lists of the engagement and its sessions."""

from models.values.enums.base import Choice


class Mode(Choice):
    """How deep the review goes."""

    EXPRESS = "express", "Express, half a day"
    STANDARD = "standard", "Standard, one to two weeks"
    DEEP = "deep", "Deep"


class EngagementStatus(Choice):
    """Where the engagement stands."""

    SETUP = "setup", "Setting up"
    DISCOVERY = "discovery"
    VALIDATION = "validation"
    REPORTED = "reported"
    CLOSED = "closed"


class SessionType(Choice):
    """How a session was held."""

    LEADERSHIP_INTERVIEW = "leadership_interview"
    PRACTITIONER_WORKSHOP = "practitioner_workshop"
    ADMIN_SCREEN_SHARE = "admin_screen_share", "Admin screen-share"
    DOCUMENT_REVIEW = "document_review"
    ANONYMOUS_POLL = "anonymous_poll"
