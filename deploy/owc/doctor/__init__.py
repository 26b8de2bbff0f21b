"""What is wrong with a running installation, in plain words, and how to mend it."""
