"""Figures of several years that the words call a mean, in every language and for every way to name the years."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from tests.match.outcomes import LATER
from workbench.core.relations import TrendKind
from workbench.extract import read_text

YEARS = {
    "en": ("2016 and 2017", "2016, 2017 and 2018", "2015, 2016, 2017 and 2018"),
    "de": ("2016 und 2017", "2016, 2017 und 2018", "2015, 2016, 2017 und 2018"),
    "mk": ("2016 и 2017", "2016, 2017 и 2018", "2015, 2016, 2017 и 2018"),
}
SAID = {
    "en": ("On average over {}, unemployment was 4 percent.", "Averaged over {}, the jobless rate in the country stood at 4 percent."),
    "de": ("Im Schnitt der Jahre {} lag die Arbeitslosenquote bei 4 Prozent.", "Im Mittel von {} betrug die Arbeitslosenquote 4 Prozent."),
    "mk": ("Во просек за {} невработеноста беше 4 проценти.", "Просечно во годините {} невработеноста беше 4 проценти."),
}  # fmt: skip


@each(
    ("language", "said"),
    [(language, said.format(years)) for language in SAID for said, years in product(SAID[language], YEARS[language])],
)
def test_a_mean_of_listed_years_is_read_as_one(language, said):
    """Im Schnitt der Jahre 2016, 2017 und 2018 lag die Arbeitslosenquote bei 4 Prozent: the years are no figures between."""
    (claim,) = read_text(said, said=LATER, language=language).claims
    assert TrendKind.MEAN in {trend.kind for trend in claim.trends}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2016 and 2017 unemployment was 4 percent, and wages averaged 900 euros."),
        ("de", "2016 und 2017 lag die Arbeitslosenquote bei 4 Prozent, und der Lohn betrug im Schnitt 900 Euro."),
        ("mk", "Во 2016 и 2017 невработеноста беше 4 проценти, а платата изнесуваше во просек 900 евра."),
    ],
)
def test_the_mean_of_another_clause_is_not_its_own(language, said):
    """2016 und 2017 lag die Arbeitslosenquote bei 4 Prozent, und der Lohn betrug im Schnitt 900 Euro: the rate is no mean."""
    first, *_ = read_text(said, said=LATER, language=language).claims
    assert TrendKind.MEAN not in {trend.kind for trend in first.trends}
