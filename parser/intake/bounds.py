"""How much of an archive is taken in at most: no honest annual report comes near."""

from __future__ import annotations

MEGABYTE = 1 << 20
MAX_MEMBERS = 2000
MAX_PART = 64 * MEGABYTE
MAX_TOTAL = 256 * MEGABYTE
MAX_RATIO = 200
# Small parts may compress as well as they like: a blank page of XML does.
RATIO_FROM = 1 * MEGABYTE
MAX_DEPTH = 2
