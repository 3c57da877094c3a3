"""Records told beside their figure: "97,279 cases, more than in any year since 2000", "the most since 2000: 97,279"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import UNREAD_STANDING, Claim
from workbench.core.relations import RankRow
from workbench.extract import read_text

SAID = date(2022, 3, 1)

TOLD = [
    ("en", "In 2016 there were 97,279 cases of tuberculosis in Nigeria, more than in any other year since 2000.", True),
    ("en", "In 2016 there were 97,279 cases of tuberculosis in Nigeria, the most since 2000.", True),
    ("en", "In 2016 there were 300 cases of measles in Nigeria, the fewest since 2000.", False),
    ("en", "Unemployment was 4.2 percent in 2016, lower than in any year since 2000.", False),
    ("en", "Nigeria counted more cases of tuberculosis in 2016 than in any year since 2000: over 97,000.", True),
    ("en", "2016 brought Nigeria the most tuberculosis cases since 2000: 97,279.", True),
    ("de", "2016 zählte Nigeria 97.279 Tuberkulosefälle, mehr als in jedem anderen Jahr seit 2000.", True),
    ("de", "Die Arbeitslosigkeit lag 2016 bei 4,2 Prozent, niedriger als in jedem Jahr seit 2000.", False),
    ("de", "2016 gab es in Nigeria mehr Tuberkulosefälle als in jedem Jahr seit 2000: 97.279.", True),
    ("de", "2016 gab es in Nigeria die meisten Tuberkulosefälle seit 2000: 97.279.", True),
    ("mk", "Во 2016 Нигерија имаше 97.279 случаи на туберкулоза, повеќе од која било друга година од 2000.", True),
    ("mk", "Во 2016 Нигерија имаше 97.279 случаи на туберкулоза, најмногу од 2000 година наваму.", True),
    ("mk", "Стапката на невработеност беше 4,2 отсто во 2016, пониска од која било година од 2000.", False),
]


def _claims(language: str, said: str) -> tuple[Claim, Claim]:
    found = read_text(said, said=SAID, language=language).claims
    (ranked,), (level,) = [c for c in found if c.rank is not None], [c for c in found if c.amount is not None]
    return ranked, level


@each(("language", "said", "highest"), TOLD)
def test_a_record_beside_a_figure_is_read_as_one(language: str, said: str, highest: bool):
    """The figure is a level of 2016, and 2016 is first of the years since 2000; nothing of it is left unread."""
    ranked, level = _claims(language, said)
    rank = ranked.rank
    assert rank is not None
    assert (rank.row, rank.highest, rank.begins) == (RankRow.TIMES, highest, 2000)
    assert [str(each.period.value) for each in (ranked, level) if each.period] == ["2016", "2016"]
    assert UNREAD_STANDING not in {note.kind for each in (ranked, level) for note in each.notes}


READ = [
    ("en", "An American mother was half as likely again to die in childbirth in 2017 as in 2000."),
    ("mk", "Од 2010 до 2017 уделот на сиромашните се намали за нешто помалку од пет процентни поени."),
    ("mk", "Од 2010 до 2017 уделот на сиромашните се намали за повеќе од пет процентни поени."),
]


@pytest.mark.parametrize(("language", "said"), READ)
def test_a_hedge_of_a_size_states_nothing_more(language: str, said: str):
    """Fell by a little less than five points: "less than" is of the five."""
    notes = [note.kind for claim in read_text(said, said=SAID, language=language).claims for note in claim.notes]
    assert UNREAD_STANDING not in notes


LEFT = [
    ("en", "In 2016 there were 97,279 cases, more than in any other country."),
    ("mk", "Од 2010 до 2017 невработеноста се намали за пет поени, а падна повеќе отколку во Германија."),
]


@pytest.mark.parametrize(("language", "said"), LEFT)
def test_what_is_set_beside_others_stays_unread(language: str, said: str):
    claims = read_text(said, said=SAID, language=language).claims
    assert any(note.kind == UNREAD_STANDING for claim in claims for note in claim.notes) or claims[-1].comparison
