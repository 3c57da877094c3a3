"""The manual on the command line: ``workbench help`` lists its topics, ``workbench help TOPIC`` prints one."""

from __future__ import annotations

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("help")(help_)


def help_(topic: Annotated[str, typer.Argument(help="A topic; without one, the topics are listed.")] = "") -> int:
    """Print a page of the manual; without a topic, list the topics."""
    from workbench.cli.output.standard_streams import write
    from workbench.manual import page, topics

    if topic:
        write(page(topic).rstrip("\n"))
        return 0
    for name, title in topics().items():
        write(f"{name:16}{title}")
    return 0
