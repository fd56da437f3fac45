"""Run in a mount namespace of its own: a file on disks that are pulled, fill up, or turn read-only.

The first argument says which; what is said on standard output is what the test expects, line by line.
"""

import subprocess
import sys
from pathlib import Path

from app.edits import Edit, set_field
from app.packs import built_in_pack
from app.review_files import newest_review
from app.waiting_edits import WaitingEdits, waiting_words
from app.workspace import Workspace
from models.snapshot import Snapshot
from models.storage import KeyCost, NotSavedError, create_file
from models.storage.opening import open_with_key
from models.values import Engagement, RegisterName

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
PAGE, MEGABYTE = 4096, 1 << 20
EMPTY = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)


def made(path: Path) -> Workspace:
    return newest_review(create_file(path, "words", EMPTY, who="Ana", cost=QUICK), "Ana")


def writing(workspace: Workspace, text: str, waiting: WaitingEdits | None = None) -> Edit:
    shown = waiting.snapshot if waiting is not None else workspace.snapshot
    return set_field(shown, RegisterName.ENGAGEMENT, "engagement", "background", text)


def background(workspace: Workspace) -> str:
    return workspace.snapshot.engagement.background or ""


def wait(workspace: Workspace, waiting: WaitingEdits, text: str) -> str:
    """Make an edit as the window does; the word that is said where it has to wait."""
    edit = writing(workspace, text, waiting)
    try:
        waiting.write(workspace.apply)
        workspace.apply(edit)
    except NotSavedError as error:
        waiting.add(edit, error)
        return waiting_words(waiting)[0]
    return "saved"


def pulled(folder: Path) -> None:
    """The stick is pulled with the file open, and put back."""
    disk, stick = folder / "disk", folder / "stick"
    disk.mkdir()
    stick.mkdir()
    run("mount", "-t", "tmpfs", "-o", "size=4m", "none", disk)
    run("mount", "--bind", disk, stick)
    workspace = made(stick / "client.plumbline")
    waiting = WaitingEdits(workspace)
    say(f"before: {wait(workspace, waiting, 'Before')}")
    run("umount", "-l", stick)
    said = [wait(workspace, waiting, text) for text in ("One", "Two")]
    say(f"pulled: {said[0]}; {len(waiting)} wait, {waiting.snapshot.engagement.background} is shown last")
    say(f"in its place: {[file.name for file in stick.iterdir()]}")
    run("mount", "--bind", disk, stick)
    waiting.write(workspace.apply)
    say(f"put back: {background(workspace)}, {len(waiting)} wait, faults: {len(workspace.store.check())}")
    workspace.close()


def read_only(folder: Path) -> None:
    """The system finds a fault of the disk, and lets nobody write to it any more, while the file is open."""
    image, disk = folder / "image", folder / "disk"
    disk.mkdir()
    with image.open("wb") as file:
        file.truncate(16 * MEGABYTE)
    run("mkfs.ext4", "-q", image)
    run("mount", "-o", "loop,errors=remount-ro", image, disk)
    workspace = made(disk / "client.plumbline")
    waiting = WaitingEdits(workspace)
    say(f"before: {wait(workspace, waiting, 'Before')}")
    run("mount", "-o", "remount,abort", disk)
    say(f"read-only: {wait(workspace, waiting, 'After')}; {len(waiting)} waits")
    key, left = workspace.store.key, waiting.give_up()
    workspace.close()
    run("umount", disk)
    subprocess.run(["e2fsck", "-fy", image], check=False, capture_output=True)
    run("mount", "-o", "loop", image, disk)
    with open_with_key(disk / "client.plumbline", key) as store:
        again = newest_review(store, "Ana")
        kept = background(again)
        if kept == "Before":
            again.apply(left[0])
        is_whole, faults = kept in {"Before", "After"}, len(store.check())
        say(f"repaired: {is_whole}, saved: {background(again)}, faults: {faults}")
    run("umount", disk)


def full(folder: Path, step: int = 3) -> None:
    """Three pages of room, six, nine: an edit is there whole or not at all, and made once there is room."""
    run("mount", "-t", "tmpfs", "-o", "size=2m", "none", folder)
    path, filler = folder / "client.plumbline", folder / "filler"
    workspace = made(path)
    failed, pages, wrong = 0, 0, []
    while True:
        key = workspace.store.key
        workspace.close()
        fill(folder, filler, pages)
        workspace = newest_review(open_with_key(path, key), "Ana")
        before, text = background(workspace), f"{pages} " + "x" * 9_000
        is_saved = False
        if not workspace.is_read_only:
            waiting = WaitingEdits(workspace)
            is_saved = wait(workspace, waiting, text) == "saved"
        if background(workspace) != (text if is_saved else before):
            wrong.append(pages)
        filler.unlink()
        if workspace.is_read_only:
            workspace.close()
            workspace = newest_review(open_with_key(path, key), "Ana")
        if is_saved:
            break
        failed += 1
        workspace.apply(writing(workspace, text))
        if background(workspace) != text or workspace.store.check():
            wrong.append(pages)
        pages += step
    say(f"an edit needs more than a few pages: {failed * step > 8}, was ever half there or lost: {wrong}")
    workspace.close()
    say(f"left lying about: {[file.name for file in folder.iterdir() if file != path]}")


def fill(folder: Path, filler: Path, pages: int) -> None:
    """Leave so many pages of room."""
    filler.touch()
    with filler.open("ab") as file:
        free = int(subprocess.check_output(["stat", "-f", "-c", "%a", folder]))
        file.write(bytes(max(0, free - pages) * PAGE))


if __name__ == "__main__":
    {"pulled": pulled, "read-only": read_only, "full": full}[sys.argv[2]](Path(sys.argv[1]))
