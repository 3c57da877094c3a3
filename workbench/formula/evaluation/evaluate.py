"""Evaluates a formula part by part; each figure is a line on the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.core.number import exactly
from workbench.formula.evaluation import calls
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.operators import joined, negated
from workbench.formula.evaluation.picked_figures import bare, picked
from workbench.formula.evaluation.sheet_lines import number
from workbench.formula.evaluation.values import FormulaValue, Whole, Worked
from workbench.formula.language.errors import At, NoSeriesError, NoSuchSeriesInFormulaError, UnreadableFormulaError
from workbench.formula.language.nodes import Argument, Call, Formula, Minus, NameNode, Node, NumberNode, Operation, Pick
from workbench.formula.language.walking import meant
from workbench.formula.measures.measure import NUMBER


@exactly
def work_out(formula: Formula, ground: EvaluationContext) -> FormulaValue:
    """Evaluate a formula for a claim. The lines and caveats are in `ground` afterwards, also after an error.

    Args:
        formula: The formula.
        ground: The claim, and the figures of each series by `Name.written`.

    Raises:
        FormulaError: A figure that the formula needs is missing, or an operation is undefined.
    """
    result = Working(ground, dict(formula.lets)).single(formula.body)
    if not result.origin.of:
        raise NoSeriesError
    return result


class Working:
    """The evaluation of one formula; the value of each of its names is computed once."""

    def __init__(self, ground: EvaluationContext, lets: Mapping[str, Node]) -> None:
        self.ground, self.lets = ground, lets
        self._known: dict[str, Worked] = {}

    def single(self, node: Argument) -> FormulaValue:
        """Return one figure.

        Raises:
            UnreadableFormulaError: The part is a column, or no figure at all.
        """
        found = self.worked(node)
        if isinstance(found, FormulaValue):
            return found
        message = f"This gives {len(found.cells)} figures where one is wanted."
        raise UnreadableFormulaError(message, "Put sum(…), mean(…), max(…) or median(…) around it.", at_of(node))

    def worked(self, node: Argument) -> Worked:
        """Evaluate any part."""
        match node:
            case NumberNode():
                return FormulaValue(number(node.value), NUMBER, number=node.value)
            case NameNode():
                return self._name(node)
            case Pick():
                return picked(self.ground, replace(node, series=self.series(node.series)))
            case Operation():
                return joined(self.ground, node.sign, self.single(node.left), self.single(node.right), node.at)
            case Minus():
                return negated(self.ground, self.single(node.of), node.at)
            case Call():
                return calls.call(self, node)
        raise UnreadableFormulaError("A period or a place stands where a figure is wanted.", "Write it in brackets.")

    def _name(self, name: NameNode) -> Worked:
        node = meant(name, self.lets)
        if isinstance(node, NameNode):
            return bare(self.ground, self.series(name))
        if name.key not in self._known:
            self._known[name.key] = self.worked(node)
        return self._known[name.key]

    def whole(self, node: Argument) -> FormulaValue | Whole:
        """Evaluate a bare series name to the whole series, from which a function picks itself; any other part to a figure."""
        if isinstance(node, NameNode) and isinstance(meant(node, self.lets), NameNode):
            return Whole(self.series(node).written)
        return self.single(node)

    def series(self, name: NameNode) -> NameNode:
        """Look up the series that a name means.

        Raises:
            FormulaError: It means none.
        """
        node = meant(name, self.lets)
        if not isinstance(node, NameNode):
            message = f"“{name.key}” is a figure already; nothing is picked from it."
            raise UnreadableFormulaError(message, "Leave the brackets out.", name.at)
        if node.written not in self.ground.figures:
            raise NoSuchSeriesInFormulaError(node.written, at=name.at)
        return node


def at_of(node: Argument) -> At:
    """Find the position of a part in the text."""
    at = getattr(node, "at", None)
    return at if isinstance(at, At) else At()
