"""Archives of every kind as one: named files, each read by itself into memory, none to disk."""
