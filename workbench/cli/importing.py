"""The verbs read and import."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.output.output_files import Force, place

if TYPE_CHECKING:
    from workbench.desk.importing.bulk_import import ImportPlan
    from workbench.desk.importing.reading_later import Later

ReaderFormat = Annotated[str, typer.Option("--format", help="auto, or a reader's name, or csv or jsonl.")]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(read)
    app.command("import")(import_paths)


def read(
    files: Annotated[list[str], typer.Argument(help="Files to read.")],
    *,
    form: ReaderFormat = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="Said for scripts' sake: it prints JSON anyhow.")] = False,  # noqa: ARG001  (the option alone is wanted)
) -> int:
    """Read files as documents, one JSON object per line; store nothing."""
    from workbench.bootstrap.open_desk import read_file
    from workbench.cli.output.standard_streams import put
    from workbench.core.errors import WorkbenchError
    from workbench.report.json_records import document_record, problem_record

    failed = 0
    for path in files:
        try:
            done = read_file(path, form)
        except WorkbenchError as error:
            failed += 1
            put({"path": path, "error": {"message": error.message, "hint": error.hint}})
            continue
        document, problems = done.document, [problem_record(problem) for problem in done.problems]
        put({**document_record(document), "path": path, "text": document.text, "problems": problems})
    return 2 if failed == len(files) else 0


def import_paths(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(help="Files and folders; CSV and JSON Lines are read row by row.")],
    *,
    form: ReaderFormat = "auto",
    columns: Annotated[str, typer.Option("--map", help="text=Claim,date=Date: which column holds what.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and count, keep nothing.")] = False,
    rejects: Annotated[str | None, typer.Option(help="Write rows that were not imported to this CSV file.")] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="How many processes read claims.")] = 2,
    cluster: Annotated[
        str, typer.Option(metavar="ADDRESS", help="tcp://HOST:8786: a Dask cluster whose machines read them instead.")
    ] = "",
    later: Annotated[
        bool, typer.Option("--later", help="Queue what is new: any worker of the team's PostgreSQL reads its claims.")
    ] = False,
    force: Force = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 where a row was rejected.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> int:
    """Import statements and claims; importing the same again adds nothing, and continues an interrupted import."""
    from workbench.cli.output.standard_streams import progress
    from workbench.desk.importing.bulk_import import ImportPlan, rejects_csv

    options: GlobalOptions = context.obj
    plan = ImportPlan(
        paths=tuple(paths), form=form, columns=_columns(columns), dry_run=dry_run, jobs=jobs, cluster=cluster
    )
    with options.desk() as desk:
        target = None if rejects is None else place(desk, rejects, force=force, read=paths)
        with _queue(options, plan, later=later) as queue, progress(quiet=options.quiet) as tell:
            done, rejected = desk.import_bulk(plan, tell, queue)
        if target is not None:
            target.put(rejects_csv(rejected))
    _report(done, rejected, rejects, as_json=as_json, dry_run=dry_run, later=later)
    return 1 if strict and done.rejected else 0


@contextmanager
def _queue(options: GlobalOptions, plan: ImportPlan, *, later: bool) -> Iterator[Later | None]:
    """Yield the function that adds documents to the queue of the team's database; None where they are read at once.

    Raises:
        StoreError: The database has no queue, or cannot be reached.
    """
    if not later:
        yield None
        return
    from workbench.core.errors import UsageError
    from workbench.jobs.team_jobs import ServerJobs
    from workbench.jobs.work import documents_to_read

    if plan.cluster:
        raise UsageError("--later and --cluster are two ways to read elsewhere.", "Give one of them.")
    with ServerJobs(options.settings().db).taking_documents() as take:
        yield lambda pending: take(documents_to_read(pending), pending[0].document.title)


def _report(done: Any, rejected: Any, rejects: str | None, *, as_json: bool, dry_run: bool, later: bool) -> None:
    from workbench.cli.output.standard_streams import put, say, tell_problems, write

    if as_json:
        names = ("rows", "documents", "claims", "already", "rejected")
        left_out = [{"path": each.where, "why": each.message} for each in done.left_out]
        put({**{name: getattr(done, name) for name in names}, "dry_run": dry_run, "left_out": left_out, "later": later})
    else:
        would = "would be " if dry_run else ""
        documents = f"{done.documents:,} document{'' if done.documents == 1 else 's'}"
        claims = f"{done.claims:,} claim{'' if done.claims == 1 else 's'}"
        were = "was" if done.already == 1 else "were"
        added = f"{documents} {would}queued" if later else f"{documents} and {claims} {would}added"
        write(f"{added}, {done.already:,} {were} there already.")
    tell_problems(done.problems)
    if done.rejected:
        say(
            f"{done.rejected:,} {'row was' if done.rejected == 1 else 'rows were'} rejected"
            + (f"; see {rejects}." if rejects else "; name a file with --rejects.")
        )
    if rejects is None:
        for row in list(rejected)[:5]:
            say(f"  {row.origin}, line {row.line}: {row.message} {row.hint}")


def _columns(written: str) -> dict[str, str]:
    from workbench.core.errors import UsageError

    pairs = [pair.partition("=") for pair in written.split(",") if pair.strip()]
    if not all(equals and name.strip() and column.strip() for name, equals, column in pairs):
        raise UsageError(f"--map {written} is not understood.", "Write --map text=Claim,date=Date.")
    return {name.strip(): column.strip() for name, _, column in pairs}
