"""The sentence before may tell whom or where a figure is of: who speaks of his town, of those hit hardest, or calls to a group."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import outcome_of_claim
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)
SEATS = Series(
    ref=SeriesRef("mine", "a"), title="Proportion of seats held by women in national parliaments", unit=PERCENT
)
INFLOWS = Series(
    ref=SeriesRef("mine", "a"),
    title="Foreign direct investment inflows",
    unit=Unit(dimension=Dimension.MONEY, name="US dollars"),
)

PART = [
    ("en", "DNK", "I am from Aarhus. Here unemployment was 7 percent in 2013."),
    ("en", "DNK", "We live on Bornholm. In 2013 unemployment was 7 percent."),
    ("en", "DNK", "Greetings from Odense! In 2013 unemployment was 7 percent."),
    ("en", "DNK", "Men had it hardest. Unemployment in Denmark was 7 percent in 2013."),
    ("en", "DNK", "It was hardest for women. Unemployment in Denmark was 7 percent in 2013."),
    ("en", "DNK", "Women of Denmark! In 2013 7 percent of us were unemployed."),
    ("en", "DNK", "Of those who answered, 7 percent in Denmark were unemployed in 2013."),
    ("en", "DNK", "Among those whom we surveyed in Denmark, 7 percent were unemployed in 2013."),
    ("de", "DEU", "Ich komme aus Dresden. Hier lag die Arbeitslosigkeit 2013 bei 7 Prozent."),
    ("de", "DEU", "Ich grüße aus Kiel. Bei uns lag die Arbeitslosigkeit 2013 bei 7 Prozent."),
    ("de", "DEU", "Frauen traf es am härtesten. Die Arbeitslosigkeit in Deutschland lag 2013 bei 7 Prozent."),
    ("de", "DEU", "Rentner Deutschlands! 7 Prozent von uns waren 2013 arbeitslos."),
    ("mk", "MKD", "Доаѓам од Охрид. Кај нас невработеноста во 2013 година беше 7 отсто."),
    ("mk", "MKD", "Најтешко им беше на мажите. Невработеноста во Македонија во 2013 година беше 7 отсто."),
    ("mk", "MKD", "Жени од Македонија! 7 отсто од нас беа невработени во 2013 година."),
]
ORGANISATIONS = [
    ("en", "ESP", "Iberia Bank has published its report. In 2013, it says, women held 7 percent of the seats."),
    ("en", "ESP", "Our bank has a new board. Women held 7 percent of the seats in 2013."),
    ("de", "DEU", "Unser Aufsichtsrat ist neu. 2013 hielten Frauen 7 Prozent der Sitze."),
    ("mk", "MKD", "Нашата банка има нов одбор. Во 2013 година жените имаа 7 отсто од местата."),
]
ORIGINS = [
    ("en", "ESP", "Spain took in 7 dollars of foreign direct investment from China in 2013."),
    ("de", "DEU", "2013 kamen ausländische Direktinvestitionen von 7 Dollar aus den USA."),
    ("de", "DEU", "2013 flossen 7 Dollar an ausländischen Direktinvestitionen aus China nach Deutschland."),
    ("mk", "MKD", "Странските директни инвестиции од Германија во Македонија во 2013 година беа 7 долари."),
]
BEHIND = [
    ("en", "ESP", "Unemployment was 7 percent in 2013. So it was in Catalonia."),
    ("de", "DEU", "2013 lag die Arbeitslosigkeit bei 7 Prozent. So sah es in Bremen aus."),
    ("de", "DEU", "2013 lag die Arbeitslosigkeit bei 8 Prozent. So sah es in Bremen aus."),
]
WHOLE = [
    ("en", "ESP", "I work on Fridays. In 2013 unemployment was 7 percent."),
    ("en", "ESP", "I am here on Monday again. In 2013 unemployment was 7 percent."),
    ("de", "DEU", "Wir leben in Zeiten des Wandels. Die Arbeitslosigkeit lag 2013 bei 7 Prozent."),
    ("de", "DEU", "Wir sind auf Kurs. Die Arbeitslosigkeit lag 2013 bei 7 Prozent."),
    ("de", "DEU", "Wir haben auf Schulden verzichtet. Die Arbeitslosigkeit lag 2013 bei 7 Prozent."),
    ("en", "ESP", "Statistics Spain has published its figures. In 2013 unemployment was 7 percent."),
    ("en", "ESP", "Unemployment in Spain was 7 percent in 2013. I come from Catalonia."),
    ("en", "DNK", "I am from Denmark. Here unemployment was 7 percent in 2013."),
    ("en", "DNK", "I spoke in Brussels. In 2013 unemployment in Denmark was 7 percent."),
    ("en", "DNK", "People of Denmark! Unemployment was 7 percent in 2013."),
    ("en", "DNK", "Women of Denmark! In 2013 unemployment in Denmark was 7 percent."),
    ("en", "DNK", "Men had it hardest. Overall unemployment in Denmark was 7 percent in 2013."),
    ("de", "DEU", "Ich komme aus Deutschland. Hier lag die Arbeitslosigkeit 2013 bei 7 Prozent."),
    ("de", "DEU", "Wir kommen zu Zahlen. Die Arbeitslosigkeit lag 2013 bei 7 Prozent."),
    ("mk", "MKD", "Доаѓам од Македонија. Невработеноста во 2013 година беше 7 отсто."),
]


def outcome(language: str, place: str, said: str, series: Series = RATE) -> str:
    claim = read_text(said, language=language, place=place).claims[-1]
    assert claim.period is not None
    return outcome_of_claim(claim, series, {claim.period.value: "7"})


@each(("language", "place", "said"), PART)
def test_what_is_told_of_a_town_or_a_group_is_left_open(language, place, said):
    """The figure of the country fits, and was told of Aarhus, of men, of those who answered; a town that is known is asked for itself."""
    asked = read_text(said, language=language, place=place).claims[-1].place
    assert asked != place or outcome(language, place, said) == "undecided"


@each(("language", "place", "said"), ORGANISATIONS)
def test_the_seats_of_a_bank_are_none_of_a_parliament(language, place, said):
    """Whose seats are meant the sentence before tells."""
    assert outcome(language, place, said, SEATS) == "undecided"


@each(("language", "place", "said"), ORIGINS)
def test_what_comes_from_one_country_is_not_what_comes_from_all(language, place, said):
    """Investment from China is a part of it all."""
    assert outcome(language, place, said, INFLOWS) == "undecided"


@each(("language", "place", "said"), BEHIND)
def test_a_region_that_the_next_sentence_names_may_be_the_place(language, place, said):
    """So it was in Catalonia: the figure of Spain neither fits nor refutes that."""
    assert outcome(language, place, said) == "undecided"


@each(("language", "place", "said"), WHOLE)
def test_what_is_told_of_the_country_is_decided(language, place, said):
    """Where the sentence names its country, or speaks of all, a town or a group before it changes nothing."""
    assert outcome(language, place, said) == "supported"
