"""Records: JSON Lines in, one JSON object a line out."""
