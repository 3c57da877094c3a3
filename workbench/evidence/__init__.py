"""Reads single cells from archived bodies: JSON, CSV, XML, PC-Axis, Excel.

Pointers have five forms:

* JSON: RFC 6901 (``/1/0/value``).
* CSV: ``csv:row=14&col=value&sep=%3B&dec=%2C``: the record as a spreadsheet counts it (the header is row 1), the column by
  name (or ``#3`` by number, from 1), the delimiter and the decimal mark, percent-encoded. It may be the one file of a zip.
* XML: ``xml:/2/1/4@OBS_VALUE`` (see `workbench.evidence.xml_cell`).
* PC-Axis: ``px:cell=17`` (see `workbench.evidence.px_cell`).
* Excel: ``xlsx:sheet=Table%201&cell=B12``, and ``cell=B3:B902`` for the sum of a stretch of a column (see `workbench.evidence.xlsx_cell`).

Pointers into CSV with ``tho`` point to cells written for people ("1 234 b", see `workbench.evidence.number_in_cell`). Those with
``enc`` point into a body with an older encoding, which must be named: a byte that is a space in one is a letter in another.
"""
