"""The verb backup: all data in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import OneJson

if TYPE_CHECKING:
    from workbench.store.backup.old_backups import Removed
    from workbench.store.backup.writing import Backup


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(backup)


def backup(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(help="The folder that the backup is written into.")] = "",
    *,
    keep: Annotated[
        int | None,
        typer.Option(
            min=1, max=1_000_000_000, help="So many backups of this database stay there; older whole ones go."
        ),
    ] = None,
    restore: Annotated[str, typer.Option(help="Restore this backup to where --db says, which must be empty.")] = "",
    as_json: OneJson = False,
) -> int:
    """Back up database and archive to one verified file while others work, or restore such a file."""
    from workbench.core.errors import UsageError

    if bool(folder) == bool(restore):
        hint = "Say workbench backup FOLDER, or workbench backup --restore FILE --db NEW.db."
        raise UsageError("Either a folder to back up to or a file to restore is needed.", hint)
    if restore and keep is not None:
        raise UsageError("--keep says nothing when a backup is restored.", "Leave it out.")
    if restore:
        _restore(context.obj, restore, as_json=as_json)
        return 0
    return _back_up(context.obj, folder, keep, as_json=as_json)


def _back_up(options: GlobalOptions, folder: str, keep: int | None, *, as_json: bool) -> int:
    from workbench.bootstrap.backing_up import back_up
    from workbench.cli.output.standard_streams import progress, put, tell_problems, write

    with progress(quiet=options.quiet) as tell:
        made, removed = back_up(options.settings(), folder, keep, tell)
    size = made.path.stat().st_size
    if as_json:
        put(_record(made, removed, size))
    else:
        write(f"{made.path}  {size:,} bytes, verified: the database and {_bodies(made.manifest.bodies)}.")
        for path in removed.gone:
            write(f"removed {path}")
    tell_problems([*made.problems, *removed.problems])
    return 4 if made.problems else 0


def _record(made: Backup, removed: Removed, size: int) -> dict[str, object]:
    """Return the record: ``{"file","bytes","database","kind","bodies","made","removed","problems"}``."""
    from workbench.report.json_records import problem_record

    return {
        "file": str(made.path), "bytes": size, "database": made.manifest.database, "kind": made.manifest.kind,
        "bodies": made.manifest.bodies, "made": made.manifest.made.isoformat(),
        "removed": [str(path) for path in removed.gone],
        "problems": [problem_record(problem) for problem in (*made.problems, *removed.problems)],
    }  # fmt: skip


def _restore(options: GlobalOptions, file: str, *, as_json: bool) -> None:
    from workbench.bootstrap.backing_up import restore
    from workbench.cli.output.standard_streams import progress, put, write
    from workbench.core.hiding.passwords import without_passwords

    settings = options.settings()
    with progress(quiet=options.quiet) as tell:
        found = restore(settings, file, tell)
    place = without_passwords(settings.db)
    if as_json:
        put({"database": place, "archive": str(settings.archive), "bodies": found.bodies,
             "made": found.made.isoformat(), "of": found.database})  # fmt: skip
    else:
        write(f"{place}: restored as it was on {found.made:%Y-%m-%d %H:%M} UTC, with {_bodies(found.bodies)}.")


def _bodies(number: int) -> str:
    return f"{number:,} archived {'body' if number == 1 else 'bodies'}"
