"""What a sentence puts in front of its statement, and what it leaves out of it, says nothing else than the plain sentence."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.extract.claim.not_stated_as_fact import NOT_SAID_SO
from workbench.extract.retelling.retelling import retold

SAID = date(2016, 5, 1)


def _is_stated(text: str) -> bool:
    return all(note.kind != NOT_SAID_SO for note in read_text(text, said=SAID, place="NOR").claims[0].notes)


@pytest.mark.parametrize(
    "lead", ["in 2012", "in Norway", "under this government", "here", "on their watch, in 2012,", "thanks to you"]
)
@pytest.mark.parametrize("be", ["It was", "It is", "It's", "It was precisely"])
def test_a_time_or_a_place_in_front_states_what_follows(be: str, lead: str):
    assert _is_stated(f"{be} {lead} that rents rose by 5 percent.")


@pytest.mark.parametrize("lead", ["in the hope", "on the assumption", "in doubt", "feared", "on condition", "a lie"])
def test_a_state_of_mind_in_front_is_no_time(lead: str):
    assert retold(f"It was {lead} that rents had risen by 5 percent in 2012.", "en") is None


def test_the_country_in_front_is_the_place():
    """It was Norway that spent 5 percent of its GDP on ferries in 2012."""
    text = test_the_country_in_front_is_the_place.__doc__ or ""
    assert read_text(text, place="SWE").claims[0].place == "NOR"


@pytest.mark.parametrize(
    "lead", ["Leaving out", "Not counting", "Omitting", "Excluding", "Setting aside", "Leaving aside"]
)
def test_the_words_that_leave_something_out_are_read(lead: str):
    (claim,) = read_text(f"{lead} bicycles, road accidents killed 500 in Norway in 2012.").claims
    assert lead.split(maxsplit=1)[0].lower() not in {each.value.lower() for each in claim.unread}
    assert any(each.rule == "left-out" for each in claim.qualifiers)


@pytest.mark.parametrize("whole", ["Norwegians", "all Norwegians", "the Norwegians"])
def test_a_share_of_a_people_is_one_of_its_population(whole: str):
    (claim,) = read_text(f"In 2012, 12 percent of {whole} were poor.").claims
    assert [each.value.what for each in claim.qualifiers if each.rule == "share-of"] == ["population"]


@pytest.mark.parametrize("whole", ["Norwegian women", "young Norwegians", "Norwegian farmers"])
def test_a_share_of_some_of_a_people_is_not(whole: str):
    (claim,) = read_text(f"In 2012, 12 percent of {whole} were poor.").claims
    assert "population" not in {each.value.what for each in claim.qualifiers}


@pytest.mark.parametrize("later", ["two years on", "two years later", "two years afterwards"])
@pytest.mark.parametrize("unit", [" percent", ""])
def test_a_length_behind_a_figure_dates_it_and_is_not_counted_in(unit: str, later: str):
    *_, last = read_text(f"Inflation in Norway was 4.2 percent in 2012 and 3.6{unit} {later}.", said=SAID).claims
    assert last.figure is not None
    assert last.figure.value.unit.code == "%"
    assert last.period is not None
    assert last.period.value.start.year == 2014


@pytest.mark.parametrize("each", ["each man and woman", "every man, woman and child", "every single soul"])
def test_what_each_man_and_woman_has_is_per_head(each: str):
    claim = read_text(f"Beer sales came to 80 litres for {each} in Norway in 2012.").claims[0]
    assert "per" in {mention.rule for mention in claim.qualifiers}
