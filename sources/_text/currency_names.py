"""Find currencies by name ("rupees", "Swiss francs"), with the word file of claims, so that both sides agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from workbench.core.quantity import Dimension, Unit
from workbench.core.units import shared_money

_AS_OFFICES_WRITE = {
    "kč": "CZK", "korun": "CZK", "koruna česká": "CZK", "zl": "PLN", "zlotych": "PLN", "franken": "CHF",
    "schweizer franken": "CHF", "hrvatska kuna": "HRK", "hrvatskih kuna": "HRK", "kune": "HRK", "лв": "BGN",
    "лева": "BGN", "руб": "RUB", "рублей": "RUB", "грн": "UAH", "дин": "RSD", "динара": "RSD",
}  # fmt: skip
"""Names of currencies in the languages of their own offices, which the word file of claims has in English."""
_SHORT = frozenset({"kr"})
"""Names that stand for others: a krona and a krone are "kr"."""
_OTHER_WORDS = frozenset({"won", "pound", "buck", "quid", "sol", "mark", "crown", "real", "som", "sum", "mnt", "srd"})
"""Names and codes that are words and letters of titles too.

They are money behind a multiplier alone ("million pounds", but "weight (pounds)").
"""


def money_named(words: str, *, many: bool) -> Unit | None:
    """Return the money unit that a whole phrase names; without a code if several countries share the name.

    >>> str(money_named("złoty", many=True)), money_named("pounds", many=True), money_named("pounds", many=False)
    ('zloty', Unit(dimension=<Dimension.MONEY: 'money'>, name='pound', code='', per='', prices=''), None)
    >>> money_named("KGS", many=False).code, money_named("Kgs", many=False)
    ('KGS', None)

    Args:
        words: The phrase, without its multiplier.
        many: Whether a multiplier stood before it.
    """
    said = words.replace("ł", "l")
    low = said.lower()
    if not many and low.removesuffix("s") in _OTHER_WORDS:
        return None
    found = _by_name().get(low)
    is_code = found is not None and low.upper() == found.code
    return found if is_code == said.isupper() else None  # "(RAND)" is a think tank, and "kgs" are kilograms


@cache
def _by_name() -> Mapping[str, Unit]:
    from workbench.extract.units.unit_words import units  # noqa: PLC0415  (few titles name money in words)

    found = {f"{name}{end}": Unit(Dimension.MONEY, name) for name in shared_money() for end in ("", "s")}
    usual = {of[0]: name for name, of in shared_money().items() if name not in _SHORT}
    for said, unit in units().phrases.items():
        if unit.dimension is Dimension.MONEY and unit.code:
            shared = usual.get(unit.code) if len(said) == 1 and said[0] != unit.code.lower() else None
            found[" ".join(said)] = replace(unit, name=shared, code="") if shared else unit
    return found | {name: units().codes[code.lower()] for name, code in _AS_OFFICES_WRITE.items()}
