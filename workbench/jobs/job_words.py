"""How a job of the team is said in a list."""

from __future__ import annotations

from workbench.core.errors import printable
from workbench.ports import JobRow

_TITLE = 60


def job_line(job: JobRow) -> str:
    """Write a job as one line: number, status, kind, what it is about, how often it was started.

    >>> job_line(JobRow(7, "read", "", "todo", 0, 250, "Speech in Skopje"))
    '     7  todo       read      250 documents, first “Speech in Skopje”'
    """
    times = f"  started {job.attempts} times" if job.attempts > 1 else ""
    return f"{job.id:>6}  {job.status:<9}  {job.kind:<8}  {job_subject(job)}{times}"


def job_subject(job: JobRow) -> str:
    """Say what a job is about: the claim's id, or how many documents and the title of the first."""
    if job.claim:
        return job.claim
    count = f"{job.documents:,} document{'' if job.documents == 1 else 's'}"
    return f"{count}, first “{printable(job.title, _TITLE)}”" if job.title else count
