"""Backups of one installation: a file per database, taken together, checked, and put back."""
