"""Ten short years are a length of time, what eats up a part of a whole rises by nothing, and such cars are of the kind told before."""

import pytest

from tests.each import each
from workbench.core.claim import ChangeMode, Direction
from workbench.core.quantity import Dimension
from workbench.extract import read_text

LENGTHS = [
    ("en", "In ten {} years we lost 300,000 people.", ["short", "long", "hard", "miserable", "golden"]),
    ("de", "In zehn {} Jahren haben wir 300.000 Menschen verloren.", ["kurzen", "langen", "harten", "mageren"]),
    ("mk", "За десет {} години изгубивме 300.000 луѓе.", ["кратки", "долги", "тешки"]),
]


@each(("language", "said", "which"), [(lang, said, each) for lang, said, all_ in LENGTHS for each in all_])
def test_a_length_of_time_counts_nothing(language, said, which):
    """In ten short years we lost 300,000 people."""
    counted = [
        claim.amount.value.low
        for claim in read_text(said.format(which), language=language).claims
        if claim.amount is not None and claim.amount.value.unit.dimension is not Dimension.DURATION
    ]
    assert counted == [300000]


TAKING = ["ate up", "swallowed up", "gobbled up", "soaked up", "used up", "made up", "took up", "dug up", "snapped up"]


@each("verb", TAKING)
@each("share", ["around three per cent", "a tenth", "more than a quarter", "5 percent"])
def test_what_takes_up_a_part_of_a_whole_does_not_rise(verb, share):
    """Hospitals by themselves ate up around three per cent of the budget in 2015."""
    claims = read_text(f"Hospitals by themselves {verb} {share} of the budget in 2015.").claims
    assert claims
    assert all(claim.change is None for claim in claims)


@pytest.mark.parametrize("verb", ["were up", "went up", "climbed", "are up"])
def test_what_is_up_has_risen(verb):
    """Prices went up 3 percent in 2018."""
    (claim,) = read_text(f"Prices {verb} 3 percent in 2018.").claims
    assert claim.change is not None
    assert claim.change.value.direction is Direction.UP


@each("verb", ["took", "knocked", "shaved", "wiped", "lopped"])
@each("figure", ["163 million tonnes", "5 points", "about 3 billion euros"])
def test_what_is_taken_off_is_a_fall(verb, figure):
    """The country took 163 million tonnes off its emissions."""
    claim = read_text(f"Between 2007 and 2017 the country {verb} {figure} off its yearly total.").claims[0]
    assert claim.change is not None
    assert (claim.change.value.direction, claim.change.value.mode) == (Direction.DOWN, ChangeMode.ABSOLUTE)


@pytest.mark.parametrize("said", ["The police took 300 cars off the road.", "A wreck lies 3 miles off the coast."])
def test_what_is_off_something_else_is_no_fall(said):
    """The police took 300 cars off the road."""
    assert all(claim.change is None for claim in read_text(said).claims)


KINDS = [
    ("en", "We drive second-hand cars. In 2020 some 30,000 such vehicles were brought in.", "second-hand cars"),
    ("de", "Gebrauchte Autos fahren wir. 2020 wurden 30.000 solche Fahrzeuge eingeführt.", "Gebrauchte Autos"),
    ("mk", "Ние купуваме половни автомобили. Во 2020 се увезени 30.000 такви возила.", "половни автомобили"),
]


@pytest.mark.parametrize(("language", "said", "kind"), KINDS)
def test_such_things_are_of_the_kind_told_before(language, said, kind):
    """We drive second-hand cars. In 2020 some 30,000 such vehicles were brought in."""
    claim = read_text(said, language=language).claims[0]
    assert claim.measure == kind
    assert "measure-from-before" in {note.kind for note in claim.notes}


@pytest.mark.parametrize(("language", "said"), [(language, said.partition(". ")[2]) for language, said, _ in KINDS])
def test_such_things_of_no_kind_told_are_unnamed(language, said):
    """In 2020 some 30,000 such vehicles were brought in. Such as what?"""
    claim = read_text(said, language=language).claims[0]
    assert "unnamed-measure" in {note.kind for note in claim.notes}


AWAY = [
    ("de", "DEU", "In den Stadträten? Dort war in Deutschland 2019 nur jedes vierte Mandat mit einer Frau besetzt."),
    ("mk", "MKD", "А во советите? Таму беа во Македонија 25 проценти жени."),
]


@pytest.mark.parametrize(("language", "home", "said"), AWAY)
def test_there_is_somewhere_else_than_the_country_named_behind_it(language, home, said):
    """In den Stadträten? Dort war in Deutschland nur jedes vierte Mandat mit einer Frau besetzt."""
    assert read_text(said, language=language, place=home).claims[0].place is None


HERE = [
    ("en", "GBR", "Your own agency told this House there were sixty lines for every hundred Danes in 2018.", "DNK"),
    ("de", "AUT", "Dort, in Deutschland, lag die Arbeitslosenquote bei 5 Prozent.", "DEU"),
    ("de", "AUT", "Dort in Deutschland lag die Arbeitslosenquote bei 5 Prozent.", "DEU"),
]


@pytest.mark.parametrize(("language", "home", "said", "place"), HERE)
def test_there_beside_its_own_country_is_that_country(language, home, said, place):
    """Dort, in Deutschland, lag die Arbeitslosenquote bei 5 Prozent."""
    assert read_text(said, language=language, place=home).claims[0].place == place


WORKING = [
    (
        "en",
        "Women were 47 per cent of {}.",
        ["everyone at work", "people in work", "everybody employed", "all who work"],
    ),
    ("de", "Frauen stellten 47 Prozent der {}.", ["Erwerbstätigen", "Menschen mit Job", "Leute in Arbeit"]),
]


@pytest.mark.parametrize(
    ("language", "said", "whole"), [(lang, said, each) for lang, said, all_ in WORKING for each in all_]
)
def test_the_whole_of_a_share_is_all_who_have_work(language, said, whole):
    """Women were 47 per cent of everyone at work."""
    claim = read_text(said.format(whole), language=language).claims[0]
    assert "people in work" in {mention.value.what for mention in claim.qualifiers}


SUMS = [
    ("en", "There were a million and six hundred thousand souls.", 1600000, "souls"),
    ("en", "There were a million and a half people.", 1500000, "people"),
    ("de", "Es gab eine Million und zweihunderttausend Fälle.", 1200000, "Fälle"),
    ("mk", "Имаше илјада и двесте случаи.", 1200, "случаи"),
    ("mk", "Во 2016 живееја едвај милион и шестотини илјади души.", 1600000, "души"),
    ("mk", "Во 2016 живееја милион и шестстотини илјади души.", 1600000, "души"),
]


@pytest.mark.parametrize(("language", "said", "number", "counted"), SUMS)
def test_a_number_in_words_with_and_counts_what_stands_behind_it(language, said, number, counted):
    """There were a million and six hundred thousand souls."""
    claim = read_text(said, language=language).claims[0]
    assert claim.amount is not None
    assert (claim.amount.value.low, claim.measure) == (number, counted)


LEVELS_THEN = [
    (
        "de",
        "Im Dezember 2020 lagen die Preise um gut fünf Prozent über denen des Vorjahresmonats.",
        Direction.UP,
        "2019-12",
    ),
    ("de", "Die Löhne lagen 2018 um 3 Prozent unter jenen des Vorjahres.", Direction.DOWN, "2017-01"),
    ("mk", "Во 2018 цените беа за 5 проценти над оние од претходната година.", Direction.UP, "2017-01"),
]


@pytest.mark.parametrize(("language", "said", "way", "base"), LEVELS_THEN)
def test_above_those_of_a_time_is_a_rise_since_then(language, said, way, base):
    """Im Dezember 2020 lagen die Preise um gut fünf Prozent über denen des Vorjahresmonats."""
    change = read_text(said, language=language).claims[0].change
    assert change is not None
    assert change.value.direction is way
    assert str(change.value.base.start)[:7] == base
