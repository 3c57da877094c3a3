"""Errors by what fails: each class takes things and says its own sentence, with a next step."""
