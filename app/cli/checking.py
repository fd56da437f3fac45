"""Looks over a whole review file: its pages and its log, then every entry of every review in it."""

from dataclasses import dataclass

from app.assessment import assess
from app.integrity import Fault, faults
from app.remarks import Remark, remarks
from models.errors import ReviewError
from models.storage import Store

ADVICE = "Open the file, go to this entry and correct it."


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong, and what is only worth a look: a line for each."""

    faults: tuple[str, ...]
    remarks: tuple[str, ...]


def findings(store: Store) -> Findings:
    """Everything to say about a file. Raises FileBusyError."""
    wrong = [str(fault) for fault in store.check()]
    odd: list[str] = []
    for header in store.reviews():
        try:
            snapshot = store.load(header.id)
        except ReviewError as error:
            wrong.append(f"{header.id}: {error.title}. {error.advice}")
            continue
        found = faults(snapshot)
        wrong += [f"{_line(header.id, fault)} {ADVICE}" for fault in found]
        if not found:
            odd += [_line(header.id, remark) for remark in remarks(snapshot, assess(snapshot))]
    return Findings(tuple(wrong), tuple(odd))


def _line(review_id: str, one: Fault | Remark) -> str:
    return f"{review_id}, {one.register} {one.key}, {one.field_path}: {one.message}"
