"""The workbench line by line, for screen readers and terminals that draw nothing: the same verbs and keys as the screens."""
