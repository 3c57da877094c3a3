"""What is denied is never borne out by the figure that fits its words, nor refuted by one that does not, in every language."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from tests.match.outcomes import LATER, outcome_of
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)

LEVEL = {
    "en": "unemployment in Spain was {} percent in 2013",
    "de": "die Arbeitslosenquote in Spanien 2013 bei {} Prozent lag",
    "mk": "невработеноста во Шпанија во 2013 беше {} проценти",
}
AFFIRMED = {
    "en": ("It is true that {}.", "Nobody can deny that {}.", "There is no doubt that {}.", "It is no lie that {}.", "I do not doubt that {}.", "It isn't so odd that {}."),
    "de": ("Es stimmt, dass {}.", "Niemand kann bestreiten, dass {}.", "Es ist wahr, dass {}.", "Ich bezweifle nicht, dass {}."),
    "mk": ("Точно е дека {}.", "Вистина е дека {}.", "Не се сомневам дека {}."),
}  # fmt: skip
DENIED = {
    "en": (
        "It is not true that {}.", "It isn't true, whatever he says, that {}.", "It is false that {}.", "It's a lie that {}.",
        "I doubt that {}.", "They deny that {}.", "Nobody can say that {}.", "The myth that {} dies hard.",
        "They claim that {}, which is not true.", "They say that {}. That is a lie.", "They claim that {}. That is wrong.",
        "{}? Nonsense.", "{}? Not at all.", "{}. That isn't true.", "It would be wrong to say that {}.",
    ),
    "de": (
        "Es stimmt nicht, dass {}.", "Es ist falsch, dass {}.", "Es ist eine Lüge, dass {}.", "Es ist nicht wahr, dass {}.",
        "Ich bezweifle, dass {}.", "Sie leugnen, dass {}.", "Das Märchen, dass {}, glaubt keiner.", "Sie behaupten, dass {}. Das ist falsch.",
        "Sie sagen, dass {}, was nicht stimmt.", "Sie sagen, dass {}? Von wegen!", "Sie sagen, dass {}? Unsinn!",
    ),
    "mk": (
        "Не е точно дека {}.", "Не е вистина дека {}.", "Лага е дека {}.", "Се сомневам дека {}.", "Негираат дека {}.",
        "Никој не може да каже дека {}.", "Тврдат дека {}. Тоа е лага.", "Велат дека {}? Глупости!", "Велат дека {}, што не е точно.",
    ),
}  # fmt: skip


def framed(frames: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, frame) for language, listed in frames.items() for frame in listed]


@each(("language", "frame"), framed(DENIED))
def test_a_statement_that_is_denied_from_outside_is_left_open(language, frame):
    """It is a lie that unemployment was 26 percent: 26 does not bear it out, and 12 does not refute it."""
    said = frame.format(LEVEL[language].format("26"))
    said = said[0].upper() + said[1:]
    assert outcome_of(said, language, RATE, "26", 2013) == "undecided"
    assert outcome_of(said, language, RATE, "12", 2013) == "undecided"


@each(("language", "frame"), framed(AFFIRMED))
def test_a_denial_that_is_itself_denied_affirms(language, frame):
    """Nobody can deny that unemployment was 26 percent: 26 bears it out, and 12 refutes it."""
    said = frame.format(LEVEL[language].format("26"))
    assert outcome_of(said, language, RATE, "26", 2013) == "supported"
    assert outcome_of(said, language, RATE, "12", 2013) == "contradicted"


NOT_SO = {
    "en": ("was not {} percent", "was by no means {} percent", "was anything but {} percent", "was far from {} percent", "was in no way {} percent"),
    "de": ("lag 2013 nicht bei {} Prozent", "betrug 2013 keineswegs {} Prozent", "lag 2013 alles andere als bei {} Prozent", "lag 2013 mitnichten bei {} Prozent"),
    "mk": ("не беше {} проценти", "воопшто не беше {} проценти", "никако не беше {} проценти"),
}  # fmt: skip
OF = {
    "en": "Unemployment in Spain {} in 2013.",
    "de": "Die Arbeitslosenquote in Spanien {}.",
    "mk": "Невработеноста во Шпанија {} во 2013.",
}


@each(("language", "denied"), framed(NOT_SO))
@each("figure", ["26", "12"])
def test_a_level_that_is_denied_is_left_open(language, denied, figure):
    """Unemployment was anything but 26 percent: 26 does not bear it out."""
    said = OF[language].format(denied.format("26"))
    assert outcome_of(said, language, RATE, figure, 2013) == "undecided"


COMPARED = {
    "en": ("Unemployment in Spain was {} {} than in Germany in 2013.", ("not", "no", "not much", "not even"), ("higher", "lower")),
    "de": ("Die Arbeitslosenquote war 2013 in Spanien {} {} als in Deutschland.", ("nicht", "keineswegs", "nicht wesentlich"), ("höher", "niedriger")),
    "mk": ("Невработеноста во Шпанија во 2013 {} {} отколку во Германија.", ("не беше", "не е", "не беше многу"), ("повисока", "пониска")),
}  # fmt: skip


@each(
    ("language", "no", "comparative"),
    [(one, no, way) for one, (_, denials, ways) in COMPARED.items() for no, way in product(denials, ways)],
)
def test_a_comparison_that_is_denied_is_left_open(language, no, comparative):
    """Unemployment in Spain was not higher than in Germany: that it was higher does not bear it out."""
    said = COMPARED[language][0].format(no, comparative)
    for claim in read_text(said, said=LATER, language=language).claims:
        assert "not-said-so" in {note.kind for note in claim.notes}


HARDLY = {
    "en": ("Unemployment in Spain hardly fell in 2013.", "Unemployment in Spain barely fell in 2013.", "Unemployment in Spain fell not at all in 2013."),
    "de": ("Die Arbeitslosenquote in Spanien sank 2013 kaum.", "Die Arbeitslosenquote ging 2013 in Spanien kein bisschen zurück."),
    "mk": ("Невработеноста во Шпанија едвај падна во 2013.", "Невработеноста во Шпанија речиси не падна во 2013."),
}  # fmt: skip


@pytest.mark.parametrize(("language", "said"), framed(HARDLY))
def test_what_hardly_moved_is_borne_out_by_no_fall(language, said):
    """Unemployment hardly fell: by how much is not said, and a fall does not bear it out."""
    for claim in read_text(said, said=LATER, language=language).claims:
        assert "not-said-so" in {note.kind for note in claim.notes} or claim.change.value.denied is not None


@each(
    ("language", "said"),
    [
        ("en", "Neither in 2013 nor in 2018 was unemployment in Spain 26 percent."),
        ("de", "Weder 2013 noch 2018 lag die Arbeitslosenquote in Spanien bei 26 Prozent."),
        ("mk", "Ниту во 2013 ниту во 2018 невработеноста во Шпанија беше 26 проценти."),
        ("de", "Die Arbeitslosenquote in Spanien fiel 2013 nicht um 26 Prozent."),
        ("en", "Unemployment in Spain fell not by 26 percent in 2013."),
    ],
)
@each("figure", ["26", "12"])
def test_neither_nor_and_a_denied_size_are_left_open(language, said, figure):
    """Weder 2013 noch 2018 lag die Quote bei 26 Prozent: no figure bears that out alone."""
    assert outcome_of(said, language, RATE, figure, 2013) == "undecided"
