"""Scans and pictures of reports, read with the optional recogniser.

Every report read here carries F104, and each figure its confidence.
"""

from parser.intake.scan.recogniser import available, require
from parser.intake.scan.scanned import read_image, read_part, read_scanned_pdf

__all__ = ["available", "read_image", "read_part", "read_scanned_pdf", "require"]
