"""Processes side by side: whoever stops taking answers gets away at once, however long the answer that is being written."""

from __future__ import annotations

import multiprocessing

import pytest

from workbench.desk.importing.worker_pool import run_in_pool


@pytest.mark.early
@pytest.mark.timeout(300)
def test_a_crew_is_left_amid_an_answer_that_is_larger_than_a_pipe_holds():
    """Ctrl-C falls where it falls: half an answer in the pipe is not waited for."""
    others = set(multiprocessing.active_children())  # the process that reads documents may be one
    for _ in range(3):
        answers = run_in_pool(bytes, [20_000_000] * 12, 2)
        task, answer = next(answers)
        assert len(answer) == task
        answers.close()
        assert set(multiprocessing.active_children()) <= others
