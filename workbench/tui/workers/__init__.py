"""Background work of the screens: each worker runs in a thread or a task, and tells its screen by messages."""
