"""What is supposed, aimed at or foretold is borne out by no figure, and refuted by none, in every language."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import LATER, outcome_of
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)

MEANT = [
    ("en", "If unemployment in Spain had been 26 percent in 2013, we would have noticed."),
    ("en", "Had unemployment in Spain been 26 percent in 2013, we would have noticed."),
    ("en", "Unless unemployment in Spain was 26 percent in 2013, he is wrong."),
    ("en", "Nobody knows whether unemployment in Spain was 26 percent in 2013."),
    ("en", "Suppose unemployment in Spain was 26 percent in 2013."),
    ("en", "They talk as if unemployment in Spain had been 26 percent in 2013."),
    ("en", "The goal for unemployment in Spain in 2013 was 26 percent."),
    ("en", "The aim was an unemployment rate of 26 percent in Spain in 2013."),
    ("en", "Unemployment in Spain was to be 26 percent in 2013."),
    ("en", "We wanted to bring unemployment in Spain to 26 percent in 2013."),
    ("en", "In 2010 experts forecast unemployment in Spain of 26 percent for 2013."),
    ("en", "Unemployment in Spain in 2013 was forecast at 26 percent."),
    ("de", "Wenn die Arbeitslosenquote in Spanien 2013 bei 26 Prozent gelegen hätte, wüssten wir es."),
    ("de", "Hätte die Arbeitslosenquote in Spanien 2013 bei 26 Prozent gelegen, wüssten wir es."),
    ("de", "Ob die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag, weiß niemand."),
    ("de", "Angenommen, die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent."),
    ("de", "Sie tun so, als ob die Arbeitslosenquote in Spanien 2013 bei 26 Prozent gelegen hätte."),
    ("de", "Die Arbeitslosenquote in Spanien sollte 2013 bei 26 Prozent liegen."),
    ("de", "Ziel war eine Arbeitslosenquote von 26 Prozent in Spanien im Jahr 2013."),
    ("de", "Die Arbeitslosenquote in Spanien wurde für 2013 auf 26 Prozent vorausgesagt."),
    ("de", "Die Bank sagte 2010 eine Arbeitslosenquote von 26 Prozent in Spanien für 2013 voraus."),
    ("de", "Die Arbeitslosenquote in Spanien wollten wir 2013 auf 26 Prozent senken."),
    ("mk", "Ако невработеноста во Шпанија во 2013 беше 26 проценти, ќе знаевме."),
    ("mk", "Да беше невработеноста во Шпанија во 2013 26 проценти, ќе знаевме."),
    ("mk", "Да претпоставиме дека невработеноста во Шпанија во 2013 беше 26 проценти."),
    ("mk", "Никој не знае дали невработеноста во Шпанија во 2013 беше 26 проценти."),
    ("mk", "Целта беше невработеност од 26 проценти во Шпанија во 2013."),
    ("mk", "Невработеноста во Шпанија требаше да биде 26 проценти во 2013."),
    ("mk", "Сакавме да ја намалиме невработеноста во Шпанија во 2013 на 26 проценти."),
    ("en", "The goal was for Spain to have unemployment of 26 percent in 2013."),
    ("en", "Our ambition was for Spain to see unemployment of 26 percent in 2013."),
    ("de", "Unser Ziel war, in Spanien 2013 eine Arbeitslosenquote von 26 Prozent zu haben."),
    ("de", "Unser Anspruch bleibt es, in Spanien 2013 eine Arbeitslosenquote von 26 Prozent zu zählen."),
    ("mk", "Нашата цел беше во некоја следна година Шпанија во 2013 да има невработеност од 26 проценти."),
    ("mk", "Целта ни е Шпанија во 2013 да има невработеност од 26 проценти."),
]
WAS_SO = [
    ("en", "If you look at Spain, unemployment was 26 percent in 2013."),
    ("en", "Unemployment in Spain in 2013 was, as expected, 26 percent."),
    ("en", "Unemployment in Spain missed the target with 26 percent in 2013."),
    ("en", "As we had hoped, unemployment in Spain was 26 percent in 2013."),
    ("en", "We tried to tell you that unemployment in Spain was 26 percent in 2013."),
    ("de", "Wenn man Spanien ansieht, lag die Arbeitslosenquote dort 2013 bei 26 Prozent."),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 wie erwartet bei 26 Prozent."),
    ("de", "Man sollte wissen, die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent."),
    ("de", "Unser Ziel war klar, und die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent."),
    ("en", "Our goal was clear, and unemployment in Spain was 26 percent in 2013."),
    ("mk", "Треба да се каже дека невработеноста во Шпанија во 2013 беше 26 проценти."),
    ("mk", "Ако ја погледнеме Шпанија, невработеноста таму во 2013 беше 26 проценти."),
    ("mk", "Невработеноста во Шпанија во 2013, како што се очекуваше, беше 26 проценти."),
]


@each(("language", "said"), MEANT)
@each("figure", ["26", "12"])
def test_what_is_only_meant_is_left_open(language, said, figure):
    """The goal was 26 percent; if it had been 26 percent: the figure of that year says nothing of either."""
    assert outcome_of(said, language, RATE, figure, 2013) == "undecided"


@each(("language", "said"), WAS_SO)
def test_what_is_told_beside_an_aim_or_a_condition_was_so(language, said):
    """If you look at Spain, unemployment was 26 percent: that is told, and nothing is supposed."""
    assert outcome_of(said, language, RATE, "26", 2013) == "supported"


def test_verbs_that_only_look_like_aims_and_conditions_are_none():
    """The state provided 18 percent of GDP; a girl could be expected to live 83 years: that is told."""
    for said in (
        "The state provided 18 percent of GDP for schools in Spain in 2013.",
        "A girl born in Spain in 2013 could be expected to live 83 years.",
        "Of all who wanted to work in Spain in 2013 26 percent were out of work.",
        "It is not right that 26 percent of the young in Spain were out of work in 2013.",
        "It is wrong that 26 percent of the young in Spain were out of work in 2013.",
    ):
        for claim in read_text(said, said=LATER).claims:
            assert "not-said-so" not in {note.kind for note in claim.notes}
