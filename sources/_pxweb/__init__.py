"""PxWeb installations: their tree of tables, their questions and answers."""
