"""What a speaker thinks of what was said changes nothing of it, the top of a scale counts nothing, and "nobody believes that" denies."""

from __future__ import annotations

import pytest

from workbench.core.claim import Claim
from workbench.core.quantity import Dimension
from workbench.extract import read_text

SAID = {
    "en": "Police counted 1,919 cases in 2013",
    "de": "2013 zählte die Polizei 1.919 Fälle",
    "mk": "Полицијата во 2013 година изброи 1.919 случаи",
}
REMARKS = {
    "en": (
        ", no wonder.",
        ", hats off!",
        " – shame on us.",
        ", would you believe it!",
        ", full stop.",
        ", what a disgrace.",
    ),
    "de": (
        ", kein Wunder.",
        ", Hut ab!",
        " – alle Achtung.",
        ", leider.",
        ", eine Schande!",
        ", nicht mehr und nicht weniger.",
        ", das muss man sich einmal vorstellen.",
    ),
    "mk": (", не е чудо.", ", капа долу!", " – за жал.", ", замислете.", ", срамота!", ", ни повеќе ни помалку."),
}
DENIALS = {
    "en": (", nobody believes that.", ", if you believe that.", ", and that is only half the truth."),
    "de": (", das glaubt kein Mensch.", ", wer's glaubt.", ", und das ist nur die halbe Wahrheit."),
    "mk": (", и тоа не е точно.", ", ама тоа е лага.", ", тоа никој не го верува."),
}
MORE = {
    "en": (", no wonder, in Leeds.", ", no wonder?"),
    "de": (", kein Wunder, in Berlin.", ", kein Wunder?"),
    "mk": (", не е чудо, во Битола.", ", не е чудо?"),
}
POINTS = [
    ("en", "Norway scored 85 out of a possible hundred.", 85),
    ("en", "Norway got 85 points on that index, out of a possible 100.", 85),
    ("en", "Norway was given 85 points out of a maximum of 100.", 85),
    ("en", "On a scale of zero to one hundred, Norway got 85 points.", 85),
    ("de", "Norwegen kam auf 85 von möglichen hundert Punkten.", 85),
    ("de", "Norwegen erreichte 85 Punkte auf einer Skala bis hundert.", 85),
    ("de", "Norwegen lag bei 85 auf einer Skala von null bis hundert.", 85),
    ("de", "Auf einer Skala von 0 bis 100 erreichte Norwegen 85 Punkte.", 85),
    ("de", "Norwegen hatte 85 von maximal 100 Punkten.", 85),
    ("de", "Norwegen hatte 85 Punkte, hundert wäre die Bestnote.", 85),
    ("mk", "Норвешка доби 85 од можни сто поени.", 85),
    ("mk", "Норвешка имаше 85 поени на тој индекс, од можни 100.", 85),
    ("mk", "На скала од нула до сто, Норвешка доби 85 поени.", 85),
    ("mk", "Норвешка доби 85 од вкупно 100 поени.", 85),
]
NO_POINTS = [
    ("en", "We filled 85 out of a possible 100 seats."),
    ("de", "Wir besetzten 85 von maximal 100 Plätzen."),
    ("mk", "Пополнивме 85 од можни 100 места."),
]


def _told(claim: Claim) -> tuple[object, ...]:
    unread = [each.value for each in claim.unread]
    return claim.measure, claim.period and claim.period.value, claim.place, unread, [each.kind for each in claim.notes]


def _claims(language: str, said: str) -> list[Claim]:
    return [claim for claim in read_text(said, language=language).claims if claim.amount]


@pytest.mark.parametrize(("language", "remark"), [(key, each) for key, rows in REMARKS.items() for each in rows])
def test_a_remark_behind_a_statement_changes_nothing(language, remark):
    (claim,) = read_text(f"{SAID[language]}{remark}", language=language).claims
    (plain,) = read_text(f"{SAID[language]}.", language=language).claims
    assert _told(claim) == _told(plain)


@pytest.mark.parametrize(("language", "more"), [(key, each) for key, rows in MORE.items() for each in rows])
def test_what_goes_on_behind_a_remark_or_asks_is_read(language, more):
    (claim,) = _claims(language, f"{SAID[language]}{more}")
    (plain,) = read_text(f"{SAID[language]}.", language=language).claims
    assert _told(claim) != _told(plain)


@pytest.mark.parametrize(("language", "denial"), [(key, each) for key, rows in DENIALS.items() for each in rows])
def test_what_nobody_believes_is_not_stated(language, denial):
    claim = _claims(language, f"{SAID[language]}{denial}")[0]
    assert any(note.kind == "not-said-so" for note in claim.notes), claim.notes


@pytest.mark.parametrize(("language", "said", "points"), POINTS)
def test_the_top_of_a_scale_counts_nothing(language, said, points):
    (claim,) = _claims(language, said)
    assert (claim.amount.value.low, claim.amount.value.unit.dimension) == (points, Dimension.INDEX)


SHARPENED = [
    ("en", "In 2018 every third seat, more precisely 32 percent of the seats, was held by a woman.", 32),
    ("de", "2014 war jede dritte, genauer 35 Prozent der Geburten unehelich.", 35),
    ("mk", "Во 2017 година секој петти, поточно 22 проценти од населението, живееше во сиромаштија.", 22),
]


@pytest.mark.parametrize(("language", "said", "share"), SHARPENED)
def test_a_share_that_is_sharpened_at_once_is_told_once(language, said, share):
    (claim,) = _claims(language, said)
    assert claim.amount.value.low == share


@pytest.mark.parametrize(("language", "said"), NO_POINTS)
def test_the_most_that_there_may_be_of_things_is_no_scale(language, said):
    assert {claim.amount.value.unit.dimension for claim in _claims(language, said)} != {Dimension.INDEX}
