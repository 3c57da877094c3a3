"""Is a figure of the sort that the claim speaks of? Before it is judged, all that is said of its sort must be accounted for.

A claim says of its figure that it is counted per inhabitant, for several years in all, as a share of a whole, beside another's, as a
deficit. Each of these is answered for by the question that is put to the series, or by what the series says of itself. What nothing
answers for leaves the finding undecided, with a caveat that names it; it is never held against the claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.alignment.align import adds_up
from workbench.compare.questions.question import Question
from workbench.core.claim import Account, ChangeMode, Claim, Qualifier, Sort
from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension
from workbench.core.series import Series

_PERSONS = frozenset(
    {"capita", "head", "inhabitant", "person", "resident", "citizen", "individual", "people", "population"}
)
_PER = re.compile(r"\b(?:per|for each|for every|by)\s(?:[\d.,]+\s)?(?:the\s)?(?P<what>[a-z][\w -]*)", re.IGNORECASE)
_PER_PERSON = re.compile(
    r"\b(?:per|for each|for every)\s(?:capita|head|person|inhabitant|resident|citizen)\b", re.IGNORECASE
)
_OF_WHOLE = re.compile(
    r"(?:%|\bper\s?cent(?:age)?|\bshare|\bproportion|\bfraction)\s(?:point\s)?of\s(?P<whole>[^,;()]+(?:\([^()]*\))?)",
    re.IGNORECASE,
)
_OWN_GROUP = re.compile(r"\b(?:same|sub-?group|respective|corresponding|relevant|each)\b", re.IGNORECASE)
_A_RATE = re.compile(r"\b(?:rates?|unemployment)\b", re.IGNORECASE)
_A_MEAN = re.compile(r"\b(?:average|mean|median)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset(
    {
        "in",
        "of",
        "to",
        "on",
        "at",
        "by",
        "the",
        "and",
        "for",
        "all",
        "die",
        "der",
        "das",
        "des",
        "den",
        "im",
        "und",
        "во",
        "на",
        "од",
        "за",
        "со",
    }
)
_SAME_WHOLE = (
    frozenset({"population", "people", "inhabitants", "residents", "citizens", "persons", "everyone"}),
    frozenset({"gdp", "economy", "economic", "output", "product"}),
    frozenset({"workforce", "labour", "labor", "active", "workers"}),
    frozenset({"women", "woman", "female", "females"}),
    frozenset({"men", "man", "male", "males"}),
    frozenset({"children", "child", "births", "babies", "infants"}),
    frozenset({"work", "employed", "employment", "jobs", "workers", "employees"}),
    frozenset({"parliament", "assembly", "parliaments", "seats", "chamber", "mps", "deputies", "legislature"}),
    frozenset({"houses", "homes", "households", "dwellings", "household"}),
    frozenset({"energy", "power", "electricity"}),
)
"""Words for one and the same whole."""

_LETTERS = 5
_DEFICIT = re.compile(r"\b(?:deficits?|shortfall)\b", re.IGNORECASE)
_BUDGET = re.compile(r"\b(?:budget(?:ary)?|fiscal|government|public)\b", re.IGNORECASE)
_TRADE = re.compile(r"\b(?:trade|goods|merchandise|external|exports?|imports?|current\saccount)\b", re.IGNORECASE)
_BALANCE = re.compile(
    r"\b(?:balances?|surplus(?:es)?|net\s(?:lending|borrowing|exports?|trade)|current\saccount)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Put:
    """One thing that a claim says of the sort of its figure, with the question that is to account for it."""

    claim: Claim
    series: Series
    question: Question
    said: Qualifier


Answer = Question | Caveat | None
"""The question as it is then put, why it cannot be, or None where the question accounts for it as it stands."""


def accounted(claim: Claim, series: Series, question: Question) -> Question:
    """A question with all that the claim says of the sort of its figure accounted for; blocked where something is not."""
    for mention in claim.qualifiers:
        if question.blocked is not None:
            return question
        account = _ACCOUNTS.get(mention.noun.sort)
        answer = account(_Put(claim, series, question, mention.noun)) if account is not None else None
        question = replace(question, blocked=answer) if isinstance(answer, Caveat) else answer or question
    return _unsaid(claim, series, question) if question.blocked is None else question


def _words_of(series: Series) -> str:
    """All that a series says of what it measures."""
    return f"{series.title} {series.unit} {series.description}"


# --- per what --------------------------------------------------------------------------------------------


def _per(put: _Put) -> Answer:
    """What a figure is counted against is that of the series too; how a share or an index moved needs none."""
    if (
        put.series.unit.dimension in {Dimension.SHARE, Dimension.POINTS, Dimension.INDEX}
        and put.question.mode is not None
    ):
        return None
    words = _words_of(put.series)
    against = [found["what"] for found in _PER.finditer(words)]
    if any(_same(put.said.what, each) for each in against) or _A_MEAN.search(words):
        return None
    name = f"“{put.series.title}”"
    if against:
        return Caveat("denominator", f"The claim is per {put.said.what}, {name} per {against[0].strip()}.")
    counted = "the population" if put.said.what in _PERSONS else f"the number of {put.said.what}s"
    return Caveat("denominator", f"The claim is per {put.said.what}; {name} is not, and {counted} was not asked.")


def _same(one: str, other: str) -> bool:
    """Whether two denominators are the same: "inhabitant" and "capita", "household" and "households of two"."""
    ours, theirs = _stems(one), _stems(other)
    persons = {word[:_LETTERS] for word in _PERSONS}
    return bool(ours & theirs) or bool(ours & persons and theirs & persons)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in _said(words))


def _said(words: str) -> list[str]:
    return [word for word in _WORD.findall(words.casefold()) if word not in _SMALL]


def _unsaid(claim: Claim, series: Series, question: Question) -> Question:
    """Blocks a figure of the whole that is put to a series per inhabitant."""
    sized = question.mode in {None, ChangeMode.ABSOLUTE} and question.amount is not None and question.plain
    counted = (
        question.unit.dimension in {Dimension.MONEY, Dimension.PHYSICAL, Dimension.COUNT} and not question.unit.per
    )
    if (
        not sized
        or not counted
        or claim.qualified(Sort.PER)
        or claim.per_person
        or not _PER_PERSON.search(_words_of(series))
    ):
        return question
    text = f"“{series.title}” is per inhabitant; the claim does not say that its figure is."
    return replace(question, blocked=Caveat("denominator", text))


# --- in all, and a share of what ---------------------------------------------------------------------------


def _in_all(put: _Put) -> Answer:
    """A sum over several years is that of all of them, and never the figure of one."""
    months = max((period.months or 0 for period in put.question.period), default=0)
    if put.question.mode is not None or not put.question.plain or months <= _longest(put.series):
        return None
    if not adds_up(put.series):
        text = f"The claim is a sum over {put.question.period[0].label} (“{put.said.what}”); the figures of “{put.series.title}” do not add up over time."
        return Caveat("sum", text)
    longest = max(put.question.period, key=lambda period: period.end - period.start)
    return replace(put.question, period=(longest,))


def _longest(series: Series) -> int:
    return (series.frequency.months if series.frequency else None) or 12


def _share_of(put: _Put) -> Answer:
    """A share of one whole is none of another: women among those in work, and among those who look for it."""
    if put.question.mode is not None or not put.question.plain or put.series.unit.dimension is not Dimension.SHARE:
        return None
    theirs = _stems(_whole_of(put.series))
    ours = _said(put.said.what)
    kin = {word for same in _SAME_WHOLE if same & set(ours) for word in same}
    if not ours or theirs & {word[:_LETTERS] for word in (*ours, *kin)}:
        return None
    text = f"The claim is a share of “{put.said.what}”; “{put.series.title}” does not say that it is one of those."
    return Caveat("share-of", text)


def _whole_of(series: Series) -> str:
    """The words that name the whole of a share: "Percentage of land area", "% of male labour force"; else all that the series says.

    The whole of a rate is not told by what it is the rate of: a rate of unemployment is no share of the unemployed.
    """
    words = _words_of(series)
    named = [found["whole"] for found in _OF_WHOLE.finditer(words)]
    if named and not any(_OWN_GROUP.search(each) for each in named):
        return " ".join(named)
    if named:
        return words
    return "" if _A_RATE.search(words) else words


# --- beside what -------------------------------------------------------------------------------------------


def _beside(put: _Put) -> Answer:
    """How many times another's figure is no multiple of the own one a year before."""
    asked, said = put.question, put.said
    change = put.claim.change.noun if put.claim.change else None
    if asked.part != "change" or not asked.plain or asked.amount is None or change is None:
        return None
    if said.period is not None:
        return None if asked.base is not None else replace(asked, base=said.period)
    if change.base is not None or change.target is not None:
        return None
    text = f"The claim sets the figure beside “{put.said.what}”, and no figures of that were asked."
    return Caveat("comparator", text)


# --- deficits, surpluses, growth -----------------------------------------------------------------------------


def _signed(put: _Put) -> Answer:
    """A deficit is a balance below zero: the figures of a balance are turned round for it, and those of a deficit for a surplus."""
    balance, deficit = _BALANCE.search(put.series.title), _DEFICIT.search(put.series.title)
    if not balance and not deficit:
        text = f"The claim speaks of a {put.said.sort}; “{put.series.title}” does not say that it is a balance."
        return Caveat("balance", text)
    for account, kind, other in ((Account.BUDGET, _BUDGET, _TRADE), (Account.TRADE, _TRADE, _BUDGET)):
        if account in put.said.accounts and other.search(put.series.title) and not kind.search(put.series.title):
            text = f"The {put.said.sort} that the claim speaks of is another than the balance of “{put.series.title}”."
            return Caveat("balance", text)
    turned = (put.said.sort is Sort.DEFICIT) == bool(balance)
    if not turned or put.question.fit.factor is None:
        return None
    series_is = "a balance" if balance else "a deficit"
    text = (
        f"The claim speaks of a {put.said.sort}, the series of {series_is}: its figures are taken with the other sign."
    )
    fit = replace(put.question.fit, factor=EXACT.multiply(put.question.fit.factor, Decimal(-1)))
    return replace(put.question, fit=fit, caveats=(*put.question.caveats, Caveat("sign", text)))


_ACCOUNTS: dict[Sort, Callable[[_Put], Answer]] = {
    Sort.PER: _per,
    Sort.IN_ALL: _in_all,
    Sort.SHARE_OF: _share_of,
    Sort.BESIDE: _beside,
    Sort.DEFICIT: _signed,
    Sort.SURPLUS: _signed,
}
