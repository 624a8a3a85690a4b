"""How well the engine reads: its signals measured on text that others wrote and labelled."""
