"""A folder that is synchronised, far away or on a stick is recognised, and the advice says what is safe."""

from pathlib import Path

import pytest

from app.odd_places import PlaceRisk, odd_place

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /srv/home nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
ana@host: /home/ana/far fuse.sshfs rw 0 0
/dev/sdb1 /media/ana/STICK vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("/home/ana/OneDrive/clients/a.plumbline", "OneDrive"),
        ("/home/ana/OneDrive - Ferrowick Group/a.plumbline", "OneDrive"),
        ("/home/ana/Dropbox (Personal)/a.plumbline", "Dropbox"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/a.plumbline", "iCloud Drive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/a.plumbline", "Google Drive"),
        ("/home/ana/Nextcloud/a.plumbline", "Nextcloud"),
    ],
)
def test_a_synchronised_folder_is_named(place: str, service: str) -> None:
    found = odd_place(Path(place), MOUNTS)

    assert found is not None
    assert (found.risk, found.service) == (PlaceRisk.SYNCHRONISED, service)
    assert service in found.words
    assert "Pause it" in found.advice


def test_a_folder_that_only_sounds_like_one_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "onedriveless" / "dropboxes"
    folder.mkdir(parents=True)

    assert odd_place(folder / "a.plumbline", MOUNTS) is None


@pytest.mark.parametrize(
    "place", ["/srv/home/ana/a.plumbline", "/mnt/my share/a.plumbline", "/home/ana/far/x/a.plumbline"]
)
def test_a_network_disk_is_recognised(place: str) -> None:
    found = odd_place(Path(place), MOUNTS)

    assert found is not None
    assert found.risk is PlaceRisk.NETWORK


def test_a_variable_of_the_system_tells_where_a_service_keeps_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))  # as Windows writes it

    found = odd_place(tmp_path / "client.plumbline")

    assert found is not None
    assert found.service == "OneDrive"


def test_an_ordinary_folder_needs_no_word(tmp_path: Path) -> None:
    assert odd_place(tmp_path / "client.plumbline", MOUNTS) is None
