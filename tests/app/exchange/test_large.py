"""A client with 500 tools gets everything too: no row is lost, in a time that can be waited for."""

import time

import pytest

from app.assessment import assess
from app.exchange.workbook import workbook_bytes
from models.values import RegisterName, words
from tests.app.exchange.office import column, csv_of, csv_rows, document_for, document_lines
from tests.benchmarks.big_review import big_snapshot

# Many times what a quiet laptop needs: only growth out of proportion is caught here.
SECONDS = 40


@pytest.mark.slow
def test_500_tools_are_all_in_the_workbook_the_csv_files_and_the_document() -> None:
    snapshot = big_snapshot()
    assessment = assess(snapshot)
    begun = time.process_time()

    workbook, tables, document = (
        workbook_bytes(snapshot, assessment),
        csv_of(snapshot),
        document_for(snapshot),
    )

    assert time.process_time() - begun < SECONDS
    for register in (RegisterName.AI_TOOLS, RegisterName.ACCESS_GRANTS, RegisterName.USE_CASES):
        keys = list(snapshot.entries(register))
        assert column(workbook, words(register), 0)[1:] == keys
        assert [row[0] for row in csv_rows(tables[f"{register.value}.csv"])[1:]] == keys
    assert column(workbook, "Risks", 1)[1:] == [risk.id for risk in assessment.risks]
    lines = set(document_lines(document))
    assert all(f"{risk.id}  {risk.title}" in lines for risk in assessment.risks)
