"""The checks. Importing this package registers every one of them; see `registry`."""

from parser.rules import arithmetic as arithmetic
from parser.rules import coherence as coherence
from parser.rules import copies as copies
from parser.rules import files as files
from parser.rules import structure as structure
from parser.rules import tables as tables
from parser.rules import values as values
from parser.rules.registry import check_across as check_across
from parser.rules.registry import check_report as check_report
