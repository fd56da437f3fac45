"""The table in words: for a terminal, and in Markdown with the machine it was made on in general terms."""

import os
import platform
from collections.abc import Sequence

from tests.benchmarks.table.measuring import Job, Measured
from tests.benchmarks.table.sizes import Size

HEAD = ("what", "size", "median", "99 of 100", "memory", "floor", "ratio")
REPEAT = "python -m tests.benchmarks --markdown"


def as_text(found: Sequence[Measured], jobs: Sequence[Job], sizes: Sequence[Size]) -> str:
    """Columns for a terminal, and below them what each floor is."""
    rows = [HEAD, *_rows(found, jobs, sizes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join((*lines, "", *_floors(found, jobs)))


def as_markdown(found: Sequence[Measured], jobs: Sequence[Job], sizes: Sequence[Size]) -> str:
    """A page's section: a row for each work, the machine, and how to repeat it."""
    head = ("median, times its floor", *(size.words for size in sizes), "99 of 100", "memory", "floor")
    rules = ("---", *["--:"] * (len(head) - 2), "---")
    rows = [head, rules, *(_one_row(job, found, sizes) for job in jobs if _of(job, found))]
    told = (
        f"Measured on {machine()}. Repeat it with `{REPEAT}`.",
        "Each figure is from a process of its own; work and floor are done by turns.",
        "*99 of 100* and memory are of the largest size; of fewer than 100 rounds it is the slowest.",
    )
    return "\n".join((*(f"| {' | '.join(row)} |" for row in rows), "", *told))


def _of(job: Job, found: Sequence[Measured]) -> dict[str, Measured]:
    return {each.size: each for each in found if each.name == job.name}


def _one_row(job: Job, found: Sequence[Measured], sizes: Sequence[Size]) -> tuple[str, ...]:
    by_size = _of(job, found)
    largest = [by_size[size.name] for size in sizes if size.name in by_size][-1]
    cells = [_with_ratio(by_size.get(size.name)) for size in sizes]
    return (job.what, *cells, _time(largest.p99), f"{largest.peak:.0f} MB", job.floor)


def _with_ratio(found: Measured | None) -> str:
    return f"{_time(found.median)}, {found.ratio:.1f}" if found else ""


def machine() -> str:
    """The machine in general terms: kind of processor and system, cores, memory, Python."""
    system = f"{platform.system()} ({platform.machine()})"
    cores = f"{os.cpu_count()} cores"
    return ", ".join(
        each for each in (system, cores, _memory(), f"Python {platform.python_version()}") if each
    )


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return ""
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{round(whole / 1024**3)} GB of memory"


def _rows(
    found: Sequence[Measured], jobs: Sequence[Job], sizes: Sequence[Size]
) -> list[tuple[str, str, str, str, str, str, str]]:
    by_name = {job.name: job for job in jobs}
    words = {size.name: size.words for size in sizes}
    order = list(by_name)
    return [
        (
            by_name[each.name].what,
            words[each.size] if by_name[each.name].sizes_matter else "any",
            _time(each.median),
            _time(each.p99),
            f"{each.peak:.0f} MB",
            _time(each.floor),
            f"{each.ratio:.1f}",
        )
        for each in sorted(found, key=lambda each: order.index(each.name))
    ]


def _floors(found: Sequence[Measured], jobs: Sequence[Job]) -> list[str]:
    named = {each.name for each in found}
    return [f"floor of “{job.what}”: {job.floor}" for job in jobs if job.name in named]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    words = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
    figures = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
    return "  ".join((*words, *figures)).rstrip()


def _time(milliseconds: float) -> str:
    if milliseconds >= 1000:
        return f"{milliseconds / 1000:.1f} s"
    return f"{milliseconds:.0f} ms" if milliseconds >= 20 else f"{milliseconds:.2g} ms"
