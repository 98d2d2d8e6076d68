"""How the engine is run as a command of its own."""

from __future__ import annotations

import os


def environment() -> dict[str, str]:
    """This process's environment, with the theme's and the engine's notices about MkDocs 2 off (README says why)."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
