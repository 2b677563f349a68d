"""The engine of 鉴报: from the bytes of a report to findings, repairs and a workbook.

Nothing in this package imports Qt. `parser.pipeline` is the place to start reading.
"""

__version__ = "0.1.0"
