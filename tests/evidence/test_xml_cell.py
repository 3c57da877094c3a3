"""Figures in XML bodies, read again from the archive."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.errors import ComparisonError
from workbench.core.evidence import Evidence
from workbench.evidence.figure_by_pointer import read_figure
from workbench.evidence.xml_cell import BadXmlError, xml_cells, xml_pointer

BODY = b"""<?xml version="1.0"?><!-- of the ECB -->
<m:Data xmlns:m="urn:m"><m:Header>x</m:Header>
 <m:DataSet><Series A="1"><Obs T="2020" V="1.1422"/><!-- note --><Obs T="2021" V="1.1827"/></Series>
 <m:Obs><m:ObsValue value="7"/><m:Text> 12.50 </m:Text></m:Obs></m:DataSet></m:Data>"""


def figure(pointer: str, body: bytes = BODY, scale: str = "1") -> Decimal:
    return read_figure(Evidence("0" * 64, (pointer,), Decimal(scale)), body)


def test_an_attribute_and_a_text_are_found_by_counting_elements():
    assert figure(xml_pointer((2, 1, 2), "V")) == Decimal("1.1827")
    assert figure(xml_pointer((2, 2, 1), "value"), scale="1000") == 7000
    assert figure(xml_pointer((2, 2, 2))) == Decimal("12.50")


@pytest.mark.parametrize("pointer", ["xml:/2/1/3@V", "xml:/2/1/2@X", "xml:/1", "xml:/9", "xml:/2/1/2/1"])
def test_a_pointer_that_leads_nowhere_is_told(pointer):
    with pytest.raises(ComparisonError, match="no number at"):
        figure(pointer)


BOMB = b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><r><o v="1">&b;</o></r>'
OUTSIDE = b'<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd"><r><o v="1"/></r>'


@each("body", [BOMB, OUTSIDE, b"", b"{}", b"<r>", b"<r>&nosuch;</r>", b"<a>" * 5000, b"\xff\xfe<"])
def test_what_is_no_plain_xml_is_never_opened(body):
    with pytest.raises(ComparisonError, match="is no XML"):
        figure("xml:/1@v", body)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(body):
    try:
        assert set(xml_cells(["xml:/1@v", "xml:/1"], body)) <= {"xml:/1@v", "xml:/1"}
    except BadXmlError as error:
        assert str(error)
