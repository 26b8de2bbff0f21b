"""Open WebUI by REST, SQLite or PostgreSQL; its shapes stop here."""
