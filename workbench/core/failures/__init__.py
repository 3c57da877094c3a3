"""Errors by what fails: each class takes values and writes its own sentence, with a next step."""
