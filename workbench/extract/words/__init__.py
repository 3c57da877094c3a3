"""The words of a language, and how they are looked up: word files, lexer, patterns."""
