"""“Denmark had 5.7 million people in 2016” counts its population; people of whom anything else is said are not all who live there."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract import read_text

NAMES = {"en": "population", "de": "Bevölkerung", "mk": "население"}

ALL_WHO_LIVE_THERE = [
    ("en", "Denmark had 5.7 million people in 2016."),
    ("en", "In 2016 there were just under 5.7 million people in Denmark."),
    ("en", "Denmark is home to some 5.7 million people."),
    ("en", "5.7 million people lived in Denmark in 2016."),
    ("en", "We were 5.7 million people in 2016."),
    ("en", "Put Norway and Denmark together and you had 5.7 million people in 2016."),
    ("de", "In Dänemark lebten 2016 5,7 Millionen Menschen."),
    ("de", "Dänemark hatte 2016 rund 5,7 Millionen Einwohner."),
    ("de", "Wir waren 2016 5,7 Millionen Menschen."),
    ("mk", "Во 2016 година во Данска живееја 5,7 милиони луѓе."),
    ("mk", "Данска имаше 5,7 милиони жители во 2016 година."),
]

OTHERS = [
    ("en", "Denmark had 5.7 million people in work in 2016."),
    ("en", "In 2016 there were 5.7 million people without a job in Denmark."),
    ("en", "5.7 million people voted in Denmark in 2016."),
    ("en", "We sent 5.7 million people a letter in 2016."),
    ("en", "Of those, 5.7 million people were poor in 2016."),
    ("en", "There were 310,000 unemployed people in Germany in 2016."),
    ("en", "Birmingham had 1.1 million people in 2016."),
    ("en", "The stadium had 60,000 people in 2016."),
    ("en", "There were 60,000 people in 2016."),
    ("en", "The city is home to 300,000 people."),
    ("en", "Our company had 3,000 people in 2016."),
    ("en", "We are a party with 500,000 people."),
    ("de", "Köln hatte 2016 gut eine Million Einwohner."),
    ("mk", "Во Битола живееја 70.000 луѓе во 2016 година."),
    ("en", "Germany had 310,000 young people in 2016."),
    ("en", "There were 310,000 homeless people in Germany in 2016."),
    ("en", "Germany had 310,000 elderly residents in 2016."),
    ("de", "In Deutschland gab es 2016 310.000 arbeitslose Menschen."),
    ("de", "Deutschland hatte 2016 310.000 obdachlose Menschen."),
    ("mk", "Во Германија имаше 310.000 невработени луѓе во 2016 година."),
    ("mk", "Во Германија имаше 310.000 стари луѓе во 2016 година."),
    ("de", "In Dänemark waren 2016 5,7 Millionen Menschen ohne Arbeit."),
    ("de", "5,7 Millionen Menschen haben 2016 gewählt."),
    ("mk", "Данска имаше 5,7 милиони луѓе без работа во 2016 година."),
    ("mk", "5,7 милиони луѓе гласаа во 2016 година."),
]


@pytest.mark.parametrize(("language", "text"), ALL_WHO_LIVE_THERE)
def test_a_bare_count_of_people_is_the_population(language, text):
    assert [claim.measure for claim in read_text(text, language=language).claims] == [NAMES[language]]


@each(("language", "text"), OTHERS)
def test_people_of_whom_more_is_said_are_not_the_population(language, text):
    assert all(claim.measure != NAMES[language] for claim in read_text(text, language=language).claims)


@pytest.mark.parametrize("lead", ["Put {} together and you had", "Taken together, {} had", "{} together had"])
@pytest.mark.parametrize(
    "places", [("Sweden", "Norway"), ("Sweden", "Norway", "Denmark"), ("Sweden", "Norway", "Denmark", "Finland")]
)
def test_a_sum_is_of_all_places_of_the_list_whatever_commas_stand_in_it(lead, places):
    listed = f"{', '.join(places[:-1])} and {places[-1]}"
    (claim,) = read_text(f"{lead.format(listed)} 21 million people in 2016.").claims
    codes = {"Sweden": "SWE", "Norway": "NOR", "Denmark": "DNK", "Finland": "FIN"}
    assert claim.place is not None
    assert all(codes[place] in claim.place for place in places)
