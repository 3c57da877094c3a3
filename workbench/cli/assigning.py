"""The verbs take, assign and release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import By, Json

if TYPE_CHECKING:
    from workbench.core.verdict import Verdict


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (take, assign, release):
        app.command()(verb)


def take(
    context: typer.Context,
    claims: Annotated[list[str], typer.Argument(help="Claims by id.")],
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Take open claims, so that nobody else starts on them; they leave the queue, and status:taken finds them."""
    with context.obj.desk() as desk:
        for claim in claims:
            _tell_taken(desk.take(claim, by), as_json=as_json)
    return 0


def assign(
    context: typer.Context,
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM… REVIEWER", help="Claims by id, then who is to do them.")
    ],
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Assign open claims to somebody, as if that person had taken them; assigned:NAME finds them."""
    from workbench.core.errors import UsageError, WorkbenchError

    *keys, to = claims
    if not keys:
        raise UsageError("Name the claims, then who is to do them.", "workbench assign CLAIM bea")
    with context.obj.desk() as desk:
        made = desk.assign(keys, to, by)
    refused = [each for each in made if isinstance(each, WorkbenchError)]
    for each in made:
        if not isinstance(each, WorkbenchError):
            _tell_taken(each, as_json=as_json)
    if refused:
        raise refused[0]
    return 0


def release(
    context: typer.Context,
    claims: Annotated[list[str], typer.Argument(help="Claims by id.")],
    note: Annotated[str, typer.Option(help="How far it came.")] = "",
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Release taken claims to everybody."""
    with context.obj.desk() as desk:
        for claim in claims:
            _tell_taken(desk.release(claim, note, by), as_json=as_json)
    return 0


def _tell_taken(verdict: Verdict, *, as_json: bool) -> None:
    from workbench.cli.output.standard_streams import put, write
    from workbench.report.verdict_records import verdict_record

    if as_json:
        put({"claim": verdict.claim, **verdict_record(verdict)})
    else:
        write(
            f"{verdict.claim} is {'assigned to' if verdict.taken.to else 'taken by'} {verdict.taken.holder}."
            if verdict.taken
            else f"{verdict.claim} is {verdict.stage.value}."
        )
