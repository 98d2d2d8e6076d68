"""A project whose names and values try to look like something else in every report."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports.findings_of import HOSTILE, TODAY

from factpress.cli.examples import lay
from factpress.pipeline import Checked, check


@pytest.fixture
def hostile(tmp_path: Path) -> Checked:
    lay("", tmp_path)
    for path, text in HOSTILE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    return check(tmp_path, today=TODAY)
