"""Scans and pictures of reports, read with the optional recogniser.

Every report read here carries F104, and each figure its confidence.
"""

from parser.intake.scan.scanned import read_image, read_scanned_pdf

__all__ = ["read_image", "read_scanned_pdf"]
