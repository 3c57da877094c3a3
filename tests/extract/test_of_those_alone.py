"""A figure "among those with a degree" is told of them alone, in every language."""

from __future__ import annotations

import pytest

from workbench.core.claim import Sort
from workbench.extract import read_text

THOSE = [
    ("en", "Among those with a degree it was 4 percent in 2018."),
    ("en", "Among those who studied it was 4 percent in 2018."),
    ("de", "Unter denen mit Uniabschluss waren es 2018 15 Prozent."),
    ("de", "Unter jenen ohne Lehre waren es 2018 15 Prozent."),
    ("de", "Bei denen, die studiert haben, waren es 2018 4 Prozent."),
    ("mk", "Кај оние со факултет во 2018 година беше 4 проценти."),
    ("mk", "Меѓу тие што студирале во 2018 година беше 4 проценти."),
]


@pytest.mark.parametrize(("language", "said"), THOSE)
def test_those_with_something_are_not_everybody(language, said):
    (claim,) = read_text(said, language=language).claims
    assert claim.qualified(Sort.AMONG) is not None
