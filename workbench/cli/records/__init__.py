"""Records: read JSON Lines, write one JSON object per line."""
