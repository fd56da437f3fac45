"""What tests suppose: worked example D of the risk model, and values of levers picked by chance."""

from collections.abc import Iterator
from random import Random

from app.assessment import assessed_risks
from app.assessment.places import FieldPlace, QuestionPlace
from app.levers import Lever, levers_of
from app.what_if import Sandbox, Supposed
from models.snapshot import Snapshot
from models.values import EvidenceGrade, RegisterName, Tested, Tri

# "Raise G5 to 7 of 9": it has four, and these three more.
CHECKS = ("written_checklist", "evidence_required", "enough_context")
EXAMPLE_D = (
    Supposed(FieldPlace(RegisterName.AI_TOOLS, "T03", "reads_outside_text"), Tri.NO),
    Supposed(FieldPlace(RegisterName.ACCESS_GRANTS, "A03-1", "undo"), Tri.YES),
    *(Supposed(FieldPlace(RegisterName.APPROVAL_GATES, "G5", f"checks.{name}"), Tri.YES) for name in CHECKS),
    Supposed(FieldPlace(RegisterName.AI_TOOLS, "T03", "rollback"), Tested.DOCUMENTED),
    Supposed(QuestionPlace("ACC-10"), 3, EvidenceGrade.DEMONSTRATED),
)


def supposed_by_chance(snapshot: Snapshot, chance: Random, most: int = 6) -> Sandbox:
    """A sandbox with a few values of the levers of one risk, each of which could be recorded."""
    risks = assessed_risks(snapshot)
    levers = levers_of(snapshot, chance.choice(risks)).levers
    picked = chance.sample(levers, min(len(levers), chance.randint(1, most)))
    return Sandbox(snapshot).supposing(*(_picked(lever, chance) for lever in picked))


def all_choices(lever: Lever) -> Iterator[Supposed]:
    """Everything that can be supposed at a lever."""
    for option in lever.options:
        for grade in EvidenceGrade if lever.is_question else (None,):
            yield Supposed(lever.place, option.value, grade)


def _picked(lever: Lever, chance: Random) -> Supposed:
    return chance.choice(list(all_choices(lever)))
