"""The window: what the auditor sees and does. It owns no facts; those are the engine's."""

from gui.immortal import make_immortal

make_immortal()
