"""Figures whose sentences have another shape: a part of an earlier level, a place in a row, a figure that the next sentence explains."""

from __future__ import annotations

from datetime import date

from tests.compare.test_unread_words import CASES
from tests.each import each
from tests.match.outcomes import outcome_of, outcome_of_claim
from workbench.core.period import year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text, split_sentences

STEEL = Series(
    ref=SeriesRef("mine", "steel"), title="Steel output, index (1990 = 100)", unit=Unit(Dimension.INDEX, "index point")
)
BIRTHS = Series(ref=SeriesRef("mine", "b"), title="Births outside marriage", unit=PERCENT)
TEENAGERS = Series(
    ref=SeriesRef("mine", "t"),
    title="Adolescent birth rate, women aged 15 to 19",
    unit=Unit(Dimension.RATE, "birth", per="1,000 women aged 15-19"),
)
JOBLESS = Series(ref=SeriesRef("mine", "u"), title="Unemployed people", unit=Unit(Dimension.COUNT, "person"))

LEVELS = {
    "en": (
        "{} of its 1990 level", "{} of its level of 1990", "{} of the level of 1990", "{} of its former level of 1990",
        "{} of what it was in 1990",
    ),
    "de": ("{} des Niveaus von 1990", "{} seines Standes von 1990"),
    "mk": ("{} од нивото од 1990",),
}  # fmt: skip
STOOD = {
    "en": "Steel output in 2014 stood at {}.",
    "de": "Die Stahlproduktion lag 2014 bei {}.",
    "mk": "Производството на челик во 2014 беше {}.",
}
SHARES = {"en": "42 percent", "de": "42 Prozent", "mk": "42 проценти"}


@each(("language", "level"), [(language, one) for language, every in LEVELS.items() for one in every])
def test_so_much_of_an_earlier_level_is_measured_from_it(language, level):
    """Steel output stood at 42 percent of its level of 1990: it fell by 58, and is no share of a whole."""
    said = STOOD[language].format(level.format(SHARES[language]))
    (claim,) = read_text(said, language=language, said=date(2020, 1, 1)).claims
    assert claim.change is not None
    assert (claim.change.value.mode.value, str(claim.change.value.base)) == ("multiple", "1990")
    assert str(claim.change.value.amount.value.low) == "0.42"


@each(
    ("then", "now", "outcome"),
    [
        ("100", "42", "supported"),
        ("50", "21", "supported"),
        ("100", "58", "contradicted"),
        ("100", "142", "contradicted"),
    ],
)
def test_such_a_part_is_worked_out(then, now, outcome):
    """Stood at 42 percent of its level of 1990: 100 then and 42 now."""
    (claim,) = read_text(
        "Steel output in Spain in 2014 stood at 42 percent of its 1990 level.", said=date(2020, 1, 1)
    ).claims
    assert outcome_of_claim(claim, STEEL, {year(1990): then, year(2014): now}) == outcome


@each("took", ["took", "held", "was in"])
def test_a_place_that_is_taken_is_a_rank(took):
    """Spain took third place."""
    (claim,) = read_text(f"Among Spain, Malta, Italy and Greece, Spain {took} third place in 2018 by births.").claims
    assert claim.rank is not None
    assert claim.rank.place == 3


@each("said", ["64.9 per hundred", "64.9 per 100"])
def test_so_many_per_hundred_of_nothing_named_are_percent(said):
    """64.9 per hundred."""
    assert (
        outcome_of(f"Births outside marriage in Mexico were {said} in 2014.", "en", BIRTHS, "64.9", 2014) == "supported"
    )


@each("said", ["Malta had 900 TB cases in 2014.", "In 2014 900 TB patients were treated in Malta."])
def test_the_name_of_an_illness_is_no_unit(said):
    """Nine hundred TB cases are no terabytes, and 900 TB are."""
    assert [each.amount.value.unit.dimension for each in read_text(said).claims] == [Dimension.COUNT]
    (stored,) = read_text("Malta stored 900 TB of records in 2014.").claims
    assert stored.amount.value.unit.name == "terabyte"


def test_births_are_by_women():
    """The teen birth rate: a title that says "women" counts nobody else."""
    assert (
        outcome_of("The teen birth rate in Spain was 9 per 1,000 in 2014.", "en", TEENAGERS, "9", 2014) == "supported"
    )


@each("number", ["Two point six eight million", "Eight million", "Zero point eight million", "2.68 million"])
def test_words_of_a_figure_name_nothing_that_a_title_lacks(number):
    """Two point six eight million people out of work."""
    value = {"E": "8000000", "Z": "800000"}.get(number[0], "2680000")
    assert outcome_of(f"{number} people were out of work in Spain in 2014.", "en", JOBLESS, value, 2014) == "supported"


EXPLAINED = (
    "1,771. That's how many measles cases Germany had in 2013.",
    "One number: 1,771. It is how many measles cases Germany had in 2013.",
    "1,771! That was the number of measles cases in Germany in 2013.",
)


@each("said", EXPLAINED)
def test_a_figure_that_the_next_sentence_explains_is_of_one_sentence_with_it(said):
    """1,771. That's how many cases there were."""
    assert len(split_sentences(said)) == 1
    assert outcome_of(said, "en", CASES, "1771", 2013) == "supported"


@each(
    "said",
    [
        "Germany had 1,771 cases in 2013 and I was there to see it all. That's how many there were.",
        "Nobody counts. That's how many there were.",
    ],
)
def test_a_sentence_of_its_own_stays_one(said):
    """A whole sentence before "that's how many" is no bare figure."""
    assert len(split_sentences(said)) == 2


TELLS = {
    "en": (", campaigners at the harbour complain", ", the Association of Importers reports", ", its doctors recall"),
    "de": (", berichtet der Verband der Importeure", ", klagen die Leute am Hafen"),
    "mk": (", велат луѓето на пристаништето",),
}
HAD = {
    "en": "In 2013 Germany had 1,771 measles cases{}.",
    "de": "2013 hatte Deutschland 1.771 Masernfälle{}.",
    "mk": "Во 2013 Германија имаше 1.771 случај на сипаници{}.",
}


@each(("language", "tail"), [(language, one) for language, every in TELLS.items() for one in every])
def test_who_says_so_at_the_end_parts_nothing(language, tail):
    """…, campaigners at the harbour complain: they say it, and are not counted."""
    assert outcome_of(HAD[language].format(tail), language, CASES, "1771", 2013) == "supported"


@each(
    "tail",
    [
        ", all in adults",
        ", all of them in schools",
        ", every one of them in a school",
        ", all of which were in schools",
        ", and all were pupils",
    ],
)
def test_whom_it_was_of_at_the_end_parts_it(tail):
    """…, all in adults."""
    assert outcome_of(HAD["en"].format(tail), "en", CASES, "1771", 2013) == "undecided"


def test_a_year_before_a_people_is_no_figure_of_theirs():
    """Averaged across 2013, German …: 2013 is no number of Germans."""
    said = "Averaged across 2013, German births outside marriage were 34.8 percent."
    assert [note for claim in read_text(said).claims for note in claim.notes if note.kind == "unread-standing"] == []
