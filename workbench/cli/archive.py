"""The verbs of the archive of fetched bodies: archive list, show, verify, prune."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.evidence import Snapshot
    from workbench.desk.archive import Provenance


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    archive = typer.Typer(help="Every body that was ever fetched.", no_args_is_help=True, rich_markup_mode=None)
    archive.command("list")(list_bodies)
    archive.command()(show)
    archive.command()(verify)
    archive.command()(prune)
    app.add_typer(archive, name="archive")


def list_bodies(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="A part of the address, or a source's name.")] = "",
    *,
    as_json: Json = False,
) -> int:
    """List what was fetched, newest first: from where, when, how large."""
    from workbench.cli.output.standard_streams import put, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        for holding in desk.archive.holdings(words):
            snapshot = holding.snapshot
            if as_json:
                put({**fetch_record(snapshot), "first": holding.first.isoformat(), "times": holding.times})
                continue
            samples = "".join(
                f"  {each}"
                for each in (
                    f"HTTP {snapshot.status}" if snapshot.status != 200 else "",
                    f"{holding.times} times" if holding.times > 1 else "",
                    "failed" if snapshot.failed else "",
                    "sample" if snapshot.sample else "",
                )
                if each
            )
            write(
                f"{snapshot.id[:12]}  {snapshot.fetched:%Y-%m-%d %H:%M}  {snapshot.size:>11,}  {snapshot.url}{samples}"
            )
    return 0


def show(
    context: typer.Context,
    body: Annotated[str, typer.Argument(metavar="ID", help="The id of a body, or the beginning of it.")],
    *,
    raw: Annotated[bool, typer.Option("--body", help="Write the body itself to stdout, byte for byte.")] = False,
    as_json: Json = False,
) -> int:
    """Show where a body comes from: every fetch of it, and what the service reported about it."""
    from workbench.cli.output.standard_streams import put, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        found = desk.archive.provenance(body)
        if raw:
            _give(desk.archive.read(found.fetches[0].id))
        elif as_json:
            put({"id": found.fetches[0].id, "size": found.fetches[0].size, "here": found.here, "pointed": found.pointed,
                 "fetches": [fetch_record(each) for each in found.fetches]})  # fmt: skip
        else:
            write("\n".join(_provenance_lines(found)))
    return 0


def verify(
    context: typer.Context,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 where something is wrong.")] = False,
    as_json: Json = False,
) -> int:
    """Read and hash every body again; report what is missing, damaged or left over."""
    from workbench.cli.output.standard_streams import progress, put, say, write

    options: GlobalOptions = context.obj
    wrong = 0
    with options.desk() as desk, progress(quiet=options.quiet) as tell:
        for fault in desk.archive.faults(tell):
            wrong += 1
            if as_json:
                put({"id": fault.key, "what": fault.what, "url": fault.url or None})
            else:
                write(f"{fault.what}  {fault.key}  {fault.url}".rstrip())
    say(
        "Every body is there and whole."
        if not wrong
        else f"{wrong:,} {'is' if wrong == 1 else 'are'} not as it should be."
    )
    return 1 if strict and wrong else 0


def prune(
    context: typer.Context,
    older_than: Annotated[str, typer.Option(help="Days, weeks or years since the newest fetch.")] = "90d",
    without: Annotated[
        list[str] | None,
        typer.Option(help="A database that is gone for good: what it alone points to goes. Asks for the words."),
    ] = None,
    *,
    typed: Annotated[
        list[str] | None,
        typer.Option(help="Those words, “drop the evidence of DB”, where there is no terminal to type them."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell, and drop nothing.")] = False,
    as_json: Json = False,
) -> int:
    """Delete old bodies that no finding, verdict or report refers to, in any database that uses this archive."""
    from workbench.bootstrap.open_desk import other_stores
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.desk.time_span_typing import read_span

    options: GlobalOptions = context.obj
    span = read_span(older_than)
    _need_words(without or (), typed or ())
    with options.desk() as desk, other_stores(options.settings(), without or ()) as others:
        done = desk.archive.prune(span, others, dry_run=dry_run)
    if as_json:
        put({"dropped": list(done.gone), "bytes": done.size, "pointed": done.pointed, "dry_run": dry_run})
    else:
        for key in done.gone:
            write(key)
    verb = "would go" if dry_run else "went"
    say(
        f"{len(done.gone):,} bodies {verb}, {done.size:,} bytes; {done.pointed:,} as old stay, since something points to them."
    )
    return 0


def _need_words(without: Sequence[str], typed: Sequence[str]) -> None:
    """Ask the user to type words that confirm leaving out a database, one database after the other."""
    import sys

    from workbench.core.errors import UsageError
    from workbench.core.hiding.passwords import without_passwords

    for place in map(without_passwords, without):
        words = f"drop the evidence of {place}"
        asked = words not in typed and sys.stdin.isatty() and sys.stderr.isatty()
        said = typer.prompt(f"Type “{words}”", default="", show_default=False, err=True) if asked else ""
        if words not in (*typed, said.strip()):
            hint = f'Type the words, or give them: --typed "{words}".'
            raise UsageError(f"Without {place}, the evidence that it alone points to would be dropped.", hint)


def _give(body: bytes) -> None:
    """Write the body to a file or a pipe, byte for byte.

    To a terminal as text, with foreign escape codes made harmless.
    """
    import sys

    from workbench.cli.output.standard_streams import write, write_bytes

    if sys.stdout.isatty():
        write(body.decode("utf-8", errors="backslashreplace"))
    else:
        write_bytes(body)


def fetch_record(snapshot: Snapshot) -> dict[str, Any]:
    """Return the JSON record of a fetch."""
    return {
        "id": snapshot.id, "url": snapshot.url, "asked": snapshot.asked or None, "fetched": snapshot.fetched.isoformat(),
        "status": snapshot.status, "media_type": snapshot.media_type, "size": snapshot.size, "source": snapshot.source,
        "sample": snapshot.sample or None, "failed": snapshot.failed, "headers": dict(snapshot.headers),
    }  # fmt: skip


def _provenance_lines(found: Provenance) -> list[str]:
    newest = found.fetches[0]
    lines = [f"{newest.id}  {newest.size:,} bytes, {newest.media_type or 'of no stated kind'}"]
    lines.append("in the archive" if found.here else "no longer in the archive")
    lines.append("a finding rests on it" if found.pointed else "nothing in this database rests on it")
    for each in found.fetches:
        lines += [
            "",
            f"{each.fetched.isoformat(timespec='seconds')}  HTTP {each.status}  {each.source}".rstrip(),
            f"  {each.url}",
        ]
        lines += [f"  posted: {each.asked}"] if each.asked else []
        lines += [f"  sample: {each.sample}"] if each.sample else []
        lines += ["  it tells of a failure"] if each.failed else []
        lines += [f"  {name}: {value}" for name, value in each.headers]
    return lines
