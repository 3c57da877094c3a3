"""The manual: one topic a page of Markdown, read by the command line, the screens and the README.

Both faces show the same pages, and a package that is installed has them with it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from workbench.core.errors import UnknownNameError


@cache
def topics() -> dict[str, str]:
    """Return the topics in order of name, each with the title of its page.

    >>> topics()["judging"]
    'How a figure is judged'
    """
    names = sorted(page.name.removesuffix(".md") for page in _folder().iterdir() if page.name.endswith(".md"))
    return {name: _read(name).partition("\n")[0].removeprefix("# ") for name in names}


def page(topic: str) -> str:
    """Return the page of a topic, as Markdown. Raises UnknownNameError, with the nearest right name."""
    if topic not in topics():
        raise UnknownNameError("topic", topic, list(topics()))
    return _read(topic)


def _read(topic: str) -> str:
    return _folder().joinpath(f"{topic}.md").read_text(encoding="utf-8")


def _folder() -> Traversable:
    return files("workbench.manual")
