"""Search words: normalised, stemmed, translated into the English of titles, and grouped into concepts."""
