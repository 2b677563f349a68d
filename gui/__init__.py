"""The window of 鉴报. It shows what `parser` finds and owns no facts of its own."""
