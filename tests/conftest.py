from __future__ import annotations

from hypothesis import settings

# How long an example takes says more of the machine, and of what runs beside it, than of the code.
settings.register_profile("project", deadline=None)
settings.load_profile("project")
