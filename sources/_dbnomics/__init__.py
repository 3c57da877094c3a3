"""DBnomics: its lists, search, requests and answers."""
