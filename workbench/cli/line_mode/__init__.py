"""Line mode, for screen readers and terminals that cannot draw: the same commands and keys as the screens."""
