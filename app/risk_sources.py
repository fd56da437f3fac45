"""The addresses of what a risk is made of: "question:ID" or "entry:register/key/field"."""

from collections.abc import Mapping
from types import MappingProxyType

from app.assessment.trace import Place, QuestionPlace, sources_of
from models.risk import Risk
from models.snapshot import Snapshot
from models.values import RegisterName

_SUBJECTS = (RegisterName.AI_TOOLS, RegisterName.USE_CASES, RegisterName.VENDORS, RegisterName.SYSTEMS)


def address(place: Place) -> str:
    """A place in the review as links write it."""
    if isinstance(place, QuestionPlace):
        return f"question:{place.question}"
    return f"entry:{place.register.value}/{place.key}/{place.path}"


def addresses(snapshot: Snapshot, risk: Risk) -> Mapping[str, str]:
    """The most telling address of each input of a risk, by its name; "" where it has no place.

    Names are those of drivers, modifiers and controls, and `impact_base`.
    """
    return MappingProxyType(
        {
            source.name: address(source.places[0]) if source.places else ""
            for source in sources_of(snapshot, risk)
        }
    )


def subject_address(snapshot: Snapshot, entry_id: str) -> str:
    """The address of a tool, use case, vendor or system; "" if there is none of this id."""
    for register in _SUBJECTS:
        if snapshot.entry(register, entry_id) is not None:
            return f"entry:{register.value}/{entry_id}"
    return ""
