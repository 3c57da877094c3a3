"""A case base, built by code: claims in six languages on five providers, corrected, updated, withdrawn, on a changed scale, hostile in every field."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from office import Clock, Titles, no_fetch

from workbench.compare import check
from workbench.core.attachment import Attachment, AttachmentKind, identified
from workbench.core.claim import Claim, ClaimKind, Mention, claim_id
from workbench.core.corrections.correction import Slot
from workbench.core.document import Attribution, Document, How, Span, Speaker
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Finding
from workbench.core.period import year
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.core.rating import Rating
from workbench.core.report import Publisher
from workbench.core.series import Additivity, Observation, Series, SeriesRef
from workbench.core.text_cleaning import clean_text
from workbench.core.verdict import Action, Review
from workbench.desk import Desk, DeskPorts
from workbench.desk.verdicts import citations
from workbench.files.user_files import UserFiles
from workbench.plugins import EXPORTERS, Plugins
from workbench.ports import Researched
from workbench.scales.installed_scales import InstalledScales, installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive

RATED = 100
"""Claims that have a verdict which goes out."""

WITHDRAWN = 10
OPEN = 2

SAID = {
    "en": "There were {n} asylum applications in 2021, said number {i}.",
    "de": "Im Jahr 2021 gab es {n} Asylanträge, sagte Nummer {i}.",
    "mk": "Во 2021 година имаше {n} барања за азил, рече број {i}.",
    "fr": "En 2021, {n} demandes d'asile, dit le numéro {i}.",
    "ar": "بلغ عدد طلبات اللجوء {n} في عام 2021، قال رقم {i}.",
    "he": "הוגשו {n} בקשות מקלט בשנת 2021, אמר מספר {i}.",
}
HOSTILE = (
    "Ministry of Figures",
    '=HYPERLINK("http://evil.example")',
    "</script><script>alert(1)</script>",
    "| pipe | `tick` | # head",
    "![img](http://evil.example/x.png)",
    "{{ 7*7 }} {% raw %}",
    "\x1b[31mred\x1b[0m \x9bC1 \x00",
    "\u202eright to left \u2066",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "a\nb\r\nc\td ]]> <!-- & \\end{x} %00",
)
PROVIDERS = ("unhcr", "eurostat", "worldbank", "ilostat", "who")
FIGURES = (290_000, 450_000, 151_000, 91_000)
PUBLISHER = Publisher(
    name="Example <Checks>", url="https://checks.example.org", contact="desk@checks.example.org",
    corrections="https://checks.example.org/corrections", licence="https://creativecommons.org/licenses/by/4.0/",
)  # fmt: skip


def hostile(n: int) -> str:
    return HOSTILE[n % len(HOSTILE)]


def language(i: int) -> str:
    return list(SAID)[i % len(SAID)]


def renamed() -> InstalledScales:
    """Return the same scale with other words for its ratings, as a newsroom changes it one day."""
    scales = installed_scales()
    return InstalledScales(
        replace(scale, ratings=tuple(_renamed(rating) for rating in scale.ratings))
        for scale in map(scales.scale, scales.keys())
    )


def _renamed(rating: Rating) -> Rating:
    return replace(rating, label=f"{rating.label}, we find")


@contextmanager
def open_desk(folder: Path, *, empty: bool = False) -> Iterator[Desk]:
    """Yield a desk with the case base, or one that has nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    with open_store(folder / "desk.db") as store:
        desk = Desk(
            DeskPorts(
                store=store, archive=MemoryArchive(), catalogue=Titles(), fetch=no_fetch, files=UserFiles(), scales=installed_scales(),
                clock=Clock(), reviewer="ana", exporters=Plugins(EXPORTERS), publisher=PUBLISHER, memory=False,
            )
        )  # fmt: skip
        if not empty:
            fill(desk)
        yield desk


def fill(desk: Desk) -> None:
    """Put every claim on the desk with what was found, decided and written, as the desk keeps it; in few transactions."""
    store, bodies = desk.ports.store, [_body(desk, name) for name in PROVIDERS]
    made = [_claim(i) for i in range(RATED + WITHDRAWN + OPEN)]
    store.add([(document, [claim]) for document, claim in made])
    reviews: list[Review] = []
    for i, (_, claim) in enumerate(made):
        found = _findings(claim, i, bodies) if i % 10 != 9 else ()
        if found:
            citations.keep(desk.ports, Researched(claim.id, desk.ports.clock(), findings=found))
        if i < RATED + WITHDRAWN:
            _write(desk, claim.id, i)
            reviews += _reviews(desk, claim.id, i, tuple(each.id for each in found))
    store.review_all(reviews)


def _body(desk: Desk, name: str) -> str:
    """Return the archived answer of a provider."""
    body = json.dumps([name, *FIGURES]).encode()
    key = hashlib.sha256(body).hexdigest()
    about = Snapshot(
        id=key, url=f"https://{name}.example/api?q=%3Casylum%3E&years=2018-2021", fetched=desk.ports.clock(),
        media_type="application/json", size=len(body), source=name, sample="a frozen <answer>" if name == "who" else "",
    )  # fmt: skip
    desk.ports.archive.keep(about, body)
    return key


def _claim(i: int) -> tuple[Document, Claim]:
    said = 91_000 if i % 3 else 120_000 + i
    text = SAID[language(i)].format(n=said, i=i)
    if i % 11 == 5:
        text += f" {hostile(i)}"
    document = Document(
        id=f"d{i}", title=hostile(i), text=text, origin=f"/home/ana/speeches/{i}.txt", language=language(i),
        published=date(2022, 3, 1) if i % 13 else None, place="MKD", place_name=hostile(i + 1), source_note=hostile(i + 2),
        url=("https://gov.example/press?a=1&b=<2>", "javascript:alert(1)", "")[i % 3],
    )  # fmt: skip
    at, whole = text.index(str(said)), Span(0, len(text))
    span = Span(at, at + len(str(said)))
    amount = Mention(
        span, Amount(Relation.IS, Decimal(said), None, Decimal(1), Unit(Dimension.COUNT, "application")), "number"
    )
    return document, Claim(
        id=claim_id(document.id, span, str(said)), document=document.id, span=span, quote=str(said), sentence=whole,
        context=text, kind=ClaimKind.LEVEL, measure="asylum applications", amount=amount, amounts=(amount,),
        period=Mention(span, year(2021), "year"), place="MKD", language=language(i), said=document.published,
        attribution=Attribution((whole,), Speaker(hostile(i + 3), hostile(i + 4)), None, None, How.TURN) if i % 7 else None,
    )  # fmt: skip


def _findings(claim: Claim, i: int, bodies: list[str]) -> tuple[Finding, ...]:
    name, key = PROVIDERS[i % len(PROVIDERS)], bodies[i % len(PROVIDERS)]
    series = Series(
        ref=SeriesRef(name, f"A{i}"), title=f"Asylum applications {hostile(i + 5)}", unit=Unit(Dimension.COUNT, "application"),
        adds=Additivity.SUM, publisher=hostile(i + 6), licence=f"CC BY 4.0 {hostile(i + 7)}", description=hostile(i + 8),
        url=f"https://{name}.example/series/{i}", notes=(hostile(i + 9),),
    )  # fmt: skip
    rows = [
        Observation(ref=series.ref, place="MKD", period=year(2018 + n), value=Decimal(figure), evidence=Evidence(key, (f"/{n + 1}",)))
        for n, figure in enumerate(FIGURES)
    ]  # fmt: skip
    return tuple(check(claim, series, rows, today=date(2022, 6, 1)))


def _reviews(desk: Desk, key: str, i: int, found: tuple[str, ...]) -> Iterator[Review]:
    """Yield what was decided of a claim, oldest first."""
    scales = installed_scales() if i % 2 else renamed()

    def review(action: Action, rating: str | None = None, note: str = "") -> Review:
        return Review(
            claim=key, reviewer="ana", at=desk.ports.clock(), action=action, rating=rating, scale=desk.ports.scale,
            note=clean_text(note).text, findings=found if rating else (), nonce=f"{i}{action}",
            given_on=scales.scale(desk.ports.scale) if rating else None,
        )  # fmt: skip

    rating = "true" if i % 3 else "false"
    yield review(Action.RATE, rating, f"no official figure: {hostile(i)} explains it in full")
    yield review(Action.PUBLISH)
    if i >= RATED:
        yield review(Action.WITHDRAW, None, f"The speaker was misquoted. {hostile(i)}")
    elif i % 5 == 1:
        yield review(Action.CORRECT, "mostly-true", f"We read the wrong year. {hostile(i)}")
    elif i % 5 == 2:
        yield review(Action.UPDATE, rating, f"The office revised 2021. {hostile(i)}")


def _write(desk: Desk, key: str, i: int) -> None:
    """What a person wrote, put right and attached."""
    if i % 4 == 0 or i % 11 == 5:
        desk.correct(key, [(Slot.HEADLINE, f"Asylum applications of 2021, check {i}")])
    if i % 4 == 0:
        words = hostile(i).replace("\x00", "") + " in words"
        desk.correct(key, [(Slot.SUMMARY, words), (Slot.CONTEXT, words), (Slot.TAGS, f"asylum, tag {i % 3}")])
        desk.correct(key, [(Slot.ADDRESS, f"https://checks.example.org/2021/{i}")])
    if i % 6 == 0:
        desk.correct(key, [(Slot.MEASURE, "asylum requests")])
        desk.undo(key)
    if i % 9 == 0:
        desk.ports.store.attach(
            identified(
                Attachment(
                    id="", claim=key, kind=AttachmentKind.NOTE, reviewer="ana", at=desk.ports.clock(), note=hostile(i)
                )
            )
        )
