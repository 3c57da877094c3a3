"""What a clause before the subject names narrows nothing: it says when or with what something was said."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from workbench.extract import read_text

CLAUSES = [
    "Unveiling the new tram, the mayor said", "Opening the salt museum, she recalled", "Asked about the harbour, he said",
    "Signing a treaty, the envoy noted", "Speaking at a bakery, the governor said", "Surrounded by goats, she told us",
]  # fmt: skip
TOLD = ["Norway had 8,471 dentists in 2015", "the number of dentists in Norway stood at 8,471 in 2015"]
TIMES = ["When I was a sailor", "While my uncle slept", "Once the harbour had frozen"]


@each(("clause", "told"), product(CLAUSES, TOLD))
def test_what_a_speaker_was_doing_is_not_left_over(clause, told):
    """Whoever opens a museum counts no museums."""
    assert [each.value for each in read_text(f"{clause} that {told}.").claims[0].unread] == [
        each.value for each in read_text(f"The mayor said that {told}.").claims[0].unread
    ]


@each(("time",), [(time,) for time in TIMES])
def test_a_clause_of_time_is_not_left_over(time):
    """The sailor is nobody that is counted."""
    assert not read_text(f"{time}, in 2015, Norway had 8,471 dentists.").claims[0].unread


@pytest.mark.parametrize("thing", ["statue", "cable", "tunnel"])
def test_a_pronoun_does_not_stand_for_it(thing):
    """It is no statue that spent the money."""
    (claim,) = read_text(
        f"Unveiling the {thing}, the President said it had spent 2.1 percent of GDP on research."
    ).claims
    assert not any(thing in each.value for each in claim.unread)


@pytest.mark.parametrize("of", ["Talking about companies, they", "The companies do their share, he said. In 2017 they"])
def test_whom_it_speaks_of_is_kept_where_a_pronoun_stands_for_them(of):
    """Companies spent it, and not everybody."""
    (claim,) = read_text(f"{of} spent 2.1 percent of GDP on research in 2017.").claims
    assert any("ompanies" in each.value for each in claim.unread)


PARTICIPLES = ["Trained abroad", "Born in Syria", "Working for the army", "Paid by the hour", "Serving the islands"]
COUNTED = [
    "{n} nurses worked in Malta in 2015",
    "there were {n} nurses in Malta in 2015",
    "the nurses of Malta were {n} in 2015",
]


@each(("participle", "told"), product(PARTICIPLES, COUNTED))
def test_a_participle_tells_of_those_who_are_counted(participle, told):
    """Who counts nurses that are paid by the hour does not count the others."""
    claim = read_text(f"{participle}, {told.format(n='3,208')}.").claims[0]
    assert any(participle in each.value for each in claim.unread)


SUBJECTS = [
    "Asked about clinics", "When questioned about clinics", "Pressed on the clinics", "As far as clinics are concerned", "Speaking of clinics",
    "When it comes to clinics", "Where clinics are concerned", "Where clinics keep accounts",
]  # fmt: skip
SAYING = ["the minister said that ", ""]


@each(("subject", "saying"), product(SUBJECTS, SAYING))
def test_what_is_spoken_of_stays_with_the_figure(subject, saying):
    """The figure may be that of the clinics."""
    claim = read_text(f"{subject}, {saying}Malta had 3,208 nurses in 2015.").claims[0]
    assert any("clinics" in each.value for each in claim.unread)


def test_what_one_means_by_a_word_stays_with_the_figures():
    """Whose nurses are meant was said before."""
    claim = read_text("When I say nurses, I mean those of the army. Malta had 3,208 nurses in 2015.").claims[-1]
    assert "the army" in [each.value for each in claim.unread]


@pytest.mark.parametrize("opening", ["When I speak of industry, I mean this", "If we think of industry, we see it"])
def test_a_pronoun_stands_for_the_only_noun_before_it(opening):
    """Nobody but industry spent it."""
    claim = read_text(f"{opening}: in 2017 it spent 2.1 percent of Norway's GDP on research.").claims[-1]
    assert any("industry" in each.value for each in claim.unread)
