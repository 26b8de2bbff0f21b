"""The only public door: who calls, may they, and which service answers."""
