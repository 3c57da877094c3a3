"""Each sample statement is read as the report that it paraphrases has it: the day, the place, who spoke, every figure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.core.claim import Claim, ClaimKind
from workbench.core.document import Speaker
from workbench.core.period import Period

SPASOVSKI = Speaker("Oliver Spasovski", "interior minister")
BRDO, BRDO_PAGE = "2021-12-02-brdo-forum.txt", "2021-12-02-brdo-forum.html"
POLICE, SKOPJE = "2021-11-13-police-association.txt", "2023-10-17-skopje.txt"
DAYS = {BRDO: date(2021, 12, 2), BRDO_PAGE: date(2021, 12, 2), POLICE: date(2021, 11, 13), SKOPJE: date(2023, 10, 17)}
STATEMENTS = pytest.mark.parametrize("name", DAYS)


def span(start: str, end: str) -> tuple[date, date]:
    return date.fromisoformat(start), date.fromisoformat(end)


def days(period: Period | None) -> tuple[date, date] | None:
    return None if period is None else (period.start, period.end)


def figures(claims: list[Claim]) -> dict[str, tuple[str, str, tuple[date, date] | None]]:
    """For each figure as it is written: which way it goes, its relation, its period."""
    return {
        str(claim.amount.value.low): (
            str(claim.change.value.direction) if claim.change else "level",
            str(claim.amount.value.relation),
            days(claim.period.value if claim.period else None),
        )
        for claim in claims
        if claim.amount
    }


def base(claims: list[Claim], figure: str) -> tuple[date, date] | None:
    claim = next(claim for claim in claims if claim.amount and str(claim.amount.value.low) == figure)
    return days(claim.change.value.base) if claim.change else None


@STATEMENTS
def test_the_day_the_place_and_the_speaker(statement, name):
    document, _ = statement(name)
    assert (document.published, document.place, document.language) == (DAYS[name], "MKD", "en")
    assert document.speakers == (SPASOVSKI,)


@STATEMENTS
def test_everything_is_said_by_the_minister(statement, name):
    _, claims = statement(name)
    assert {claim.attribution.speaker for claim in claims} == {SPASOVSKI}
    assert {claim.place for claim in claims} == {"MKD"}


@STATEMENTS
def test_the_title_and_the_furniture_are_no_text(statement, name):
    document, _ = statement(name)
    assert document.title.startswith("Spasovski")
    assert document.title not in document.text
    assert not any(rest in document.text for rest in ("2024", "dk/ba", "Home", "#", "99,999", "Copyright"))


@STATEMENTS
def test_it_says_on_top_that_it_is_a_paraphrase_and_of_what(statement, samples, name):
    document, _ = statement(name)
    assert document.source_note.startswith("A paraphrase, written for this project in its own words, of a report by ")
    assert "The facts are those of the report; the wording is not." in document.source_note
    assert "date:" not in document.source_note
    assert "speaker:" not in document.source_note
    head = (samples / "statements" / name).read_text(encoding="utf-8")[:200]
    assert "A paraphrase" in head


NINE_MONTHS = span("2021-01-01", "2021-10-01")


@pytest.mark.parametrize("name", [BRDO, BRDO_PAGE])
def test_brdo_says_five_figures_and_a_promise(statement, name):
    _, claims = statement(name)
    found = figures(claims)
    assert {key: value for key, value in found.items() if key != "800"} == {
        "16000": ("level", "is", NINE_MONTHS),
        "36.5": ("down", "is", NINE_MONTHS),
        "35": ("level", "is", NINE_MONTHS),
        "420": ("level", "is", NINE_MONTHS),
    }
    assert found["800"][:2] == ("level", "about")
    assert base(claims, "36.5") == span("2020-01-01", "2020-10-01")
    (promise,) = [claim for claim in claims if claim.kind is ClaimKind.PROMISE]
    assert days(promise.period.value) == span("2022-01-01", "2023-01-01")
    assert len(claims) == len(found) + 1


def test_a_page_is_read_as_its_text(statement):
    """The page holds part of the text; what it holds is read alike, to the words and the worth."""
    (text, said), (page, shown) = statement(BRDO), statement(BRDO_PAGE)
    assert (text.title, text.published, text.place) == (page.title, page.published, page.place)
    assert [(c.kind, c.quote, c.measure, c.amount and c.amount.value) for c in said] == [
        (c.kind, c.quote, c.measure, c.amount and c.amount.value) for c in shown
    ]
    assert [c.attribution.how for c in said] == [c.attribution.how for c in shown]


SO_FAR = span("2021-01-01", "2021-11-13")
A_YEAR_BEFORE = span("2020-01-01", "2020-11-13")


def test_the_police_association_is_told_of_this_year_so_far(statement):
    _, claims = statement(POLICE)
    assert figures(claims) == {
        "15895": ("level", "is", SO_FAR),
        "10000": ("down", "nearly", SO_FAR),
        "60": ("down", "is", SO_FAR),
        "70": ("down", "is", SO_FAR),
    }
    assert base(claims, "10000") == A_YEAR_BEFORE
    assert {base(claims, "60"), base(claims, "70")} <= {None, A_YEAR_BEFORE}
    assert len(claims) == 4


EIGHT_MONTHS = span("2023-01-01", "2023-09-01")


def test_skopje_says_half_as_many(statement):
    _, claims = statement(SKOPJE)
    found = figures(claims)
    assert found.pop("68")[:2] == ("level", "is")
    assert found == {
        "10455": ("level", "is", span("2023-01-01", "2024-01-01")),
        "50": ("down", "nearly", span("2023-01-01", "2024-01-01")),
        "74": ("level", "is", EIGHT_MONTHS),
        "734": ("level", "is", EIGHT_MONTHS),
    }
    assert base(claims, "50") == span("2022-01-01", "2023-01-01")
    assert len(claims) == 5


def test_the_words_are_our_own(statement, shared: Path):
    """No run of eight words is that of the statement which the first sample paraphrases, its dateline aside."""
    original = (shared / "statement" / "statement-2021-12-02.txt").read_text(encoding="utf-8").casefold().split()
    document, _ = statement(BRDO)
    words = document.text.partition(" - ")[2].casefold().split()
    runs = {tuple(original[i : i + 8]) for i in range(len(original) - 7)}
    assert [" ".join(words[i : i + 8]) for i in range(len(words) - 7) if tuple(words[i : i + 8]) in runs] == []
