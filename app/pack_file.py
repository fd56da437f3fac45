"""Reads a question pack file, or says where it is wrong.

Imported only when a pack file is read: pydantic alone costs more time than the first page has.
"""

from pathlib import Path

from pydantic import TypeAdapter

from app.data_errors import PackError
from app.data_file import Plain, read_data_file
from app.data_shape import shaped
from app.pack_rules import problems
from models.pack import PACK_FORMAT, QuestionPack

_COUNTS = ("question_count", "express_question_count")
_PACK = TypeAdapter(QuestionPack)


def read_pack_file(path: Path) -> QuestionPack:
    """The pack in a YAML file. Raises PackError with the file's name, the place and the reason."""
    raw = read_data_file(path, PackError)
    if not isinstance(raw, dict) or raw.pop("format", None) != PACK_FORMAT:
        raise PackError(path.name, "format", f"should be {PACK_FORMAT}")
    counts = {name: raw.pop(name, None) for name in _COUNTS}
    pack = shaped(_PACK, raw, path.name, PackError)
    for problem in problems(pack):
        raise PackError(path.name, problem.key, problem.reason)
    _check_counts(counts, pack, path.name)
    return pack


def _check_counts(stated: dict[str, Plain], pack: QuestionPack, file: str) -> None:
    """A pack says how many questions it has, so that one cut short or left out is noticed."""
    counted = dict(zip(_COUNTS, (len(pack.questions), len(pack.in_mode("express"))), strict=True))
    for name, count in counted.items():
        if stated[name] != count:
            raise PackError(file, name, f"should be {count}, the number of questions in the file")
