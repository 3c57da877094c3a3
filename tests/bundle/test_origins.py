"""Where a body of a bundle came from: an address of the web as it is, a file of this machine by its name alone."""

from __future__ import annotations

import pytest

from workbench.bundle.crate import _origin


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://a.org/figures.csv?x=1", {"@id": "https://a.org/figures.csv?x=1"}),
        ("file:///home/ana/secret/my%20figures.csv", {"@id": "#my%20figures.csv", "name": "my figures.csv"}),
        ("/home/ana/secret/figures.csv", {"@id": "#figures.csv", "name": "figures.csv"}),
        ("file:///C:/Users/ana/figures.csv", {"@id": "#figures.csv", "name": "figures.csv"}),
    ],
)
def test_no_folder_of_this_machine_leaves_with_a_bundle(url, origin):
    """A case goes to a lawyer: she learns which file it was, and not whose folder it lay in."""
    assert _origin(url) == origin
