"""Reads for people: history, state, drift, waiting list."""
