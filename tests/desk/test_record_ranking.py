"""What `match` asks for a record: all its words, or the words of its claim where a speaker says more than what is measured."""

from __future__ import annotations

import pytest

from workbench.core.series import Series, SeriesRef
from workbench.desk.batch.record import record_from
from workbench.desk.batch.record_ranking import ListedTitles, candidates_of

TITLES = {
    "le": "Life expectancy at birth, total (years)",
    "un": "Unemployment rate (% of labour force)",
    "dn": "Dentists (number)",
    "sf": "Students enrolled in evening classes for dentists",
    "bc": "Bicycle paths (km)",
    "mi": "Number of ministries",
    "fm": "Fish landed in sea ports (tonnes)",
    "fi": "Inland fisheries. Species: carp. Unit of measure: tonnes",
    "fo": "Inland fisheries. Species: trout. Unit of measure: tonnes",
}

PASSAGES = [
    ("The ministry is pleased to announce that life expectancy at birth in Japan reached 85.2 years in 2018. It thanked the cooks.", "le"),
    ("Good evening, dear friends of the brass band! The unemployment rate was 4.2 percent in 2019. And now, music!", "un"),
    ("Ask the mothers, ask the fishermen in our ports: we had 1,250 dentists in 2015, and a bicycle for every minister.", "dn"),
    ("Wer hat das Fest bezahlt? Die Arbeitslosenquote lag 2019 bei 4,2 Prozent, und die Kapelle spielte weiter.", "un"),
    ("Кој ја плати прославата? Стапката на невработеност беше 17,3 проценти во 2019 година, а музиката свиреше.", "un"),
]  # fmt: skip


@pytest.fixture(scope="module")
def titles() -> ListedTitles:
    return ListedTitles([Series(ref=SeriesRef("office", key), title=title) for key, title in TITLES.items()])


def best(titles: ListedTitles, text: str) -> tuple[str, str]:
    """Return the key and the class of the first candidate."""
    record = record_from({"id": "r", "text": text, "date": "2020-03-01"})
    first = candidates_of(record, titles=lambda: titles, limit=3)["candidates"][0]
    return first["series"].partition(":")[2], first["class"]


@pytest.mark.parametrize(("text", "key"), PASSAGES)
def test_what_a_speaker_says_besides_hides_no_series(titles, text: str, key: str):
    """In three languages: the series of the claim is first, and usable."""
    assert best(titles, text) == (key, "usable")


def test_a_formal_sentence_names_what_is_measured_in_all_its_parts(titles):
    """The species stands far from the figure, and is no aside."""
    assert best(titles, "In inland fisheries, for the species trout, Germany caught 12,000 tonnes in 2010.")[0] == "fo"
    assert best(titles, "In inland fisheries, for the species carp, Germany caught 12,000 tonnes in 2010.")[0] == "fi"


def test_a_title_without_a_claim_is_asked_as_it_is(titles):
    assert best(titles, "bicycle paths") == ("bc", "usable")
