"""Why an integration needs review, in words."""

from app.i18n import _

_REASONS = {
    "basis": _("only assumed"),
    "identity": _("identity"),
    "scope": _("scope too wide or unknown"),
    "vendor_gap": _("vendor not cleared"),
}


def reason_words(reason: str) -> str:
    """A reason of the assessment, such as `vendor_gap`, as people say it."""
    return _REASONS.get(reason, reason)
