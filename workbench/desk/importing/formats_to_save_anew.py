"""Formats that are not read, each with what to save it as."""

from __future__ import annotations

SAVE_AS = {
    "doc": "old Word documents (.doc): save it as .docx",
    "dot": "old Word documents (.dot): save it as .docx",
    "rtf": "RTF documents (.rtf): save it as .docx",
    "odt": "OpenDocument texts (.odt): save it as .docx",
    "pages": "Pages documents: export it as .docx or .pdf",
    "pptx": "slides: save them as .pdf",
    "ppt": "slides: save them as .pdf",
    "xlsx": "workbooks as documents: save the sheet as .csv",
    "xls": "workbooks as documents: save the sheet as .csv",
}
"""File types that no reader takes, each with the type to save it as."""
