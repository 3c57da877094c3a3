"""What money goes to is part of the whole: a share of all spending is none of what is spent on health."""

from tests.each import each
from workbench.compare.series_words.whole_of_share import has_whole
from workbench.core.series import Series, SeriesRef

PURPOSES = ("health", "education", "research", "military", "social protection", "household consumption")
TITLES = tuple(
    f"Own payments as percentage of {counted} {purpose} expenditure"
    for purpose in PURPOSES
    for counted in ("current", "total")
)
OF_ALL = (
    "government expenditure", "public spending", "spending", "total expenditure", "federal spending", "state outlays", "central government costs",
)  # fmt: skip


def _series(title: str) -> Series:
    return Series(ref=SeriesRef("mine", "x"), title=title)


@each("title, whole", [(title, whole) for title in TITLES for whole in OF_ALL])
def test_a_share_of_all_spending_is_none_of_one_purpose(title: str, whole: str):
    """11.2 percent of the federal budget went into health in 2015, beside a share of what is spent on health."""
    assert not has_whole(_series(title), whole)


@each("purpose, other", [(purpose, other) for purpose in PURPOSES for other in PURPOSES if purpose != other])
def test_a_share_of_one_purpose_is_that_of_its_own_alone(purpose: str, other: str):
    """12.5 percent of health spending came out of patients' own pockets."""
    series = _series(f"Own payments as percentage of current {purpose} expenditure")
    assert has_whole(series, f"{purpose} spending")
    assert not has_whole(series, f"{other} spending")


@each("whole", OF_ALL)
def test_a_share_of_all_spending_is_one_of_what_the_government_spends(whole: str):
    assert has_whole(_series("Interest payments (% of general government expenditure)"), whole)
