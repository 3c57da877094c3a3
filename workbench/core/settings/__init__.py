"""Settings of a project, as its configuration says them."""
