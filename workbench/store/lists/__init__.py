"""Lists and searches: claims by filter and words, names, sightings, precedents."""
