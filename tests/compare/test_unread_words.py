"""Words beside a figure that no slot reads may say that a part or another thing was counted: the figure of all does not bear that out.

Which words part nothing is the word file's; every other one must be said by the series too.
"""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

CASES = Series(
    ref=SeriesRef("mine", "a"), title="Confirmed measles cases", unit=Unit(dimension=Dimension.COUNT, name="cases")
)

SAID = {
    "en": "In 2013 Germany {} 1,771 measles cases{}.",
    "de": "2013 {} Deutschland 1.771 Masernfälle{}.",
    "mk": "Во 2013 Германија {} 1.771 случај на сипаници{}.",
}
COUNTED = {
    "en": ("had", "counted", "saw", "recorded", "came to", "stood at"),
    "de": ("hatte", "zählte", "sah", "verzeichnete"),
    "mk": ("имаше", "изброи", "забележа"),
}
PARTED = {
    "en": (
        " in adults", " in schools", " in prisons", " on farms", " treated at home", " without a rash",        " on cruise ships", " brought in by tourists", " at the border", " with pneumonia", " among soldiers",
    ),
    "de": (
        " bei Erwachsenen", " in Schulen", " in Gefängnissen", " auf Bauernhöfen", " ohne Ausschlag", " nach einer Fernreise",
        " an der Grenze", " mit Lungenentzündung", " unter Soldaten", " durch Touristen",
    ),
    "mk": (" кај возрасни", " во училишта", " во затвори", " без осип", " по летување", " на границата", " кај војници", " од туристи"),
}  # fmt: skip
SPARE = {
    "en": ("", ", friends", ", I am sorry to say", " altogether", ", a staggering figure", ", and nobody was ashamed"),
    "de": ("", ", meine Damen und Herren", ", wie erschreckend", ", und niemand schämt sich"),
    "mk": ("", ", пријатели", ", за жал", ", и никој не се срами"),
}


def framed(*tables: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    verbs, tails = tables
    return [(language, verb, tail) for language in SAID for verb in verbs[language] for tail in tails[language]]


@each(("language", "verb", "part"), framed(COUNTED, PARTED))
def test_the_figure_of_all_does_not_bear_out_what_unread_words_may_part(language, verb, part):
    """1,771 measles cases in adults: 1,771 were counted in everybody, and who counted them does not matter."""
    assert outcome_of(SAID[language].format(verb, part), language, CASES, "1771", 2013) == "undecided"


@each(("language", "verb", "tail"), framed(COUNTED, SPARE))
def test_everyday_words_part_nothing(language, verb, tail):
    """Germany, friends, saw 1,771 measles cases: it did, and with other words too."""
    assert outcome_of(SAID[language].format(verb, tail), language, CASES, "1771", 2013) == "supported"
    assert outcome_of(SAID[language].format(verb, tail), language, CASES, "2571", 2013) == "contradicted"


DONE = {
    "en": ("1,771 measles cases were {} in Germany in 2013.", ("treated", "insured", "photographed", "denied", "forgotten", "imported")),
    "de": ("1.771 Masernfälle wurden 2013 in Deutschland {}.", ("behandelt", "versichert", "fotografiert", "eingeschleppt", "vertuscht")),
    "mk": ("1.771 случај на сипаници беа {} во Германија во 2013.", ("лекувани", "осигурани", "увезени", "прикриени")),
}  # fmt: skip


@each(("language", "done"), [(language, done) for language, (_, listed) in DONE.items() for done in listed])
def test_what_is_done_with_the_counted_makes_them_others(language, done):
    """1,771 cases were treated: how many there were is another matter."""
    assert outcome_of(DONE[language][0].format(done), language, CASES, "1771", 2013) == "undecided"


MONEY = Series(
    ref=SeriesRef("mine", "a"),
    title="Net official development assistance provided",
    unit=Unit(dimension=Dimension.MONEY, name="dollar", code="USD"),
)
TO = {
    "en": ("In 2017 Germany gave 26.6 billion dollars in foreign aid{}.", ("", " to Africa", " to Ukraine", " to Kenya", " to Asia")),
    "de": ("2017 gab Deutschland 26,6 Milliarden Dollar Entwicklungshilfe{}.", ("", " an Afrika", " an Kenia", " an die Ukraine")),
    "mk": ("Во 2017 Германија даде 26,6 милијарди долари развојна помош{}.", ("", " на Кенија", " на Украина")),
}  # fmt: skip


@each(("language", "to"), [(language, to) for language, (_, listed) in TO.items() for to in listed])
def test_what_goes_to_one_country_is_no_part_of_what_goes_to_all(language, to):
    """26.6 billion of aid to Ukraine: that is what all countries got."""
    said = TO[language][0].format(to)
    assert outcome_of(said, language, MONEY, "26600000000", 2017) == ("undecided" if to else "supported")


UNTIL = {
    "en": "By 2013 Germany had recorded 1,771 measles cases in all.",
    "de": "Bis 2013 hatte Deutschland insgesamt 1.771 Masernfälle verzeichnet.",
    "mk": "До 2013 Германија забележа вкупно 1.771 случај на сипаници.",
}
IN = {
    "en": "In 2013 Germany recorded 1,771 measles cases in all.",
    "de": "Im Jahr 2013 hatte Deutschland insgesamt 1.771 Masernfälle verzeichnet.",
    "mk": "Во 2013 Германија забележа вкупно 1.771 случај на сипаници.",
}


@each(("language",), [(language,) for language in UNTIL])
def test_all_until_a_year_are_not_those_of_the_year(language):
    """By 2013 1,771 cases in all: since when, nobody says; in 2013 in all is the year itself."""
    assert outcome_of(UNTIL[language], language, CASES, "1771", 2013) == "undecided"
    assert outcome_of(IN[language], language, CASES, "1771", 2013) == "supported"


WEEKLY = {
    "en": ("Per week", "Every week", "Weekly", "Daily", "Per month"),
    "de": ("Pro Woche", "Jede Woche", "Wöchentlich", "Täglich", "Pro Monat"),
    "mk": ("Секоја недела", "Неделно", "Дневно"),
}
PACE = {
    "en": "{} Germany recorded 1,771 measles cases in 2013.",
    "de": "{} zählte Deutschland 2013 1.771 Masernfälle.",
    "mk": "{} Германија во 2013 имаше 1.771 случај на сипаници.",
}


@each(("language", "when"), [(language, when) for language, listed in WEEKLY.items() for when in listed])
def test_so_many_a_week_are_not_so_many_a_year(language, when):
    """Per week there were 1,771 cases: in the whole year there were no more."""
    assert outcome_of(PACE[language].format(when), language, CASES, "1771", 2013) in {"contradicted", "undecided"}


@each(
    ("language", "said"),
    [
        ("en", "In 2019 life expectancy in Germany was 81 years, and you talk of pensions at 69."),
        ("de", "2019 lag die Lebenserwartung in Deutschland bei 81 Jahren, und da reden Sie von der Rente mit 69."),
        ("mk", "Во 2019 очекуваниот животен век во Германија беше 81 година, а вие зборувате за пензија со 69."),
    ],
)
def test_a_bare_number_with_a_noun_of_its_own_is_not_in_the_unit_of_the_figure_before(language, said):
    """A pension at 69 is no life expectancy of 69 years."""
    last = read_text(said, language=language).claims[-1]
    assert "unit-from-before" not in {note.kind for note in last.notes}


VISITS = Series(
    ref=SeriesRef("mine", "b"), title="Foreign tourists", unit=Unit(dimension=Dimension.COUNT, name="tourists")
)


@each(
    ("language", "said"),
    [
        ("en", "In 2020, seven to eight thousand foreign tourists came to Germany."),
        ("en", "In 2020, seven thousand eight hundred foreign tourists came to Germany."),
        ("de", "2020 kamen sieben- bis achttausend ausländische Touristen nach Deutschland."),
        ("de", "2020 kamen siebentausendachthundert ausländische Touristen nach Deutschland."),
        ("mk", "Во 2020 во Германија дојдоа седум до осум илјади странски туристи."),
        ("mk", "Во 2020 во Германија дојдоа седум илјади и осумстотини странски туристи."),
    ],
)
def test_words_of_a_number_are_no_words_beside_it(language, said):
    """Seven to eight thousand tourists came: "eight thousand" is the figure itself."""
    assert outcome_of(said, language, VISITS, "7800", 2020) == "supported"


ASIDE = {
    "en": ("Germany counted 1,771 measles cases (a scandal) in 2013.", "Much was done (Germany counted 1,771 measles cases in schools in 2013)."),
    "de": ("Deutschland zählte 2013 1.771 Masernfälle (ein Skandal).", "Vieles geschah (Deutschland zählte 2013 1.771 Masernfälle in Schulen)."),
    "mk": ("Германија во 2013 имаше 1.771 случај на сипаници (скандал).", "Многу се направи (Германија во 2013 имаше 1.771 случај на сипаници во училишта)."),
}  # fmt: skip


@each(("language",), [(language,) for language in ASIDE])
def test_what_brackets_hold_is_beside_the_figure_unless_it_stands_in_them(language):
    """An aside in brackets parts nothing; where the figure is told in them, the words beside it do."""
    beside, around = ASIDE[language]
    assert outcome_of(beside, language, CASES, "1771", 2013) == "supported"
    assert outcome_of(around, language, CASES, "1771", 2013) == "undecided"


GROVES = Series(
    ref=SeriesRef("mine", "b"),
    title="Area of olive groves",
    unit=Unit(dimension=Dimension.PHYSICAL, name="hectare", code="ha"),
)
UNREAD_UNITS = {
    "en": ("stremmata", "mu", "chongbo", "tsubo", "donum"),
    "de": ("Stremmata", "Mu", "Tsubo"),
}
SIZES = {
    "en": ("8,150,000", "8.15 million", "815 million", "8,500,000", "5,100"),
    "de": ("8.150.000", "8,15 Millionen", "815 Millionen", "8.500.000", "5.100"),
}


@each(
    ("language", "figure", "unit"),
    [(tongue, figure, unit) for tongue, units in UNREAD_UNITS.items() for figure in SIZES[tongue] for unit in units],
)
def test_a_figure_in_a_unit_that_nobody_reads_is_not_refuted_by_hectares(language, figure, unit):
    """815,000 hectares are 8,150,000 stremmata: ten times as many are no digit too many, where the unit was not read."""
    said = {
        "en": f"The area of olive groves in Greece was {figure} {unit} in 2013.",
        "de": f"Die Fläche der Olivenhaine in Griechenland betrug 2013 {figure} {unit}.",
    }
    assert outcome_of(said[language], language, GROVES, "815000", 2013) == "undecided"


def test_a_figure_with_no_word_behind_it_is_refuted():
    said = "The area of olive groves in Greece was 8,150,000 in 2013."
    assert outcome_of(said, "en", GROVES, "815000", 2013) == "contradicted"


def test_who_has_no_doubt_takes_nothing_out():
    """Ohne Zweifel, ohne Frage: no part is left out of what is counted."""
    for sure in ("Zweifel", "Frage"):
        said = f"Ohne {sure} zählte Deutschland 2013 1.771 Masernfälle."
        assert outcome_of(said, "de", CASES, "1771", 2013) == "supported"
