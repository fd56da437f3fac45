"""Everything that is measured, in the order of the table."""

from tests.benchmarks.table import files, papers, windows, works
from tests.benchmarks.table.measuring import Job

_START, _ANSWER, _SETTLED, _PAGE, _MAP = windows.JOBS
_KEY, _OPEN, _COMMIT = files.JOBS
JOBS: tuple[Job, ...] = (
    _START, _KEY, _OPEN, _COMMIT, _ANSWER, _SETTLED, _PAGE, _MAP, *works.JOBS, *papers.JOBS,
)  # fmt: skip


def job_named(name: str) -> Job:
    """The job of this name; raises KeyError."""
    return {job.name: job for job in JOBS}[name]
