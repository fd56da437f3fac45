"""Makes ZIP files whose bytes depend on nothing but what is in them."""

import io
import zipfile
from collections.abc import Mapping

# The first moment that a ZIP file can name.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX, _READ_AND_WRITE = 3, 0o644 << 16


def zipped(files: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The files in one ZIP file, in their order and without the time of day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = how
            entry.create_system = _UNIX
            entry.external_attr = _READ_AND_WRITE
            archive.writestr(entry, content)
    return buffer.getvalue()
