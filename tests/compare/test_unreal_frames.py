"""Frames around a figure in which nobody states it: conditions contrary to fact, fiction, promises behind it, a lie called one before it."""

from __future__ import annotations

from datetime import date

from tests.each import each
from tests.match.outcomes import outcome_of, outcome_of_claim
from workbench.core.period import year
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)

SAID = {
    "en": "in 2014 unemployment in Spain was 24 percent",
    "de": "2014 lag die Arbeitslosigkeit in Spanien bei 24 Prozent",
    "mk": "во 2014 година невработеноста во Шпанија беше 24 проценти",
}
UNREAL = {
    "en": (
        "Had the yard been kept, {}.", "Were the mines still open, {}.", "Let us dream a little: {}.",
        "Imagine a Spain without us. Then {}.", "My novel is set in Madrid. There {}.", "Our play opens in a Spain of the imagination: {}.",
    ),
    "de": (
        "Hätte man die Werft behalten, so gilt: {}.", "Wäre die Zeche noch offen, {}.", "Stellen Sie sich vor, die anderen gewinnen: {}.",
        "Mein Stück spielt in Madrid. Dort: {}.", "Nehmen wir an, die Brücke wäre offen. {}.",
    ),
    "mk": (
        "Да не се затвореше рудникот, {}.", "Да беше отворена фабриката, {}.", "Замислете дека победија другите: {}.",
        "Романот се случува во Мадрид. Таму {}.",
    ),
}  # fmt: skip
BEHIND = {
    "en": (
        "{}, the government promised.",
        "{}, or so the ministers had vowed.",
        "{}, we demand.",
        "{}, our rivals deny.",
    ),
    "de": ("{}, versprach die Regierung.", "{}, gelobte der Kanzler.", "{}, fordern wir.", "{}, so hoffen wir."),
    "mk": ("{}, вети владата.", "{}, ветуваше министерот.", "{}, така ни ветуваа.", "{}, се надеваме."),
}
REJECTED = {
    "en": ("It is a lie: {}.", "A pack of lies: {}.", "Pure fiction: {}.", "Wrong: {}."),
    "de": ("Eine Lüge: {}.", "Das ist erfunden: {}.", "Märchen Nummer eins: {}.", "Humbug: {}."),
    "mk": ("Лага: {}.", "Тоа е измислица: {}.", "Чиста глупост: {}."),
}
STATED = {
    "en": (
        "It is no lie: {}.", "It is a disgrace: {}.", "The truth: {}.", "Imagine: {}.", "Were we honest? Well, {}.", "It is the story of a country. Well, {}.",
        "{}, the opposition reminded us.", "{}, and the government promised to act.", "{}, which the ministers promised to mend.",
        "I gave the wrong year: {}.", "We were wrong: {}.", "They took the wrong column: {}.",
    ),
    "de": ("Keine Lüge: {}.", "Stellen Sie sich vor: {}.", "{}, sagte der Kanzler.", "Es ist ein Skandal: {}.", "Ich lag falsch: {}."),
    "mk": ("Не е лага: {}.", "Да се потсетиме, {}.", "Да бидеме искрени, {}.", "{}, рече министерот."),
}  # fmt: skip


def framed(frames: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    every = [(language, frame.format(SAID[language])) for language in SAID for frame in frames[language]]
    return [(language, said[0].upper() + said[1:]) for language, said in every]


@each(("language", "said"), [*framed(UNREAL), *framed(BEHIND), *framed(REJECTED)])
@each("figure", ["24", "12"])
def test_what_a_frame_takes_back_is_left_open(language, said, figure):
    """Had the yard been kept; the government promised; it is a lie: no figure bears that out, and none refutes it."""
    assert outcome_of(said, language, RATE, figure, 2014) == "undecided"


@each(("language", "said"), framed(STATED))
def test_frames_that_only_look_like_them_take_nothing_back(language, said):
    """It is no lie, it is a disgrace, it is the truth."""
    assert outcome_of(said, language, RATE, "24", 2014) == "supported"


@each(
    "said",
    ["In 2014 unemployment in Spain is 24 percent.", "The bank sees unemployment in Spain at 24 percent in 2014."],
)
@each("figure", ["24", "12"])
def test_a_figure_of_a_year_that_had_not_begun_is_foretold(said, figure):
    """In May 2013 nobody knew the unemployment of 2014; a year later they may have."""
    for spoken, left in ((date(2013, 5, 3), True), (date(2015, 5, 3), False)):
        claim = read_text(said, said=spoken).claims[0]
        assert (outcome_of_claim(claim, RATE, {year(2014): figure, year(2013): "26"}) == "undecided") == left
