"""Makes the report of some claims, and exports it in a format; every published figure is recomputed before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import cast

from workbench.core.errors import PublishError, UnknownNameError, UsageError
from workbench.core.report import Entry, Publisher, Report
from workbench.core.text_cleaning import clean_text
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence.archived_bodies import ArchivedBodies
from workbench.desk.publication import pre_publication_checks, published_grounds
from workbench.desk.publication.cached_store import CachedStore
from workbench.desk.publication.entry_building import entries as all_of
from workbench.desk.publication.entry_paging import ReportEntries, Standing, of_entries, standing_of
from workbench.desk.publication.redaction import Outgoing, outgoing
from workbench.desk.publication.report_title import title_of
from workbench.desk.publication.report_totals import summary
from workbench.ports import ClaimFilter, Exporter, Store, Tell, silent
from workbench.report.language import language_named

NO_OPTIONS: Mapping[str, str] = {}


class Exported:
    """A report in one format, and what it contains.

    Attributes:
        going: What went into it.
    """

    def __init__(self, exporter: Exporter, going: Outgoing) -> None:
        self._exporter = exporter
        self.going = going

    def parts(self) -> Iterator[bytes]:
        """Yield the file in parts, made on demand where the format supports it."""
        parts: Callable[[Report], Iterable[bytes]] | None = getattr(self._exporter, "parts", None)
        yield from parts(self.going.report) if parts is not None else (self.body,)

    @property
    def count(self) -> int:
        """How many claims it has; a format may hold only those with a rating (`only_rated`)."""
        entries, drafts = self.going.report.entries, self.going.report.drafts
        if not getattr(self._exporter, "only_rated", False):
            return len(entries)
        standing = of_entries(entries).values()
        return sum(each.has_draft_rating if drafts else each.rated_out for each in standing)

    @cached_property
    def body(self) -> bytes:
        """The whole file."""
        return self._exporter.export(self.going.report)


def report(
    ports: DeskPorts,
    wanted: ClaimFilter,
    title: str,
    language: str = "",
    kept_back: dict[str, PublishError] | None = None,
) -> Report:
    """Make the report of the claims that match, with verdicts, findings and their bodies, which are read on iteration.

    Where `kept_back` is given, claims that were changed in the database are left out and reported to it; otherwise they stop the report.

    Raises:
        PublishError: A published verdict's figure can no longer be recomputed from the archive.
        UnknownNameError: There are no words of that language.
    """
    publisher = publisher_in(ports, language)
    if kept_back is None:
        pre_publication_checks.require_published_claims(ports, wanted)
    standing = standing_of(ports, wanted)
    made = of_standing(ports, standing, publisher, title)
    public = {key: each for key, each in standing.items() if each.public}
    rest = published_grounds.of_claims(ports, made.entries, public)
    if kept_back is None:
        pre_publication_checks.refuse_changed_claims(ports, public, rest)
        return made
    kept_back |= pre_publication_checks.kept_back(ports, wanted, public, rest)
    sound = {key: each for key, each in standing.items() if key not in kept_back}
    return made if len(sound) == len(standing) else of_standing(ports, sound, publisher, title)


def publisher_in(ports: DeskPorts, language: str) -> Publisher:
    """Set the language of a report's readers in the publisher. Raises UnknownNameError for an unsupported language."""
    publisher = replace(ports.publisher, language=language or ports.publisher.language)
    language_named(publisher.language)
    return publisher


def of_standing(ports: DeskPorts, standing: Mapping[str, Standing], publisher: Publisher, title: str) -> Report:
    """Make the report of some claims whose standing is known; their figures are not recomputed."""
    ahead = CachedStore(ports.store)
    read = replace(ports, store=cast("Store", ahead))

    def page(keys: Sequence[str]) -> Iterator[Entry]:
        ahead.take(keys)
        return all_of(read, keys)

    entries = ReportEntries(standing, page)
    scale = ports.scales.scale(ports.scale)
    return Report(
        title=" ".join(clean_text(title).text.split())
        or title_of(ports, entries, standing, language_named(publisher.language)),
        made=ports.clock(),
        entries=entries,
        scale=scale,
        snapshots=ArchivedBodies(ports.archive),
        publisher=publisher,
        summary=summary(standing.values(), scale),
        read=ports.archive.read,
    )


def export_report(
    ports: DeskPorts,
    made: Report,
    form: str,
    options: Mapping[str, str] = NO_OPTIONS,
    *,
    drafts: bool = False,
    tell: Tell = silent,
) -> Exported:
    """Export a report in one format, redacted; `options` are the format's own. Raises UsageError."""
    exporter = exporter_of(ports, form, options)
    going = outgoing(ports, made, exporter, drafts=drafts)
    if isinstance(going.report.entries, ReportEntries):
        going = replace(going, report=replace(going.report, entries=going.report.entries.with_progress(tell)))
    return Exported(exporter, going)


def exporter_of(ports: DeskPorts, form: str, options: Mapping[str, str] = NO_OPTIONS) -> Exporter:
    """Find the exporter of a format, with its options. Raises UnknownNameError, UsageError."""
    exporter = ports.exporters.get(form)
    if exporter is None:
        raise UnknownNameError("format", form, list(ports.exporters))
    if not options:
        return exporter
    with_options = getattr(exporter, "with_options", None)
    if with_options is None:
        raise NoOptionError(form, next(iter(options)))
    wanted: Exporter = with_options(options)
    return wanted


class NoOptionError(UsageError):
    """A format was given an option that it does not have."""

    def __init__(self, form: str, option: str) -> None:
        super().__init__(f"The format {form} has no option {option}.", "delimiter, decimal and bom are those of csv.")
