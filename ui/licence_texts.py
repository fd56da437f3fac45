"""The licences as help pages in Markdown: the list of parts, and the text of one, flowing to any width."""

import re
from collections.abc import Iterator

from app.i18n import _, ngettext
from app.licences import matching_parts, part_for, parts
from app.search.folding import words_of
from ui.help_texts import LICENCES

SHORT_LINE = 55  # signs; shorter lines were ended on purpose, longer ones because the paper was full
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")


def licences_text(typed: str = "") -> str:
    """The list of parts, each leading to its text; of what was looked for only the parts that have the words.

    Where no part has them, the whole list.
    """
    words = words_of(typed)
    found = (matching_parts(words) if words else ()) or parts()
    count = ngettext("{n} part", "{n} parts", len(found)).format(n=len(found))
    rows = "\n".join(
        f"| [{_plain(part.name)}](help:{LICENCES}/{part.slug}) | {_plain(part.version) or '–'} "
        f"| {_plain(part.licence)} |"
        for part in found
    )
    head = (_("Part"), _("Version"), _("Licence"))
    return "\n\n".join(
        (
            "# " + _("Licences, in full"),
            _(
                "What Plumbline is made of, with the text of every licence. Choose a part to read its text; "
                "the search above looks through all the texts."
            ),
            f"**{count}**",
            f"| {' | '.join(head)} |\n|---|---|---|\n{rows}",
        )
    )


def licence_text(slug: str) -> str | None:
    """One part's text, or None where there is no such part."""
    part = part_for(slug)
    if part is None:
        return None
    back = f"[{_('All licences')}](help:{LICENCES})"
    head = f"# {_plain(part.name)} {_plain(part.version)}\n\n{_plain(part.licence)} · {back}"
    return head + "\n\n" + "\n".join(_flowing(part.text))


def _flowing(text: str) -> Iterator[str]:
    for line in text.splitlines():
        words = line.strip()
        if not any(sign.isalnum() for sign in words):
            yield ""
        else:
            yield _plain(words) + ("  " if len(words) < SHORT_LINE else "")


def _plain(words: str) -> str:
    """Words whose signs mean nothing to Markdown."""
    return _SIGNS.sub(r"\\\1", words)
