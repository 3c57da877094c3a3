"""Works a formula out over the figures of its series."""
