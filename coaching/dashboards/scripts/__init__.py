"""Scripts and variety: how often greetings are a script, said kindly to the person first (docs/decisions/0022)."""
