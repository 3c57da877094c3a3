"""A report over one table of nasty values: what every format must survive."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from workbench.core.candidate import Relationship, SeenBefore
from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention
from workbench.core.document import Attribution, Document, How, Span, Speaker
from workbench.core.errors import Problem
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.interval import Interval
from workbench.core.period import Frequency, year
from workbench.core.prior_checks import CheckedElsewhere, PriorCheck
from workbench.core.quantity import PERCENT, Amount, Dimension, Relation, Unit
from workbench.core.rating import Rating, RatingScale
from workbench.core.report import Entry, Publisher, Report
from workbench.core.score import ScorePart
from workbench.core.series import Observation, Series, SeriesRef
from workbench.core.slip import Slip
from workbench.core.trace import Operand, Step, Trace, apply_operation
from workbench.core.verdict import Action, Review, fold_reviews

AT = datetime(2021, 12, 3, 9, 30, tzinfo=UTC)
NASTY = (
    '=HYPERLINK("http://evil.example")',
    "-2+3+cmd|' /C calc'!A0",
    "</script><script>alert(1)</script>",
    "| pipe | `tick` | # head",
    "![img](http://evil.example/x.png)",
    "[bold]markup[/bold]",
    "\x1b[31mred\x1b[0m \x9bC1",
    "Скопје — Тетово 北京 ＷＩＤＥ",
    "a\nb\r\nc\td",
    "\u202eright to left",
)
SCALE = RatingScale(
    "five-point",
    "True to false",
    (
        Rating("true", "True", "The figures bear it out.", 5, "1", "good"),
        Rating("false", "False", "The figures say otherwise.", 1, "5", "bad"),
        Rating("cannot-say", "Cannot say", "No figure tells.", None, "0", "none"),
    ),
)


def _document(text: str) -> Document:
    return Document(
        id="d1", title="Minister at <police> association", text=text, origin="statement.txt", published=date(2021, 11, 13),
        place="MKD", place_name="Skopje", source_note="Paraphrase of a press report.", url="https://news.example/1?a=b&c=d",
    )  # fmt: skip


def _recording(text: str) -> Document:
    return replace(_document(text), url='https://www.youtube.com/watch?v=a&t=3&list="><b>', marks=((0, "00:12:31"),))


def _claim(key: str, context: str) -> Claim:
    span = Span(0, len(context))
    amount = Mention(span, Amount(Relation.IS, Decimal(70), None, Decimal(10), PERCENT), "percent")
    change = Mention(span, Change(Direction.DOWN, ChangeMode.RELATIVE, amount, year(2020)), "down")
    speaker = Speaker("Oliver Spasovski", "interior minister")
    return Claim(
        id=key, document="d1", span=span, quote=context, sentence=span, context=context, kind=ClaimKind.CHANGE,
        measure="asylum applications", amount=amount, change=change, period=Mention(span, year(2021), "year"), place="MKD",
        attribution=Attribution((span,), speaker, None, None, How.REPORTED), said=date(2021, 11, 13),
        worth=(ScorePart("number", 1.0, 1.0, "a figure is claimed"),),
    )  # fmt: skip


def _finding(claim: str) -> Finding:
    series = Series(
        ref=SeriesRef("unhcr", "asylum-applications.coa"), title="Asylum applications lodged", frequency=Frequency.YEAR,
        unit=Unit(Dimension.COUNT, "application"), url="https://www.unhcr.org/refugee-statistics/", publisher="UNHCR",
        licence="CC BY 4.0, UNHCR Refugee Data Finder", updated=date(2026, 6, 12), notes=("Persons | not <cases>.",),
        description="Applications of persons\nlodged in the <country>. " + "Appeals are | left out. " * 20,
        method="https://www.unhcr.org/refugee-statistics/methodology/?a=b&c=d",
    )  # fmt: skip
    cells = [Evidence("ab" * 32, (f"/items/{n}/applied",)) for n in (0, 1)]
    old, new = Decimal(151), Decimal(91)
    result = apply_operation("relative_change", new, old)
    steps = (
        Step("read", (), old, "applications", "v(2020) = 151", cells[0]),
        Step("read", (), new, "applications", "v(2021) = 91", cells[1]),
        Step(
            "relative_change", (Operand(new, 1), Operand(old, 0)), result, "%", "change = (2 − 1) / 1 × 100 = −39.74 %"
        ),
    )
    observations = tuple(
        Observation(
            ref=series.ref, place="MKD", period=year(y), value=None if v is None else Decimal(v), own_place="MCD",
            evidence={2020: cells[0], 2021: cells[1]}.get(y), vintage=date(2025, 12, 1),
        )
        for y, v in ((2018, 292), (2019, 450), (2020, 151), (2021, 91), (2022, None))
    )  # fmt: skip
    return Finding(
        claim=claim, series=series, title="Asylum applications, North Macedonia, 2020 to 2021", agreement=Agreement.APART,
        claimed=Decimal(-70), claimed_range=Interval(Decimal(-75), Decimal(-65)), measured=result,
        difference=result + 70, unit="%", trace=Trace(steps), why="151 in 2020 and 91 in 2021: a fall of 39.7 %.",
        caveats=(Caveat("claim-before-period-end", "The words were said before the year ended."),), place="MKD",
        period=year(2021), base=year(2020), observations=observations,
        notes=(Problem("api.unhcr.org", "answered from the archive, fetched 2026-06-30.", "<b>Ask</b> again | later.", "from-archive"),),
        slips=(_slip(steps),),
    )  # fmt: skip


def _slip(steps: tuple[Step, ...]) -> Slip:
    """Return its kind of figure in another series, from a body of its own."""
    other = Series(
        ref=SeriesRef("eurostat", "migr_asyappctza"), title="First-time <applicants>", url="https://ec.europa.eu/eurostat/x?a=b&c=d",
        publisher="Eurostat", licence="CC BY 4.0, Eurostat",
    )  # fmt: skip
    cell = Evidence("cd" * 32, ("/value/7",))
    lines = (*steps[:1], Step("read", (), Decimal(45), "applicants", "First-time | <applicants>, 2021: 45", cell))
    figure = apply_operation("relative_change", Decimal(45), Decimal(151))
    last = Step("relative_change", (Operand(Decimal(45), 1), Operand(Decimal(151), 0)), figure, "%", "(45 − 151) / 151")
    return Slip(
        kind="other-series", says="It would hold by “First-time <applicants>” | Eurostat: a fall of 70.2 %.",
        trace=Trace((*lines, last)), size=2, chance=Decimal("0.014"), series=other, place="MKD", period=year(2021), base=year(2020),
    )  # fmt: skip


def _elsewhere() -> tuple[CheckedElsewhere, ...]:
    """Reviews by others: what they say is theirs, and none of their addresses runs anything."""
    checks = (
        PriorCheck(
            text="Asylum is down by 70 percent.", publisher="Checkers <b>&</b> Sons | Ltd", rating="=HALF \x1b[31mTrue",
            url="https://checkers.example/1?a=b&c=d", reviewed=date(2021, 11, 20),
        ),
        PriorCheck(text="a\nb | c", publisher="Other", url="javascript:alert(1)"),
    )  # fmt: skip
    known = SeenBefore("", "x", 0.9, ("amount",), Relationship.VARIANT, "another amount: 60 %")
    return (
        CheckedElsewhere(checks[0], known),
        CheckedElsewhere(checks[1], replace(known, relationship=Relationship.REPEAT, because="")),
    )


def _in_thousands(claim: str) -> Finding:
    """Return a figure that its table prints in thousands, in a series with no page of its method."""
    series = Series(
        ref=SeriesRef("eurostat", "lfsi_emp_a"), title="Employed persons", unit=Unit(Dimension.COUNT, "person"),
        publisher="Eurostat", licence="CC BY 4.0, Eurostat", notes=("=cmd|' /C calc'!A0",), method="javascript:alert(1)",
    )  # fmt: skip
    cell = Evidence("ab" * 32, ("/value/7",), Decimal(1000))
    row = Observation(
        ref=series.ref, place="MKD", period=year(2021), value=Decimal(82500), own_place="MK", evidence=cell
    )
    return Finding(
        claim=claim, series=series, title="Employed persons, North Macedonia, 2021", agreement=Agreement.NEAR,
        claimed=Decimal(83000), measured=Decimal(82500), difference=Decimal(-500), unit="persons",
        trace=Trace((Step("read", (), Decimal(82500), "person", "North Macedonia, 2021: 82,500", cell),)), why="82,500 persons.",
        place="MKD", period=year(2021), observations=(row,),
        caveats=(Caveat("frozen-table", "Eurostat: the table is no longer updated."),),
    )  # fmt: skip


def _review(claim: str, action: Action, rating: str | None = None, note: str = "", undoes: str | None = None) -> Review:
    return Review(
        claim=claim, reviewer="ana", at=AT, action=action, rating=rating, scale="five-point", note=note, undoes=undoes,
        nonce=action.value,
    )  # fmt: skip


@pytest.fixture
def report() -> Report:
    first = "Asylum applications are down 70 percent."
    rated = _review("c1", Action.RATE, "false", "The fall was about 40 %. <b>Not</b> 70.")
    reviews = [_review("c1", Action.COMMENT, note="=1+1"), rated, _review("c1", Action.PUBLISH)]
    known = (
        SeenBefore("c9", "asylum fell by 60 percent", 0.8, ("amount",), Relationship.VARIANT, "another amount: 60 %"),
    )
    entries = [
        Entry(
            _claim("c1", first),
            _document(first),
            fold_reviews("c1", "five-point", reviews),
            (_finding("c1"), _in_thousands("c1")),
            known,
            elsewhere=_elsewhere(),
        )
    ]
    for n, nasty in enumerate(NASTY):
        key = f"n{n}"
        reviews = [_review(key, Action.RATE, "cannot-say", nasty)] if n % 2 else []
        verdict = fold_reviews(key, "five-point", reviews)
        entries.append(
            Entry(
                _claim(key, nasty),
                _document(nasty),
                verdict,
                searched="No official series found.",
                problems=(Problem("OECD", nasty, "Ask again.", "source-failed"),),
            )
        )
    said = "Twelve thousand were turned back."
    verdict = fold_reviews("v1", "five-point", [_review("v1", Action.RATE, "true")])
    entries.append(Entry(_claim("v1", said), _recording(said), verdict, searched="No official series found."))
    return Report(
        title="Checks <of> the week", made=AT, entries=tuple(entries), scale=SCALE,
        snapshots={"ab" * 32: Snapshot(
            id="ab" * 32, url="https://api.unhcr.org/population/v1/asylum-applications/?coa=MKD&cf_type=ISO", fetched=AT,
            media_type="application/json", size=512, sample="UNHCR figures as of 2026-06",
        ), "cd" * 32: Snapshot(
            id="cd" * 32, url="https://ec.europa.eu/eurostat/api/migr_asyappctza?geo=MK", fetched=AT, media_type="application/json",
            size=2048,
        )},
        publisher=Publisher(
            name="Example Checks", url="https://checks.example.org/2021/asylum", contact="desk@checks.example.org",
            corrections="https://checks.example.org/corrections", licence="https://creativecommons.org/licenses/by/4.0/",
        ),
    )  # fmt: skip
