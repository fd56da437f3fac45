"""The question packs that a review can be begun with."""

from functools import cache
from pathlib import Path

import resources
from app.data_errors import PackError
from models.pack import QuestionPack

__all__ = ["BUILT_IN_PACK", "PackError", "available_packs", "built_in_pack", "load_pack"]

BUILT_IN_PACK = "qb-1"


def available_packs() -> tuple[str, ...]:
    """The ids of the packs that come with Plumbline, sorted."""
    return tuple(sorted(file.stem for file in resources.path("packs").glob("*.yaml")))


@cache
def built_in_pack(pack_id: str = BUILT_IN_PACK) -> QuestionPack:
    """A pack that comes with Plumbline, read and checked once. Raises PackError."""
    if pack_id not in available_packs():
        raise PackError(pack_id, "", "is not among the packs that come with Plumbline")
    return load_pack(resources.path("packs", f"{pack_id}.yaml"))


def load_pack(path: Path) -> QuestionPack:
    """The pack in a YAML file, checked whole. Raises PackError with the file, the place and the reason."""
    # Here and not at the top: the window opens review files, which carry their pack as JSON, and must not
    # wait a fifth of a second for pydantic and PyYAML.
    from app.pack_file import read_pack_file  # noqa: PLC0415

    return read_pack_file(path)
