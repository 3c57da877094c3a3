"""PxWeb installations: their tree of tables, requests and answers."""
