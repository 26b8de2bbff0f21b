"""Gives every test of the repository the servers and databases of `shared.testing`."""

pytest_plugins = ["shared.testing.plugin"]
