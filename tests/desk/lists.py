"""Lists of claims as people keep them, and importing them into a desk of their own."""

from __future__ import annotations

from pathlib import Path

from workbench.desk.importing.bulk_import import ImportPlan, import_bulk
from workbench.ports import silent

LEVEL = "In 2021 the police stopped 16,000 attempts at illegal migration."
EXAMPLE = f"""\
Claim,Date,Country,Speaker
"{LEVEL}",2021-12-02,North Macedonia,"Oliver Spasovski, interior minister"
Asylum applications are down by 70 percent.,13.11.2021,MKD,Oliver Spasovski
We love our country.,,,
"""


def put(folder: Path, body: str | bytes, name: str = "claims.csv") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return str(path)


def run(ports, *paths: str, tell=silent, **plan):
    return import_bulk(ports, ImportPlan(paths=paths, **plan), tell)


def library(ports) -> dict[str, str]:
    """Return the documents of the library: their texts by id."""
    rows = ports.store.documents(limit=1_000_000)
    return {row.id: ports.store.document(row.id).text for row in rows}


def table(*rows: str, heading: str = "text,date") -> str:
    return "\n".join([heading, *rows]) + "\n"
