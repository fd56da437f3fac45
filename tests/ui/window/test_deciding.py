"""A risk is decided in the window: by keys, in the file, undone, from a finding, and read when sealed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTabBar, QTextEdit, QWidget

from app.deciding import DECISIONS
from app.demo_client import DEMO_PASSPHRASE
from app.edits import set_field
from models.storage import open_file
from models.values import RiskDecision, Treatment
from tests.ui.reach import choose, click, find, press, words
from ui.main_window import MainWindow
from ui.pages.risk_map_page import LIST
from ui.widgets.risk_table import RiskTable
from ui.widgets.word_table import WordTable

K = Qt.Key
RISK = "EX-T01"


def on_disk(window: MainWindow) -> RiskDecision | None:
    """The decision as it stands in the file."""
    assert window.bridge is not None
    return window.bridge.workspace.store.load("R1").risk_decisions.get(RISK)


def focused() -> str:
    """Where the keyboard is: the name of the part, or of what it is in."""
    at: QWidget | None = QApplication.focusWidget()
    while at is not None and not at.objectName():
        at = at.parentWidget()
    return at.objectName() if at is not None else ""


def typed(window: MainWindow, letters: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or window, letters)


def listed(window: MainWindow) -> str:
    """The list's words about the risk."""
    model = find(window.page, RiskTable, "risk_table").model()
    rows = [str(model.index(row, 1).data()) for row in range(model.rowCount())]
    return next(row for row in rows if row.startswith(RISK)).split("\n")[0]


def row_with(table: WordTable, beginning: str) -> int:
    model = table.model()
    rows = range(model.rowCount())
    return next(row for row in rows if str(model.index(row, 0).data()).startswith(beginning))


def test_a_risk_is_accepted_by_keys_alone_on_disk_in_the_log_and_undone(demo: MainWindow) -> None:
    demo.follow("page:risk_map")
    find(demo.page, QTabBar, "map_tabs").setCurrentIndex(LIST)
    table = find(demo.page, RiskTable, "risk_table")
    table.setFocus()
    table.select(f"risk:{RISK}")

    press(demo, K.Key_D)
    where = [focused()]
    press(demo, K.Key_A)
    first = on_disk(demo)
    press(demo, K.Key_A)
    press(demo, K.Key_Tab)
    where.append(focused())
    press(demo, K.Key_F4)
    offered = find(demo.page, QLineEdit, "field_accepted_by").completer().popup()
    assert offered is not None
    QTest.keyClick(offered, K.Key_Down)
    QTest.keyClick(offered, K.Key_Return)
    press(demo, K.Key_Tab)
    where.append(focused())
    typed(demo, "31.5.2027")
    missing = words(demo.page)
    while focused() != "field_notes":
        press(demo, K.Key_Tab)
    typed(demo, "Scores stay advice.")
    press(demo, K.Key_Escape)

    assert where == ["choice_avoid", "field_accepted_by", "field_accepted_until"]
    assert first == RiskDecision(risk=RISK, treatment=Treatment.AVOID)
    assert "Accepted, and not recorded: until when and why." in missing
    assert demo.bridge is not None
    with open_file(demo.bridge.workspace.path, DEMO_PASSPHRASE, read_only=True) as store:
        decided = store.load("R1").risk_decisions[RISK]
    assert decided == RiskDecision(
        risk=RISK,
        treatment=Treatment.ACCEPT,
        accepted_by="Ingrid Solheim-Park",
        accepted_until=date(2027, 5, 31),
        notes="Scores stay advice.",
    )
    assert listed(demo) == "EX-T01 · ✓ Accept, until 31 May 2027"
    log = [line for line in demo.bridge.workspace.store.history("R1") if line.key == RISK]
    assert log[0].label == "Decide about EX-T01"
    demo.follow(f"risk:{RISK}")
    assert "Accept, by Ingrid Solheim-Park, until 31 May 2027" in words(demo.page)
    for _step in range(5):
        choose(demo, "undo")
    assert on_disk(demo) is None
    assert listed(demo) == RISK
    assert "Nothing is decided." in words(demo.page)


def test_a_finding_about_an_acceptance_opens_the_very_field(demo: MainWindow) -> None:
    assert demo.bridge is not None
    for path, value in (("accepted_by", None), ("accepted_until", date(2026, 1, 31))):
        snapshot = demo.bridge.workspace.snapshot
        demo.bridge.do(set_field(snapshot, DECISIONS, "EX-T02", path, value))
    reached = []

    for finding in ("EX-T02 is accepted, and nobody is named who accepts it.", "EX-T02 was accepted until"):
        choose(demo, "show_check")
        table = find(demo.page, WordTable, "findings")
        table.setFocus()
        table.setCurrentIndex(table.model().index(row_with(table, finding), 0))
        press(demo, K.Key_Return)
        reached.append((demo.page.page_id, focused()))
    typed(demo, "31.5.2028")
    press(demo, K.Key_Escape)

    assert reached == [("risk_map", "field_accepted_by"), ("risk_map", "field_accepted_until")]
    assert demo.bridge.workspace.snapshot.risk_decisions["EX-T02"].accepted_until == date(2028, 5, 31)


def test_in_a_sealed_review_a_decision_is_read_and_nothing_can_be_changed(demo: MainWindow) -> None:
    assert demo.bridge is not None
    demo.bridge.begin_review("Spring")
    demo.bridge.open_review("R1")
    before = demo.bridge.workspace.snapshot

    demo.follow("risk:EX-T02")
    press(demo, K.Key_D)
    for key in (K.Key_R, K.Key_Delete, K.Key_Space):
        press(demo, key)
    demo.follow("risk:EX-T02/accepted_by")
    typed(demo, "Nobody")
    press(demo, K.Key_Escape)

    assert demo.bridge.workspace.snapshot is before
    demo.follow("risk:EX-T02")
    click(demo.page, "open_decision")
    assert not find(demo.page, QPushButton, "choice_reduce").isEnabled()
    assert find(demo.page, QLineEdit, "field_accepted_by").isReadOnly()
    assert find(demo.page, QTextEdit, "field_notes").isReadOnly()
    assert "Accept, by Tobias Renn, until 31 May 2027" in words(demo.page)
    demo.follow(f"risk:{RISK}")
    assert "The review is sealed: a decision can be read" in words(demo.page)
