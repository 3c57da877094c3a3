"""German: another language is a word file; these sentences go through the rules that English goes through."""

from __future__ import annotations

import inspect
from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind, Direction
from workbench.core.period import year
from workbench.core.quantity import Relation
from workbench.extract import read_text, split_sentences
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.time.periods import find_periods

SAID = date(2021, 12, 2)


@pytest.fixture
def claims(request):
    """Return the claims of the test's docstring, said on 2 December 2021."""
    speech = inspect.cleandoc(request.function.__doc__)
    return read_text(speech, said=SAID, place="MKD", language="de").claims


def test_the_nine_months_of_a_minister(claims):
    """In den ersten neun Monaten 2021 wurden 16.000 Versuche illegaler Migration gestoppt, das ist ein Rückgang um 36,5 Prozent gegenüber dem gleichen Zeitraum 2020, sowie 35 Fälle von Schmuggel von 420 Migranten."""
    attempts, decline, cases, migrants = claims
    assert [c.amount.value.low for c in claims] == [Decimal(16000), Decimal("36.5"), Decimal(35), Decimal(420)]
    assert all(c.period.value.label == "Jan–Sep 2021" for c in claims)
    assert decline.kind is ClaimKind.CHANGE
    assert decline.change.value.direction is Direction.DOWN
    assert decline.change.value.base.label == "Jan–Sep 2020"
    assert attempts.measure == "Versuche illegaler Migration"
    assert cases.amount.value.unit.name == "Fall"
    assert migrants.amount.value.unit.name == "Migrant"


def test_a_promise(claims):
    """Wir werden bis Ende 2022 mindestens 500 neue Stellen schaffen."""
    (claim,) = claims
    assert claim.kind is ClaimKind.PROMISE
    assert claim.amount.value.relation is Relation.AT_LEAST
    assert claim.period.value == year(2022)


def test_what_was_done_is_no_promise(claims):
    """Im vergangenen Jahr wurden 500 Wohnungen gebaut."""
    (claim,) = claims
    assert claim.kind is ClaimKind.LEVEL
    assert claim.period.value == year(2020)


def test_a_change_with_its_verb_at_the_end(claims):
    """Die Arbeitslosigkeit ist gegenüber dem Vorjahr um 2 Prozentpunkte auf 15,7 Prozent gesunken."""
    (claim,) = claims
    change = claim.change.value
    assert (change.direction, change.mode.value) == (Direction.DOWN, "points")
    assert change.amount.value.low == 2
    assert change.target.value.low == Decimal("15.7")
    assert change.base == year(2020)
    assert claim.measure == "Arbeitslosenquote"


def test_a_rank(claims):
    """Das ist die niedrigste Arbeitslosenquote in Europa seit 1990."""
    assert [c.kind for c in claims] == [ClaimKind.RANK]


def test_a_comparison(claims):
    """Unsere Löhne sind höher als die Löhne unserer Nachbarn."""
    assert [c.kind for c in claims] == [ClaimKind.COMPARISON]


def test_an_opinion_claims_nothing(claims):
    """Ich glaube, dass wir auf einem guten Weg sind."""
    assert not claims


NUMBERS = [
    ("fünfundzwanzig Menschen", "25"),
    ("zweihundertfünfzig Menschen", "250"),
    ("zweihundertfünfzigtausend Menschen", "250000"),
    ("eintausendzweihundert Menschen", "1200"),
    ("dreitausendfuenfhundert Menschen", "3500"),
    ("tausend Menschen", "1000"),
    ("hundert Menschen", "100"),
    ("anderthalb Millionen Menschen", "1500000"),
    ("zweieinhalb Milliarden Euro", "2500000000"),
    ("eine Million Euro", "1000000"),
    ("eine halbe Million Menschen", "500000"),
    ("zwei Komma fünf Millionen Euro", "2500000"),
    ("16.000 Menschen", "16000"),
    ("16 000 Menschen", "16000"),
    ("1.234.567 Menschen", "1234567"),
    ("1.234,56 Euro", "1234.56"),
    ("36,5 %", "36.5"),
    ("2,5 Mio. Euro", "2500000"),
    ("2,5 Mrd. Euro", "2500000000"),
    ("3 Tsd. Euro", "3000"),
    ("zwei Dutzend Minister", "24"),
    ("minus 5 Prozent", "-5"),
    ("ein Drittel der Haushalte", "33.3333"),
    ("zwei Drittel der Schulen", "66.6667"),
    ("die Hälfte der Kinder", "50"),
    ("jeder Fünfte", "20"),
    ("jeder zweite Haushalt", "50"),
    ("keine einzige Schule", "0"),
]


@each(("text", "value"), NUMBERS)
def test_numbers(text, value):
    (found,) = find_amounts(f"Es waren {text}.", "de")
    assert found.value.low == Decimal(value)


AMOUNTS = [
    ("Rund 800 Nachrichten wurden ausgetauscht.", ["about 800 Nachricht"]),
    ("Etwa 40 Schulen und ca. 50 Kinder.", ["about 40 Schule", "about 50 Kind"]),
    ("Knapp 3.000 Flüchtlinge kamen.", ["nearly 3000 Flüchtling"]),
    ("Fast 60 Ärzte gingen.", ["nearly 60 Arzt"]),
    (
        "Mehr als 450 Fälle, über 80 Frauen, gut 90 Männer.",
        ["more than 450 Fall", "more than 80 Frau", "just over 90 Mann"],
    ),
    ("Mindestens 40 und höchstens 50 Lehrer.", ["at least 40 Lehrer", "at most 50 Lehrer"]),
    ("Bis zu 500 Wohnungen.", ["at most 500 Wohnung"]),
    ("Es waren 2.000 oder mehr.", ["at least 2000"]),
    ("Weniger als 5 Prozent.", ["less than 5 percentage"]),
    ("Um 2,5 Prozentpunkte.", ["2.5 percentage point"]),
    ("Es sind 3 bis 4 Prozent.", ["3 to 4 percentage"]),
    ("Zwischen 3 und 4 Millionen Euro.", ["3000000 to 4000000 Euro"]),
    ("Der Mindestlohn beträgt 37.907 Denar.", ["37907 Denar"]),
    ("5 Euro pro Monat, 12 Fälle je 100.000 Einwohner.", ["5 Euro per month", "12 Fall per 100,000 einwohner"]),
    ("Dutzende Menschen starben.", ["12 to 120 Mensch"]),
    ("Tausende von Menschen flohen.", ["1000 to 10000 Mensch"]),
    ("12 Personen sind zusätzliche 45 Kilometer gelaufen.", ["12 Person", "45 kilometre"]),
    # what is no amount
    ("Mehrere hundert Menschen kamen.", []),
    ("Artikel 5, Seite 12, Nr. 7 und Kapitel 23.", []),
    ("Am 3. März 2021 um 10 Uhr.", []),
    ("Das 3. Quartal und der 2. Platz.", []),
    ("In den letzten zehn Jahren.", []),
    ("Seit 2015.", []),
    ("Vor zehn Jahren.", []),
]


@each(("text", "amounts"), AMOUNTS)
def test_amounts(text, amounts):
    assert [str(m.value) for m in find_amounts(text, "de")] == amounts


PERIODS = [
    ("vorgestern", "30 Nov 2021"),
    ("im vorletzten Jahr", "2019"),
    ("am 22.04.", "22 Apr 2021"),
    ("an Ostern 2021", "4 Apr 2021"),
    ("in den ersten neun Monaten 2021", "Jan–Sep 2021"),
    ("in den ersten neun Monaten des Jahres 2021", "Jan–Sep 2021"),
    ("in den ersten 9 Monaten von 2021", "Jan–Sep 2021"),
    ("im ersten Quartal 2021", "2021-Q1"),
    ("im 3. Quartal 2020", "2020-Q3"),
    ("im dritten Quartal", "2021-Q3"),
    ("im ersten Halbjahr 2021", "Jan–Jun 2021"),
    ("im März 2021", "Mar 2021"),
    ("im Januar", "Jan 2021"),
    ("im Sommer 2021", "Jun–Aug 2021"),
    ("am 3. März 2021", "3 Mar 2021"),
    ("am dritten März 2021", "3 Mar 2021"),
    ("am 03.03.2021", "3 Mar 2021"),
    ("am 3. Dez. 2021", "3 Dec 2021"),
    ("im Jahr 2020", "2020"),
    ("im Vorjahr", "2020"),
    ("im Vormonat", "Nov 2021"),
    ("im Vorquartal", "2021-Q3"),
    ("letztes Jahr", "2020"),
    ("im vergangenen Jahr", "2020"),
    ("in diesem Jahr", "2021"),
    ("nächstes Jahr", "2022"),
    ("vergangenen Monat", "Nov 2021"),
    ("vor zehn Jahren", "2011"),
    ("vor einem Jahr", "2020"),
    ("in den letzten zehn Jahren", "2 Dec 2011–1 Dec 2021"),
    ("seit 2015", "1 Jan 2015–1 Dec 2021"),
    ("seit Jahresbeginn", "1 Jan 2021–1 Dec 2021"),
    ("zwischen 2010 und 2020", "2010–2020"),
    ("von 2010 bis 2020", "2010–2020"),
    ("von Januar bis Juni 2019", "Jan–Jun 2019"),
    ("bis Ende 2021", "2021"),
    ("gestern", "1 Dec 2021"),
    ("in den neunziger Jahren", "1990–1999"),
    ("im 19. Jahrhundert", "1800–1899"),
]


@each(("text", "label"), PERIODS)
def test_periods(text, label):
    found = find_periods(f"Das war {text} so.", SAID, "de")
    assert [m.value.label for m in found] == [label]


LEANING = [
    "im ersten Quartal 2021, im gleichen Zeitraum 2020",
    "im ersten Quartal 2021, gegenüber dem gleichen Zeitraum des Vorjahres",
    "im ersten Quartal 2021, im selben Zeitraum des Vorjahres",
    "im ersten Quartal 2021, gegenüber dem Vorjahreszeitraum",
    "im ersten Quartal 2021, gegenüber dem Vorjahresquartal",
    "im ersten Quartal 2021, im selben Quartal letztes Jahr",
]


@pytest.mark.parametrize("text", LEANING)
def test_the_same_period_a_year_before(text):
    assert [m.value.label for m in find_periods(text, SAID, "de")] == ["2021-Q1", "2020-Q1"]


CHANGES = [
    ("Die Exporte stiegen um 7,2 Prozent.", "up", "relative", "7.2"),
    ("Die Exporte sind um 7,2 Prozent gestiegen.", "up", "relative", "7.2"),
    ("Die Exporte nahmen um 7,2 Prozent zu.", "up", "relative", "7.2"),
    ("Die Zahl der Straftaten ging um rund 12 % zurück.", "down", "relative", "12"),
    ("Die Quote ist um 2 Prozentpunkte gesunken.", "down", "points", "2"),
    ("Das ist ein Rückgang von 36,5 %.", "down", "relative", "36.5"),
    ("Das ist ein Anstieg um 500 Fälle.", "up", "absolute", "500"),
    ("Es gab 20 Prozent weniger Unfälle.", "down", "relative", "20"),
    ("Die Zahl hat sich verdoppelt.", "up", "multiple", "2"),
    ("Die Schulden wurden halbiert.", "down", "multiple", "0.5"),
]


@each(("text", "way", "mode", "value"), CHANGES)
def test_changes(text, way, mode, value):
    (found,) = read_text(text, said=SAID, language="de").changes
    change = found.value
    assert (change.direction.value, change.mode.value, change.amount.value.low) == (way, mode, Decimal(value))


@pytest.mark.parametrize("text", ["Die Zahl ist nicht gestiegen.", "Die Preise blieben unverändert."])
def test_no_change(text):
    (found,) = read_text(text, said=SAID, language="de").changes
    assert found.value.direction is Direction.FLAT


def test_from_one_value_to_another():
    (found,) = read_text("Die Quote sank von 8,3 auf 4,9 Prozent.", language="de").changes
    assert (found.value.origin.value.low, found.value.target.value.low) == (Decimal("8.3"), Decimal("4.9"))


PLACES = [
    ("Die Exporte Deutschlands nach Nordmazedonien", ["DEU", "MKD"]),
    ("Die österreichische Wirtschaft und das Vereinigte Königreich", ["AUT", "GBR"]),
    ("Bosnien und Herzegowina und die EU-Staaten", ["BIH", "EU27"]),
    ("Mit US-Dollar bezahlt man im Westbalkan nicht.", ["WB6"]),
    ("Der Angola-Bericht und die Insel Island", ["ISL"]),
]


@pytest.mark.parametrize(("text", "codes"), PLACES)
def test_places(text, codes):
    assert [m.value for m in read_text(text, language="de").places] == codes


def test_a_full_stop_that_ends_no_sentence():
    text = (
        "Am 3. März sprach Dr. Weber z. B. über rd. 5 Mio. Euro. Im 3. Quartal sank die Zahl auf 16. Danach stieg sie."
    )
    assert [s.span.cut(text) for s in split_sentences(text, "de")] == [
        "Am 3. März sprach Dr. Weber z. B. über rd. 5 Mio. Euro.",
        "Im 3. Quartal sank die Zahl auf 16.",
        "Danach stieg sie.",
    ]
