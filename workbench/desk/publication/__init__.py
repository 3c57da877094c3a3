"""Publication: approval, publication and correction of verdicts, reports of them, and later revisions of figures."""
