from importlib.metadata import PackageNotFoundError, distribution

import pytest

import notices


def test_the_notices_are_up_to_date() -> None:
    written = notices.NOTICES.read_text(encoding="utf-8")

    assert written == notices.document(), "run: python packaging/notices.py"


def test_nothing_is_taken_under_a_licence_that_would_bind_plumbline() -> None:
    for notice in notices.notices():
        assert "GPL" not in notice.licence.replace("LGPL", ""), notice.package


@pytest.mark.parametrize("package", sorted(notices.NOT_EVERYWHERE))
def test_a_licence_written_down_by_hand_is_the_one_the_package_states(package: str) -> None:
    try:
        distribution(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is not needed on this system")

    assert notices.stated_licence(package) == notices.NOT_EVERYWHERE[package]
