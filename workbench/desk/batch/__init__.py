"""Answers to records: texts from scripts, one per line, each answered by itself; nothing is stored.

It exists so that the claims of a record are processed by the same rules for every caller. The caller opens what the answers need (an
index, a memory, files of figures), passes it in, and prints the results.
"""
