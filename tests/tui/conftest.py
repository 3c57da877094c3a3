"""A desk for the screens: a real store in memory, a real scale, sources that answer when a test lets them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.events import Paste

from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention, claim_id
from workbench.core.document import Attribution, Document, How, Span, Speaker
from workbench.core.errors import StoreError, UnreachableError
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.period import Period, year
from workbench.core.quantity import PERCENT, Amount, Dimension, Relation, Unit
from workbench.core.score import ScorePart
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo
from workbench.desk import Desk, DeskPorts
from workbench.export import markdown
from workbench.match import Query, hits_among
from workbench.match.index.title_store import Hit
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Raw, Request, SourceAnswer, Store
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.tui import closed_screens

closed_screens.IDLE = 3_600  # a look for garbage takes a third of a second beside all that tests have loaded

TEXT = """Skopje, 2 December 2021 – The minister spoke at a forum of interior ministers.

In the first nine months of 2021 the police stopped 16,000 attempts to cross the border illegally, 36.5 percent fewer than in the same period of 2020, and found 35 cases of smuggling of migrants.

He also said that asylum applications fell by 39.7 percent over the year.
"""

NINE = Period(date(2021, 1, 1), date(2021, 10, 1))
SPEAKER = Speaker("Oliver Spasovski", "interior minister")
BODY = b'[{"year": 2020, "value": 151}, {"year": 2021, "value": 91}]'
SNAPSHOT = "5b" * 32


def build_claim(document: str, text: str, quote: str, kind: ClaimKind, measure: str, **slots: object) -> Claim:
    start = text.index(quote)
    span = Span(start, start + len(quote))
    sentence = Span(text.rfind("\n", 0, start) + 1, text.index("\n", start))
    return Claim(
        id=claim_id(document, span, quote), document=document, span=span, quote=quote, sentence=sentence,
        context=sentence.cut(text), kind=kind, measure=measure, place="MKD", said=date(2021, 12, 2),
        attribution=Attribution((sentence,), SPEAKER, None, None, How.REPORTED), **slots,
    )  # fmt: skip


def amount(value: str, step: str, unit: Unit, span: Span) -> Mention[Amount]:
    return Mention(span, Amount(Relation.IS, Decimal(value), None, Decimal(step), unit), "digits")


def worth(number: float, change: float) -> tuple[ScorePart, ...]:
    return (ScorePart("number", number, 0.6, "it has a figure"), ScorePart("change", change, 0.4, "it says a change"))


def statement(
    key: str = "d1", title: str = "Interior minister at Brdo forum", text: str = TEXT
) -> tuple[Document, list[Claim]]:
    document = Document(
        id=key, title=title, text=text, origin="brdo.txt", published=date(2021, 12, 2), place="MKD",
        place_name="Skopje", speakers=(SPEAKER,),
    )  # fmt: skip
    attempts = Unit(Dimension.COUNT, "attempt")
    at = Span(text.index("16,000"), text.index("16,000") + 6)
    fall = Span(text.index("36.5"), text.index("36.5") + 12)
    drop = Span(text.index("39.7"), text.index("39.7") + 12)
    claims = [
        build_claim(key, text, "16,000 attempts", ClaimKind.LEVEL, "attempts to cross the border illegally",
                    amount=amount("16000", "1000", attempts, at), period=Mention(at, NINE, "nine months"), worth=worth(1, 0.4)),
        build_claim(key, text, "36.5 percent fewer", ClaimKind.CHANGE, "attempts to cross the border illegally",
                    change=Mention(fall, Change(Direction.DOWN, ChangeMode.RELATIVE, amount("36.5", "0.1", PERCENT, fall), NINE.year_ago()), "fewer"),
                    period=Mention(at, NINE, "nine months"), worth=worth(1, 0.6)),
        build_claim(key, text, "35 cases of smuggling", ClaimKind.LEVEL, "cases of smuggling",
                    amount=amount("35", "1", Unit(Dimension.COUNT, "case"), at), worth=worth(0.8, 0)),
        build_claim(key, text, "asylum applications fell by 39.7 percent", ClaimKind.CHANGE, "asylum applications",
                    change=Mention(drop, Change(Direction.DOWN, ChangeMode.RELATIVE, amount("39.7", "0.1", PERCENT, drop), year(2020)), "fell by"),
                    period=Mention(drop, year(2021), "the year"), worth=worth(1, 1)),
    ]  # fmt: skip
    return document, claims


def series(source: str, key: str, title: str, unit: Unit, **more: object) -> Series:
    return Series(
        ref=SeriesRef(source, key), title=title, unit=unit, adds=Additivity.SUM, places=frozenset({"MKD"}), **more
    )


ASYLUM = series("unhcr", "asylum", "Asylum applications", Unit(Dimension.COUNT, "application"))
PROTECTED = series("worldbank", "refugees", "Asylum applications lodged", Unit(Dimension.COUNT, "person"))
MONEY = series("worldbank", "aid", "Asylum applications, spending", Unit(Dimension.MONEY, "dollar", "USD"))


@dataclass
class Office:
    """A statistics office that answers when it is let, or never."""

    info: SourceInfo
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    fails: bool = False
    figures: tuple[tuple[int, str | None], ...] = ((2019, "450"), (2020, "151"), (2021, "91"))

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        for page in ():
            yield page

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        await self.gate.wait()
        if self.fails:
            raise UnreachableError("api.example.org", "timed out")
        wanted = next(s for s in (ASYLUM, PROTECTED, MONEY) if s.ref == ask.ref)
        return SourceAnswer(wanted, tuple(self._observation(wanted, y, v) for y, v in self.figures))

    def _observation(self, of: Series, y: int, value: str | None) -> Observation:
        row = {2020: 0, 2021: 1}.get(y, 0)
        evidence = Evidence(SNAPSHOT, (f"/{row}/value",))
        return Observation(
            ref=of.ref, place="MKD", period=year(y), value=Decimal(value) if value else None, evidence=evidence
        )


class Bodies:
    """An archive in memory."""

    def __init__(self, sample: str) -> None:
        url = "https://api.example.org/asylum"
        self.kept = Snapshot(
            id=SNAPSHOT, url=url, fetched=datetime(2026, 1, 1, tzinfo=UTC), media_type="application/json",
            size=len(BODY), sample=sample,
        )  # fmt: skip

    def snapshot(self, key: str) -> Snapshot | None:
        return self.kept if key == SNAPSHOT else None

    def read(self, key: str) -> bytes:
        return BODY

    def damaged(self) -> Iterator[str]:
        return iter(())


class Titles:
    """A catalogue of three series."""

    problems = ()

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        return (ASYLUM, PROTECTED, MONEY) if "asylum" in query else ()

    encoder = meanings()
    model = None

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef) -> Series | None:
        return next((s for s in (ASYLUM, PROTECTED, MONEY) if s.ref == ref), None)

    def counts(self) -> dict[str, tuple[int, date | None]]:
        return {"unhcr": (1, None), "worldbank": (2, date(2025, 1, 1))}


class Disk:
    """The user's files, in a dictionary."""

    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}

    def write(self, path: str, body: bytes) -> None:
        self.written[path] = body

    def raw(self, path: str) -> Raw:
        raise AssertionError(path)

    def check_evidence(self, path: str) -> None:
        """None is the desk's own."""

    def under(self, path: str) -> Sequence[str]:
        from workbench.core.errors import MissingFileError

        raise MissingFileError(path)

    def lines(self, path: str) -> Iterator[tuple[int, str]]:
        raise AssertionError(path)


async def no_network(request: Request, *, fresh: bool = False) -> Answer:
    raise UnreachableError("api.example.org", "there is no network in these tests")


class Ticking:
    """A clock that moves on a second at every look."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> datetime:
        self.seconds += 1
        return datetime(2026, 1, 2, 9, self.seconds // 60 % 60, self.seconds % 60, tzinfo=UTC)


@dataclass
class World:
    """A desk with the things that tests reach behind it."""

    desk: Desk
    store: Store
    disk: Disk
    unhcr: Office
    worldbank: Office
    claims: list[Claim]

    def claim(self, words: str) -> Claim:
        return next(claim for claim in self.claims if words in claim.quote)


def office(name: str, title: str) -> Office:
    info = SourceInfo(name=name, title=title, publisher=title, licence="open", url="https://example.org")
    return Office(info)


def build_world(*, samples: bool = False, documents: Iterable[tuple[Document, list[Claim]]] | None = None) -> World:
    store, disk = open_store(":memory:"), Disk()
    kept = list(documents) if documents is not None else [statement()]
    store.add(kept)
    unhcr, bank = office("unhcr", "UNHCR"), office("worldbank", "World Bank")
    ports = DeskPorts(
        store=store, archive=Bodies("UNHCR figures as of 2025" if samples else ""), catalogue=Titles(), fetch=no_network, files=disk,
        scales=installed_scales(), clock=Ticking(), sources={"unhcr": unhcr, "worldbank": bank},
        exporters={"markdown": markdown.EXPORTER}, reviewer="ana", samples=samples,
    )  # fmt: skip
    claims = [claim for _, claims in kept for claim in claims]
    return World(Desk(ports), store, disk, unhcr, bank, claims)


@pytest.fixture
def world() -> World:
    """Return a desk with one statement of four claims; sources are live."""
    return build_world()


@pytest.fixture
def worlds() -> Callable[..., World]:
    """Build desks: `samples=True` for stored answers, `documents=…` for others than the one statement."""
    return build_world


@pytest.fixture
def statements() -> Callable[..., tuple[Document, list[Claim]]]:
    """Build statements."""
    return statement


def _gone(_: object) -> None:
    raise StoreError("The database is gone.", "Give another with --db.")


@pytest.fixture
def broken(world: World) -> World:
    """Return a desk that cannot write reviews."""
    store = open_store(":memory:")
    store.add([statement()])
    store.review = _gone
    return replace(world, desk=Desk(replace(world.desk.ports, store=store)), store=store)


def shown(app: object) -> str:
    """Return what stands on the screen, row by row, as a reader sees it."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


@pytest.fixture
def see() -> Callable[[object], str]:
    """Return the text of an app's screen."""
    return shown


def at_rest(app: object) -> bool:
    """Return whether nothing that was set off is under way: no key waits, and no part of the screen has a message to hear or a paint to come."""
    screen = app.screen
    if not app.keyboard.free or app.message_queue_size or screen._callbacks or screen._dirty_widgets:
        return False
    return not any(
        node.message_queue_size or node._layout_required or node._scroll_required or node._repaint_required
        for node in screen.walk_children(with_self=True)
    )


async def wait_for(pilot: object, done: Callable[[], object], what: str) -> object:
    """Wait until something holds on a screen at rest, return it, and fail with the screen where it never does.

    What is read after a key without this is what a machine at rest has made of it, and a busy one not yet.
    """
    for _ in range(1_500):  # half a minute, on a machine that does other things too
        if at_rest(pilot.app) and (found := done()):
            return found
        await pilot.pause(0.02)
    raise AssertionError(f"{what}\n{shown(pilot.app)}")


@pytest.fixture
def eventually() -> Callable[..., object]:
    """Return `wait_for`."""
    return wait_for


@pytest.fixture
def until() -> Callable[..., object]:
    """Wait until some words stand on the screen, and fail with the screen where they never do."""

    async def wait(pilot: object, words: str, *, gone: bool = False) -> str:
        def there() -> list[str]:
            text = shown(pilot.app)
            return [text] if (words in text) is not gone else []

        [text] = await wait_for(pilot, there, f"{'still' if gone else 'never'} on the screen: {words!r}")
        return text

    return wait


@pytest.fixture
def stand_in() -> Callable[..., object]:
    """Go from pane to pane with Tab until the one of a name has the focus."""

    async def walk(pilot: object, name: str) -> None:
        app, been = pilot.app, set()
        while (here := app.screen.focused.id) != name:
            assert here not in been, f"Tab goes round without {name}: {been}"
            been.add(here)
            await pilot.press("tab")
            await wait_for(pilot, lambda here=here: app.screen.focused.id != here, f"Tab stays in {here}")

    return walk


@pytest.fixture
def keys() -> Callable[..., object]:
    """Press keys one after another; ``=words`` pastes words, which is quicker than typing them."""

    async def press(pilot: object, *names: str) -> None:
        for name in names:
            if name.startswith("="):
                pilot.app.post_message(Paste(name[1:]))
            else:
                await pilot.press(name)

    return press


@pytest.fixture(autouse=True)
def quick_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Press keys as fast as they are taken: `until` waits for what they do, so Textual's own wait for idleness is not needed."""

    async def brief(*_: float) -> None:
        await asyncio.sleep(0.002)

    monkeypatch.setattr("textual.app.wait_for_idle", brief)


@pytest.fixture(scope="session", autouse=True)
def _styles_read_once() -> Iterator[None]:
    """Has the apps of a session share what was read of a style sheet and of the colours in a theme: each app, and each theme, would read all of them again."""
    read, known = Stylesheet._parse_rules, {}
    split, parts = stylesheet.tokenize_values, {}

    def shared(self: Stylesheet, css: str, *where: object, **more: object) -> object:
        key = (css, where, tuple(more.items()), frozenset(self._variables.items()))
        if key not in known:
            known[key] = read(self, css, *where, **more)
        return known[key]

    def colours(values: dict[str, str]) -> dict[str, list[object]]:
        key = tuple(values.items())
        if key not in parts:
            parts[key] = split(values)
        return {name: [*tokens] for name, tokens in parts[key].items()}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", shared)
        patch.setattr(stylesheet, "tokenize_values", colours)
        yield
