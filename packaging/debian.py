"""Makes a .deb of the built folder: program, menu entry, icons, kind of file, manual page."""

from __future__ import annotations

import gzip
import os
import platform
import shutil
from pathlib import Path

import frozen
import system_libraries

LINUX = frozen.ROOT / "packaging" / "linux"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
MANUAL = Path("usr/lib/plumbline/_internal/resources/manual")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# What the built folder leaves to the system, see freeze/plumbline.spec.
NEEDS = (
    "libc6 (>= 2.36)",
    *(name for name in system_libraries.TO_RUN_WITHOUT_A_DISPLAY if name != "libglib2.0-0"),
    "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++6", "libgcc-s1", "libx11-xcb1", "libxcb1", "libxcb-glx0", "libxcb-randr0", "libxcb-render0",
    "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0",
)  # fmt: skip
RECOMMENDS = (
    "libcups2 | libcups2t64",
    "gnome-keyring | kwalletmanager",
    "shared-mime-info",
    "desktop-file-utils",
)

CONTROL = """\
Package: plumbline
Version: {version}
Architecture: {architecture}
Section: office
Priority: optional
Maintainer: The Plumbline authors <maintainers@plumbline.invalid>
Installed-Size: {kilobytes}
Depends: {needs}
Recommends: {recommends}
Description: AI governance risk reviews, offline, on one laptop
 Runs an AI governance risk review of a marketing operations stack: registers of
 tools, access, use cases and vendors, questions in seven sections, a risk map
 in which every number can be traced, and a report that is really signed.
 .
 One encrypted file per client. No network is used, ever.
"""


def make_deb(folder: Path, out: Path) -> Path:
    """Packs the built folder as `out`/plumbline_VERSION_ARCHITECTURE.deb and gives its path.

    Raises frozen.NotBuiltError. Removing the package removes what it brought and nothing else: review files,
    copies and settings are in people's own folders.
    """
    system_libraries.ensure(("dpkg", "xz-utils"))
    architecture = ARCHITECTURES[platform.machine()]
    root = out / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _lay_out(root, folder, out)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        CONTROL.format(
            version=frozen.version(),
            architecture=architecture,
            kilobytes=sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024,
            needs=", ".join(NEEDS),
            recommends=", ".join(RECOMMENDS),
        ),
        "utf-8",
    )
    for name in ("postinst", "postrm"):
        shutil.copy(LINUX / name, control.with_name(name))
        control.with_name(name).chmod(0o755)
    _set_times(root)
    package = out / f"plumbline_{frozen.version()}_{architecture}.deb"
    frozen.run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package))
    shutil.rmtree(root)
    return package


def _lay_out(root: Path, folder: Path, icons: Path) -> None:
    shutil.copytree(folder, root / "usr/lib/plumbline", symlinks=True)
    program = root / "usr/bin/plumbline"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/plumbline/plumbline")
    share = root / "usr/share"
    _place(LINUX / "plumbline.desktop", share / "applications/plumbline.desktop")
    _place(LINUX / "plumbline-review.xml", share / "mime/packages/plumbline-review.xml")
    _place(frozen.ROOT / "resources/brand/app_icon.svg", share / "icons/hicolor/scalable/apps/plumbline.svg")
    for size in ICON_SIZES:
        picture = share / f"icons/hicolor/{size}x{size}/apps/plumbline.png"
        _place(icons / f"plumbline-{size}.png", picture)
        kind = picture.parent.with_name("mimetypes") / "application-x-plumbline-review.png"
        _place(icons / f"plumbline-{size}.png", kind)
    _place(frozen.ROOT / "THIRD_PARTY_NOTICES.md", share / "doc/plumbline/THIRD_PARTY_NOTICES.md")
    _place(frozen.ROOT / "LICENSE", share / "doc/plumbline/copyright")
    for path in sorted((root / MANUAL).glob("plumbline-*")):
        (share / "doc/plumbline" / path.name).symlink_to(
            Path("../../..") / MANUAL.relative_to("usr") / path.name
        )
    licences = root / "usr/lib/plumbline" / frozen.INSIDE / "resources/licences"
    for path in sorted(licences.glob("*.txt")):
        _compress(path, share / f"doc/plumbline/{path.stem}_licences.gz")
    _compress(frozen.ROOT / "CHANGELOG.md", share / "doc/plumbline/changelog.gz")
    _compress(LINUX / "plumbline.1", share / "man/man1/plumbline.1.gz")


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _compress(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), mtime=0))
    target.chmod(0o644)


def _set_times(root: Path) -> None:
    """The same time for everything, so that the same commit gives the same package."""
    for path in sorted(root.rglob("*")):
        os.utime(path, (frozen.moment(), frozen.moment()), follow_symlinks=False)
