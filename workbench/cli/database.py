"""The verbs of the database itself: check, upgrade, copy, grants."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options.shared_options import Json


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    verbs = typer.Typer(help="The database itself: looked over, upgraded, copied, its roles.")
    for verb in (check, upgrade, copy, grants):
        verbs.command()(verb)
    app.add_typer(verbs, name="db")


def check(context: typer.Context, *, as_json: Json = False) -> int:
    """Check file, rows, tables, indexes, triggers, row policies, references, the journal, and every archived body."""
    from workbench.cli.output.standard_streams import put, tell_problems, write
    from workbench.report.json_records import problem_record

    with context.obj.desk() as desk:
        problems = desk.check_database()
    if as_json:
        put({"problems": [problem_record(each) for each in problems]})
        return 4 if problems else 0
    tell_problems(problems)
    if not problems:
        write("The database is whole, and so is its archive.")
    return 4 if problems else 0


def upgrade(
    context: typer.Context,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and change nothing.")] = False,
    as_json: Json = False,
) -> int:
    """Upgrade the database to the tables of this program, as every other verb does when it opens one."""
    from workbench.bootstrap.databases import pending
    from workbench.bootstrap.databases import upgrade as bring_up
    from workbench.cli.output.standard_streams import put, write

    place = context.obj.settings().db
    steps = list(pending(place))
    if steps and not dry_run:
        bring_up(place)
    if as_json:
        put({"migrations": steps, "done": bool(steps) and not dry_run})
    elif steps:
        write(f"{'Would run' if dry_run else 'Ran'} {len(steps)} migrations: {', '.join(steps)}.")
    else:
        write("Nothing to upgrade.")
    return 0


def copy(
    context: typer.Context,
    target: Annotated[str, typer.Argument(help="An empty database: a path or a SQLAlchemy URL.")],
    *,
    as_json: Json = False,
) -> int:
    """Copy all rows into an empty database, SQLite or PostgreSQL, and compare the copy row by row."""
    from workbench.bootstrap.databases import copy_to
    from workbench.cli.output.standard_streams import progress, put, say, write

    with progress(quiet=context.obj.quiet) as tell:
        counts = copy_to(context.obj.settings(), target, tell)
    if as_json:
        put(dict(counts))
        return 0
    there = ", ".join(f"{count:,} {kind.replace('_', ' ')}" for kind, count in counts.items() if count)
    write(f"Copied and compared: {there or 'no rows'}.")
    if not context.obj.quiet:
        say("The archive stays where it is: name it as `archive` in the configuration, or take a backup along.")
    return 0


def grants(
    context: typer.Context,
    role: Annotated[str, typer.Argument(help="reader, reviewer or editor.")],
    person: Annotated[str, typer.Argument(help="A login of the PostgreSQL server.")],
    *,
    name: Annotated[
        str,
        typer.Option(
            help="The reviewer's name that it writes under; without it the one that it has, or the login's own."
        ),
    ] = "",
    apply: Annotated[bool, typer.Option("--apply", help="Run it in the database of --db, as its owner.")] = False,
) -> int:
    """Write the SQL that gives a login a role: readers read, reviewers add and rate, editors also publish.

    One name each.
    """
    from workbench.bootstrap.databases import grant
    from workbench.bootstrap.databases import grants as written
    from workbench.cli.output.standard_streams import say, write

    if apply:
        grant(context.obj.settings(), role, person, name)
        say(f"{person} is {role}.")
        return 0
    for statement in written(context.obj.settings(), role, person, name):
        write(f"{statement};")
    return 0
