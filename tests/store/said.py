"""Things that were said, found and judged, as small as they can be: what the tests of the store keep."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from workbench.core.attachment import Attachment, AttachmentKind, Passage, identified
from workbench.core.candidate import Candidate, Relationship, SeenBefore
from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention, claim_id
from workbench.core.corrections.amendment import Amendment, AmendmentKind, DocumentData
from workbench.core.corrections.correction import Correction, Slot
from workbench.core.document import Attribution, Document, How, Span, Speaker
from workbench.core.errors import Problem
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.interval import Interval
from workbench.core.period import Frequency, Period, year
from workbench.core.quantity import PERCENT, Amount, Dimension, Relation, Unit
from workbench.core.reviewers.saved_formula import SavedFormula, shape_of
from workbench.core.reviewers.series_choice import Choice, ChoiceKind
from workbench.core.score import ScorePart
from workbench.core.series import Additivity, Observation, Series, SeriesRef, Status
from workbench.core.trace import Operand, Step, Trace
from workbench.core.verdict import Action, Review
from workbench.ports import CandidateRow, Researched

NOON = datetime(2021, 12, 2, 12, tzinfo=UTC)
MINISTER = Speaker("Oliver Spasovski", "Minister", "Ministry of Interior")


def document(key: str = "d1", text: str = "Asylum applications fell by 70 percent.", **more: object) -> Document:
    given = {
        "title": "A conference",
        "origin": f"{key}.txt",
        "published": date(2021, 11, 13),
        "place": "MKD",
        "place_name": "Skopje",
        "speakers": (MINISTER,),
    } | more
    return Document(id=key, text=text, **given)  # type: ignore[arg-type]


def claim(of: Document, start: int = 0, end: int | None = None, *, worth: float = 0.5, **more: object) -> Claim:
    span = Span(start, len(of.text) if end is None else end)
    quote = span.cut(of.text)
    amount = Mention(span, Amount(Relation.ABOUT, Decimal("70.0"), None, Decimal("1E+1"), PERCENT), "percent")
    given = {
        "kind": ClaimKind.CHANGE,
        "measure": "asylum applications",
        "amount": amount,
        "amounts": (amount,),
        "change": Mention(
            span, Change(Direction.DOWN, ChangeMode.RELATIVE, amount, year(2020), origin=amount), "fell by"
        ),
        "period": Mention(span, year(2021), "year", (Period(date(2021, 1, 1), date(2021, 11, 13)),)),
        "place": of.place,
        "places": (Mention(span, "MKD", "country"),),
        "attribution": Attribution((span,), MINISTER, span, None, How.REPORTED),
        "said": of.published,
        "worth": (ScorePart("figure", worth, 1.0, "it has a figure"),),
        "notes": (Problem("period", "The year is that of the document."),),
    } | more
    return Claim(
        id=claim_id(of.id, span, quote), document=of.id, span=span, quote=quote, sentence=span, context=quote, **given
    )  # type: ignore[arg-type]


def speech(key: str, *sentences: str, **more: object) -> tuple[Document, list[Claim]]:
    """Return a document that is some sentences, with a claim for each; the first is worth most."""
    text = " ".join(sentences)
    whole = document(key, text, **more)
    claims, start = [], 0
    for n, sentence in enumerate(sentences):
        claims.append(claim(whole, start, start + len(sentence), worth=round(0.9 - n / 10, 1), measure=sentence))
        start += len(sentence) + 1
    return whole, claims


PAGE = Snapshot(id="ab" * 32, url="https://example.org/a", fetched=NOON, media_type="text/html", size=9)


def attachment(of: Claim, n: int = 0, body: Snapshot | None = PAGE, **more: object) -> Attachment:
    kind = AttachmentKind.PAGE if body else AttachmentKind.NOTE
    given = {
        "title": "A page" if body else "",
        "passage": Passage("fell by 70", 3, 13, page=2, before="they") if body else None,
        "reviewer": "ana",
        "at": NOON + timedelta(minutes=n),
    } | more
    return identified(Attachment(id="", claim=of.id, kind=kind, body=body, **given))  # type: ignore[arg-type]


def review(
    of: Claim | str, action: Action = Action.RATE, rating: str | None = "false", n: int = 0, **more: object
) -> Review:
    key = of if isinstance(of, str) else of.id
    given = {"rating": rating if action in {Action.RATE, Action.CORRECT} else None, "scale": "five-point"} | more
    return Review(
        claim=key,
        reviewer="ana",
        at=NOON + timedelta(minutes=n),
        action=action,
        nonce=f"{n:04}",
        **given,  # type: ignore[arg-type]
    )


def series() -> Series:
    return Series(
        ref=SeriesRef("unhcr", "asylum-applications"),
        title="Asylum applications",
        unit=Unit(Dimension.COUNT, "application"),
        frequency=Frequency.YEAR,
        places=frozenset({"MKD", "DEU"}),
        first=2000,
        adds=Additivity.SUM,
        updated=date(2024, 6, 1),
        notes=("Rounded to the next five.",),
    )


def finding(
    of: Claim, measured: str = "-39.7350993377483443708609271523178807947019867549669", title: str = "Applications"
) -> Finding:
    evidence = Evidence("ab" * 32, ("/items/0/applied", "/items/1/applied"), Decimal("1.0"))
    observed = Observation(
        ref=series().ref, place="MKD", period=year(2021), value=Decimal(91), step=Decimal("1.0"),
        status=Status.PROVISIONAL, evidence=evidence, vintage=date(2022, 6, 1), note="Rounded.",
    )  # fmt: skip
    steps = (
        Step("read", (), Decimal(91), "application", "91 in 2021", evidence),
        Step("given", (), Decimal(151), "application", "151 in 2020"),
        Step("relative_change", (Operand(Decimal(91), 0), Operand(Decimal(151), 1)), Decimal(measured), "%", "it fell"),
    )
    return Finding(
        claim=of.id, series=series(), title=title, agreement=Agreement.APART, claimed=Decimal(-70),
        claimed_range=Interval(Decimal(-75), None, low_in=False), measured=Decimal(measured),
        difference=Decimal("30.3"), unit="%", trace=Trace(steps), why="It fell by less.",
        caveats=(Caveat("partial-year", "The year was not over."),), place="MKD", period=year(2021), base=year(2020),
        observations=(observed,),
    )  # fmt: skip


def amendment(
    kind: str, of: str = "d1", *, n: int = 0, gone: list[str] | None = None, came: list[str] | None = None,
    data: DocumentData | None = None, undoes: Amendment | None = None, follows: Amendment | None = None,
) -> Amendment:  # fmt: skip
    before = follows or undoes
    return Amendment(
        document=of,
        kind=AmendmentKind(kind),
        reviewer="ana",
        at=NOON + timedelta(minutes=n),
        gone=tuple(gone or ()),
        came=tuple(came or ()),
        data=data,
        undoes=undoes.id if undoes else "",
        follows=before.id if before else "",
    )


def correction(of: Claim, reading: Claim, n: int = 0, said_: str = "Germany", undoes: str = "") -> Correction:
    return Correction(
        claim=of.id, slot=Slot.PLACE, said=said_, before=of.place or "", after=reading.place or "", reading=reading,
        reviewer="ana", at=NOON + timedelta(minutes=n), undoes=undoes,
    )  # fmt: skip


def research(of: Claim, *findings: Finding, n: int = 0) -> Researched:
    parts = (ScorePart("words", 0.75, 0.6, "shares asylum"), ScorePart("unit", 1, 0.4, "counts"))
    known = SeenBefore("0123456789ab", "Asylum fell.", 0.8, ("period",), Relationship.VARIANT, "another period")
    rows = tuple(CandidateRow(Candidate(series(), parts, None), f.id) for f in findings)
    barred = CandidateRow(Candidate(series(), parts, "another unit"))
    return Researched(
        claim=of.id, at=NOON + timedelta(minutes=n), candidates=(*rows, barred), findings=findings,
        problems=(Problem("Eurostat", "It did not answer.", "Try again.", "source-failed"),), searched="3 titles",
        known=(known,),
    )  # fmt: skip


def choice(kind: ChoiceKind = ChoiceKind.PICKED, words: str = "crossings", n: int = 0, **more: object) -> Choice:
    given = {"series": series().ref, "title": series().title, "claim": "c1", "reviewer": "ana"} | more
    return Choice(kind=kind, words=words, at=NOON + timedelta(minutes=n), **given)  # type: ignore[arg-type]


def formula(of: Claim, text: str = "un.asylum / wb.pop * 100000", n: int = 0, **more: object) -> SavedFormula:
    given = {"general": text, "shape": shape_of(of), "reviewer": "ana", "quote": of.quote} | more
    return SavedFormula(claim=of.id, text=text, at=NOON + timedelta(minutes=n), **given)  # type: ignore[arg-type]
