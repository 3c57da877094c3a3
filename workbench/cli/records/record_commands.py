"""The five commands with ``--records``, for scripts and evaluations."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli.memory import AskMemory
from workbench.cli.options.global_options import GlobalOptions

Files = Annotated[
    list[Path] | None, typer.Argument(help="Documents; with --records files of JSON Lines, stdin where none is named.")
]
Records = Annotated[bool, typer.Option("--records", help="Read JSON Lines, write one JSON object a line.")]
Jobs = Annotated[int, typer.Option(min=1, max=64, help="How many processes work; the order stays.")]
InJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines; with --records that is so anyhow.")]
Fast = Annotated[bool, typer.Option("--fast", help="For scripts that name it: the same reading, the only one.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with 1 where something was found wrong.")]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (sentences, extract, match, known, check):
        app.command()(verb)


def sentences(
    files: Files = None,
    *,
    records: Records = False,
    jobs: Jobs = 1,
    strict: Strict = False,
    as_json: InJson = False,
) -> int:
    """Split documents into sentences, one per line; with --records, return the sentences' offsets."""
    from workbench.desk.batch.record_reading import sentences_of

    if not records:
        from workbench.cli.records.extract_files import show_sentences

        return show_sentences(files or [], as_json=as_json)
    return _run(files, sentences_of, jobs, strict, of_any_length=True)


def extract(
    files: Files = None,
    *,
    records: Records = False,
    jobs: Jobs = 1,
    strict: Strict = False,
    as_json: InJson = False,
    fast: Fast = False,  # noqa: ARG001  (scripts may say it; there is one way of reading)
) -> int:
    """Extract the claims of documents; with --records, also amounts, periods, places, changes and speakers of texts."""
    from workbench.desk.batch.record_reading import reading_of

    if not records:
        from workbench.cli.records.extract_files import show_claims

        return show_claims(files or [], as_json=as_json)
    return _run(files, reading_of, jobs, strict)


def match(
    context: typer.Context,
    what: Annotated[
        list[str] | None, typer.Argument(help="Claims by id, or with --records files of JSON Lines.")
    ] = None,
    *,
    records: Records = False,
    catalogue: Annotated[list[Path] | None, typer.Option(help="Search these titles, not the installed ones.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 10,
    memory: AskMemory = None,
    jobs: Jobs = 1,
    strict: Strict = False,
    as_json: InJson = False,
) -> int:
    """Rank the series that may measure a claim, with reasons."""
    options: GlobalOptions = context.obj
    if not records:
        from workbench.cli.match_known_check import show_candidates

        return show_candidates(options, what or [], limit, memory, as_json=as_json)
    from workbench.cli.records import record_resources
    from workbench.cli.records.meaning_model import Model
    from workbench.desk.batch.record_ranking import candidates_of

    settings = options.settings()
    model = Model(settings.catalogue, settings.meaning_model)
    paths = tuple(map(str, catalogue or ()))
    if paths:
        record_resources.listed_titles(paths, model)  # an unreadable file is reported once, before the first record
    answer = partial(
        candidates_of,
        titles=partial(record_resources.listed_titles, paths, model)
        if paths
        else partial(record_resources.indexed_titles, settings.catalogue, model),
        limit=limit,
        memory=partial(record_resources.memory_of, options.settings(memory=True)) if memory else None,
    )
    return _run([Path(w) for w in what or ()], answer, jobs, strict)


def known(
    context: typer.Context,
    what: Annotated[
        list[str] | None, typer.Argument(help="Claims by id, or with --records files of JSON Lines.")
    ] = None,
    *,
    records: Records = False,
    against: Annotated[Path | None, typer.Option(help="JSON Lines of claims checked before.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 10,
    elsewhere: Annotated[
        bool,
        typer.Option(
            "--elsewhere", help="Ask too whether others checked it: your feeds, and Google Fact Check with a key."
        ),
    ] = False,
    site: Annotated[str, typer.Option(help="With --elsewhere, only reviews of this publisher's site.")] = "",
    jobs: Jobs = 1,
    strict: Strict = False,
    as_json: InJson = False,
) -> int:
    """Find earlier claims and checks of the same statement: repeats, variants, reversals."""
    from workbench.cli.records import record_resources
    from workbench.core.errors import UsageError

    if not records:
        from workbench.cli.match_known_check import show_elsewhere, show_known

        if elsewhere:
            return show_elsewhere(context.obj, what or [], site, as_json=as_json)
        return show_known(context.obj, what or [], limit, as_json=as_json)
    if against is None:
        raise UsageError("known --records needs claims to look among.", "Name them with --against FILE.jsonl.")
    from workbench.desk.batch.checked_before import known_of

    record_resources.checked_claims(str(against))
    answer = partial(known_of, checked=partial(record_resources.checked_claims, str(against)), limit=limit)
    return _run([Path(w) for w in what or ()], answer, jobs, strict)


def check(
    context: typer.Context,
    what: Annotated[
        list[str] | None, typer.Argument(help="Claims by id, or with --records files of JSON Lines.")
    ] = None,
    *,
    records: Records = False,
    data: Annotated[
        list[str] | None,
        typer.Option(
            help="Tables of yours: with --records they alone answer, else they are searched with the services."
        ),
    ] = None,
    memory: AskMemory = None,
    jobs: Jobs = 1,
    strict: Strict = False,
    as_json: InJson = False,
) -> int:
    """Compare claims with the figures that measure them, and show the arithmetic."""
    options: GlobalOptions = context.obj
    if not records:
        from workbench.cli.match_known_check import show_checks

        return show_checks(options, what or [], tuple(data or ()), memory, strict=strict, as_json=as_json)
    from workbench.cli.records.record_resources import check_answer

    answer = check_answer(
        tuple(data or ()),
        settings=None if data else options.settings(),
        memory=options.settings(memory=True) if memory else None,
    )
    return _run([Path(w) for w in what or ()], answer, jobs, strict)


def _run(files: list[Path] | None, answer: Any, jobs: int, strict: bool, *, of_any_length: bool = False) -> int:
    from workbench.cli.records.stream import run_records
    from workbench.desk.batch.record import within

    limited = answer if of_any_length else partial(within, answer=answer)
    tally = run_records(files or [], limited, jobs)
    return 3 if tally.failed else 1 if strict and tally.bad else 0
