"""The sign-off page offers what can be done, and says why something cannot."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.signing.before_sealing import Hindrance
from app.signing.overview import SignOffOverview, overview
from models.sign_off import ReadyToSign, Signatory, Signed, SignRole, SignWay
from models.snapshot import Snapshot
from tests.app.signing.conftest import AT
from tests.specified import specified_review
from tests.ui.reach import click, find, words
from ui.pages.sign_off_page import SignOffPage
from ui.sign_off.next_card import WISHES
from ui.sign_off.steps import SignSteps
from ui.theme import Theme
from ui.widgets.link_row import LinkRow

pytestmark = pytest.mark.usefixtures("styled")
SEAL = "91da30975c1e00ff" * 4
PEOPLE = (
    Signatory(role=SignRole.REVIEWER, name="Ana"),
    Signatory(role=SignRole.SPONSOR, name="Bo"),
    Signatory(role=SignRole.OTHER, name="Cy"),
)


@pytest.fixture(scope="module")
def tiny() -> Snapshot:
    return specified_review("tiny_one_tool")


@pytest.fixture
def page(qtbot: QtBot, light: Theme) -> SignOffPage:
    made = SignOffPage(light)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def of(tiny: Snapshot, *who: int) -> SignOffOverview:
    """The review as a draft, or sealed and signed by these of the three; all three are 0, 1, 2."""
    ready = ReadyToSign(version=1, seal=SEAL, at=AT, signatories=PEOPLE, acceptances=())
    signed = [
        Signed(
            version=1,
            seal=SEAL,
            at=AT,
            role=PEOPLE[n].role,
            name=PEOPLE[n].name,
            way=SignWay.BY_HAND if n == 2 else SignWay.DIGITAL,
            file="cd" * 32,
        )
        for n in who
        if n < len(PEOPLE)
    ]
    return overview(tiny, assess(tiny), (ready, *signed) if who else (), (tiny.header,))


def offered(page: SignOffPage) -> list[str]:
    return [name for name in WISHES if find(page, QPushButton, name).isVisible()]


@pytest.mark.parametrize(
    ("who", "wishes", "step"),
    [
        ((), ["sign_reviewer"], "Step 1 of 4: Draft, open for changes"),
        ((9,), ["sign_sponsor", "hand_out", "take_in", "by_hand", "again_reviewer", "reopen"], "Step 2 of 4"),
        ((0, 1), ["by_hand", "save_report", "check_report", "reopen"], "Step 2 of 4"),
        ((0, 1, 2), ["save_report", "check_report", "reopen"], "Step 3 of 4: Signed"),
    ],
)
def test_each_state_offers_its_own(
    page: SignOffPage, tiny: Snapshot, who: tuple[int, ...], wishes: list[str], step: str
) -> None:
    page.show_overview(of(tiny, *who), (), waits=False, can_write=True)

    assert sorted(offered(page)) == sorted(wishes)
    assert find(page, SignSteps, "sign_steps").accessibleName().startswith(step)
    page.show_overview(of(tiny, *who), (), waits=False, can_write=False)
    assert not {"sign_reviewer", "sign_sponsor", "by_hand", "take_in", "reopen"} & set(offered(page))


def test_what_waits_for_the_disk_or_is_to_be_settled_holds_sealing_up(
    page: SignOffPage, tiny: Snapshot
) -> None:
    checks = tuple(Hindrance(f"Fault {n}.", f"question:ACC-0{n}") for n in range(1, 8))
    followed: list[str] = []
    page.link_followed.connect(followed.append)

    page.show_overview(of(tiny), (), waits=True, can_write=True)
    assert not find(page, QPushButton, "sign_reviewer").isEnabled()
    assert "waits to be written" in words(page)
    page.show_overview(of(tiny), checks, waits=False, can_write=True)

    assert not find(page, QPushButton, "sign_reviewer").isEnabled()
    rows = [row for row in page.findChildren(LinkRow) if row.isVisible()]
    assert [row.place for row in rows][:4] == [f"question:ACC-0{n}" for n in range(1, 5)]
    assert "3 more have to be settled" in words(page)
    rows[1].followed.emit(rows[1].place)
    assert followed == ["question:ACC-02"]
    page.show_overview(of(tiny), (), waits=False, can_write=True)
    assert find(page, QPushButton, "sign_reviewer").isEnabled()


def test_the_seal_is_shown_short_and_copied_whole(page: SignOffPage, tiny: Snapshot) -> None:
    page.show_overview(of(tiny, 9), (), waits=False, can_write=True)

    assert "91DA 3097 5C1E 00FF …" in words(page)
    click(page, "copy_seal")
    assert QGuiApplication.clipboard().text() == SEAL
