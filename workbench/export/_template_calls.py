"""Calls of functions from templates: a page of thousands of claims makes half a million."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context
from jinja2.utils import internalcode

from workbench.report.language import ReaderLanguage

_PLAIN = frozenset({FunctionType, MethodType, ReaderLanguage})
"""Types of what is called with its arguments alone, unless it is marked as wanting the context."""


class QuickContext(Context):
    """The context of a template.

    Jinja asks of each function at each call, in several ways, whether it wants the context; ours do not, and are called at once.
    """

    @internalcode
    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call a function with the arguments that a template gives."""
        if type(called) not in _PLAIN or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        try:
            return called(*args, **named)
        except StopIteration:
            return self.environment.undefined("a function of a template ended an iteration that it had not begun")
