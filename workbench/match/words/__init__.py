"""Words as they are looked for: normalised, stemmed, put into the English of titles, and grouped into concepts."""
