"""Our World in Data: its charts, their metadata and rows."""
