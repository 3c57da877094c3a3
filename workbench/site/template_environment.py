"""The templates of the site: the newsroom's own first, else the workbench's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from traceback import walk_tb
from typing import Any, overload

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    TemplateError,
    TemplateSyntaxError,
)

from workbench.export import html
from workbench.site.template_errors import TemplateFaultError

MOST_ROUNDS = 1_000_000
"""Rounds that the loops over numbers of one page may take: nothing that anybody reads takes so many, and a slip would never end."""

_OURS = (PackageLoader("workbench.site", "templates"), html.TEMPLATES)


class _EndlessError(TemplateError):
    """Loops over numbers run endlessly, or nearly so."""

    def __init__(self) -> None:
        super().__init__(f"its loops over range() go round more than {MOST_ROUNDS:,} times in one page")


class _Rounds:
    """The `range` function of templates, which counts the iterations of all loops of a page."""

    def __init__(self) -> None:
        self.left = MOST_ROUNDS

    def __call__(self, *ends: int) -> Sequence[int]:
        """Return a counted range."""
        return _Numbers(range(*ends), self)


class _Numbers(Sequence[int]):
    """A range whose iterations are counted."""

    def __init__(self, numbers: range, rounds: _Rounds) -> None:
        self._numbers, self._rounds = numbers, rounds

    def __iter__(self) -> Iterator[int]:
        for number in self._numbers:
            self._rounds.left -= 1
            if self._rounds.left < 0:
                raise _EndlessError
            yield number

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        found = self._numbers[index]
        return found if isinstance(found, int) else _Numbers(found, self._rounds)


@cache
def environment(templates: Path | None) -> Environment:
    """Return the template environment of a folder, cached. Foreign text is escaped."""
    own = [] if templates is None else [FileSystemLoader(templates)]
    made = html.environment(ChoiceLoader([*own, *_OURS]))
    made.globals["range"] = _Rounds()
    return made


def rendered(made: Environment, name: str, values: Mapping[str, Any]) -> bytes:
    """Render a page as bytes. Raises TemplateFaultError."""
    rounds: Any = made.globals["range"]
    rounds.left = MOST_ROUNDS
    try:
        return made.get_template(name).render(**values).encode("utf-8", "xmlcharrefreplace")
    except TemplateSyntaxError as error:
        raise TemplateFaultError(error.name or name, error.lineno, error.message or "") from error
    except TemplateError as error:
        raise TemplateFaultError(*_place_of(error, name), error.message or type(error).__name__) from error
    except Exception as error:
        if not _has_own(made):
            raise
        if isinstance(error, RecursionError):
            raise TemplateFaultError(*_own_place(error, made, name), _CALLS_ITSELF) from error
        raise TemplateFaultError(*_place_of(error, name), f"{type(error).__name__}: {error}") from error


def _has_own(made: Environment) -> bool:
    """Check whether the newsroom has templates of its own, which may have caused an error."""
    return isinstance(made.loader, ChoiceLoader) and len(made.loader.loaders) > len(_OURS)


_CALLS_ITSELF = "it and the templates that it uses call one another without end"


def _own_place(error: Exception, made: Environment, name: str) -> tuple[str, int | None]:
    """Return the newsroom's first active template, and its line: the workbench's own never loop endlessly."""
    own: Any = made.loader
    folders = own.loaders[0].searchpath
    for frame, line in walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if any(file.is_relative_to(folder) for folder in folders):
            return (file.name, line)
    return (name, None)


def _place_of(error: Exception, name: str) -> tuple[str, int | None]:
    """Return the template and line in which rendering failed: the innermost in the traceback."""
    step = error.__traceback__
    found: tuple[str, int | None] = (name, None)
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith((".html", ".css", ".js", ".xml")):
            found = (Path(file).name, step.tb_lineno)
        step = step.tb_next
    return found
