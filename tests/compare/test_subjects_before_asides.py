"""Who an aside sets apart from the verb is still who the figure is about: "The private sector, I am told, spent 3 percent"."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

RESEARCH = Series(
    ref=SeriesRef("mine", "a"),
    title="Research and development expenditure as a proportion of GDP",
    unit=Unit(dimension=Dimension.SHARE, name="percent of GDP"),
)
ASIDES = {
    "en": (
        "I am told",
        "leaving out every university",
        "not the state",
        "as everybody knows",
        "which is booming",
        "God bless it",
    ),
    "de": ("wie man hört", "nicht der Staat", "wie alle wissen", "ohne die Universitäten"),
    "mk": ("како што слушам", "а не државата", "како што сите знаат", "без универзитетите"),
}
SENTENCE = {
    "en": "In 2016 {} in Germany, {}, spent 2.9 percent of GDP on research.",
    "de": "2016 gab {} in Deutschland, {}, 2,9 Prozent des BIP für Forschung aus.",
    "mk": "Во 2016 {} во Германија, {}, потроши 2,9 отсто од БДП за истражување.",
}
OTHERS = {
    "en": ("the private sector", "the companies' own laboratories", "the medical profession"),
    "de": ("die pharmazeutische Industrie", "die Ärzteschaft"),
    "mk": ("приватниот сектор", "фармацевтската индустрија"),
}
SET_OFF = [(language, who, aside) for language in SENTENCE for who in OTHERS[language] for aside in ASIDES[language]]


@each("language, who, aside", SET_OFF)
def test_who_spent_it_is_asked_behind_an_aside_too(language, who, aside):
    """In 2016 the private sector in Germany, I am told, spent 2.9 percent of GDP on research: the figure is that of all."""
    assert outcome_of(SENTENCE[language].format(who, aside), language, RESEARCH, "2.9", 2016) == "undecided"


LEFT_OUT = "leaving out every university"


@each("aside", [aside for aside in ASIDES["en"] if aside != LEFT_OUT])
def test_a_country_before_an_aside_is_the_whole(aside):
    """In 2016 Germany, I am told, spent 2.9 percent of GDP on research: it did."""
    said = f"In 2016 Germany, {aside}, spent 2.9 percent of GDP on research."
    assert outcome_of(said, "en", RESEARCH, "2.9", 2016) == "supported"


def test_a_country_that_leaves_something_out_is_not_the_whole():
    """In 2016 Germany, leaving out every university, spent 2.9 percent of GDP on research: that is the figure with them."""
    said = f"In 2016 Germany, {LEFT_OUT}, spent 2.9 percent of GDP on research."
    assert outcome_of(said, "en", RESEARCH, "2.9", 2016) == "undecided"
