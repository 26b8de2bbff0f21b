"""Knows who and what Open WebUI has: polls it, tells the others what changed, never wipes."""
