"""Formulas of reviewers: a small, safe language for arithmetic over several series.

``un.asylum[MKD, 2021] / wb.pop[MKD, 2021] * 100000`` is read by a parser of our own. Its units are checked before anything is
fetched, each step becomes a line of a trace, and the result is compared with the claim by the same rules as any other figure. Nothing
here executes text as a program, opens a file or queries a service; length, depth, parts and figures of a formula are limited.

The grammar::

    formula  = { "let" name "=" sum ";" } sum
    sum      = product { ("+" | "-") product }
    product  = signed { ("*" | "/") signed }
    signed   = [ "-" ] item
    item     = number | series [ brackets ] | function | name | "(" sum ")"
    series   = source ("." | ":") key | '"' source ":" key '"' | "x"
    brackets = "[" part [ "," part ] "]"
    part     = place | "in" "=" group | moment [ ".." moment ]
    place    = code | "here" | '"' name '"'
    moment   = 2021 | 2021-Q3 | 2021-H1 | 2021-09 | 2021-09-30
             | ("said" | "base" | "latest") [ ("+" | "-") years ] | "-" years
    function = name "(" [ argument { "," argument } ] ")"
    argument = sum | moment [ ".." moment ] | name "=" (moment | group) | "lowest"

``x`` is the selected series. A series without brackets is its figure for the claim's own place and period; ``said`` is that
period, ``base`` what the claim's change is measured from, ``latest`` the last figure that was complete when the words were said.
"""

from __future__ import annotations

from workbench.formula.language.errors import FormulaError, pointed
from workbench.formula.language.parser import parse, tidied
from workbench.formula.language.printer import show
from workbench.formula.language.walking import names

__all__ = ["FormulaError", "names", "parse", "pointed", "show", "tidied"]
