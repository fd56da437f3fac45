"""The built-in question pack with two questions: its text is most of what a small review file weighs."""

from dataclasses import replace
from functools import cache

from app.packs import built_in_pack
from models.pack import QuestionPack

_KEPT = 2


@cache
def small_pack() -> QuestionPack:
    """Whole in every other way: sections, options, references."""
    pack = built_in_pack()
    return replace(pack, questions=pack.questions[:_KEPT])
