"""Declares the tables for the migrations and the drift test; nobody else imports it."""

from sqlmodel import SQLModel

METADATA = SQLModel.metadata
