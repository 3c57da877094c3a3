"""A language comes by one file: its names of what is measured, its words of grammar, and what stems its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.core.series import Series, SeriesRef
from workbench.match.query.query import query_of_text
from workbench.match.ranking.rank_series import TitleIndex
from workbench.match.words import glossary
from workbench.match.words.translation import english_of, said_in

FRENCH = """
stemmer = "french"
names = [
  "unemployment rate = taux de chômage | chômage",
  "life expectancy = espérance de vie",
  "women = femmes",
]
[grammar]
small = "la le les un une est dans"
links = "de du des d"
articles = "la le les l"
"""


@pytest.fixture
def french() -> Iterator[None]:
    glossary.teach("fr", FRENCH)
    yield
    glossary._taught.clear()
    for cached in (glossary.languages, glossary.glossary, glossary.words_of_grammar):
        cached.cache_clear()


@pytest.mark.usefixtures("french")
def test_its_words_are_read_in_the_english_of_titles() -> None:
    assert english_of("le taux de chômage des femmes", "fr") == "women unemployment rate"
    assert english_of("L'espérance de vie", "fr") == "life expectancy"
    assert "women" in said_in("une femme", "fr")  # by its stem


@pytest.mark.usefixtures("french")
def test_what_is_asked_in_it_finds_english_titles() -> None:
    titles = (
        "Unemployment, total (% of labor force)",
        "Rail lines (total route-km)",
        "Life expectancy at birth (years)",
    )
    series = [Series(ref=SeriesRef("wb", str(n)), title=title) for n, title in enumerate(titles)]
    assert query_of_text("chômage").stems.isdisjoint({"unemploy"})  # nobody said that it is French
    for asked, best in (("taux de chômage", 0), ("espérance de vie", 2)):
        query = query_of_text(english_of(asked, "fr"))
        assert TitleIndex(series).rank(query)[0].series.title == titles[best]


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("de", FRENCH, "is no new language code"),
        ("en", FRENCH, "is no new language code"),
        ("../fr", FRENCH, "is no new language code"),
        ("it", "names = []", "lacks grammar"),
        ("it", "[grammar]", "lacks names"),
    ],
)
def test_what_is_no_glossary_is_refused(language: str, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        glossary.teach(language, text)
    assert language in {"de", "en"} or language not in glossary.languages()
