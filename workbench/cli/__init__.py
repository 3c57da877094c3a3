"""The command line: verbs, stdout and stderr, exit codes.

Why this room exists: whatever a screen can do, a command can do, and scripts rely on what is printed here. stdout carries data,
stderr carries talk. A verb imports what it needs inside itself, so that ``--help`` is quick.
"""

from workbench.cli.run import main

__all__ = ["main"]
