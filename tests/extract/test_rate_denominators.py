"""Bases of rates and wholes of shares told in words: they belong to their figure, wherever they stand, and are no figure of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.core.claim import ClaimKind
from workbench.extract import read_text

RATES = [
    ("en", "There were 56.5 births for every thousand girls.", "56.5", "1,000 girls"),
    ("en", "There were 12 thefts for each thousand households.", "12", "1,000 households"),
    ("en", "There were 17 nurses for a thousand inhabitants.", "17", "1,000 inhabitants"),
    ("en", "We count 250 deaths for 100,000 births.", "250", "100,000 births"),
    ("en", "Forty mothers died for every hundred thousand births.", "40", "100,000 births"),
    ("en", "For every thousand Hungarians there were 3.6 marriages.", "3.6", "1,000 Hungarians"),
    ("en", "Out of every hundred thousand births, 925 mothers died.", "925", "100,000 births"),
    ("en", "Of a thousand children born there, twelve died within the year.", "12", "1,000 children"),
    ("de", "Auf tausend Menschen kamen 13,8 Schwestern.", "13.8", "1,000 Menschen"),
    ("de", "Auf 100.000 Einwohner kamen 27 Morde.", "27", "100,000 Einwohner"),
    ("de", "Es kamen auf je hundert Einwohner 45 feste Anschlüsse.", "45", "100 Einwohner"),
    ("de", "In Tirol waren es 5,1 Trauungen auf tausend Einwohner.", "5.1", "1,000 Einwohner"),
    (
        "de",
        "Es kamen im vorletzten Jahr in Tirol knapp fünf neue Trauungen auf tausend Einwohner.",
        "5",
        "1,000 Einwohner",
    ),
    ("de", "Von 1000 Kindern starben 12 im ersten Jahr.", "12", "1,000 Kindern"),
    ("en", "Per 100,000 people there were 27 murders.", "27", "100,000 people"),
    ("de", "Je 100.000 Einwohner gab es 27 Morde.", "27", "100,000 Einwohner"),
    ("de", "Auf 100.000 Lebendgeburten starben 2014 9 Mütter.", "9", "100,000 Lebendgeburten"),
    ("de", "Auf 1.000 Mädchen zwischen 15 und 19 kamen in Tirol 11,2 Geburten.", "11.2", "1,000 Mädchen"),
    ("mk", "Имаше 27 приклучоци на фиксен интернет на 100 жители.", "27", "100 жители"),
    ("mk", "На 100.000 жители имаше 27 убиства.", "27", "100,000 жители"),
    ("mk", "На секои илјада жители има 3,6 бракови.", "3.6", "1,000 жители"),
    ("mk", "Имаше 27 убиства на 100.000 жители.", "27", "100,000 жители"),
]

SHARES = [
    ("en", "Of every hundred children, 56.7 lived with both parents.", "56.7"),
    ("en", "Out of each hundred pupils seventeen failed.", "17"),
    ("en", "31.5 people of every hundred were poor.", "31.5"),
    ("en", "Seventeen in a hundred were poor.", "17"),
    ("en", "One child in four sleeps badly.", "25"),
    ("en", "One job in five was lost.", "20"),
    ("en", "Two pupils in four passed.", "50"),
    ("en", "Every fourth bus was late.", "25"),
    ("de", "Von hundert Kindern leben siebzehn in Armut.", "17"),
    ("de", "Siebzehn von hundert Kindern leben in Armut.", "17"),
    ("de", "Jeder fünfte von ihnen war arm.", "20"),
    ("de", "Im Jahr 2018 war jeder achte ohne Stelle.", "12.5"),
    ("de", "Jede vierte Stelle war offen.", "25"),
    ("mk", "Од сто деца седумнаесет живеат во сиромаштија.", "17"),
    ("mk", "Од секои сто денари шеесет и седум останале дома.", "67"),
    ("mk", "Седумнаесет од сто деца живеат во сиромаштија.", "17"),
]


@pytest.mark.parametrize(("language", "text", "value", "per"), RATES)
def test_a_base_belongs_to_its_figure(language: str, text: str, value: str, per: str) -> None:
    """One figure with its base, and no second one that claims the base itself."""
    claims = [claim for claim in read_text(text, language=language).claims if claim.amount]

    assert [(claim.amount.value.low, claim.amount.value.unit.per) for claim in claims if claim.amount] == [
        (Decimal(value), per)
    ]


@pytest.mark.parametrize(("language", "text", "value"), SHARES)
def test_a_part_of_a_hundred_is_a_share(language: str, text: str, value: str) -> None:
    """A share in percent, whichever way its whole is told."""
    (claim,) = [claim for claim in read_text(text, language=language).claims if claim.amount]

    assert claim.amount is not None
    assert (claim.amount.value.low, claim.amount.value.unit.code) == (Decimal(value), "%")
    assert claim.kind is ClaimKind.SHARE


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "We built homes for 1,000 families.", ["1000"]),
        ("en", "The number of residents rose from 900 to 1,000.", ["900", "1000"]),
        ("en", "They won one game in seven days.", ["1", "7"]),
        ("de", "Die Zahl stieg von 900 Personen auf 1000 Personen.", ["900", "1000"]),
        ("de", "Die Zahl stieg um 100 Personen auf 1000 Personen.", ["100", "1000"]),
        ("mk", "Бројот се зголеми од 900 на 1.000 лица.", ["900", "1000"]),
    ],
)
def test_a_round_figure_of_its_own_stays_one(language: str, text: str, values: list[str]) -> None:
    """Without "every", a round figure is a base only where the words say that something is counted against it."""
    found = [str(each.value.low) for each in read_text(text, language=language).amounts]

    assert found == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Every fourth year we vote."),
        ("en", "Every third time it failed."),
        ("de", "Jedes zweite Jahr wird gewählt."),
        ("de", "Jeden dritten Tag kam er."),
        ("mk", "Секој четврти ден доаѓаше."),
    ],
)
def test_how_often_is_no_share(language: str, text: str) -> None:
    """Every fourth year tells when."""
    assert read_text(text, language=language).amounts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Auf 100.000 Einwohner gerechnet gab es 2016 halb so viele Erkrankungen wie im Jahr 2000.",
        "Auf hunderttausend Einwohner bezogen gab es 2016 doppelt so viele Erkrankungen wie im Jahr 2000.",
        "In Korea standen 2017 auf hunderttausend Erwachsene mehr als doppelt so viele Geldautomaten wie in Japan.",
        "In Korea kommen auf 100.000 Erwachsene dreimal so viele Geldautomaten wie in Japan.",
    ],
)
def test_what_a_multiple_is_counted_against_is_no_figure(text):
    claims = read_text(text, language="de").claims
    assert [claim.change is not None and claim.change.value.mode.value for claim in claims] == ["multiple"]
    assert all("00" not in str(claim.amount.value.low) for claim in claims if claim.amount is not None)


@pytest.mark.parametrize("text", ["Die Stadt wuchs 2016 auf 100.000 Einwohner.", "Die Zahl stieg auf 100.000 Fälle."])
def test_what_something_grew_to_is_a_figure(text):
    (claim,) = read_text(text, language="de").claims
    assert str((claim.amount or claim.change.value.target).value.low) == "100000"


FROM_A_RATE_TO_ANOTHER = [
    ("de", "Die Zahl der Unfälle sank von 54 auf 100.000 Fahrten im Jahr 2000 auf 19 im Jahr 2017.", "54", "19"),
    ("de", "Die Sterblichkeit fiel von 28,5 auf tausend Geborene (2000) auf 21,9 (2017).", "28.5", "21.9"),
    ("de", "Die Zahl der Ärzte stieg von 2,5 auf tausend Einwohner im Jahr 2005 auf 3,1 im Jahr 2014.", "2.5", "3.1"),
    (
        "mk",
        "Бројот на убиства падна од 25 на сто илјади жители во 2005 на 19 на сто илјади во 2015 година.",
        "25",
        "19",
    ),
    ("mk", "Смртноста опадна од 54 на 100.000 живородени во 2000 на 19 во 2017 година.", "54", "19"),
    ("mk", "Бројот на лекари порасна од 2,5 на илјада жители во 2005 на 3,1 во 2014 година.", "2.5", "3.1"),
]
TO_THE_ROUND_NUMBER = [
    ("de", "Die Zahl der Fahrten stieg von 54.000 auf 100.000 Fahrten im Jahr 2017.", ["54000", "100000"]),
    ("de", "Die Zahl der Ärzte stieg von 900 auf tausend Ärzte im Jahr 2014.", ["900", "1000"]),
    ("mk", "Бројот на лекари порасна од 900 на 1.000 во 2014 година.", ["900", "1000"]),
]


@pytest.mark.parametrize(("language", "text", "then", "now"), FROM_A_RATE_TO_ANOTHER)
def test_a_rate_falls_to_another_behind_its_base(language: str, text: str, then: str, now: str) -> None:
    claims = read_text(text, language=language).claims
    assert [amount.value.low for claim in claims for amount in claim.amounts] == [Decimal(then), Decimal(now)]


@pytest.mark.parametrize(("language", "text", "values"), TO_THE_ROUND_NUMBER)
def test_a_round_number_at_the_end_of_a_change_is_no_base(language: str, text: str, values: list[str]) -> None:
    claims = read_text(text, language=language).claims
    assert [amount.value.low for claim in claims for amount in claim.amounts] == [Decimal(each) for each in values]


@pytest.mark.parametrize(
    "lead", ["For one hundred Portuguese", "For a hundred Portuguese", "For one thousand Portuguese"]
)
def test_a_people_is_a_base(lead: str) -> None:
    """It was a figure of its own."""
    (claim,) = read_text(f"{lead} there were 26.9 landlines in 2018.").claims
    amount = claim.amount
    assert amount.value.unit.per.endswith("Portuguese")


def test_not_reaching_a_birthday_is_a_rate_of_deaths() -> None:
    """From a thousand children, so many have not reached the fifth birthday."""
    (claim,) = read_text(
        "From a thousand Maltese children have forty-six not reached the fifth birthday in 2019."
    ).claims
    assert claim.measure == "under-five mortality rate"


@pytest.mark.parametrize(
    "earned", ["everything what Malta earned in 2008", "all what Malta produced in 2008", "all what we earned in 2008"]
)
def test_what_a_country_earns_is_its_output(earned: str) -> None:
    """It is no wage."""
    (claim,) = read_text(f"More than one tenth of {earned} went away for health.").claims
    assert claim.measure == "health spending share of GDP"
