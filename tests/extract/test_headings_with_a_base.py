"""A heading that names what a change is measured from: "Change on October 2019: +6.1 %"."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("New lorries, May 2020: 876. Change on May 2019: +4.2 %.", "en"),
        ("New lorries, May 2020: 876. Change from May 2019: +4.2 %.", "en"),
        ("New lorries, May 2020: 876. Change compared with May 2019: +4.2 %.", "en"),
        ("Neue Lastwagen, Mai 2020: 876. Veränderung gegenüber Mai 2019: +4,2 %.", "de"),
        ("Neue Lastwagen, Mai 2020: 876. Veränderung zum Mai 2019: +4,2 %.", "de"),
        ("Нови камиони, мај 2020: 876. Промена во однос на мај 2019: +4,2 %.", "mk"),
    ],
)
def test_it_is_the_base_and_not_the_period(text: str, language: str) -> None:
    claims = read_text(text, language=language, said=date(2020, 7, 1)).claims
    change = claims[-1].change
    assert change is not None
    assert change.value.base is not None
    assert change.value.base.label == "May 2019"
    assert claims[-1].period is not None
    assert claims[-1].period.value.label == "May 2020"


def test_a_heading_of_a_period_is_no_base() -> None:
    claims = read_text("Change in May 2019: +4.2 %.", said=date(2020, 7, 1)).claims
    change = claims[-1].change
    assert change is not None
    assert change.value.base is None
