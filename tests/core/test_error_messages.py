"""Every failure has a sentence that names what it was given, and one that says what to do; nothing in them can move a terminal."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

from workbench.core import errors, failures
from workbench.core.errors import SourceError, WorkbenchError

MODULES = [
    errors,
    *(importlib.import_module(f"{failures.__name__}.{each.name}") for each in pkgutil.iter_modules(failures.__path__)),
]
KINDS = [
    kind for module in MODULES for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, WorkbenchError) and kind.__module__ == module.__name__
]  # fmt: skip
NAMES = [f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}" for kind in KINDS]
UNSAID = {"extra"}
"""What a failure leaves out: the extra of a package, where a library of the system is missing."""
WITHOUT_HINT = {"NoSuchRecordError"}
ENDS = ".?!”):;…"
ESCAPE = "\x1b[31m"


def given(kind: type[WorkbenchError], *, marked: str = "") -> dict[str, Any] | None:
    """Return a value for everything that a failure tells of; None where it wants what is no word, number, or list of words."""
    made: dict[str, Any] = {}
    for n, parameter in enumerate(list(inspect.signature(kind.__init__, eval_str=True).parameters.values())[1:]):
        wanted = str(parameter.annotation)
        if "tuple[str, str]" in wanted or "MissingForPublication" in wanted:
            return None
        if "SourceError" in wanted:
            made[parameter.name] = SourceError("It is the reason.", "And this the way out.")
        elif "[str" in wanted:
            made[parameter.name] = [f"{marked}some{n}a", f"{marked}some{n}b"]
        else:
            made[parameter.name] = 60 + n if "int" in wanted else f"{marked}some{n}"
    return made


def told(kind: type[WorkbenchError], **more: str) -> Iterator[tuple[WorkbenchError, dict[str, Any]]]:
    values = given(kind, **more)
    if values is not None:
        yield kind(**values), values


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_failure_names_what_it_was_given_and_shouts_at_nobody(kind):
    for error, values in told(kind):
        words = [value for name, value in values.items() if isinstance(value, str) and name not in UNSAID]
        listed = [each for value in values.values() if isinstance(value, list) for each in value]
        said = f"{error.message} {error.hint}"
        assert error.hint or kind.__name__ in WITHOUT_HINT or values.get("hint") is not None
        assert [word for word in words if word not in said] == []
        for text in filter(None, (error.message, error.hint)):
            assert text[0].isupper() or text.startswith(("“", "workbench ", *words, *listed)), text
            assert text[-1] in ENDS or text.endswith((*words, *listed)) or text.startswith("workbench "), text
            assert text != text.upper(), text


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_nothing_that_a_failure_was_given_moves_a_terminal(kind):
    for error, _ in told(kind, marked=ESCAPE):
        assert ESCAPE not in f"{error.message} {error.hint}"
