"""Words of degree, duration and order right before what is measured make another measure; elsewhere in the sentence they make none."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef

REF = SeriesRef("mine", "a")
POOR = Series(ref=REF, title="Proportion of population below the national poverty line", unit=PERCENT)
DEATHS = Series(ref=REF, title="Deaths due to tuberculosis", unit=Unit(dimension=Dimension.COUNT, name="deaths"))
OUTSIDE = Series(ref=REF, title="Births outside of marriage", unit=PERCENT)

MODIFIED = [
    ("en", "In 2014 46 percent of Mexicans were {} poor.", ["extremely", "utterly", "chronically", "very", "quite", "moderately", "desperately"]),
    ("mk", "Во 2014 година 46 проценти од Мексиканците беа {} сиромашни.", ["крајно", "многу", "прилично", "премногу"]),
]  # fmt: skip
PLAIN = [
    ("en", "In 2014 46 percent of Mexicans were {} poor.", ["still", "officially", "sadly"]),
    ("en", "In 2014 poverty in Mexico was {} high, at 46 percent.", ["extremely", "very", "quite"]),
    ("mk", "Во 2014 година 46 проценти од Мексиканците беа {} сиромашни.", ["сè_уште", "за_жал"]),
]
NEARLY = [
    ("en", "In 2014 31,000 people in Kenya {} died of tuberculosis.", ["nearly", "almost", "virtually"]),
    ("de", "2014 sind in Kenia 31.000 Menschen {} an Tuberkulose gestorben.", ["fast", "beinahe", "nahezu"]),
    ("mk", "Во Кенија во 2014 година {} умреа од туберкулоза 31.000 луѓе.", ["речиси", "скоро", "безмалку"]),
]
ORDER = [
    ("en", "In 2014 46 percent of {} births in Mexico were outside marriage.", ["first", "second", "third"]),
    ("de", "46 Prozent der {} Kinder kamen 2014 in Mexiko unehelich zur Welt.", ["ersten", "zweiten", "dritten"]),
]


def filled(rows: list[tuple[str, str, list[str]]]) -> list[tuple[str, str]]:
    return [(language, said.format(word.replace("_", " "))) for language, said, words in rows for word in words]


@each(("language", "said"), filled(MODIFIED))
def test_who_is_very_poor_is_counted_by_no_series_of_the_poor(language, said):
    """46 percent are poor; how many are extremely, chronically or hardly so, the figure does not say."""
    assert outcome_of(said, language, POOR, "46", 2014) == "undecided"


@each(("language", "said"), filled(PLAIN))
def test_what_is_said_of_the_statement_or_of_the_figure_modifies_nothing(language, said):
    """They were still poor, or poverty was very high: that is the figure."""
    assert outcome_of(said, language, POOR, "46", 2014) == "supported"


@each(("language", "said"), filled(NEARLY))
def test_what_only_nearly_happened_is_not_counted(language, said):
    """Nearly 31,000 died: counted; 31,000 nearly died: alive."""
    assert outcome_of(said, language, DEATHS, "31000", 2014) == "undecided"


@each(("language", "said"), filled(ORDER))
def test_words_of_order_tell_which_of_those_counted_are_meant(language, said):
    """46 percent of second children are not 46 percent of all."""
    assert outcome_of(said, language, OUTSIDE, "46", 2014) == "undecided"


def test_a_hedge_before_the_figure_is_its_own():
    """Nearly 31,500 died of it, where 31,000 did."""
    said = "In 2014 nearly 31,500 people in Kenya died of tuberculosis."
    assert outcome_of(said, "en", DEATHS, "31000", 2014) == "supported"
