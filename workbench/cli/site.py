"""The verb site: write the published checks as a folder of pages for any web server."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Language
from workbench.cli.output.output_files import Force

if TYPE_CHECKING:
    from workbench.cli.options.global_options import GlobalOptions
    from workbench.site import WrittenSite


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(site)


def site(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where to write it; made where it is not there.")],
    *,
    url: Annotated[str, typer.Option(help="The address at which it will stand; the publisher's by default.")] = "",
    title: Annotated[str, typer.Option(help="Its name; the publisher's by default.")] = "",
    templates: Annotated[Path | None, typer.Option(help="A folder of templates of your own, and brand.css.")] = None,
    logo: Annotated[Path | None, typer.Option(help="The publisher's sign: a PNG, JPEG, GIF or WebP file.")] = None,
    query: Annotated[str, typer.Option(help="Which claims: as in `workbench claims`.")] = "",
    language: Language = "",
    force: Force = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was written as JSON.")] = False,
) -> int:
    """Write the published checks as a site: a page per claim, lists, feeds, corrections, and the archived sources."""
    from workbench.cli.output.standard_streams import say
    from workbench.config import user_path
    from workbench.desk.filters.query import read_query
    from workbench.report.language import language_named
    from workbench.site import Notes, Site, SiteSettings, site_before, site_files, write_site
    from workbench.site.folder_writing import check_folder
    from workbench.site.settings import NoFolderError, logo_of, site_address
    from workbench.site.unchanged_files import basis

    options: GlobalOptions = context.obj
    folder = user_path(folder)
    check_folder(folder, force=force)
    if templates is not None and not user_path(templates).is_dir():
        raise NoFolderError(templates)
    with options.desk() as desk:
        gc.freeze()  # objects loaded so far stay: the garbage collector need not scan them again
        gc.set_threshold(_GARBAGE_THRESHOLD)
        desk.check_public(str(folder))
        sign = logo_of(logo, desk.raw_file(str(logo))) if logo else None
        wanted, who = read_query(f"{query} order:text"), desk.publisher
        name = title or who.name or language_named(language or who.language)("site.name")
        settings = SiteSettings(site_address(url or who.url), name, templates, sign)
        before, notes = site_before(folder), Notes()
        found = desk.incremental_report(wanted, title, language, before=before.notes.checks, basis=basis(settings))
        files = site_files(Site(found.going.report, settings, desk.archive.read, found.noted), before, notes)
        done = write_site(
            folder, files, force=force, kept=lambda target: desk.replaces(str(target)), before=before, notes=notes
        )
    gone = sorted(before.notes.checks.keys() - found.noted.keys())
    _tell(done, str(folder), len(notes.texts), gone, as_json=as_json)
    _tell_gone(gone)
    for line in () if options.quiet else found.going.notices(""):
        say(line.strip())
    return 0


_GARBAGE_THRESHOLD = 200_000
"""Garbage collector threshold; higher than that of other commands, since the list of thousands of checks stays until the end."""

_NAMED = 20
"""Most checks that a message names."""


def _tell_gone(gone: Sequence[str]) -> None:
    """Report checks that were removed from the folder, even with --quiet, since they had been published."""
    from workbench.cli.output.standard_streams import say

    if gone:
        many = "1 check was" if len(gone) == 1 else f"{len(gone):,} checks were"
        named = f"{', '.join(gone[:_NAMED])}{', …' * (len(gone) > _NAMED)}"
        why = "The query does not match them, or their claims or documents were set aside: workbench show ID says how each stands."
        say(f"! {many} taken out of the folder, where readers had them: {named}. {why}")


def _tell(done: WrittenSite, folder: str, checks: int, gone: Sequence[str], *, as_json: bool) -> None:
    """Print what was written."""
    from workbench.cli.output.standard_streams import put, say

    counts = {"files": done.files, "written": done.written, "removed": done.removed}
    if as_json:
        put({"folder": folder, "checks": checks, **counts, "gone": gone})
    else:
        say(
            f"{'1 check' if checks == 1 else f'{checks:,} checks'} in {folder}: {done.written:,} of {done.files:,} files written, {done.removed:,} taken away."
        )
