"""Never so many as then, not since, in no year since: a record, told by what is denied of all other times."""

import pytest

from tests.each import each
from workbench.core.relations import RankRow
from workbench.extract import read_text

EVER = [
    ("en", "Unemployment has never been as {} as in 2009.", "high", "low"),
    ("de", "Noch nie war die Arbeitslosenquote so {} wie 2009.", "hoch", "niedrig"),
    ("de", "Noch nie war die Inflation so {} wie im Jahr 2009.", "hoch", "tief"),
    ("mk", "Стапката на невработеност никогаш не била толку {} како во 2009.", "висока", "ниска"),
]


@pytest.mark.parametrize(("language", "said", "high", "low"), EVER)
def test_never_so_high_as_then_is_a_record_of_all_times(language, said, high, low):
    """Noch nie war die Arbeitslosenquote so hoch wie 2009."""
    for word, highest in ((high, True), (low, False)):
        claim = read_text(said.format(word), language=language).claims[0]
        assert claim.rank is not None
        assert (claim.rank.highest, claim.rank.place, claim.rank.row) == (highest, 1, RankRow.TIMES)
        assert (claim.rank.since, claim.period.value.start.year) == (False, 2009)


SINCE = [
    ("en", "Never since {} has unemployment been as {} as in 2015.", "high", "low"),
    ("en", "Not since {} have so {} cases of measles been reported as in 2015.", "many", "few"),
    ("en", "There have not been as {1} cases of measles in any year since {0} as in 2015.", "many", "few"),
    ("de", "Seit {} hat das Land noch nie so {} Hilfe geleistet wie 2015.", "viel", "wenig"),
    ("de", "So {1} Masernfälle wie 2015 gab es seit {0} nicht mehr.", "viele", "wenige"),
    ("de", "So {1} Masernfälle wie 2015 hat es hier seit mindestens {0} in keinem Jahr gegeben.", "viele", "wenige"),
    ("mk", "Од {} наваму немало толку {} случаи како во 2015.", "многу", "малку"),
]


@each("began", [2002, 2004])
@each(("language", "said", "high", "low"), SINCE)
def test_not_so_many_since_then_is_a_record_since_then(language, said, high, low, began):
    """So viele Masernfälle wie 2015 gab es seit 2002 nicht mehr."""
    for word, highest in ((high, True), (low, False)):
        claim = read_text(said.format(began, word), language=language).claims[0]
        assert claim.rank is not None
        assert (claim.rank.highest, claim.rank.place, claim.rank.since) == (highest, 1, True)
        assert (claim.rank.begins, claim.rank.year) == (began, 2015)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Unemployment was as high as in 2009."),
        ("de", "Die Arbeitslosenquote war so hoch wie 2009."),
        ("de", "Die Arbeitslosenquote war nicht so hoch wie 2009."),
        ("mk", "Стапката на невработеност беше толку висока како во 2009."),
    ],
)
def test_as_high_as_then_is_no_record(language, said):
    """Die Arbeitslosenquote war so hoch wie 2009."""
    assert all(claim.rank is None for claim in read_text(said, language=language).claims)
