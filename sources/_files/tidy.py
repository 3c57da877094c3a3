"""The user's own figures: a tidy CSV, as a file or at a URL.

Many official figures have no service (a ministry's spreadsheet, a press release). Kept as a tidy
table they are searched, compared and archived like any other. Columns: ``series,title,unit,place,time,value`` and,
optionally, ``scale,status,note,url,retrieved``.
"""

from __future__ import annotations

from sources._files.tidy_rows import Tidy


def tidy_table(body: bytes, origin: str, snapshot: str, source: str = "file") -> Tidy:
    """Return a tidy table with its series and observations, which says of each series what is wrong with its rows.

    Args:
        body: The bytes of a CSV or TSV file.
        origin: What readers call the file, for Problems.
        snapshot: The id under which the bytes are archived, for evidence.
        source: The source's name in the series' references.

    Raises:
        ReadingError: The bytes are no table, or lack a column.
    """
    tidy = Tidy(body, origin, snapshot, source)
    tidy.read()
    return tidy
