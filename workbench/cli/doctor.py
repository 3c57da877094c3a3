"""The verb doctor: the state of database, archive, catalogue, scales and plug-ins; with --live, of the services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

import typer

from workbench.cli.catalogue import list_of
from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import Json
from workbench.cli.records.meaning_model import meaning_line


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(doctor)


def doctor(
    context: typer.Context,
    *,
    live: Annotated[
        bool,
        typer.Option(
            "--live", help="Ask each service one small question, and print what differs from what is expected."
        ),
    ] = False,
    as_json: Json = False,
) -> int:
    """Check the database, the archive, the catalogue, the rating scales and the plug-ins; with --live, the services."""
    if live:
        from workbench.cli.live_check import show_live

        return show_live(context.obj, as_json=as_json)
    from workbench.bootstrap.backing_up import cut_short
    from workbench.bootstrap.open_desk import broken_plugins
    from workbench.cli.output.standard_streams import put, tell_problems
    from workbench.cli.screen_keys import keymap_in_force
    from workbench.core.hiding.passwords import without_passwords
    from workbench.report.json_records import problem_record
    from workbench.tui.personal_settings import keys_path

    options: GlobalOptions = context.obj
    settings = options.settings()
    with options.desk() as desk:
        problems = [
            *cut_short(settings),
            *desk.doctor(),
            *broken_plugins(),
            *keymap_in_force(keys_path(settings.config)).problems,
        ]
        faults = sum(problem.kind not in _NO_FAULTS for problem in problems)
        seen: dict[str, Any] = {
            "database": without_passwords(settings.db),
            "documents": _counted(desk.count_documents),
            "claims": _counted(desk.count_claims),
            "choices": _counted(lambda: len(desk.memory.standing())),
            "archive": str(settings.archive),
            "catalogue": {name: count for name, (count, _) in sorted(desk.catalogue.counts().items())},
            "meaning": meaning_line(desk.catalogue),
        }
        if as_json:
            put({**seen, "problems": [problem_record(problem) for problem in problems]})
        else:
            _tell_state(seen, desk.catalogue.counts())
            tell_problems(problems)
            _tell_whether_well(faults)
    return 4 if faults else 0


_NO_FAULTS = ("catalogue-read-only", "overdue-recheck")
"""Problems that are no faults: an index that cannot be upgraded on a read-only medium; figures due for a recheck."""


def _counted(count: Callable[[], int]) -> int | None:
    """Count the series; None where the number is unknown, with the reason added to the problems."""
    from workbench.core.errors import StoreError

    try:
        return count()
    except StoreError:
        return None


def _number(count: int | None) -> str:
    return "?" if count is None else f"{count:,}"


def _tell_state(seen: dict[str, Any], lists: Mapping[str, tuple[int, date | None]]) -> None:
    from workbench.cli.output.standard_streams import write

    write(f"database   {seen['database']}: {_number(seen['documents'])} documents, {_number(seen['claims'])} claims")
    write(f"memory     {_number(seen['choices'])} {'choice' if seen['choices'] == 1 else 'choices'} of series")
    write(f"archive    {seen['archive']}")
    for name, (titles, day) in sorted(lists.items()):
        write(f"catalogue  {name}: {titles:,} titles, {list_of(day)}")
    write(f"meaning    {seen['meaning']}")


def _tell_whether_well(problems: int) -> None:
    from workbench.cli.output.standard_streams import write

    write("All is well." if not problems else f"{problems} {'problem' if problems == 1 else 'problems'}.")
