"""Holds a file until it is killed: `python hold_a_file.py FILE WHO`; prints a line once it does."""

import sys
import time
from pathlib import Path

from models.storage.holder import Hold

hold = Hold(Path(sys.argv[1]), sys.argv[2])
sys.stdout.write("ours\n" if hold.is_ours else "theirs\n")
sys.stdout.flush()
time.sleep(60)
