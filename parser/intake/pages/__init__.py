"""Drawn pages, PDF and OFD: what is seen of them, as lines and ruled tables."""
