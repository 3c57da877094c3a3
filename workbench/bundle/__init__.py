"""Bundles: a case in one file that another machine opens offline, verifies and replays."""
