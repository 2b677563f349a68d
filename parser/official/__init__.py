"""The official forms as data: what they print, where it stands, how their labels are told."""
