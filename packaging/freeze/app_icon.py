"""Draws the application's icon from one SVG: PNG in all sizes, ICO and ICNS.

python packaging/freeze/app_icon.py DIR
"""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "brand" / "app_icon.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = [(size, size) for size in SIZES if size <= 256]


def main(out: Path) -> None:
    """Write plumbline-SIZE.png, plumbline.ico and plumbline.icns into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication(["app_icon", "-platform", "offscreen"])
    renderer = QSvgRenderer(QByteArray(SOURCE.read_bytes()))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(out / f"plumbline-{size}.png"))
    with Image.open(out / "plumbline-512.png") as largest:
        largest.save(out / "plumbline.ico", sizes=ICO_SIZES)
        largest.save(out / "plumbline.icns")
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
