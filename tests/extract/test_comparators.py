"""What a claim is set beside is never its own place: "lower than in France", "while France has", in every language."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import Direction, Sort
from workbench.core.place import places
from workbench.extract import read_text
from workbench.report.json_records import claim_record

SAID = date(2023, 5, 10)
OTHERS = {
    "en": {"FRA": "France", "DEU": "Germany", "EU27": "the EU", "WLD": "the world", "EUROPE": "Europe", "REGION": "the region"},
    "de": {"FRA": "Frankreich", "CHE": "der Schweiz", "EU27": "der EU", "WLD": "der Welt", "EUROPE": "Europa", "REGION": "der Region"},
    "mk": {"FRA": "Франција", "SRB": "Србија", "EU27": "ЕУ", "WLD": "светот", "EUROPE": "Европа", "REGION": "регионот"},
}  # fmt: skip
BESIDE = {
    "en": [
        "Our unemployment rate of 2.9 percent is lower than in {}.",
        "Unemployment fell to 2.9 percent, far below that of {}.",
        "In 2022 unemployment was 2.9 percent, compared with 7.9 percent in {}.",
        "Unemployment is 2.9 percent here, less than that in {}.",
        "Unemployment stood at 2.9 percent, unlike in {}.",
        "We have 2.9 percent unemployment, while {} has 7.9 percent.",
        "We have 2.9 percent unemployment, whereas in {} it is 7.9 percent.",
        "While {} has 7.9 percent unemployment, we have 2.9 percent.",
        "Unemployment was 2.9 percent, half of that in {}.",
        "{} has 7.9 percent unemployment, we have 2.9 percent.",
        "{} has 7.9 percent unemployment and we have 2.9 percent.",
        "Compared with {} we have a low rate of 2.9 percent.",
        "At 2.9 percent our unemployment rate is well below that of {}.",
        "Unlike {}, we have an unemployment rate of 2.9 percent.",
        "Unemployment stood at 2.9 percent, half the rate of {}.",
    ],
    "de": [
        "Unsere Arbeitslosenquote von 2,9 Prozent ist niedriger als in {}.",
        "Die Arbeitslosenquote betrug 2,9 Prozent, verglichen mit 7,9 Prozent in {}.",
        "Wir haben eine Arbeitslosenquote von 2,9 Prozent, während sie in {} bei 7,9 Prozent liegt.",
        "Im Vergleich zu {} ist die Arbeitslosenquote gering, bei uns sind es 2,9 Prozent.",
        "Im Vergleich zu {} ist unsere Arbeitslosenquote von 2,9 Prozent niedrig.",
        "Im Gegensatz zu {} liegt die Arbeitslosigkeit bei uns bei 2,9 Prozent.",
        "Anders als in {} haben wir eine Arbeitslosenquote von 2,9 Prozent.",
        "In {} sind 7,9 Prozent arbeitslos, wir haben 2,9 Prozent.",
        "In {} sind 7,9 Prozent arbeitslos und wir haben 2,9 Prozent.",
        "Die Arbeitslosigkeit fiel auf 2,9 Prozent, weit unter die von {}.",
        "Die Arbeitslosigkeit sank auf 2,9 Prozent, deutlich weniger als in {}.",
        "Mit 2,9 Prozent liegt unsere Arbeitslosenquote weit unter der von {}.",
    ],
    "mk": [
        "Нашата стапка на невработеност од 2,9 проценти е пониска отколку во {}.",
        "Невработеноста беше 2,9 проценти, споредено со 7,9 проценти во {}.",
        "Ние имаме невработеност од 2,9 проценти, додека во {} таа е 7,9 проценти.",
        "Во {} има 7,9 проценти невработени, ние имаме 2,9 проценти.",
        "Невработеноста падна на 2,9 проценти, далеку под онаа во {}.",
        "За разлика од {}, ние имаме невработеност од 2,9 проценти.",
        "Во споредба со {}, нашата стапка на невработеност од 2,9 проценти е ниска.",
    ],
}
CASES = [
    (language, speech, code, name)
    for language, speeches in BESIDE.items()
    for speech in speeches
    for code, name in OTHERS[language].items()
]


def claims(speech, language="en", place="NLD"):
    return read_text(speech, said=SAID, place=place, language=language).claims


def own(found, figure="2.9"):
    return [claim for claim in found if any(str(m.value.low) == figure for m in claim.amounts)]


@each(("language", "speech", "code", "name"), CASES)
def test_what_a_figure_is_set_beside_is_not_its_own_place(language, speech, code, name):
    found = own(claims(speech.format(name), language))
    assert found
    assert {claim.place for claim in found} == {"NLD"}, code


@each(("language", "speech", "code", "name"), CASES)
def test_without_a_place_of_its_own_it_has_none(language, speech, code, name):
    assert {claim.place for claim in own(claims(speech.format(name), language, place=None))} == {None}, code


@each("name", ["France", "the EU", "Germany"])
@each(
    "speech",
    [
        "We have 2.9 percent unemployment, while {} has 7.9 percent.",
        "In 2022 unemployment was 2.9 percent, compared with 7.9 percent in {}.",
        "Unemployment is lower than in {}, where it is 7.9 percent.",
        "Unemployment of 2.9 percent is lower than in {} (7.9 percent).",
    ],
)
def test_the_others_figure_is_the_others(speech, name):
    (other,) = own(claims(speech.format(name)), "7.9")
    assert other.place in {"FRA", "EU27", "DEU"}


@pytest.mark.parametrize(
    ("speech", "place", "way"),
    [
        ("Our rate of 2.9 percent is lower than in France.", "FRA", Direction.DOWN),
        ("Our rate of 2.9 percent is higher than in the EU.", "EU27", Direction.UP),
        ("At 2.9 percent our rate is above that of France.", "FRA", Direction.UP),
        ("At 2.9 percent our rate is the same as in France.", "FRA", Direction.FLAT),
        ("Our rate of 2.9 percent is lower than in most EU countries.", None, Direction.DOWN),
        ("Our rate of 2.9 percent is lower than in France and Spain.", None, Direction.DOWN),
    ],
)
def test_the_comparator_has_a_place_and_a_way(speech, place, way):
    (claim,) = claims(speech)
    said = claim.qualified(Sort.BESIDE)
    assert said is not None
    assert (said.value.place, said.value.way) == (place, way)


@pytest.mark.parametrize(
    ("speech", "place"),
    [
        ("More than 300,000 people in Serbia live alone.", "SRB"),
        ("In 2007, 36% of Ireland's population had left school early.", "IRL"),
        ("Unemployment in Spain is higher than in Germany, at 14 percent.", "ESP"),
        ("Spain has less than 14 percent unemployment.", "ESP"),
        ("Germany's unemployment is half that of France, at 3.6 percent.", "DEU"),
        ("Italy's exports grew by 23 percent in 2018, rising to 3.9 billion US dollars.", "ITA"),
        ("In 1997, Romania imported much, with a value of 75,000 US dollars.", "ROU"),
    ],
)
def test_hedges_and_shares_leave_the_place_to_the_claim(speech, place):
    assert {claim.place for claim in claims(speech) if claim.amount} == {place}


PARTS = sorted(code for code, each in places().items() if not each.iso2 and not each.members and code != "REGION")


@each("code", PARTS)
def test_every_part_of_the_world_is_a_place_of_its_own(code):
    for name in (places()[code].name, *places()[code].names):
        plain = name.removeprefix("the ")
        (claim,) = claims(f"Investment in the {plain} was 13 million dollars in 2022.")
        assert claim.place == code, name


@each(
    ("language", "speech", "code"),
    [
        ("en", "Global investment fell by 13 percent in 2022.", "WLD"),
        ("en", "Globally, investment fell by 13 percent in 2022.", "WLD"),
        ("en", "Worldwide, investment fell by 13 percent in 2022.", "WLD"),
        ("en", "Investment around the globe fell by 13 percent in 2022.", "WLD"),
        ("en", "Investment across the world fell by 13 percent in 2022.", "WLD"),
        ("en", "World trade fell by 13 percent in 2022.", "WLD"),
        ("en", "The world's output fell by 13 percent in 2022.", "WLD"),
        ("en", "Investment in the region fell by 13 percent in 2022.", "REGION"),
        ("de", "Die globalen Investitionen sanken 2022 um 13 Prozent.", "WLD"),
        ("de", "Weltweit sanken die Investitionen 2022 um 13 Prozent.", "WLD"),
        ("de", "In der Region sanken die Investitionen 2022 um 13 Prozent.", "REGION"),
        ("mk", "Светските инвестиции паднаа за 13 проценти во 2022 година.", "WLD"),
        ("mk", "Во регионот инвестициите паднаа за 13 проценти.", "REGION"),
    ],
)
def test_the_world_and_the_region_are_places_of_their_own(language, speech, code):
    assert {claim.place for claim in claims(speech, language)} == {code}


@pytest.mark.parametrize(
    "speech",
    [
        "Since the global financial crisis, unemployment has fallen to 5 percent.",
        "The World Bank lent us 5 million dollars.",
        "Unemployment was in the region of 5 percent in 2022.",
        "At 5 percent we have the lowest unemployment in the world.",
        "We have the lowest unemployment in Europe, 5 percent.",
        "After the World Cup unemployment was 5 percent.",
    ],
)
def test_what_only_sounds_like_the_world_is_no_place(speech):
    assert {claim.place for claim in claims(speech)} == {"NLD"}


@pytest.mark.parametrize(
    ("language", "speech", "place"),
    [
        ("en", "In Skopje, unemployment was 12 percent in 2022.", "Skopje"),
        ("en", "Unemployment in the Skopje region was 12 percent in 2022.", "Skopje region"),
        ("en", "Unemployment in the province of Utrecht was 12 percent.", "province of Utrecht"),
        ("de", "Im Landkreis Celle lag die Arbeitslosenquote bei 12 Prozent.", "Landkreis Celle"),
        ("mk", "Во Скопскиот регион невработеноста беше 12 проценти.", "Скопскиот регион"),
    ],
)
def test_a_part_of_a_country_is_not_the_country(language, speech, place):
    assert {claim.place for claim in claims(speech, language) if claim.amount} == {place}


def test_scripts_see_what_a_claim_is_set_beside_and_counted_against():
    """At 2.9 euros per inhabitant we spend less than France."""
    speech = "At 2.9 euros per inhabitant we spend less than France."
    (claim,) = claims(speech)
    record = claim_record(claim, speech)
    assert (record["denominator"], record["comparator"]["place"], record["comparator"]["direction"]) == (
        "inhabitant",
        "FRA",
        "down",
    )
    (plain,) = claims("We spent 2.9 euros in 2022.")
    assert (claim_record(plain, "")["denominator"], claim_record(plain, "")["comparator"]) == (None, None)
