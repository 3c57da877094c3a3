"""Review of many claims: bulk decisions, undo, statistics, and agreement between reviewers."""
