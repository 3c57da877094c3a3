"""Bundles: claims with their evidence in one file, which another machine opens offline, verifies and replays."""
