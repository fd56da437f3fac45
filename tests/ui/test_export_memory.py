"""What was exported last is known on this computer; what makes no sense is forgotten."""

from pathlib import Path

from PySide6.QtCore import QSettings

from app.exports import Format, Wanted
from app.map_choice import Maps
from app.redaction import Hidden
from app.variants import Variant
from ui.export_memory import ExportMemory


def memory(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def test_a_choice_comes_back_whole(tmp_path: Path) -> None:
    wanted = Wanted(
        format=Format.CSV, variant=Variant.REGISTER, hidden=Hidden.NAMES, with_bom=True, maps=Maps.SYSTEMS
    )

    ExportMemory(memory(tmp_path)).keep(wanted)

    assert ExportMemory(memory(tmp_path)).load() == wanted


def test_nothing_kept_and_nonsense_are_the_full_report(tmp_path: Path) -> None:
    kept = memory(tmp_path)
    empty = ExportMemory(kept).load()
    ExportMemory(kept).keep(Wanted(format=Format.XLSX))
    kept.setValue("export/variant", "executive")
    impossible = ExportMemory(kept).load()
    kept.setValue("export/variant", "gone")
    unknown = ExportMemory(kept).load()

    assert empty == impossible == unknown == Wanted(format=Format.PDF)
