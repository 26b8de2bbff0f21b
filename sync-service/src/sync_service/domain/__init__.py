"""Rules without I/O: what differs, who may use a model, what is believed."""
