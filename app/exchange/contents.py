"""All the tables of a review, in the order in which they are read."""

from app.cell_text import names_of
from app.exchange.actions import proposed_actions_table
from app.exchange.answers import answers_table
from app.exchange.cover import cover_table
from app.exchange.registers import register_tables
from app.exchange.risks import risk_inputs_table, risks_table
from app.exchange.tables import Table
from app.exchange.waived import waived_tables
from app.variants import Variant
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import RegisterName

_PLAN = RegisterName.ACTION_PLAN.value


def tables(snapshot: Snapshot, assessment: Assessment, variant: Variant = Variant.FULL) -> tuple[Table, ...]:
    """The cover, the risks, the actions, the answers, then every register, empty ones included.

    Of the registers' variant only the cover and the registers. For the client-safe one, a client-safe review
    has to be given.
    """
    names = names_of(snapshot)
    registers = register_tables(snapshot, names)
    cover = cover_table(snapshot, assessment, variant)
    if variant is Variant.REGISTER:
        return (cover, *registers)
    return (
        cover,
        risks_table(snapshot, assessment),
        proposed_actions_table(snapshot, assessment),
        *(table for table in registers if table.name == _PLAN),
        answers_table(snapshot, names),
        *(table for table in registers if table.name != _PLAN),
        risk_inputs_table(snapshot, assessment),
        *waived_tables(snapshot, assessment),
    )
