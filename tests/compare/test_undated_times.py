"""A time without a date ("that year", "when we took over") is not today's: the latest figure is no answer to it."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import LATER, outcome_of
from workbench.core.claim import UNREAD_PERIOD
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(
    ref=SeriesRef("mine", "a"),
    title="Unemployment rate",
    unit=Unit(dimension=Dimension.SHARE, name="percent of labour force"),
)
LEVEL = {
    "en": "unemployment in Germany was 5.3 percent", "de": "lag die Arbeitslosenquote in Deutschland bei 5,3 Prozent",
    "mk": "стапката на невработеност во Германија беше 5,3 отсто",
}  # fmt: skip
UNDATED = {
    "en": (
        "Back then", "That year", "At the time,", "At that point", "When we took over,", "When the last government left,",
        "When Merkel took office,", "In those days", "Under my predecessor", "Under the previous government", "After the war",
        "Before the crisis", "During the pandemic,", "A generation ago", "In the same month",
    ),
    "de": (
        "Damals", "In jenem Jahr", "Seinerzeit", "Unter meinem Vorgänger", "Unter der letzten Regierung", "Vor der Krise",
        "Nach dem Krieg", "Während der Pandemie", "Als wir die Regierung übernahmen,", "Früher", "Zu jener Zeit",
    ),
    "mk": ("Тогаш", "Во тоа време", "Таа година", "Пред кризата", "По војната", "Кога дојдовме на власт,", "Некогаш", "Истиот месец"),
}  # fmt: skip
TODAY = {
    "en": ("", "My friends,", "When we look at the figures,", "If that is so, then", "As you know,", "Believe me,"),
    "de": ("Heute", "Wie Sie wissen,", "Wenn wir auf die Zahlen schauen,"),
    "mk": ("Денес", "Пријатели,", "Како што знаете,"),
}


def framed(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, words) for language in LEVEL for words in table[language]]


def said(language: str, words: str) -> str:
    return f"{words} {LEVEL[language]}.".strip()


@each("language, words", framed(UNDATED))
def test_the_latest_figure_is_no_answer_to_a_time_without_a_date(language, words):
    """When we took over, unemployment was 5.3 percent: of which year that is, nothing says."""
    assert outcome_of(said(language, words), language, RATE, "5.3", 2021) == "undecided"
    assert outcome_of(said(language, words), language, RATE, "9.9", 2021) == "undecided"


@each("language, words", framed(TODAY))
def test_words_that_name_no_time_leave_the_latest_figure(language, words):
    """When we look at the figures, unemployment was 5.3 percent: that is the latest."""
    assert outcome_of(said(language, words), language, RATE, "5.3", 2021) == "supported"


@each("language, words", framed(UNDATED))
def test_with_a_date_the_time_is_known(language, words):
    """In 2019, when we took over, unemployment was 5.3 percent: it is 2019's, and no note says otherwise."""
    dated = said(language, words)[:-1] + {"en": " in 2019.", "de": " (2019).", "mk": " во 2019."}[language]
    (claim,) = read_text(dated, language=language, said=LATER).claims
    assert claim.period.value.label == "2019"
    assert UNREAD_PERIOD not in {note.kind for note in claim.notes}
