"""Connect the parts: only here are the real database, archive, sources and files chosen.

All other packages get these as arguments. Nothing heavy is imported before it is used: a command that only lists claims
loads no HTTP client, and ``--help`` loads none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from itertools import count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, cast

from workbench.bootstrap.hosts import HostsOfSources
from workbench.bootstrap.lazy_catalogue import LazyCatalogue
from workbench.config import Settings
from workbench.core.claim import Claim
from workbench.core.document import Document
from workbench.core.errors import NoSuchRecordError, Problem
from workbench.desk import Desk, DeskPorts
from workbench.plugins import EXPORTERS, READERS, SCREENS, SOURCES, Plugins
from workbench.ports import Answer, Exporter, Fetch, PriorChecks, ReadDocument, Reader, Request, StatSource, Store

if TYPE_CHECKING:
    from sources._files.file_figures import OwnFigures
    from workbench.ports import TeamJobs
    from workbench.store.bodies.remote_bodies import RemoteBodies
    from workbench.store.bodies.snapshot_archive import Snapshots
    from workbench.store.repository import SqlStore


def now() -> datetime:
    """Return the present time, in UTC."""
    return datetime.now(UTC)


@contextmanager
def open_desk(settings: Settings, store: Store | None = None) -> Iterator[Desk]:
    """Open a desk with the settings' database (or a given store), and close everything at the end.

    Where the database or the archive cannot be written, the desk is read-only.

    Raises:
        StoreError: The database or the archive cannot be used.
    """
    from workbench.bootstrap.files_to_protect import protected_files
    from workbench.files.user_files import UserFiles
    from workbench.scales.installed_scales import installed_scales

    with ExitStack() as stack:
        store, archive = _opened(stack, settings, store)
        catalogue = stack.enter_context(closing(LazyCatalogue(settings)))
        yield Desk(
            DeskPorts(
                store=_as_reviewed(store, settings),
                archive=archive,
                catalogue=catalogue,
                fetch=lazy_fetch(settings, archive, stack),
                files=UserFiles(kept=protected_files(settings)),
                scales=installed_scales(settings.scales),
                clock=now,
                sources=sources(),
                own=_own_files(settings),
                checkers=_checkers(settings),
                readers=_readers(),
                exporters=Plugins[Exporter](EXPORTERS),
                reviewer=settings.reviewer,
                scale=settings.scale,
                publisher=settings.publisher,
                samples=settings.samples is not None,
                offline=settings.offline,
                worth=settings.worth,
                learn=settings.learn,
                memory=settings.memory,
                ahead=settings.ahead,
                review=settings.review,
                recheck_days=settings.recheck_days,
                jobs=_team_jobs(settings),
                second_set=lambda: _second_set(settings),
            )
        )


def _opened(stack: ExitStack, settings: Settings, store: Store | None) -> tuple[Store, Snapshots]:
    """Open database and archive; of a given store only the archive."""
    from workbench.store import open_store
    from workbench.store.bodies.snapshot_archive import Snapshots

    if store is not None:
        return store, Snapshots(settings.archive, far=remote_bodies(settings))
    opened = stack.enter_context(open_store(settings.db))
    return cast("Store", opened), _archive_of(opened, settings)


def _as_reviewed(store: Store, settings: Settings) -> Store:
    """Return the store as the settings' reviewer sees it."""
    if not settings.review.blind:
        return store
    from workbench.store.blind_project_store import BlindStore

    return cast("Store", BlindStore(store, settings.review, settings.reviewer))


def _team_jobs(settings: Settings) -> TeamJobs | None:
    """Return the jobs of the team's server; None where the database is a file."""
    if "://" not in settings.db:
        return None
    from workbench.jobs.team_jobs import ServerJobs

    return ServerJobs(settings.db)


def remote_bodies(settings: Settings) -> RemoteBodies | None:
    """Return the store of bodies that the settings share with other machines; None for none."""
    if settings.bodies is None:
        return None
    from workbench.store.bodies.remote_bodies import RemoteBodies

    return RemoteBodies(settings.bodies)


def _archive_of(store: SqlStore, settings: Settings) -> Snapshots:
    """Open the archive that a database needs, and record that need in it; open it read-only if it cannot be written."""
    from workbench.core.failures.database_errors import UnwritableError
    from workbench.store.bodies.snapshot_archive import Snapshots

    folder, far = settings.archive, remote_bodies(settings)
    try:
        archive = Snapshots(folder, far=far)
        archive.use(store.name)
    except UnwritableError:
        if not folder.is_dir():
            raise
        return Snapshots(folder, far=far, reading_only=True)
    return archive


def lazy_fetch(settings: Settings, archive: Snapshots, stack: ExitStack) -> Fetch:
    """Return a fetch function that starts the client, or the replay server for samples, at the first request."""
    made: dict[str, Fetch] = {}

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        if "fetch" not in made:
            made["fetch"] = _fetcher(settings, archive, stack)
        return await made["fetch"](request, fresh=fresh)

    return fetch


def _fetcher(settings: Settings, archive: Snapshots, stack: ExitStack) -> Fetch:
    from sources._web.fetch import Fetcher
    from workbench.api_keys import key_of

    replay = None
    if settings.samples is not None:
        from sources._web.replay import ReplayServer

        replay = stack.enter_context(ReplayServer(settings.samples)).base
    hosts = HostsOfSources(sources(), _hosts_of_checks())
    fetcher = Fetcher(
        archive=archive,
        clock=now,
        replay=replay,
        offline=settings.offline,
        hosts=hosts,
        allow=frozenset(settings.allow),
        contact=settings.publisher.contact or settings.publisher.url,
        keys=key_of,
    )
    return fetcher if settings.record is None else _recording(settings.record, fetcher)


def _recording(folder: Path, fetch: Fetch) -> Fetch:
    """Wrap the fetch function to record live answers in a folder too."""
    from sources._web.recording import Recording

    def origin(name: str) -> tuple[str, str]:
        source = sources().get(name)
        return (source.info.title, source.info.licence) if source else (name or "unnamed source", "")

    return Recording(fetch, folder, origin)


def sources() -> Plugins[StatSource]:
    """Return the statistics services that are installed."""
    return Plugins[StatSource](SOURCES)


def _checkers(settings: Settings) -> tuple[PriorChecks, ...]:
    """Return the archives of fact checks by others: the user's feeds, and the service, if there is a key for it."""
    from sources.factcheck import NAME, FactCheck
    from workbench.api_keys import key_of

    stored = settings.offline or settings.samples is not None
    service = FactCheck(lambda: stored or bool(key_of(NAME)))
    if not settings.checks:
        return (service,)
    from sources._factcheck.claimreview_archive import ClaimReviewFeed

    return (service, *(ClaimReviewFeed(one) for one in settings.checks))


def _hosts_of_checks() -> dict[str, tuple[str, ...]]:
    from sources.factcheck import HOSTS, NAME

    return {NAME: HOSTS}


def _own_files(settings: Settings) -> tuple[StatSource, ...]:
    """Return the user's own files, each a source named after its file."""
    if not settings.data:
        return ()
    from sources._files.data_file import DataFile

    names: list[str] = []
    for location in settings.data:
        name = re.sub(r"[^a-z0-9]+", "-", PurePath(location).stem.casefold()).strip("-") or "file"
        taken = {*names, *sources()}
        names.append(next(n for k in count(1) if (n := name if k == 1 else f"{name}-{k}") not in taken))
    return tuple(DataFile(location, name) for location, name in zip(settings.data, names, strict=True))


def other_stores(settings: Settings, without: Iterable[str] = ()) -> AbstractContextManager[Sequence[Store]]:
    """Open the other databases that need the settings' archive, without those gone for good. Raises StoreError."""
    from workbench.store.databases_sharing_archive import neighbours

    return neighbours(settings.archive, settings.db, without, remote_bodies(settings))


def read_file(path: str, form: str = "auto") -> ReadDocument:
    """Read a file as a document, without a database. Raises ReadingError."""
    from workbench.desk.importing.document_import import read_raw
    from workbench.files.user_files import UserFiles

    return read_raw(_readers(), UserFiles().raw(path), form)


@cache
def _readers() -> Mapping[str, Reader]:
    """Return the document readers, which run in one separate process."""
    from workbench.desk.importing.isolated_reading import IsolatedReaders

    return IsolatedReaders(partial(Plugins[Reader], READERS))


def read_figures(path: str, source: str = "file") -> OwnFigures:
    """Read the series, figures and problems of a file of figures; nothing is stored. Raises ReadingError.

    Args:
        path: The path of the file.
        source: The source's name in the references of its series.
    """
    from sources._files.file_figures import own_figures
    from workbench.files.user_files import UserFiles

    return own_figures(UserFiles().raw(path).body, path, source)


@contextmanager
def desk_without_database(settings: Settings) -> Iterator[Desk]:
    """Open a desk without a database, for checks that store only bodies in the archive."""
    with open_desk(settings, store=cast("Store", _NothingKept())) as desk:
        yield desk


class _NothingKept:
    """An empty store, with the methods that research of a claim calls."""

    def document(self, key: str) -> Document:
        """Raise NoSuchRecordError, since no document is stored."""
        raise NoSuchRecordError("document", key)

    def claims_in(self, _: str) -> Sequence[Claim]:
        """Return the other claims of its document."""
        return ()

    def alike(self, _: Claim) -> Sequence[Claim]:
        """Return the claims that share words with it."""
        return ()


@contextmanager
def _second_set(settings: Settings) -> Iterator[DeskPorts]:
    """Open a second catalogue, archive and client with the same files, for another thread."""
    with desk_without_database(settings) as desk:
        yield desk.ports


def broken_plugins() -> list[Problem]:
    """Return the plug-ins that cannot be loaded, for doctor."""
    groups = (SOURCES, READERS, EXPORTERS, SCREENS)
    return [problem for group in groups for problem in Plugins[object](group).broken()]
