"""A country's people, in every form that speech has for them, name the country, in German and in Macedonian."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.place import places
from workbench.extract import read_text
from workbench.extract.place.places_other_languages import find_places_elsewhere
from workbench.extract.words.word_files import raw_tables

PEOPLE_SPEAK = {
    "de": "Die {} zahlten 2018 5 Prozent.",
    "mk": "{} во 2018 имаа невработеност од 3,4 отсто.",
}
THINGS_OF_THEIRS = {
    "de": "Ihre {} Ausfuhr wuchs 2018 um 5 Prozent.",
    "mk": "Лани {} извоз порасна за 3,4 отсто.",
}
NAMED_BY_ADJECTIVES = {"de": {"DEU"}, "mk": set()}
"""Countries whose people are called by the adjective: "die Deutschen"."""
CALLED_AS_OTHERS = {"COG", "CAF"}
"""Countries whose people are called as another's, or as those of a whole region."""
LANGUAGES = pytest.mark.parametrize("language", ["de", "mk"])


def _countries(language):
    return {code for code in raw_tables(language)["places"]["names"] if places()[code].iso2 and code != "WLD"}


def _forms(language):
    """Yield every form of every people's noun, with its country's code."""
    table = raw_tables(language)["places"]
    for code, nouns in table["peoples"].items():
        for noun in nouns:
            ends = [end for end in table["people_endings"] if noun.endswith(end)]
            end = max(ends, key=len, default="")
            for ending in table["people_endings"].get(end, [""]):
                if (form := noun.removesuffix(end) + ending) not in table["namesakes"]:
                    yield form, code


@LANGUAGES
def test_every_country_with_a_name_has_a_people_and_an_adjective(language):
    table = raw_tables(language)["places"]
    ours = _countries(language) - CALLED_AS_OTHERS
    assert ours - set(table["peoples"]) == NAMED_BY_ADJECTIVES[language]
    assert ours - set(table["demonyms"]) == set()


@LANGUAGES
def test_every_form_of_a_people_names_its_country_alone(language):
    for form, code in _forms(language):
        for way in (form, form.upper()):
            if len(way) == len(form):  # "WEISSRUSSEN" is written with a letter more
                said = PEOPLE_SPEAK[language].format(way)
                assert [m.value for m in find_places_elsewhere(said, language)] == [code], said


@LANGUAGES
def test_every_adjective_names_its_country(language):
    table = raw_tables(language)["places"]
    for code, stems in table["demonyms"].items():
        for form in (stem + ending for stem in stems for ending in table["demonym_endings"]):
            said = THINGS_OF_THEIRS[language].format(form)
            assert [m.value for m in find_places_elsewhere(said, language)] == [code], said


@LANGUAGES
def test_what_a_people_did_is_claimed_of_its_country(language):
    first = {code: form for form, code in reversed(list(_forms(language)))}
    for code, form in first.items():
        read = read_text(PEOPLE_SPEAK[language].format(form), said=date(2021, 12, 2), place="AUS", language=language)
        assert [claim.place for claim in read.claims] == [code], form


SPOKEN = [
    ("Jede Mazedonierin zahlte 2018 5 Prozent.", "de", "MKD"),
    ("Von den Syrern fanden 5 Prozent Arbeit.", "de", "SYR"),
    ("Die syrischen Emissionen fielen um 5 Prozent.", "de", "SYR"),
    ("Die Schwedinnen verdienen 5 Prozent mehr.", "de", "SWE"),
    ("Ein Schwede verdient 5 Prozent mehr.", "de", "SWE"),
    ("Eine Französin verdient 5 Prozent mehr.", "de", "FRA"),
    ("Die Polinnen verdienen 5 Prozent mehr.", "de", "POL"),
    ("Die SyrerInnen zahlten 5 Prozent.", "de", "SYR"),
    ("Die Jemenitinnen zahlten 5 Prozent.", "de", "YEM"),
    ("Die Saudis zahlten 5 Prozent.", "de", "SAU"),
    ("Die Schweizer Ausfuhr wuchs um 5 Prozent.", "de", "CHE"),
    ("Die Ungarinnen zahlten 5 Prozent.", "de", "HUN"),
    ("Сиријците имаа невработеност од 5 отсто.", "mk", "SYR"),
    ("Сиријка во 2018 заработи 5 отсто.", "mk", "SYR"),
    ("Секоја Македонка заработи 5 отсто.", "mk", "MKD"),
    ("Македонецот заработи 5 отсто.", "mk", "MKD"),
    ("Швеѓаните заработија 5 отсто.", "mk", "SWE"),
    ("Турците заработија 5 отсто.", "mk", "TUR"),
    ("Полјачките заработија 5 отсто.", "mk", "POL"),
    ("Бугарките заработија 5 отсто.", "mk", "BGR"),
    ("Чесите заработија 5 отсто.", "mk", "CZE"),
    ("Сириската економија порасна за 5 отсто.", "mk", "SYR"),
]


@each(("said", "language", "code"), SPOKEN)
def test_peoples_as_they_are_spoken_of(said, language, code):
    assert [m.value for m in find_places_elsewhere(said, language)] == [code]


NAMESAKES = [
    ("Das kostete 5 Millionen Schweizer Franken.", "de"),
    ("Frau Schweizer zahlte 5 Euro.", "de"),
    ("Die Malteser betreuten 500 Kinder, die Dominikaner 30.", "de"),
    ("Beide Pole schmelzen.", "de"),
    ("Ein salomonisches Urteil.", "de"),
    ("Во ФИНКИ учат 5.000 студенти, а Данка е една.", "mk"),
    ("Мали фирми и Комори на занаетчии.", "mk"),
    ("Чад се издигаше, монашки живот.", "mk"),
]


@each(("said", "language"), NAMESAKES)
def test_what_only_looks_like_a_people_names_no_place(said, language):
    assert find_places_elsewhere(said, language) == []
