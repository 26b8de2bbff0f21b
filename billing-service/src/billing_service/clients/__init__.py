"""HTTP out to third parties. Vendor words stop here: callers see domain/provider.py alone."""
