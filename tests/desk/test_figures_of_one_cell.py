"""Two figures put to one cell of a series: one of them is of another time, and is not refuted by it."""

from __future__ import annotations

DATA = """series,title,unit,place,time,value
mine:a,Manufacturing employment as a proportion of total employment,%,GBR,2000,16.9
mine:a,Manufacturing employment as a proportion of total employment,%,GBR,2018,8.9
"""
ABOUT = {"date": "2019-05-01", "place": "GBR"}


def test_a_time_that_was_not_read_refutes_nothing_where_its_figure_is_told_besides(said):
    """One worker in six stood in a factory in my father's day. In 2018 it was one in eleven."""
    text = "One worker in six worked in manufacturing in my father's day. In 2018 it was one in eleven."
    assert said(text)["outcome"] == "undecided"


def test_a_figure_that_stands_alone_is_refuted_as_before(said):
    """In 2018 one worker in six worked in manufacturing."""
    assert said("In 2018 one worker in six worked in manufacturing.")["outcome"] == "contradicted"
