"""Imports a client's inventory into a register, or shows what would become of it."""

from argparse import Namespace
from dataclasses import replace

from app.atomic_file import write_whole
from app.backups import back_up, plan_of
from app.cli.errors import about
from app.cli.exporting import refuse_to_replace
from app.cli.files import held, opened
from app.cli.import_report import done, import_report
from app.cli.output import say
from app.edits import Edit
from app.i18n import _, ngettext
from app.register_import import (
    Duplicates,
    FieldMapping,
    Preview,
    import_edit,
    kept_mapping,
    mapping_file,
    preview,
    read_inventory,
    read_mapping,
    write_mapping,
)
from app.register_import.errors import DuplicatesUndecidedError, FactsMissingError, MappingError
from app.register_import.files import bytes_of
from app.register_import.reading import MOST_BYTES
from app.settings import load_settings
from app.workspace import SealedError, Workspace
from models.storage.copy_names import CopyReason
from models.values import RegisterName

FACTS_ADVICE = (
    "Give it once for all rows with --set, for example --set {path}=…, or under [defaults] in a mapping file;"
    " or send a column to it."
)
DUPLICATES_ADVICE = (
    "Add --duplicates skip, --duplicates merge (fills only what is missing) or --duplicates add."
)


def import_inventory(asked: Namespace) -> None:
    """Import into the newest review of a file, as one edit; nothing is written when anything is refused."""
    _refuse_to_replace_what_is_read(asked)
    mapping = _mapping(asked)
    with about(asked.inventory):
        inventory = read_inventory(bytes_of(asked.inventory, MOST_BYTES), mapping.register, mapping.read_as)
    workspace = _opened(asked)
    try:
        with about(asked.inventory):
            found = preview(workspace.snapshot, inventory, mapping)
        for line in import_report(found):
            say(line)
        _keep_mapping(asked, found)
        with about(asked.inventory):
            edit = _edit(found)
        if asked.dry_run:
            say(_("Nothing is written: this was a dry run."))
            return
        with held(asked.file), about(asked.file):
            back_up(workspace.store, plan_of(), CopyReason.BEFORE_IMPORT)
            workspace.apply(edit)
    finally:
        workspace.close()
    n = len(found.rows)
    words = ngettext(
        "Imported into {file}: {n:,} row, {done}.", "Imported into {file}: {n:,} rows, {done}.", n
    )
    say(words.format(file=asked.file, n=n, done=done(found)))


def _mapping(asked: Namespace) -> FieldMapping:
    register = RegisterName(asked.register)
    mapping = FieldMapping(register=register)
    if asked.mapping is not None:
        with about(asked.mapping):
            mapping = read_mapping(bytes_of(asked.mapping, mapping_file.MOST_BYTES), register)
    mapping = replace(mapping, defaults={**mapping.defaults, **_facts(asked.set or [])})
    if asked.sheet:
        mapping = replace(mapping, read_as=replace(mapping.read_as, sheet=asked.sheet))
    if asked.duplicates:
        mapping = replace(mapping, duplicates=Duplicates(asked.duplicates))
    return mapping


def _facts(given: list[str]) -> dict[str, str]:
    facts = {}
    for fact in given:
        path, sign, text = fact.partition("=")
        if not sign:
            raise MappingError(_("--set: a field, '=' and a value are needed."))
        facts[path.strip()] = text.strip()
    return facts


def _opened(asked: Namespace) -> Workspace:
    store = opened(asked.file, asked.passphrase_file)
    with about(asked.file):
        workspace = Workspace(store, store.reviews()[-1].id, load_settings().who)
        if workspace.is_read_only and not asked.dry_run:
            workspace.close()
            raise SealedError
        return workspace


def _edit(found: Preview) -> Edit:
    try:
        return import_edit(found)
    except FactsMissingError as error:
        error.advice = _(FACTS_ADVICE).format(path=next(iter(error.missing)))
        raise
    except DuplicatesUndecidedError as error:
        error.advice = _(DUPLICATES_ADVICE)
        raise


def _keep_mapping(asked: Namespace, found: Preview) -> None:
    if asked.write_mapping is None:
        return
    with about(asked.write_mapping):
        write_whole(asked.write_mapping, write_mapping(kept_mapping(found)))
    say(_("The mapping is written: {file}").format(file=asked.write_mapping))


def _refuse_to_replace_what_is_read(asked: Namespace) -> None:
    if asked.write_mapping is not None:
        refuse_to_replace(asked.file, asked.write_mapping)
        refuse_to_replace(asked.inventory, asked.write_mapping)
