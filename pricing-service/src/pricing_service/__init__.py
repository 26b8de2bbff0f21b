"""Prices of models: versions with an effective time, their publication and their import."""
