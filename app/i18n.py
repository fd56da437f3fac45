"""Words for people, through the standard library's gettext, for the window and for paper alike."""

import gettext

_translations = gettext.NullTranslations()


def _(message: str) -> str:
    """The message in the person's language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message for `n` things in the person's language."""
    return _translations.ngettext(singular, plural, n)
