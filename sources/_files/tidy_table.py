"""The user's own figures in a tidy CSV, as a file or at a URL.

Many official figures have no service (a ministry's spreadsheet, a press release). In a tidy table, they are searched,
compared and archived like any other. Columns: ``series,title,unit,place,time,value`` and, optionally,
``scale,status,note,url,retrieved``.
"""

from __future__ import annotations

from sources._files.tidy_rows import Tidy


def tidy_table(body: bytes, origin: str, snapshot: str, source: str = "file") -> Tidy:
    """Read a tidy table with its series, observations, and the Problems of each series.

    Args:
        body: The bytes of a CSV or TSV file.
        origin: The file's name for readers, in Problems.
        snapshot: The id under which the bytes are archived, for evidence.
        source: The source's name in the series' references.

    Raises:
        ReadingError: The bytes are no table, or a column is missing.
    """
    tidy = Tidy(body, origin, snapshot, source)
    tidy.read()
    return tidy
