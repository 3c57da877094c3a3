"""Read figures given by how many digits they have: "in single digits", "double-digit inflation", "zweistellig"."""

from __future__ import annotations

from decimal import Decimal

from workbench.core.quantity import PERCENT, Relation
from workbench.extract.amounts.unhedged_amounts import TEN, UnhedgedAmount
from workbench.extract.words.lexer import HYPHENS, Tokens, word_at
from workbench.extract.words.word_tables import number_words

BOUNDS = {"single-digit": Relation.LESS_THAN, "digits": Relation.AT_LEAST}
"""How each rule bounds its figure: one digit means less than ten, two or more mean at least ten, a hundred and so on.

The upper bound (two digits are less than a hundred) is left out: who says "double-digit inflation" means that it is
high.
"""


def digits(tokens: Tokens, i: int) -> UnhedgedAmount | None:
    """Read the bound that a count of digits sets; None where none begins at a token or a counted thing follows.

    Rates are spoken of in this way, and rates are in percent. "A double-digit number of cases" and "a triple-digit
    million sum" are not read.

    >>> from workbench.extract.words.lexer import lex
    >>> [str(digits(lex(said), 0).low) for said in ("single digits", "double-digit inflation", "triple figures")]
    ['10', '10', '100']
    """
    table = number_words(tokens.language).digits
    parted = word_at(tokens, i + 1) in HYPHENS
    for words, end in (((word_at(tokens, i),), i + 1), (_pair(tokens, i, parted), i + 2 + parted)):
        count = table.get(words)
        if count is not None and not word_at(tokens, end).startswith(number_words(tokens.language).of_digits):
            low = TEN ** max(1, count - 1)
            rule = "digits" if count > 1 else "single-digit"
            return UnhedgedAmount(low, None, Decimal(1), PERCENT, i, end, rule)
    return None


def _pair(tokens: Tokens, i: int, parted: bool) -> tuple[str, str]:
    return word_at(tokens, i), word_at(tokens, i + 1 + parted)
