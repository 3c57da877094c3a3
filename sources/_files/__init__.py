"""The user's own files as a source: tidy tables, spreadsheets and saved answers."""
