"""Corrections typed by a reviewer."""
