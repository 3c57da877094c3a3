"""The verbs export and replay: write reports, and recompute their figures."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import Json, Language
from workbench.cli.output.output_files import STDOUT, Force, place

if TYPE_CHECKING:
    from workbench.core.errors import PublishError
    from workbench.desk import Desk
    from workbench.desk.publication.redaction import Outgoing

_NAMED = 10
"""Most claims kept back that are named."""

Drafts = Annotated[
    bool, typer.Option("--drafts", help="In formats for readers too: claims that are not published, marked as drafts.")
]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (export, replay):
        app.command()(verb)


def export(
    context: typer.Context,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="markdown, html, pdf, docx; csv, xlsx, sqlite, parquet; json, jsonl; claimreview; bibtex, csl. "
            "Without it the one that the name of --output ends in, else markdown.",
        ),
    ] = "",
    output: Annotated[str | None, typer.Option(help="Write to this file, not to stdout.")] = None,
    *,
    query: Annotated[str, typer.Option(help="Which claims: as in `workbench claims`.")] = "",
    title: Annotated[str, typer.Option(help="The report's title.")] = "",
    delimiter: Annotated[str | None, typer.Option(help="For csv: what stands between cells; tab for a tab.")] = None,
    decimal: Annotated[str | None, typer.Option(help="For csv: the decimal mark of figures, . or ,")] = None,
    bom: Annotated[bool | None, typer.Option("--bom/--no-bom", help="For csv: begin with a byte order mark.")] = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="For json: the archived bodies too, for a desk that has none.")
    ] = False,
    language: Language = "",
    drafts: Drafts = False,
    force: Force = False,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> int:
    """Export claims, verdicts, figures and sources as a report; formats for readers have only published claims."""
    from workbench.cli.output.standard_streams import progress, say

    options: GlobalOptions = context.obj
    wanted = _wanted(delimiter, decimal, bom=bom, evidence=evidence)
    with options.desk() as desk:
        gc.freeze()  # objects loaded so far stay: the garbage collector need not scan them again
        form = "json" if as_json else form or _by_ending(desk, output)
        exporter = desk.exporter(form, wanted)
        target = place(desk, output, force=force, binary=getattr(exporter, "binary", False))
        kept_back: dict[str, PublishError] | None = None if getattr(exporter, "for_readers", True) else {}
        made = desk.report(desk.query(f"{query} order:text"), title, language, kept_back)
        if kept_back and not made.entries:
            raise next(iter(kept_back.values()))
        with progress(quiet=options.quiet) as tell:
            given = desk.export_report(made, form, wanted, drafts=drafts, tell=tell)
            check_goes_out(given.going, to_file=target.path is not None)
            target.put(given.parts())
        count = given.count
    if target.path is not None and not options.quiet:
        many = "1 claim" if count == 1 else f"{count:,} claims"
        say(f"{many} written to {target.path} ({form}).")
    tell_left_out(given.going, quiet=options.quiet)
    return _tell_kept_back(kept_back or {})


def _by_ending(desk: Desk, output: str | None) -> str:
    """Return the format of the file name's suffix; Markdown for any other name, and for stdout."""
    from workbench.desk.publication.formats_by_suffix import format_of

    named = None if output in {None, STDOUT} else format_of(desk.exporters, str(output))
    return named or "markdown"


def _wanted(delimiter: str | None, decimal: str | None, *, bom: bool | None, evidence: bool) -> dict[str, str]:
    """Return the options of a format that were given."""
    said = {"delimiter": delimiter, "decimal": decimal, "bom": None if bom is None else ("yes" if bom else "no"),
            "evidence": "yes" if evidence else None}  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


_DRAFTED = "--drafts writes them too, marked as drafts."


def check_goes_out(going: Outgoing, *, to_file: bool = False) -> None:
    """Check that there is a claim to write; in formats for the desk itself, stdout may be empty.

    Raises:
        NothingGoesOutError: A report for readers, or a file, would have no claim.
    """
    if going.for_readers or to_file:
        going.check(f"{_DRAFTED} `workbench publish CLAIM` publishes one.")


def tell_left_out(going: Outgoing, *, quiet: bool) -> None:
    """Print on stderr what is left out of a report, and how to include it."""
    from workbench.cli.output.standard_streams import say

    for line in () if quiet else going.notices(_DRAFTED):
        say(line)


def _tell_kept_back(kept_back: Mapping[str, PublishError]) -> int:
    """Print on stderr the claims kept back since their rows were changed, with advice; return the exit code."""
    from workbench.cli.output.standard_streams import say

    errors = list(kept_back.values())
    for error in errors[:_NAMED]:
        say(f"! {error.message}")
    if len(errors) > _NAMED:
        say(f"! So it is with {len(errors) - _NAMED:,} more.")
    if errors:
        say(errors[0].hint)
    return max((error.exit_code for error in errors), default=0)


def replay(
    context: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(help="Claims by id; all that have figures by default.")] = None,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 where a figure did not come out the same.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Recompute every figure from the archived bytes, without the network."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.report.revision_words import revision_lines, revision_record

    good = bad = 0
    with context.obj.desk() as desk:
        wanted: Sequence[str | None] = claims or [None]
        again = chain.from_iterable(map(desk.replay, wanted))
        for replayed in again:
            good, bad = good + replayed.same, bad + (not replayed.same)
            if as_json:
                finding = replayed.finding.id if replayed.finding else None
                put(
                    {
                        "claim": replayed.claim or None,
                        "finding": finding,
                        "same": replayed.same,
                        "why": replayed.why,
                        "revised": [revision_record(each) for each in replayed.revised],
                    }
                )
            else:
                word = "same" if replayed.same else "DIFFERS"
                write(f"{replayed.claim or '-' * 12}  {word}  {replayed.title} {replayed.why}".rstrip())
                for line in revision_lines(replayed.revised):
                    write(f"{'':14}{line}")
    say(f"{good + bad:,} figures recomputed: {good:,} the same, {bad:,} not.")
    return 1 if bad and (strict or claims) else 0
