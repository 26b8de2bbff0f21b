"""A small HTTP/1.1 client for the way to our own services; no retries but of safe requests."""
