"""Writes what Plumbline is made of as a CycloneDX document (a software bill of materials, JSON, 1.6).

python packaging/sbom.py --out FILE [--built DIR]

From the lock file, with the packages' own hashes, and the parts that stand in this tree; with --built also
the boot loader of the built folder (dist/plumbline), and the system's own libraries that it took in. The same
commit gives the same bytes. Runs itself in .venv, which is set up if need be.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import environment
import frozen
import kept_parts
import notices
import system_licences

if TYPE_CHECKING:
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component

HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
NEEDED_BY = re.compile(r"^ +# (?:via|  ) ?([\w.-]+)(?: \(pyproject\.toml\))?$", re.MULTILINE)


def document(built: Path | None = None) -> str:
    """The whole SBOM as JSON, the same for the same commit and the same system that built `built`."""
    from cyclonedx.output.json import JsonV1Dot6  # noqa: PLC0415  (only in .venv)

    return JsonV1Dot6(_bom(built)).output_as_string(indent=2) + "\n"


def _bom(built: Path | None) -> Bom:
    from cyclonedx.model.bom import Bom, BomMetaData  # noqa: PLC0415  (only in .venv)

    program = _component("plumbline-review", frozen.version(), "Apache-2.0", is_program=True)
    packages = {
        notice.package: _component(
            notice.package, notice.version, notice.licence, f"pkg:pypi/{notice.package}@{notice.version}"
        )
        for notice in notices.notices()
    }
    bom = Bom(
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"plumbline {frozen.version()} {frozen.moment()}"),
        metadata=BomMetaData(
            component=program, timestamp=datetime.fromtimestamp(frozen.moment(), tz=UTC), tools=None
        ),
    )
    for found in notices.ENTRY.finditer(notices.LOCK.read_text(encoding="utf-8")):
        package = packages[found["package"]]
        _name_hashes(package, HASH.findall(found["rest"]))
        bom.components.add(package)
        bom.register_dependency(package)
        for name in NEEDED_BY.findall(found["rest"]):
            bom.register_dependency(packages.get(name, program), [package])
    for part in kept_parts.kept_parts():
        component = _component(part.name, part.version, part.licence)
        for file in _files(part):
            component.components.add(file)
        bom.components.add(component)
        bom.register_dependency(packages[part.inside] if part.inside else program, [component])
    for component in _built_in(built) if built else ():
        bom.components.add(component)
        bom.register_dependency(program, [component])
    return bom


def _built_in(built: Path) -> Iterator[Component]:
    """What only a built folder holds."""
    from app.licences import read_parts  # noqa: PLC0415  (only in .venv)

    loader = kept_parts.boot_loader()
    yield _component(loader.name, loader.version, loader.licence, f"pkg:pypi/pyinstaller@{loader.version}")
    collected = built / frozen.INSIDE / system_licences.COLLECTED
    for part in read_parts(collected.read_text(encoding="utf-8") if collected.exists() else ""):
        system, _space, source = part.name.partition(" ")
        purl = f"pkg:deb/{system.casefold()}/{source}@{quote(part.version)}?arch=source"
        yield _component(part.name, part.version, part.licence, purl)


def _component(
    name: str, version: str, licence: str, purl: str = "", *, is_program: bool = False
) -> Component:
    from cyclonedx.contrib.license.factories import LicenseFactory  # noqa: PLC0415  (only in .venv)
    from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415  (as above)
    from packageurl import PackageURL  # noqa: PLC0415  (as above)

    return Component(
        name=name,
        version=version or None,
        type=ComponentType.APPLICATION if is_program else ComponentType.LIBRARY,
        bom_ref=f"{name}@{version}" if version else name,
        licenses=[LicenseFactory().make_from_string(licence)],
        purl=PackageURL.from_string(purl) if purl else None,
    )


def _name_hashes(package: Component, found: list[str]) -> None:
    """Each package has files for several systems; CycloneDX keeps the hashes of a package's files apart."""
    from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri  # noqa: PLC0415  (as above)  # noqa: PLC0415  (as above)

    package.external_references.add(
        ExternalReference(
            type=ExternalReferenceType.DISTRIBUTION,
            url=XsUri(f"https://pypi.org/project/{package.name}/{package.version}/"),
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in found],
        )
    )


def _files(part: kept_parts.KeptPart) -> Iterator[Component]:
    from cyclonedx.model import HashAlgorithm, HashType  # noqa: PLC0415  (only in .venv)
    from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415  (as above)

    for path in part.files:
        place = path.relative_to(kept_parts.ROOT).as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        yield Component(
            name=place,
            type=ComponentType.FILE,
            bom_ref=place,
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        )


def main(arguments: list[str] | None = None) -> int:
    """Writes the file; returns the exit code: 0 done, 1 failed."""
    parser = argparse.ArgumentParser(prog="sbom.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--built", type=Path, metavar="DIR", help="the built folder, for what it took in")
    asked = parser.parse_args(arguments)
    if asked.built and not (asked.built / frozen.INSIDE).is_dir():
        parser.error(f"{asked.built} is no folder that packaging/build.py has made")
    out: Path = asked.out.resolve()
    if importlib.util.find_spec("cyclonedx") is None:
        python = environment.ensure(environment.ROOT / ".venv")
        command = [str(python), __file__, "--out", str(out)]
        command += ["--built", str(asked.built.resolve())] if asked.built else []
        return subprocess.run(command, cwd=environment.ROOT, check=False).returncode
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(document(asked.built), encoding="utf-8")
    print(f"{out}  ({len(notices.notices())} packages, {len(kept_parts.kept_parts())} other parts)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
