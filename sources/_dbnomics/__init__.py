"""DBnomics: its lists, search, questions and answers."""
