"""As what somebody signs, in words."""

from app.i18n import _
from models.sign_off import SignRole


def role_words(role: SignRole) -> str:
    """The part in which somebody signs, as it stands on paper, in the history and in a check."""
    return {
        SignRole.REVIEWER: _("Lead reviewer"),
        SignRole.SPONSOR: _("Client's sponsor"),
        SignRole.OTHER: _("Also signs"),
    }[role]
