"""`python -m owc` is the same as `owc`."""

from owc.cli import main

main()
