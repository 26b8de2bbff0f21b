"""The operator's tool: runs the whole system on one machine and checks its invariants."""
