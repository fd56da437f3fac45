"""Turns plain values into typed ones, or says which value has the wrong shape."""

import json
from collections.abc import Sequence
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from app.data_errors import DataFileError
from app.data_file import Plain

T = TypeVar("T")

_REASONS = {
    "missing": "is missing",
    "missing_keyword_only_argument": "is missing",
    "unexpected_keyword_argument": "is not a known key",
    "extra_forbidden": "is not a known key",
}


def shaped(adapter: TypeAdapter[T], raw: Plain, file: str, error: type[DataFileError]) -> T:
    """The typed value that `raw` stands for: no key too many, no key missing, nothing converted by guess.

    Raises `error` with the place and the reason of the first fault, and the number of the others.
    """
    try:
        return adapter.validate_json(json.dumps(raw), strict=True, extra="forbid")
    except ValidationError as cause:
        faults = cause.errors(include_url=False, include_context=False)
        others = f" (and {len(faults) - 1:,} more)" if len(faults) > 1 else ""
        raise error(file, _place(faults[0]["loc"], raw), _reason(faults[0]) + others) from cause


def _reason(fault: ErrorDetails) -> str:
    return _REASONS.get(fault["type"]) or fault["msg"][:1].lower() + fault["msg"][1:]


def _place(steps: Sequence[int | str], raw: Plain) -> str:
    """The steps as a path, in which an entry of a list goes by its id where it has one."""
    names: list[str] = []
    for step in steps:
        if step == "[key]":
            continue
        raw = _inside(raw, step)
        name = raw.get("id") if isinstance(step, int) and isinstance(raw, dict) else None
        names.append(name if isinstance(name, str) else str(step))
    return "/".join(names)


def _inside(raw: Plain, step: int | str) -> Plain:
    if isinstance(raw, list) and isinstance(step, int):
        return raw[step]
    if isinstance(raw, dict) and isinstance(step, str):
        return raw.get(step)
    return None
