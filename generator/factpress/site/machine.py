"""What the seams ask of the machine: the day, and the environment in which the engine runs."""

from __future__ import annotations

import datetime
import os

from factpress.records.date import Date, parse_date


def today() -> Date:
    """The day, in UTC, as waivers know it."""
    return parse_date(datetime.datetime.now(datetime.UTC).date().isoformat())


def environment() -> dict[str, str]:
    """This process's environment, with the theme's and the engine's notices about MkDocs 2 off (README says why)."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
