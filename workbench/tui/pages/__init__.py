"""Screens that a key opens from anywhere: each module without a leading underscore is one, declared by ``SCREEN``."""
