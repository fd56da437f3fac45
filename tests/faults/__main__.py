"""Fails every write of every piece of work, one after the other, and prints what came of it: a table."""

import json
import sys
import tempfile
from pathlib import Path

from tests.faults.faulty_disk import started

EVERY = "1000000"


def main() -> int:
    """Try all of it; gives 1 where anything was found."""
    is_clean = True
    with tempfile.TemporaryDirectory(prefix="plumbline-faults-") as made:
        for wrong in sys.argv[1:] or ("full", "read-only", "gone"):
            asked = f"{wrong}:{EVERY}:"
            done = started(Path(__file__).with_name("full_at_every_write.py"), Path(made), asked)
            if done.returncode:
                sys.stdout.write(done.stderr)
                return 1
            for name, work in json.loads(done.stdout)[asked].items():
                is_clean &= not work["problems"]
                errors = ", ".join(f"{n} {error}" for error, n in sorted(work["errors"].items()))
                sys.stdout.write(f"{wrong}: {name}, {work['writes']} writes: {errors}\n")
                sys.stdout.writelines(f"    {problem}\n" for problem in work["problems"])
    return 0 if is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
