"""The verbs memory and exclude: list, export, import and forget choices of series; exclude a series for a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import By, Json
from workbench.cli.output.output_files import Force, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.core.reviewers.series_choice import Choice, LearntChoice
    from workbench.ports import Rejected

UseMemory = Annotated[
    bool | None,
    typer.Option(
        "--memory/--no-memory", help="Whether what was picked and excluded before has a say; as configured by default."
    ),
]
"""For verbs that rank series for a person."""

AskMemory = Annotated[
    bool | None,
    typer.Option(
        "--memory/--no-memory",
        help="Whether what was picked and excluded before has a say; as configured by default, and with --records no.",
    ),
]
"""For verbs that rank series for a person or, with --records, for a script."""


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(exclude)
    app.command("bar", hidden=True)(exclude)  # the verb's old name
    memory = typer.Typer(
        help="What reviewers picked and excluded as measures of some words.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    memory.command("list")(show)
    memory.command()(export)
    memory.command("import")(import_memory)
    memory.command()(forget)
    app.add_typer(memory, name="memory")


def exclude(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")],
    series: Annotated[str, typer.Argument(help="The series, source:key, that does not measure it.")],
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Exclude a series as not what a claim means; it also ranks lower for similar claims. undo takes it back."""
    from workbench.cli.output.standard_streams import put, write
    from workbench.core.series import SeriesRef
    from workbench.desk.memory.memory_file import choice_record

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        choice = desk.bar(desk.claim(claim), SeriesRef.parse(series), by)
    if as_json:
        put(choice_record(choice))
    else:
        write(f"{choice.series} is excluded for {choice.claim}: it is not what “{choice.words}” means.")
    return 0


def show(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(help="Words of the phrase or of the series; all by default.")
    ] = None,
    *,
    as_json: Json = False,
) -> int:
    """List the memory: for each phrase the series that were picked and excluded, by whom and when last."""
    from workbench.cli.output.standard_streams import put, say, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        found = desk.memory.learnt(words or ())
    said = ""
    for each in found:
        if as_json:
            put(_record(each))
            continue
        if each.words.casefold() != said:
            write(f"“{each.words}”")
        said = each.words.casefold()
        write(f"  {each.series}  {each.title}".rstrip())
        write(f"      {_comes_to(each)}")
    if not found:
        say("Nothing is remembered here." if not words else "Nothing that is remembered has these words.")
    return 0


def _comes_to(each: LearntChoice) -> str:
    from workbench.match.memory.memory_reasons import by_whom, how_often

    counted = [
        f"{kind} by {by_whom(choices)}, {how_often(choices)}"
        for kind, choices in (("picked", each.picked), ("barred", each.barred))
        if choices
    ]
    return "; ".join(counted)


def _record(each: LearntChoice) -> dict[str, object]:
    """Return the record: ``{"words","series","title","picked","barred","net","reviewers","last"}``."""
    choices = (*each.picked, *each.barred)
    return {
        "words": each.words, "series": str(each.series), "title": each.title, "picked": len(each.picked),
        "barred": len(each.barred), "net": each.net, "reviewers": sorted({choice.reviewer for choice in choices}),
        "last": max(choice.at for choice in choices).isoformat(),
    }  # fmt: skip


def chosen_lines(choices: Sequence[Choice]) -> Iterator[str]:
    """Yield the choices of series for a claim, as lines for `show`."""
    gone = {choice.undoes for choice in choices}
    for choice in choices:
        if choice.undoes is None:
            taken_back = "  (taken back)" if choice.id in gone else ""
            yield f"    {choice.at:%Y-%m-%d %H:%M} {choice.reviewer}: {choice.kind.label} {choice.series}{taken_back}"


def export(
    context: typer.Context,
    output: Annotated[str | None, typer.Option("--output", help="The file; stdout by default.")] = None,
    *,
    force: Force = False,
    history: Annotated[
        bool, typer.Option("--history", help="All that ever was chosen, forgotten choices too.")
    ] = False,
) -> int:
    """Write the memory as JSON Lines, one choice per line, as a copy or for another desk."""
    from workbench.cli.output.standard_streams import say

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        target = place(desk, output, force=force)
        body = desk.memory.written(history=history)
        target.put(body)
    if target.path is not None and not options.quiet:
        say(f"{len(body.splitlines()):,} choices written to {target.path}.")
    return 0


def import_memory(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A file that memory export wrote; - is standard input.")],
    *,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 where a line was refused.")] = False,
    as_json: Json = False,
) -> int:
    """Import choices from a file; importing it again adds nothing, and forgotten choices stay forgotten."""
    from workbench.cli.output.standard_streams import put, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        new, already, refused = desk.memory.import_file(file)
    if as_json:
        put({"choices": new, "already": already, "rejected": len(refused)})
    else:
        write(f"{new:,} choices taken in, {already:,} were here already.")
    _tell_refused(refused)
    return 1 if strict and refused else 0


def _tell_refused(refused: Sequence[Rejected]) -> None:
    from workbench.cli.output.standard_streams import say

    if refused:
        say(f"{len(refused):,} lines were refused.")
    for row in refused[:5]:
        say(f"  {row.origin}, line {row.line}: {row.message} {row.hint}")


def forget(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help="The phrase, as memory list shows it.")] = None,
    *,
    series: Annotated[str, typer.Option(help="Only of this series, source:key.")] = "",
    reviewer: Annotated[str, typer.Option(help="Only what this reviewer chose.")] = "",
    claim: Annotated[str, typer.Option(help="Only what was chosen for this claim.")] = "",
    by: By = "",
    everything: Annotated[bool, typer.Option("--all", help="All that is remembered.")] = False,
    as_json: Json = False,
) -> int:
    """Make choices count no more. The history keeps them and the forgetting; memory export --history shows both."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.desk.memory.memory_file import choice_record

    phrase = " ".join(words or []).strip('“”" ')
    _need_some(phrase, series, reviewer, claim, everything=everything)
    options: GlobalOptions = context.obj
    with options.desk() as desk:
        key = desk.claim(claim).id if claim else ""
        gone = desk.memory.standing_like(phrase, series=series, reviewer=reviewer, claim=key)
        desk.forget(gone, by)
    for choice in gone:
        if as_json:
            put(choice_record(choice))
        else:
            write(
                f"Forgotten: {choice.kind.label} {choice.series} for “{choice.words}” by {choice.reviewer}, {choice.at:%Y-%m-%d}."
            )
    if not gone:
        say("Nothing that is remembered is like that; workbench memory list shows what is.")
    return 0


def _need_some(*given: str, everything: bool) -> None:
    from workbench.core.errors import UsageError

    if everything == any(given):
        raise UsageError(
            "It is not clear what to forget."
            if not everything
            else "--all forgets everything, whatever else is named.",
            "Name the phrase, --series, --reviewer or --claim; or --all alone.",
        )
