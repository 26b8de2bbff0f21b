"""Real PostgreSQL and Valkey as child processes, for `make up` and for tests."""
