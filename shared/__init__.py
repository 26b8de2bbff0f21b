"""The small library that every service uses. It holds no business rule and knows no service."""
