"""Reports, replay and publication: nothing is published that cannot be recomputed from the archived bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import cast

from workbench.core.claim import Claim
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError, PublishError, StoreError, UnknownNameError, UsageError
from workbench.core.failures.publish_errors import UngroundedError
from workbench.core.report import Entry, Publisher, Report
from workbench.core.reviews.required_votes import decided
from workbench.core.revision import Revision
from workbench.core.text_cleaning import clean_text
from workbench.core.verdict import Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import attaching, replaying
from workbench.desk.evidence.archived_bodies import ArchivedBodies
from workbench.desk.evidence.replaying import Replayed
from workbench.desk.publication import done_already, public_grounds, publication, vouching
from workbench.desk.publication.entries import entries as all_of
from workbench.desk.publication.entries import findings_of
from workbench.desk.publication.read_ahead import ReadAhead
from workbench.desk.publication.redaction import Outgoing, outgoing
from workbench.desk.publication.report_entries import ReportEntries, Standing, standing_of, summary, title_of
from workbench.desk.publication.revisions import revisions
from workbench.desk.verdicts import grounds, verdicts
from workbench.ports import EVERY, ClaimFilter, Exporter, Store, Tell, silent
from workbench.report.language import language_named

PAGE = 500

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
        vouching.need_all_that_readers_had(ports, wanted)
    standing = standing_of(ports, wanted)
    made = of_standing(ports, standing, publisher, title)
    public = {key: each for key, each in standing.items() if each.public}
    rest = public_grounds.of_claims(ports, made.entries, public)
    if kept_back is None:
        vouching.stand_by(ports, public, rest)
        return made
    kept_back |= vouching.kept_back(ports, wanted, public, rest)
    sound = {key: each for key, each in standing.items() if key not in kept_back}
    return made if len(sound) == len(standing) else of_standing(ports, sound, publisher, title)


def publisher_in(ports: DeskPorts, language: str) -> Publisher:
    """Set the language of a report's readers in the publisher. Raises UnknownNameError for an unsupported language."""
    publisher = replace(ports.publisher, language=language or ports.publisher.language)
    language_named(publisher.language)
    return publisher


def of_standing(ports: DeskPorts, standing: Mapping[str, Standing], publisher: Publisher, title: str) -> Report:
    """Make the report of some claims whose standing is known; their figures are not recomputed."""
    ahead = ReadAhead(ports.store)
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


def hand_out(
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


def replay(ports: DeskPorts, claim: Claim) -> Sequence[Replayed]:
    """Recompute the findings of a claim's verdict, or of its last research, from archived bytes only, and judge them again.

    Rows that were changed in the database from outside the workbench are among the differences.
    """
    return [*figures(ports, claim), *replaying.faults(ports, [claim])]


def replay_all(ports: DeskPorts) -> Iterator[Replayed]:
    """Check the database once, and recompute the figures of every claim."""
    yield from replaying.whole(ports)
    for key in _ids(ports, EVERY):
        try:
            claim = ports.store.claim(key)
        except (UnreadableRecordError, NoSuchRecordError):  # the database was checked: its faults are listed
            continue
        yield from figures(ports, claim)


def figures(ports: DeskPorts, claim: Claim) -> Sequence[Replayed]:
    """Recompute only the figures."""
    read = replaying.ArchivedFigures(ports)
    try:
        found = findings_of(ports, claim)
        since = revisions(ports, found, ports.store.research(claim.id))
        return [_with_revisions(replaying.replay_finding(finding, read), since) for finding in found]
    except StoreError as error:
        return [Replayed(claim.id, None, error.message)]


def _with_revisions(replayed: Replayed, since: Sequence[Revision]) -> Replayed:
    return replace(replayed, revised=tuple(each for each in since if each.before == replayed.finding))


def publish(ports: DeskPorts, claim: Claim, by: str) -> Verdict:
    """Publish a verdict, if nothing prevents it and every recomputed figure is the same; one that is published already does not change.

    For one whose rows were changed from outside the workbench an error is raised instead.
    """
    stands = verdicts.to_act_on(ports, claim.id, by)
    vouching.refuse(replaying.faults(ports, [claim]), claim.id)
    if done_already.is_out(stands, ports.review):
        return stands
    check_publishable(ports, claim, by)
    vouching.refuse(
        chain(figures(ports, claim), attaching.lost(ports, attaching.attachments(ports, claim.id))), claim.id
    )
    with verdicts.alone_at(ports, claim.id):  # with what others did in the meantime
        stands = verdicts.to_act_on(ports, claim.id, by)
        if done_already.is_out(stands, ports.review):
            return stands
        check_publishable(ports, claim, by)
        return verdicts.mark_published(ports, claim.id, by)


def correct(ports: DeskPorts, claim: Claim, rating: str, note: str, by: str, *, revised: bool = False) -> Verdict:
    """Correct a published verdict, after the same checks as for publication."""
    lying = ports.store.research(claim.id)
    found, attached = lying.findings if lying else (), attaching.attachments(ports, claim.id)
    figures = vouching.again(ports, found, attached, replaying.ArchivedFigures(ports))
    vouching.refuse(chain(replaying.faults(ports, [claim]), figures), claim.id)
    return publication.correct(ports, claim.id, rating, note, by, revised=revised)


def check_publishable(ports: DeskPorts, claim: Claim, by: str = "") -> None:
    """Check that a verdict may be published, apart from its figures: by the project's rule, and with evidence or a reason.

    Raises:
        PublishError: Nobody or not enough people have rated it, the ratings differ, or it rests on no figure and no note says why.
    """
    verdict = verdicts.to_act_on(ports, claim.id, by)
    publication.check_agreed(ports, verdict)
    verdict = decided(verdict, ports.review)
    if not grounds.is_grounded(ports, verdict):
        raise UngroundedError(claim.id, verdicts.label(ports, verdict.ratings[-1]), verdict.rating or "")


def _ids(ports: DeskPorts, wanted: ClaimFilter) -> Iterable[str]:
    offset = 0
    while rows := ports.store.claims(wanted, offset, PAGE):
        yield from (row.id for row in rows)
        offset += len(rows)
