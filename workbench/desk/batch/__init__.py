"""Answers to records: texts that scripts hand in one a line, each answered by itself, nothing kept.

Why this room exists: what a record's text claims and what comes of it is worked out by the desk's rules, whoever asks. A face
opens what the answers rest on (an index, a memory, files of figures), hands it in, and prints what comes back.
"""
