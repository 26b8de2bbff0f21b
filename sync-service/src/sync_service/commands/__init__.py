"""One write per file, named by its verb."""
