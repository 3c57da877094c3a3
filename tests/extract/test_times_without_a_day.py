"""Times that cannot be told without the day of the speech leave open what is told of them, in every language."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import LATER
from workbench.extract import read_text

SAID = [
    ("en", "In 2005 unemployment in Germany was 11 percent, and {} it was 7 percent.", ("today", "last year", "two years ago")),
    ("en", "In 2005 unemployment in Germany was 11 percent, {} 7 percent.", ("last year", "today")),
    ("de", "2005 lag die Arbeitslosenquote in Deutschland bei 11 Prozent, und {} waren es 7 Prozent.", ("heute", "letztes Jahr", "vor zwei Jahren")),
    ("mk", "Во 2005 невработеноста во Германија беше 11 проценти, а {} беше 7 проценти.", ("денес", "лани", "пред две години")),
]  # fmt: skip
TOLD = [(language, said.format(time)) for language, said, times in SAID for time in times]


@each(("language", "said"), TOLD)
def test_a_time_without_a_day_is_not_the_other_year_of_the_sentence(language, said):
    """In 2005 it was 11 percent, and today it is 7: of an undated text nobody knows when that is, and it was not in 2005."""
    first, second = read_text(said, language=language).claims
    assert "unread-period" not in {note.kind for note in first.notes}
    assert "unread-period" in {note.kind for note in second.notes} or second.period is None


@each(("language", "said"), TOLD)
def test_with_its_day_it_is_told(language, said):
    """The same with its date: today is that day, and nothing is left open for it."""
    _, second = read_text(said, language=language, said=LATER).claims
    assert second.period is not None
    assert second.period.value.start.year > 2005
    assert "unread-period" not in {note.kind for note in second.notes}
