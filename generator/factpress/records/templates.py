"""The annotated template of each kind of record, which contributors copy: `facts/README.md` and the site show it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from factpress.records.record import Kind

_FOLDER = Path(__file__).parent / "annotated"
_KINDS: tuple[Kind, ...] = ("claim", "source", "entity", "site")
_FILE = re.compile(r"^(?=# facts/)", re.MULTILINE)


@cache
def templates() -> Mapping[Kind, Sequence[str]]:
    """The files of each kind, in order; each begins with a line `# facts/…` that gives its path."""
    texts = {kind: (_FOLDER / f"{kind}.yml").read_text("utf-8") for kind in _KINDS}
    return {kind: [file for file in _FILE.split(text) if file] for kind, text in texts.items()}
