"""SQL of our own database; opens no transaction."""
