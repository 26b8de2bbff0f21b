"""A stand-in for the payment provider's API v3, for development and tests.

It listens on 127.0.0.1 alone, moves no money and must never be reachable from outside.
"""
