"""Screens that open from anywhere by a key of their own: a module without a leading underscore is one, and says so with ``SCREEN``."""
