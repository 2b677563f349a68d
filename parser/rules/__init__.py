"""The checks. Importing this package registers every one of them; see `registry`."""
