"""A figure of the whole bears out nothing that is told of a part of it, of a thing named after it, or in fiction, in every language."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate, persons aged 15 and over", unit=PERCENT)
HEALTH = Series(ref=SeriesRef("mine", "b"), title="Current health expenditure as percentage of GDP", unit=PERCENT)
WASTE = Series(ref=SeriesRef("mine", "c"), title="Plastic waste exports", unit=Unit(Dimension.PHYSICAL, "tonne"))
LIFE = Series(ref=SeriesRef("mine", "d"), title="Life expectancy at birth", unit=Unit(Dimension.DURATION, "year"))

LED_IN = {
    "en": (
        "For {} unemployment in Spain was 26 percent in 2013.",
        "In {} unemployment in Spain was 26 percent in 2013.",
        "On {} unemployment in Spain was 26 percent in 2013.",
    ),
    "de": (
        "Für {} lag die Arbeitslosenquote in Spanien 2013 bei 26 Prozent.",
        "{} lag die Arbeitslosenquote in Spanien 2013 bei 26 Prozent.",
    ),
    "mk": (
        "Кај {} невработеноста во Шпанија беше 26 проценти во 2013.",
        "{} невработеноста во Шпанија беше 26 проценти во 2013.",
    ),
}
LED_IN_BY = [
    *(("en", LED_IN["en"][0].format(who)) for who in ("lawyers,", "pensioners,", "the disabled,")),
    *(("en", LED_IN["en"][1].format(where)) for where in ("the countryside", "a film", "the novel", "our model", "a parallel universe")),
    ("en", LED_IN["en"][2].format("the coast")),
    *(("de", LED_IN["de"][0].format(who)) for who in ("Rentner", "Anwälte", "Akademiker")),
    *(("de", LED_IN["de"][1].format(where)) for where in ("Auf dem Land", "An der Küste", "Im Norden", "Im Film", "In einem Roman", "Im Modell")),
    *(("mk", LED_IN["mk"][0].format(who)) for who in ("пензионерите", "адвокатите", "мигрантите")),
    *(("mk", LED_IN["mk"][1].format(where)) for where in ("На село", "На север", "Во еден филм", "Во романот", "Меѓу пензионерите")),
]  # fmt: skip


@each(("language", "said"), LED_IN_BY)
def test_what_a_sentence_is_told_of_from_its_first_words_on_is_left_open(language, said):
    """For pensioners, in the countryside or in a film unemployment was 26 percent: the rate of all does not bear it out."""
    assert outcome_of(said, language, RATE, "26", 2013) == "undecided"


@each(
    ("language", "said"),
    [
        *(("en", LED_IN["en"][1].format(where)) for where in ("fact,", "the end,", "our country,", "total,")),
        *(("de", LED_IN["de"][1].format(where)) for where in ("In der Tat", "Am Ende", "Im Durchschnitt")),
        *(("mk", LED_IN["mk"][1].format(where)) for where in ("Во мојата земја", "На крајот", "Во просек")),
    ],
)
def test_first_words_that_tell_of_nothing_else_leave_a_claim_as_it_is(language, said):
    """In fact, or in our country, unemployment was 26 percent: 26 bears it out, and 12 refutes it."""
    assert outcome_of(said, language, RATE, "26", 2013) == "supported"
    assert outcome_of(said, language, RATE, "12", 2013) == "contradicted"


@each(
    ("language", "said", "series"),
    [
        ("en", "Unemployment benefits in Spain were 26 percent in 2013.", RATE),
        ("en", "Unemployment insurance in Spain stood at 26 percent in 2013.", RATE),
        ("en", "The fear of unemployment in Spain was 26 percent in 2013.", RATE),
        ("de", "Das Arbeitslosengeld in Spanien lag 2013 bei 26 Prozent.", RATE),
        ("de", "Die Arbeitslosenversicherung in Spanien lag 2013 bei 26 Prozent.", RATE),
        ("mk", "Надоместокот за невработеност во Шпанија беше 26 проценти во 2013.", RATE),
        ("mk", "Стравот од невработеност во Шпанија беше 26 проценти во 2013.", RATE),
        ("en", "Public health spending in Germany was 26 percent of GDP in 2013.", HEALTH),
        ("en", "Mental health spending in Germany was 26 percent of GDP in 2013.", HEALTH),
        ("en", "Life expectancy of smokers in Spain was 26 years in 2013.", LIFE),
        ("mk", "Очекуваниот животен век на пушачите во Шпанија беше 26 години во 2013.", LIFE),
    ],
)
def test_another_thing_or_a_part_is_not_borne_out_by_the_whole(language, said, series):
    """Unemployment benefits or mental health spending: the figure of the whole that fits does not bear them out."""
    assert outcome_of(said, language, series, "26", 2013) == "undecided"


@each(
    ("language", "said"),
    [
        ("en", "Unemployment among Spaniards under 30 was 28.3 percent in 2013."),
        ("en", "Unemployment among Spaniards over 55 was 24.1 percent in 2013."),
        ("en", "Of those over 50 in Spain, 24.1 percent were unemployed in 2013."),
        ("en", "Joblessness among Spaniards between 25 and 34 came to 29 percent in 2013."),
        ("de", "Bei Spaniern über 55 lag die Arbeitslosenquote 2013 bei 24,1 Prozent."),
        ("de", "Unter den Spaniern unter 30 lag die Arbeitslosenquote 2013 bei 28,3 Prozent."),
        ("de", "Unter den Spaniern mit marokkanischen Wurzeln lag die Arbeitslosenquote 2013 bei 28,3 Prozent."),
        ("mk", "Кај Шпанците под 30 години невработеноста беше 28,3 проценти во 2013."),
    ],
)
def test_the_rate_of_all_does_not_refute_what_is_told_of_a_part_of_a_people(language, said):
    """Of Spaniards under 30 were 28.3 percent without work: the 26 percent of all do not refute it."""
    assert outcome_of(said, language, RATE, "26", 2013) == "undecided"


@each(
    ("language", "said", "outcome"),
    [
        ("en", "Unemployment among Spaniards over 15 was 26 percent in 2013.", "supported"),
        ("en", "Unemployment in Spain was above 25 percent in 2013.", "supported"),
        ("en", "Unemployment among Spaniards was 28.3 percent in 2013.", "contradicted"),
        ("de", "Unter den Spaniern lag die Arbeitslosenquote 2013 bei 28,3 Prozent.", "contradicted"),
        ("mk", "Кај Шпанците невработеноста беше 28,3 проценти во 2013.", "contradicted"),
    ],
)
def test_the_rate_of_all_decides_what_is_told_of_a_whole_people(language, said, outcome):
    assert outcome_of(said, language, RATE, "26", 2013) == outcome
