"""The verbs of bundles: pack claims with their evidence in one file, verify it, and open it on another machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Json
from workbench.cli.output.output_files import Force, place

if TYPE_CHECKING:
    from workbench.bundle.import_bundle import ImportedBundle, Verified

File = Annotated[str, typer.Argument(help="The bundle.")]
Trusted = Annotated[str, typer.Option("--signed-by", help="A public key in PEM: only what it signed is taken.")]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    verbs = typer.Typer(help="A case in one file: pack it, verify it, open it on another machine with no network.")
    for verb in (pack, verify):
        verbs.command()(verb)
    verbs.command("open")(open_)
    app.add_typer(verbs, name="bundle")


def pack(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="The file to write.")],
    claims: Annotated[list[str] | None, typer.Argument(help="Claims by id; all by default.")] = None,
    *,
    query: Annotated[str, typer.Option(help="Which claims: as in `workbench claims`.")] = "",
    title: Annotated[str, typer.Option(help="The bundle's title.")] = "",
    sign: Annotated[str, typer.Option(help="A private Ed25519 key in PEM that signs it.")] = "",
    force: Force = False,
    as_json: Json = False,
) -> int:
    """Pack claims with their documents, findings, archived answers, reviews and edits; drafts too, marked as such."""
    from workbench.bundle.packing import pack as put_together
    from workbench.cli.output.standard_streams import put, write
    from workbench.ports import ClaimFilter

    with context.obj.desk() as desk:
        target = place(desk, file, force=force, read=(sign,) if sign else (), binary=True)
        ids = tuple(desk.claim(key).id for key in claims or ())
        wanted = ClaimFilter(ids=ids, order="text") if ids else desk.query(f"{query} order:text")
        packed = put_together(desk, wanted, title, Path(sign).expanduser() if sign else None)
        target.put(packed.parts())
    if as_json:
        put({"file": file, "id": packed.id, "claims": packed.claims, "bodies": packed.bodies})
    elif target.path is not None:
        write(f"{packed.claims:,} claims and {packed.bodies:,} archived answers packed. id {packed.id}")
    return 0


def verify(file: File, trusted: Trusted = "", *, as_json: Json = False) -> int:
    """Compare every byte of a bundle with its hashes, and check its signature; import nothing."""
    from workbench.bundle.import_bundle import verify as verified
    from workbench.cli.output.standard_streams import put, write

    found = verified(_path(file), _path(trusted) if trusted else None)
    if as_json:
        put(_record(found))
    else:
        write(f"{file} is whole: {found.files:,} files, {_signed(found)}. id {found.id}")
    return 0


def open_(context: typer.Context, file: File, trusted: Trusted = "", *, as_json: Json = False) -> int:
    """Verify a bundle, import what is new, and recompute its figures, without the network."""
    from workbench.bundle.import_bundle import open_bundle
    from workbench.cli.output.standard_streams import put, tell_problems, write

    found = open_bundle(context.obj.desk, _path(file), _path(trusted) if trusted else None)
    differs = [each for each in found.replayed if not each.same]
    tell_problems(found.imported.problems)
    if as_json:
        put(_opened_record(found))
    else:
        write(f"{file} is whole, {_signed(found.verified)}. id {found.verified.id}")
        write(
            f"{found.imported.claims:,} claims added, {found.imported.already:,} were there already, {len(found.rejected):,} cannot be read back."
        )
        write(
            f"{len(found.replayed):,} figures recomputed: {len(found.replayed) - len(differs):,} the same, {len(differs):,} not."
        )
        for each in found.rejected[:_MOST_NAMED]:
            write(f"  claim {each.line} of the bundle: {each.message} {each.hint}")
        for differing in differs:
            write(f"{differing.claim}  DIFFERS  {differing.title} {differing.why}")
    return 1 if differs or found.rejected else 0


_MOST_NAMED = 5
"""Most refused claims that are named."""


def _path(written: str) -> Path:
    return Path(written).expanduser()


def _signed(found: Verified) -> str:
    return f"signed by {found.signed_by}" if found.signed_by else "not signed"


def _record(found: Verified) -> dict[str, object]:
    return {"id": found.id, "files": found.files, "signed_by": found.signed_by or None}


def _opened_record(found: ImportedBundle) -> dict[str, object]:
    imported = found.imported
    return {
        **_record(found.verified), "claims": imported.claims, "already": imported.already, "rejected": len(found.rejected),
        "figures": len(found.replayed), "same": sum(each.same for each in found.replayed),
    }  # fmt: skip
