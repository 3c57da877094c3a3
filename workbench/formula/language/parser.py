"""Parser of formulas: recursive descent over a scanner, one function per grammar rule (see the docstring of `workbench.formula`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from workbench.compare.figure_limits import DIGITS, workable
from workbench.formula.language.brackets import group, pick
from workbench.formula.language.errors import At, FormulaTooLargeError, UnreadableFormulaError, nearest
from workbench.formula.language.formula_size_limits import DEEPEST, LONGEST, MOST_PARTS
from workbench.formula.language.functions import FUNCTIONS, SAME_AS, Function
from workbench.formula.language.nodes import (
    Argument,
    Call,
    Flag,
    Formula,
    GroupNode,
    Minus,
    NameNode,
    Node,
    NumberNode,
    Operation,
    PeriodNode,
    Stretch,
)
from workbench.formula.language.operator_table import that_bind
from workbench.formula.language.periods import ANCHORS, when
from workbench.formula.language.scanner import Scanner
from workbench.formula.language.walking import in_order

_LET = re.compile(r"let\b\s*(?=[^\W\d])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]\w*")
_NAME = re.compile(r"[^\W\d]\w*(?:[.:]\w+)*")
_QUOTED = re.compile(r'"([^"\n]*)"')
_NUMBER = re.compile(r"(?:\d(?:[\d_]*\d)?)(?:\.\d+)?(?![\w.]*\w)", re.ASCII)
_NAMED = re.compile(r"([a-z]+)\s*=")
_SUMS, _PRODUCTS = that_bind(1), that_bind(2)
Rule = Callable[[], Node]

_SIGNS = str.maketrans(
    {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "∶": ":", "…": "..", "“": '"', "”": '"', "„": '"'}
)
RESERVED = frozenset({*ANCHORS, "here", "let", "in", "lowest"})
"""Words that cannot name a part of a formula."""


def parse(text: str) -> Formula:
    """Read a formula.

    Args:
        text: The formula as it was written; ``×``, ``÷`` and ``−`` are read as well as ``*``, ``/`` and ``-``.

    Raises:
        FormulaError: The text is no formula; the error says where and what to write instead.

    >>> parse("wb.pop[MKD, 2021]").body.series.written
    'wb:pop'
    """
    if len(text) > LONGEST:
        raise FormulaTooLargeError("characters", LONGEST)
    return _Parser(tidied(text)).formula()


def tidied(text: str) -> str:
    """Replace typographic signs in a formula by the parser's. Positions in errors refer to the replaced text.

    >>> tidied("a.b ÷ 2 × c.d[2021…2023]")
    'a.b / 2 * c.d[2021..2023]'
    """
    return unicodedata.normalize("NFC", text).translate(_SIGNS)


class _Parser:
    """The grammar rules over one text; counts parts and depth, so that parsing time is limited."""

    def __init__(self, text: str) -> None:
        self.scanner = Scanner(text)
        self._deep = self._parts = 0

    def formula(self) -> Formula:
        scanner = self.scanner
        lets: list[tuple[str, Node]] = []
        if scanner.done():
            raise UnreadableFormulaError("The formula is empty.", "Write one, such as un.asylum / wb.pop * 100000.")
        while scanner.take(_LET):
            lets.append(self._let({name for name, _ in lets}))
        body = self.sum()
        scanner.sign(";")
        if not scanner.done():
            raise scanner.wrong(
                "Something follows that belongs to nothing", "Put a sign (+ − * /) or a comma before it."
            )
        found = Formula(tuple(lets), body)
        in_order(found)
        return found

    def _let(self, taken: set[str]) -> tuple[str, Node]:
        start = self.scanner.at
        found = self.scanner.take(_WORD)
        name, at = (found[0] if found else ""), self.scanner.since(start)
        if name in taken or name.lower() in RESERVED or name.lower() in FUNCTIONS:
            message = f"“{name}” is taken: it already names something in formulas."
            raise UnreadableFormulaError(message, "Choose another name.", at)
        self.scanner.expect("=", f"let {name}")
        value = self.sum()
        self.scanner.expect(";", f"what {name} stands for")
        return name, value

    def sum(self) -> Node:
        return self._joined(_SUMS, self.product)

    def product(self) -> Node:
        return self._joined(_PRODUCTS, self.signed)

    def _joined(self, signs: tuple[str, ...], rule: Rule) -> Node:
        self._deeper()
        start, left = self.scanner.at, rule()
        while sign := next((each for each in signs if self.scanner.sign(each)), ""):
            self._one_more()
            left = Operation(sign, left, rule(), self.scanner.since(start))
        self._deep -= 1
        return left

    def signed(self) -> Node:
        start = self.scanner.at
        if not self.scanner.sign("-"):
            return self.item()
        self._deeper()
        of = self.signed()
        self._deep -= 1
        return Minus(of, self.scanner.since(start))

    def item(self) -> Node:
        self._one_more()
        if self.scanner.sign("("):
            inside = self.sum()
            self.scanner.expect(")", "what stands in parentheses")
            return inside
        return self._number() or self._quoted() or self._named() or self._nothing()

    def _nothing(self) -> Node:
        hint = "Write a number, a series such as wb.pop[MKD, 2021], a function, or something in parentheses."
        raise self.scanner.wrong("A figure is missing", hint)

    def _number(self) -> NumberNode | None:
        start = self.scanner.at
        found = self.scanner.take(_NUMBER)
        if found is None:
            return None
        value, at = Decimal(found[0].replace("_", "")), self.scanner.since(start)
        if not workable(value):
            message = "The number is too long to be a real one."
            raise UnreadableFormulaError(message, f"Write {DIGITS} digits at most before and after the point.", at)
        return NumberNode(value, at)

    def _quoted(self) -> Node | None:
        start = self.scanner.at
        found = self.scanner.take(_QUOTED)
        if found is None:
            return None
        source, colon, key = found[1].strip().partition(":")
        if not (source and colon and key):
            message = f"“{found[1]}” is no series."
            raise UnreadableFormulaError(message, 'Write "source:key" in the quotes.', self.scanner.since(start))
        return self._picked(NameNode(source, key, self.scanner.since(start)), start)

    def _named(self) -> Node | None:
        start = self.scanner.at
        found = self.scanner.take(_NAME)
        if found is None:
            return None
        written, at = found[0], self.scanner.since(start)
        if self.scanner.sign("("):
            return self._call(written, start)
        cut = re.search("[.:]", written)
        if cut:
            return self._picked(NameNode(written[: cut.start()], written[cut.end() :], at), start)
        if written.lower() in RESERVED:
            hint = f"A period stands in brackets after a series: wb.pop[{written}]."
            raise UnreadableFormulaError(f"“{written}” is no figure by itself.", hint, at)
        return self._picked(NameNode("", written, at), start)

    def _picked(self, name: NameNode, start: int) -> Node:
        if not self.scanner.sign("["):
            return name
        return pick(self.scanner, name, start)

    # --- functions -------------------------------------------------------------------------------------

    def _call(self, written: str, start: int) -> Call:
        function = _function(written, At(start, start + len(written)))
        given: list[Argument] = []
        named: dict[str, Argument] = {}
        self._deeper()
        while not self.scanner.sign(")"):
            if (given or named) and not self.scanner.sign(","):
                hint = "Write ) there, or a comma before another argument."
                raise self.scanner.wrong(f"“)” is missing after what {function.name} is given", hint)
            self._argument(function, given, named)
        self._deep -= 1
        at = self.scanner.since(start)
        if not function.least <= len(given) <= function.most:
            raise UnreadableFormulaError(f"{function.name} {_takes(function)}.", f"Write {function.example}.", at)
        return Call(function.name, tuple(given), tuple(sorted(named.items())), at)

    def _argument(self, function: Function, given: list[Argument], named: dict[str, Argument]) -> None:
        self._one_more()
        found = self.scanner.peek(_NAMED)
        if found is not None:
            self.scanner.take(_NAMED)
            if found[1] not in function.named or found[1] in named:
                hint = f"Write {function.example}."
                raise UnreadableFormulaError(f"{function.name} takes no “{found[1]}=” here.", hint, At(*found.span()))
            named[found[1]] = self._value_of(function, found[1])
            return
        word = self.scanner.peek(_WORD)
        if word is not None and word[0].lower() in function.flags:
            self.scanner.take(_WORD)
            named["from"] = Flag(word[0].lower())
            return
        time = when(self.scanner, alone=True) if function.moments and (given or named) else None
        given.append(time or self.sum())

    def _value_of(self, function: Function, name: str) -> Argument:
        found: PeriodNode | Stretch | GroupNode | None = when(self.scanner, alone=True)
        if found is None:
            found = GroupNode(group(self.scanner)) if name in {"in", "at"} else None
        if found is None:
            raise self.scanner.wrong(f"No period stands after “{name}=”", f"Write {function.example}.")
        return found

    # --- bounds ----------------------------------------------------------------------------------------

    def _deeper(self) -> None:
        self._deep += 1
        if self._deep > 3 * DEEPEST:  # each pair of parentheses goes through three rules
            raise FormulaTooLargeError("parts within one another", DEEPEST, At(self.scanner.at, self.scanner.at + 1))

    def _one_more(self) -> None:
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise FormulaTooLargeError("parts", MOST_PARTS, At(self.scanner.at, self.scanner.at + 1))


def _function(written: str, at: At) -> Function:
    name = SAME_AS.get(written.lower(), written.lower())
    if name in FUNCTIONS:
        return FUNCTIONS[name]
    near = nearest(name, FUNCTIONS)
    hint = f"Did you mean {near}?" if near else f"There are {', '.join(FUNCTIONS)}."
    raise UnreadableFormulaError(f"There is no function called {written}.", hint, at)


def _takes(function: Function) -> str:
    few = "one argument" if function.least == 1 else f"{function.least} arguments"
    return f"takes {few}" if function.least == function.most else f"takes {few}, and {function.most} at most"
