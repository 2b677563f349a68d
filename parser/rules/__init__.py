"""The checks. Importing this package registers every one of them; see `registry`."""

from parser.rules import across_roster as across_roster
from parser.rules import across_texts as across_texts
from parser.rules import across_years as across_years
from parser.rules import arithmetic as arithmetic
from parser.rules import coherence as coherence
from parser.rules import contents as contents
from parser.rules import files as files
from parser.rules import names as names
from parser.rules import official_tables as official_tables
from parser.rules import plausibility as plausibility
from parser.rules import privacy as privacy
from parser.rules import prose_arithmetic as prose_arithmetic
from parser.rules import prose_challenges as prose_challenges
from parser.rules import prose_disclosure as prose_disclosure
from parser.rules import prose_requests as prose_requests
from parser.rules import reading_failures as reading_failures
from parser.rules import repetition as repetition
from parser.rules import rulemaking as rulemaking
from parser.rules import self_naming as self_naming
from parser.rules import structure as structure
from parser.rules import time as time
from parser.rules import values as values
from parser.rules import wording as wording
from parser.rules.registry import check_across as check_across
from parser.rules.registry import check_report as check_report
