"""The verb keys: the keys of the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.cli.options.global_options import GlobalOptions
    from workbench.tui.keymap.keymap import Keymap


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(keys)


def keymap_in_force(path: Path) -> Keymap:
    """Read the user's keymap, with the commands of all screens, including plug-ins."""
    from workbench.plugins import SCREENS, Plugins
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.command_keys import bindings
    from workbench.tui.keymap.key_file import read_keymap
    from workbench.tui.plugged import PluggedScreen, PluggedScreens

    assert WorkbenchApp.BINDINGS  # noqa: S101  (loading it declares every command)
    bindings(PluggedScreens(Plugins[PluggedScreen](SCREENS)).commands())
    return read_keymap(path)


def keys(
    context: typer.Context,
    *,
    usual: Annotated[bool, typer.Option("--usual", help="Print the usual keys, not the user's.")] = False,
    as_json: Json = False,
) -> int:
    """Print the keys of the screens as TOML.

    To change them, save and edit it as keys.toml in the configuration folder.
    """
    from workbench.cli.output.standard_streams import put, tell_problems, write
    from workbench.tui.keymap.key_file import keymap_toml
    from workbench.tui.keymap.key_records import key_records
    from workbench.tui.keymap.keymap import Keymap
    from workbench.tui.personal_settings import keys_path

    options: GlobalOptions = context.obj
    path = keys_path(options.settings().config)
    found = keymap_in_force(path)
    tell_problems(found.problems)
    in_force = Keymap() if usual else found
    if as_json:
        for record in key_records(in_force):
            put(record)
    else:
        write(keymap_toml(in_force, path).rstrip("\n"))
    return 0
