"""A plugin of pytest: the lines that are run are kept under the test that ran them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let the measurement that is under way change to the test that now begins."""
    coverage: Any = import_module("coverage")
    coverage.Coverage.current().switch_context(item.nodeid)
