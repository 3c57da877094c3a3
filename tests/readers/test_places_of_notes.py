"""A note on top names the country in any language that the word files hold; what no table holds is said."""

from __future__ import annotations

import pytest

from workbench.core.place import places
from workbench.extract.place.written_places import place_written
from workbench.extract.words.word_files import languages, raw_tables
from workbench.ports import Raw
from workbench.readers.text import READER


def read(words: str):
    return READER.read(Raw("speech.txt", "txt", words.encode()))


COUNTRIES = [
    pytest.param(name, code, id=f"{language} {code} {name}")
    for language in sorted(languages())
    for code, names in raw_tables(language).get("places", {}).get("names", {}).items()
    for name in names[:1]
    if code in places() and places()[code].iso2 and name != "Island"  # an English word, which titles of tables hold
]


@pytest.mark.parametrize(("name", "code"), COUNTRIES)
def test_each_country_by_its_name_in_each_language(name, code):
    assert read(f"# date: 2021-12-02\n# place: {name}\n\nWe stopped 16,000 attempts.").document.place == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the euro area", "EA20"),
        ("Euroraum", "EA20"),
        ("еврозона", "EA20"),
        ("Wien, Österreich", "AUT"),
        ("Скопје", "MKD"),
        ("САД", "USA"),
    ],
)
def test_groups_and_cities_too(name, code):
    done = read(f"# date: 2021-12-02\n# place: {name}\n\nWe stopped 16,000 attempts.")
    assert (done.document.place, done.problems) == (code, ())


def test_a_place_of_no_table_is_told_and_the_dateline_is_taken():
    done = read("# date: 2021-12-02\n# place: Atlantis\n\nSkopje, 2 December 2021 - He said so.")
    assert done.document.place == "MKD"
    assert [(problem.kind, "“Atlantis”" in problem.message) for problem in done.problems] == [("unknown-place", True)]


@pytest.mark.parametrize("name", ["Scotland", "Sachsen", "Kärnten"])
def test_a_part_of_a_country_is_not_the_country(name):
    done = read(f"# date: 2021-12-02\n# place: {name}\n\nWe stopped 16,000 attempts.")
    assert (done.document.place, [problem.kind for problem in done.problems]) == (None, ["unknown-place"])


def test_the_whole_words_of_a_sentence_are_no_place():
    assert place_written("deutsche Ausfuhr") is None
