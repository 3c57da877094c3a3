"""The query for series, and how far its words and a title overlap."""
