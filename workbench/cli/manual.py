"""The manual on the command line: ``workbench help`` lists its topics, ``workbench help TOPIC`` prints one."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated

import typer

from workbench.core.errors import UnknownNameError


def add_to(app: typer.Typer) -> None:
    """Adds the verb."""
    app.command("help")(help_)


def help_(topic: Annotated[str, typer.Argument(help="A topic; without one, the topics are listed.")] = "") -> int:
    """Print a page of the manual; without a topic, list the topics."""
    from workbench.cli.output import write

    pages = topics()
    if not topic:
        for name, title in pages.items():
            write(f"{name:16}{title}")
        return 0
    if topic not in pages:
        raise UnknownNameError("topic", topic, list(pages))
    write(_page(topic).rstrip("\n"))
    return 0


def topics() -> dict[str, str]:
    """The topics in order of name, each with the title of its page."""
    names = sorted(page.name.removesuffix(".md") for page in _folder().iterdir() if page.name.endswith(".md"))
    return {name: _page(name).partition("\n")[0].removeprefix("# ") for name in names}


def _page(topic: str) -> str:
    return _folder().joinpath(f"{topic}.md").read_text(encoding="utf-8")


def _folder() -> Traversable:
    return files("workbench").joinpath("manual")
