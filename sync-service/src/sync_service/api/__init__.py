"""HTTP in: parse, authorise, call one command or query, render."""
