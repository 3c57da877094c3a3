"""The verbs edit and edits: correct a claim's reading, and list corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.options.shared_options import By, Json

if TYPE_CHECKING:
    from workbench.core.claim import Claim
    from workbench.core.corrections.correction import Correction, Slot
    from workbench.desk import Desk


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(edit)
    app.command()(edits)


def edit(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")] = "",
    values: Annotated[
        list[str] | None,
        typer.Argument(
            help="Slots and values: period=2021 place=Kosovo amount='about 3.4 percent' base=- ('-' empties it); for readers headline, summary, context, tags, role and address."
        ),
    ] = None,
    by: By = "",
    *,
    place: Annotated[str, typer.Option(help="The place; as place=…")] = "",
    period: Annotated[str, typer.Option(help="The period; as period=…")] = "",
    amount: Annotated[str, typer.Option(help="The figure; as amount=…")] = "",
    measure: Annotated[str, typer.Option(help="What is measured; as measure=…")] = "",
    records: Annotated[
        bool,
        typer.Option("--records", help='Read JSON Lines: {"claim": ID, "period": "2021", …}; print one answer a line.'),
    ] = False,
    as_json: Json = False,
) -> int:
    """Correct the reading of a claim, slot by slot; without values, show what each slot holds and may hold."""
    from workbench.cli.output.standard_streams import put, write
    from workbench.cli.records.decision_records import decide_records, need_either, one_by_one

    need_either(claim, records=records, example="workbench edit CLAIM period=2021")
    with context.obj.desk() as desk:
        if records:
            return decide_records(one_by_one(desk, lambda record: _edited(desk, record, by)))
        found = desk.claim(claim)
        named = {"place": place, "period": period, "amount": amount, "measure": measure}
        told = [*(values or ()), *(f"{slot}={value}" for slot, value in named.items() if value)]
        if not told:
            _show(desk, found, as_json=as_json)
            return 0
        for made in desk.correct(found.id, [_parted(found, each) for each in told], by):
            if as_json:
                from workbench.report.reading_correction_records import edit_record

                put(edit_record(made))
            else:
                write(_line(made))
    return 0


def edits(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000_000, help="At most so many.")] = 500,
    *,
    most: Annotated[bool, typer.Option("--most", help="Count per slot and speaker what was put right most.")] = False,
    rows: Annotated[
        bool, typer.Option("--rows", help="Print labelled rows, JSON Lines: text, slot, machine's reading, person's.")
    ] = False,
    as_json: Json = False,
) -> int:
    """List corrections, newest first; or count them by slot and speaker; or write them as labelled rows."""
    from collections import Counter

    from workbench.cli.output.standard_streams import put, say, write
    from workbench.report.reading_correction_records import edit_record

    if most or rows:
        return _taught(context, rows=rows, as_json=as_json)
    with context.obj.desk() as desk:
        given = desk.corrections(limit=limit)
        for each in given:
            if as_json:
                put({**edit_record(each), "quote": each.reading.quote, "context": each.reading.context})
            else:
                write(f"{each.claim}  {_line(each)}  by {each.reviewer}, {each.at:%Y-%m-%d %H:%M}")
    counted = Counter(each.slot.value for each in given if not each.undoes)
    say(", ".join(f"{slot} {count}" for slot, count in counted.most_common()) or "Nothing was put right yet.")
    return 0


def _taught(context: typer.Context, *, rows: bool, as_json: bool) -> int:
    """Return the corrections as labelled rows, or counts of them."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.desk.correcting.labelled_corrections import corrected_most
    from workbench.report.reading_correction_records import labelled_record

    with context.obj.desk() as desk:
        found = desk.labelled_rows()
        if rows:
            for row in found:
                put(labelled_record(row))
            return 0
        counted = corrected_most(found)
    for each in counted:
        if as_json:
            put({"slot": each.slot, "times": each.times, "speakers": dict(each.speakers)})
        else:
            who = ", ".join(f"{name} {times}" for name, times in each.speakers[:5])
            write(f"{each.slot:12} {each.times:>6,}  {who}")
    if not counted:
        say("Nothing was put right yet.")
    return 0


def _parted(claim: Claim, value: str) -> tuple[Slot, str]:
    """Split ``period=2021`` into slot and value; find the slot of a value that implies one, such as ``2021``."""
    from workbench.core.errors import UnknownNameError, UsageError, printable
    from workbench.desk.correcting.slot_corrections import slot_named, slot_typed

    name, equals, typed = value.partition("=")
    if equals and name.strip():
        return slot_named(name), typed
    try:
        return slot_typed(claim, value)
    except UnknownNameError:
        raise UsageError(f"“{printable(value, 60)}” names no slot.", "Write it like period=2021.") from None


def _line(made: Correction) -> str:
    what = "taken back: " if made.undoes else ""
    return f"{what}{made.slot.value}: {made.change}"


def _show(desk: Desk, claim: Claim, *, as_json: bool) -> None:
    """Print what each slot holds, how the program read it where that differs, and what it may hold."""
    from workbench.cli.output.standard_streams import put, write
    from workbench.core.corrections.correction import FOR_READERS
    from workbench.report.reading_correction_records import edits_record, slots_record
    from workbench.report.slot_words import slots_of

    offered = desk.offered_values(claim)
    machine = desk.claim_as_read(claim.id)
    if as_json:
        offers = [{"slot": each.slot.value, "value": each.typed, "because": each.because} for each in offered]
        given = edits_record(list(desk.corrections(claim.id)), machine)
        put({"claim": claim.id, "reading": slots_record(claim), "offered": offers, **given})
        return
    before = slots_of(machine)
    for slot, words in slots_of(claim).items():
        read = slot not in FOR_READERS and before[slot] != words
        was = f"   (the machine read: {before[slot] or 'nothing'})" if read else ""
        write(f"{slot.value:10} {words or '-'}{was}")
        for each in (each for each in offered if each.slot is slot):
            write(f"{'':10}   or {each.typed}: {each.because}")


def _edited(desk: Desk, record: dict[str, Any], by: str) -> dict[str, Any]:
    """Apply one record, and return its corrections."""
    from workbench.cli.records.decision_records import words
    from workbench.desk.correcting.slot_corrections import slot_named
    from workbench.report.reading_correction_records import edit_record

    values = [(slot_named(key), words(record, key)) for key in record if key not in {"claim", "by"}]
    made = desk.correct(record["claim"], values, words(record, "by", by))
    return {"claim": record["claim"], "corrections": [edit_record(each) for each in made]}
