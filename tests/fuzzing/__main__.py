"""Feeds targets with inputs that reach ever more of the program, and keeps each that made it fail.

    python -m tests.fuzzing TARGET --seconds 120 --keep FOLDER

Needs atheris, see `packaging/develop.py fuzz`. Everything that is no refusal in words is a finding: an error,
a hang, memory without end. One finding of each kind is kept, and the run goes on.
"""

import argparse
import faulthandler
import hashlib
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from threading import Thread
from types import ModuleType

LONGEST_SECONDS = 5.0
MOST_MEMORY_MB = 2_048
OURS = (
    "app", "models", "pyhanko.pdf_utils.reader", "pyhanko.pdf_utils.xref", "asn1crypto", "openpyxl",
)  # fmt: skip


@dataclass(slots=True)
class Findings:
    """What went wrong so far, one input of each kind in `folder`. The target's name begins every file's."""

    folder: Path
    target: str
    known: set[str] = field(default_factory=set)

    def add(self, kind: str, data: bytes, told: str) -> None:
        """Keep an input unless its kind is known."""
        if kind in self.known:
            return
        self.known.add(kind)
        path = self.folder / f"{self.target}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        print(f"\n=== finding: {kind}\n{told}kept as {path}\n", flush=True)


def main() -> None:
    """Run one target."""
    asked = _arguments()
    atheris = _atheris()
    with atheris.instrument_imports(include=list(OURS)):
        targets = import_module("tests.fuzzing.targets")
        for late in ("app.pack_file", "app.signing.verification", "app.register_import.workbooks"):
            import_module(late)
    mutating = import_module("tests.fuzzing.mutating")
    asked.keep.mkdir(parents=True, exist_ok=True)
    corpus = asked.keep / f"corpus-{asked.target}"
    corpus.mkdir(exist_ok=True)
    target = targets.TARGETS[asked.target]
    for n, seed in enumerate(target.seeds()):
        (corpus / f"seed-{n}").write_bytes(seed)
    options = [
        f"-max_total_time={asked.seconds}",
        f"-max_len={target.most_bytes}",
        "-timeout=600",  # `_watch` is stricter; by the wall clock a machine that was asleep would count
        f"-rss_limit_mb={MOST_MEMORY_MB}",
        f"-artifact_prefix={asked.keep}/{asked.target}-",
        "-print_final_stats=1",
    ]
    feed = _watched(lambda data: targets.feed(asked.target, data), Findings(asked.keep, asked.target))
    mutator = mutating.MUTATORS.get(asked.target)
    more = {"custom_mutator": mutator} if mutator else {}
    atheris.Setup([sys.argv[0], str(corpus), *options], feed, **more)
    atheris.Fuzz()


def _watched(feed: Callable[[bytes], None], findings: Findings) -> Callable[[bytes], None]:
    fed = _Fed()
    Thread(target=_watch, args=(fed, findings), daemon=True).start()

    def one(data: bytes) -> None:
        fed.data, fed.since = data, time.process_time()
        began = time.process_time()
        try:
            feed(data)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001  (a panic in Rust is no Exception)
            frames = traceback.extract_tb(error.__traceback__)
            kind = f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}"
            findings.add(kind, data, "".join(traceback.format_exception(error))[-2_500:])
        took = time.process_time() - began
        if took > LONGEST_SECONDS:
            findings.add("slow", data, f"{took:.1f} s of processor time for {len(data):,} bytes\n")
        fed.data = b""

    return one


@dataclass(slots=True)
class _Fed:
    """What is being worked on, and since when; nothing between two inputs."""

    data: bytes = b""
    since: float = 0.0


def _watch(fed: _Fed, findings: Findings) -> None:
    """End the run where one input takes too much of the processor; measured code is slower than our own."""
    while True:
        time.sleep(1)
        data = fed.data
        if data and time.process_time() - fed.since > 4 * LONGEST_SECONDS:
            faulthandler.dump_traceback()
            findings.add("hang", data, f"{len(data):,} bytes\n")
            os._exit(1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("target", help="as in tests/fuzzing/targets.py")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--keep", type=Path, required=True, metavar="FOLDER", help="where findings are kept")
    return parser.parse_args()


def _atheris() -> ModuleType:
    try:
        return import_module("atheris")
    except ImportError:
        sys.exit("atheris is not installed, so NOTHING WAS FUZZED. See 'packaging/develop.py fuzz'.")


if __name__ == "__main__":
    main()
