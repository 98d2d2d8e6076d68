"""What tests of the readers share."""

from __future__ import annotations

import pytest
from reading_here import read_here


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and PDFs are read in this process."""
    read_here(monkeypatch)
