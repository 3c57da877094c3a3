"""A reviewer who rates and takes back without rest, by command; writes down each note whose command came back with 0."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> None:
    database, claim, confirmed = sys.argv[1:]
    for number in range(10_000):
        note = f"note {number}"
        if number % 3 == 2:
            run(database, "undo", claim)
        elif run(database, "rate", claim, "false", "--note", note):
            with Path(confirmed).open("a", encoding="utf-8") as file:
                file.write(f"{note}\n")


def run(database: str, *words: str) -> bool:
    command = [sys.executable, "-m", "workbench", "--db", database, *words]
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    main()
