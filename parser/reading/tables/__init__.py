"""Recognising the three official tables in whatever shape they come; see `recognise`."""
