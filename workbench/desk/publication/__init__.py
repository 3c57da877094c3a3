"""Publication: verdicts on their way to readers and after, reports of them, and what was revised since."""
