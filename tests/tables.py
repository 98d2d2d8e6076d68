"""Tables of cases in YAML, read by the parser in C: each process that runs tests reads them all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read_table(path: Path) -> Any:
    """What a file of cases holds."""
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
